import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { Refused } from '../../../shared/outcome.ts'
import { say } from '../../say.ts'
import type { Command } from '../arguments.ts'
import type { ExportHost } from '../host.ts'
import { headlessHost } from '../print.ts'
import { type Answer, ask, lookAt, type Place } from '../verb.ts'

type ExportCommand = Extract<Command, { verb: 'export' }>

/** `export CASE`: to one file, which appears whole or not at all; or to standard output. */
export async function exportCase(place: Place, command: ExportCommand, host: ExportHost): Promise<Answer> {
  const { file, out, format } = command
  if (out === '-') return piped(place, command)
  if (existsSync(out) && existsSync(file) && realpathSync(out) === realpathSync(file)) {
    throw new Refused(say('cli.outIsCase', { file: out }))
  }
  await lookAt(place, file)
  host.saveTo(path.resolve(out))
  const { degraded } = await written(place, command, host)
  return {
    document: { case: path.resolve(file), as: format, file: path.resolve(out), degraded },
    text: `${[say('cli.exported', { file: out }), ...degraded].join('\n')}\n`,
  }
}

/** `-o -`: to standard output, for another program to read. */
async function piped(place: Place, command: ExportCommand): Promise<Answer> {
  const { file, format } = command
  if ('matrix' in command || 'report' in command || (format !== 'json' && format !== 'csv'))
    throw new Refused(say('cli.notPiped'))
  await lookAt(place, file)
  const { text } = await ask(place, 'export.text', { format })
  return { document: { case: path.resolve(file), as: format, text }, text }
}

function written(place: Place, command: ExportCommand, host: ExportHost) {
  if ('matrix' in command) return matrixView(place, command, host)
  if ('report' in command) return riskReport(place, command, host)
  const { format, briefing } = command
  if (format === 'pdf') return printBriefing(place, host, briefing)
  if (format === 'json' || format === 'csv') return ask(place, 'export.save', { format })
  return ask(place, 'excerpts.save', { filter: { all: [] }, form: format === 'w3c' ? 'w3c' : 'csv' })
}

async function matrixView(
  place: Place,
  { format, matrix }: Extract<ExportCommand, { matrix: unknown }>,
  host: ExportHost,
) {
  const wanted = { format, ...matrix, grain: null, terms: null }
  if (format !== 'pdf') return ask(place, 'matrix.export', wanted)
  const printing = await headlessHost()
  try {
    host.printWith(printing)
    return await ask(place, 'matrix.export', wanted)
  } finally {
    await printing.close()
  }
}

async function riskReport(
  place: Place,
  { format, report }: Extract<ExportCommand, { report: unknown }>,
  host: ExportHost,
) {
  const { risk: ref, ...rest } = report
  const found = ref === null ? null : (await ask(place, 'risks.register', {})).find(one => one.ref === ref)
  if (found === undefined) throw new Refused(say('cli.noRisk', { ref: ref ?? '' }), 'invalid')
  const wanted = { ...rest, format, risk: found?.id ?? null }
  if (format !== 'pdf') return ask(place, 'risks.report', wanted)
  const printing = await headlessHost()
  try {
    host.printWith(printing)
    return await ask(place, 'risks.report', wanted)
  } finally {
    await printing.close()
  }
}

async function printBriefing(place: Place, host: ExportHost, name: string | undefined) {
  const { id, title } = chosen(await ask(place, 'briefings.list', {}), name)
  place.progress(say('cli.printing', { title }))
  const printing = await headlessHost()
  try {
    host.printWith(printing)
    return await ask(place, 'briefings.export', { id })
  } finally {
    await printing.close()
  }
}

function chosen<Briefing extends { id: string; title: string }>(
  briefings: Briefing[],
  name: string | undefined,
): Briefing {
  const titles = briefings.map(({ title }) => `“${title}”`).join(', ')
  const [first, second] = briefings
  if (!first) throw new Refused(say('cli.noBriefing'))
  if (name === undefined && second) throw new Refused(say('cli.whichBriefing', { titles }))
  const found = name === undefined ? first : briefings.find(({ id, title }) => title === name || id === name)
  if (!found) throw new Refused(say('cli.briefingUnknown', { name: name ?? '', titles }))
  return found
}
