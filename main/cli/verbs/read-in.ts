import path from 'node:path'
import type { ExchangePlan } from '../../../shared/contract/exchange.ts'
import type { Sheet } from '../../../shared/model/sheet.ts'
import { Refused } from '../../../shared/outcome.ts'
import { firstSheet, guessSheet, recordPlan } from '../../../shared/rules/exchange/guess-kind.ts'
import { say } from '../../say.ts'
import type { Command } from '../arguments.ts'
import { createImporter } from '../importer.ts'
import { table } from '../table.ts'
import { type Answer, ask, lookAt, openAt, type Place } from '../verb.ts'

type ReadInCommand = Extract<Command, { verb: 'read-in' }>

/**
 * `read-in CASE SHEET`: a matrix, a list of terms or exported records, compared with the case and read in as one step of
 * undo; with `--preview` only compared. What of the sheet is not read is said, and makes the exit status 1.
 */
export async function readIn(place: Place, command: ReadInCommand): Promise<Answer> {
  const { file, from, preview } = command
  await (preview ? lookAt : openAt)(place, file)
  place.progress(say('cli.reading', { file: from }))
  const plan = await planOf(place, command)
  const { counts, differences, leftOut } = await ask(place, 'exchange.preview', plan)
  const done = preview ? null : await ask(place, 'exchange.apply', { plan, without: [] })
  const rows = differences.map(({ kind, what, place: at, title, column, before, after, notes }) => [
    say(`exchange.difference.${kind}`),
    say(`exchange.what.${what}`),
    at,
    [title, column].filter(Boolean).join(' · '),
    before,
    [after, ...notes].filter(Boolean).join(' '),
  ])
  const columns = [
    { head: 'cli.column.difference' },
    { head: 'exchange.what' },
    { head: 'cli.column.place' },
    { head: 'exchange.where' },
    { head: 'exchange.before' },
    { head: 'exchange.after' },
  ] as const
  return {
    document: { case: path.resolve(file), as: plan.kind, counts, differences, leftOut, done },
    text: [table([...columns], rows, place.width), ...leftOut, done?.message ?? say('cli.onlyCompared'), ''].join('\n'),
    failed: counts.unreadable > 0,
  }
}

async function planOf(place: Place, { from, as, sheet: name }: ReadInCommand): Promise<ExchangePlan> {
  const importer = createImporter()
  const read = await importer.readBook({ name: path.basename(from), from: path.resolve(from) })
  importer.end()
  if ('refusal' in read) throw new Refused(read.refusal)
  const { book } = read
  for (const warning of book.warnings) place.progress(warning)
  const at = name === undefined ? firstSheet(book) : book.sheets.findIndex(one => one.name === name)
  const sheet: Sheet | undefined = book.sheets[at]
  if (sheet === undefined) {
    const known = book.sheets.map(one => `“${one.name}”`).join(', ')
    throw new Refused(say('cli.noSheet', { name: name ?? '', known }))
  }
  const [terms, sources, parties] = [
    await ask(place, 'terms.list', {}),
    await ask(place, 'sources.list', {}),
    await ask(place, 'parties.list', {}),
  ]
  const { kind, layout, list } = guessSheet(sheet, { terms, sources, parties }, book.fileName)
  switch (as ?? kind) {
    case 'matrix':
      return { kind: 'matrix', sheet, layout }
    case 'terms':
      return { kind: 'terms', sheet, layout: list }
    case 'records':
      return recordPlan(book, sheet)
  }
}
