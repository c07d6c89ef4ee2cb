import path from 'node:path'
import type { ExchangePlan } from '../../../shared/contract/exchange.ts'
import type { Sheet } from '../../../shared/model/sheet.ts'
import { Refused } from '../../../shared/outcome.ts'
import { firstSheet, guessSheet, recordPlan } from '../../../shared/rules/exchange/guess-kind.ts'
import { quotedWords } from '../../../shared/rules/sentence.ts'
import { say } from '../../say.ts'
import type { Command } from '../arguments.ts'
import { bookAt, comparedAnswer } from '../sheets.ts'
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
  const compared = await ask(place, 'exchange.preview', plan)
  const done = preview ? null : await ask(place, 'exchange.apply', { plan, without: [] })
  const about = { case: path.resolve(file), as: plan.kind }
  return comparedAnswer(place, about, compared, what => say(`exchange.what.${what}`), done)
}

async function planOf(place: Place, { from, as, sheet: name }: ReadInCommand): Promise<ExchangePlan> {
  const book = await bookAt(place, from)
  const at = name === undefined ? firstSheet(book) : book.sheets.findIndex(one => one.name === name)
  const sheet: Sheet | undefined = book.sheets[at]
  if (sheet === undefined) {
    const known = book.sheets.map(one => quotedWords(one.name)).join(', ')
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
