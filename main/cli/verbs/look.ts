import path from 'node:path'
import { Refused } from '../../../shared/outcome.ts'
import { say } from '../../say.ts'
import { type Column, setRows, table } from '../table.ts'
import { type Answer, ask, lookAt, type Place, valueIn } from '../verb.ts'

const findingColumns: Column[] = [
  { head: 'cli.column.severity' },
  { head: 'cli.column.record' },
  { head: 'cli.column.finding' },
]

/** `check CASE`: damage makes it fail; missing evidence is listed. `--repair` first makes anew what follows from the records. */
export async function checkCase(place: Place, command: { file: string; repair: boolean }): Promise<Answer> {
  const { file, repair } = command
  const opened = await place.workbench.open(file)
  // What is open elsewhere or damaged can be looked at, so that the findings name what the damage took.
  const canBeLookedAt = !opened.ok && ['locked', 'damaged'].includes(opened.code) && !repair
  valueIn(canBeLookedAt ? await place.workbench.openReadOnly(file) : opened)
  const repaired = repair ? (await ask(place, 'check.repair', {})).repaired : []
  const { findings, counts } = await ask(place, 'check.run', {})
  const count = (severity: string) => findings.filter(finding => finding.severity === severity).length
  const [corrupt, warnings, unsupported] = [count('corrupt'), count('warning'), count('unsupported')]
  const rows = findings.map(({ severity, record, id, sentence }) => [severity, `${record} ${id}`, sentence])
  const summary = [
    corrupt === 0 ? say('cli.sound') : say('cli.corrupt', { count: corrupt }),
    say('cli.warnings', { count: warnings }),
    say('cli.unsupported', { count: unsupported }),
  ].join(' ')
  return {
    document: {
      sound: corrupt === 0,
      corrupt,
      warnings,
      unsupported,
      findings,
      counts,
      ...(repair ? { repaired } : {}),
    },
    text: `${repaired.map(line => `${line}\n`).join('')}${rows.length === 0 ? '' : `${table(findingColumns, rows, place.width)}\n`}${summary}\n`,
    failed: corrupt > 0,
  }
}

/** `info CASE`: what the case is and holds. */
export async function showInfo(place: Place, { file }: { file: string }): Promise<Answer> {
  await lookAt(place, file)
  const state = await ask(place, 'case.state', {})
  if (!state) throw new Refused(say('cli.nothing'))
  const { name, analyst, marking, readOnly, savedAt, counts } = state
  const rows = [
    ['case', name],
    ['file', path.resolve(file)],
    ['analyst', analyst || say('cli.notStated')],
    ['marking', marking],
    ['saved', savedAt ?? ''],
    ...Object.entries(counts).map(([what, count]) => [
      what.replace(/[A-Z]/g, capital => ` ${capital.toLowerCase()}`),
      String(count),
    ]),
  ]
  return {
    document: { case: path.resolve(file), name, analyst, marking, readOnly, savedAt, counts },
    text: setRows(['', ''], [], rows, place.width).split('\n').slice(2).join('\n'),
  }
}
