import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { Refused } from '../../../shared/outcome.ts'
import { say } from '../../say.ts'
import type { ExportCommand } from '../export-arguments.ts'
import type { ExportHost } from '../host.ts'
import { headlessHost } from '../print.ts'
import { type Answer, ask, lookAt, type Place } from '../verb.ts'
import { checkBriefing, exportBriefing, placeOf } from './export-briefing.ts'

type FileCommand = Exclude<ExportCommand, { check: unknown } | { everything: unknown }>

/** `export CASE`: to one file, which appears whole or not at all; or to standard output. */
export async function exportCase(place: Place, command: ExportCommand, host: ExportHost): Promise<Answer> {
  if ('check' in command) return checkBriefing(place, command)
  if ('everything' in command) return exportEverything(place, command, host)
  const { file, format } = command
  if (command.out === '-') return piped(place, command)
  await lookAt(place, file)
  const out = 'briefing' in command ? await placeOf(place, command) : command.out
  if (existsSync(out) && existsSync(file) && realpathSync(out) === realpathSync(file)) {
    throw new Refused(say('cli.outIsCase', { file: out }))
  }
  host.saveTo(path.resolve(out))
  const { degraded } = await written(place, command, host)
  return {
    document: { case: path.resolve(file), as: format, file: path.resolve(out), degraded },
    text: `${[say('cli.exported', { file: out }), ...degraded].join('\n')}\n`,
  }
}

/** `--everything OUT`: all that the case holds in open formats; an archive where OUT ends in .zip, else a new folder. */
async function exportEverything(
  place: Place,
  { file, everything: out }: Extract<ExportCommand, { everything: unknown }>,
  host: ExportHost,
): Promise<Answer> {
  await lookAt(place, file)
  const written = path.resolve(out)
  if (existsSync(written) && existsSync(file) && realpathSync(written) === realpathSync(file))
    throw new Refused(say('cli.outIsCase', { file: out }))
  host.saveTo(written)
  const form = /\.zip$/i.test(out) ? 'zip' : 'folder'
  const { degraded } = await ask(place, 'export.everything', { form })
  return {
    document: { case: path.resolve(file), as: form, file: written, degraded },
    text: `${[say('cli.exported', { file: out }), ...degraded].join('\n')}\n`,
  }
}

/** `-o -`: to standard output, for another program to read. */
async function piped(place: Place, command: FileCommand): Promise<Answer> {
  const { file, format } = command
  if ('matrix' in command || 'report' in command || 'briefing' in command || (format !== 'json' && format !== 'csv'))
    throw new Refused(say('cli.notPiped'))
  await lookAt(place, file)
  const { text } = await ask(place, 'export.text', { format })
  return { document: { case: path.resolve(file), as: format, text }, text, isForPrograms: true }
}

function written(place: Place, command: FileCommand, host: ExportHost) {
  if ('matrix' in command) return matrixView(place, command, host)
  if ('report' in command) return riskReport(place, command, host)
  if ('briefing' in command) return exportBriefing(place, command, host)
  const { format } = command
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
