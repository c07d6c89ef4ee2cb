import path from 'node:path'
import type { ExchangePreview } from '../../shared/contract/exchange.ts'
import type { RegisterPreview } from '../../shared/contract/register-exchange.ts'
import type { Book } from '../../shared/model/sheet.ts'
import { Refused } from '../../shared/outcome.ts'
import { say } from '../say.ts'
import { createImporter } from './importer.ts'
import { table } from './table.ts'
import type { Answer, Place } from './verb.ts'

/** A spreadsheet, read in a process of its own; what is odd about it goes to progress. */
export async function bookAt(place: Place, from: string): Promise<Book> {
  const importer = createImporter()
  const read = await importer.readBook({ name: path.basename(from), from: path.resolve(from) })
  importer.end()
  if ('refusal' in read) throw new Refused(read.refusal)
  for (const warning of read.book.warnings) place.progress(warning)
  return read.book
}

type Compared<What extends string> = Pick<ExchangePreview | RegisterPreview, 'counts' | 'leftOut'> & {
  differences: readonly (Omit<(ExchangePreview | RegisterPreview)['differences'][number], 'what'> & { what: What })[]
}

/**
 * What a sheet would change, or did, line by line, and what of it is not read. A line that cannot be read makes the exit
 * status 1.
 */
export const comparedAnswer = <What extends string>(
  place: Place,
  about: Record<string, unknown>,
  { counts, differences, leftOut }: Compared<What>,
  wordOf: (what: What) => string,
  done: { message: string } | null,
): Answer => {
  const rows = differences.map(({ kind, what, place: at, title, column, before, after, notes }) => [
    say(`exchange.difference.${kind}`),
    wordOf(what),
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
    document: { ...about, counts, differences, leftOut, done },
    text: [table([...columns], rows, place.width), ...leftOut, done?.message ?? say('cli.onlyCompared'), ''].join('\n'),
    failed: counts.unreadable > 0,
  }
}
