import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { type RegisterPlan, registerFormat } from '../../../shared/contract/register-exchange.ts'
import type { Book } from '../../../shared/model/sheet.ts'
import { Refused } from '../../../shared/outcome.ts'
import { guessRegister, isRegister } from '../../../shared/rules/exchange/risks/guess-register.ts'
import {
  isExportedRegister,
  registerPlanOf,
  registerSheet,
} from '../../../shared/rules/exchange/risks/register-plan.ts'
import { savedMapping, savedOn } from '../../../shared/rules/exchange/risks/saved-mapping.ts'
import { quotedWords } from '../../../shared/rules/sentence.ts'
import { say } from '../../say.ts'
import type { RegisterExchange } from '../arguments.ts'
import type { ExportHost } from '../host.ts'
import { bookAt, comparedAnswer } from '../sheets.ts'
import { type Answer, ask, lookAt, openAt, type Place } from '../verb.ts'

type Asked = { file: string; exchange: RegisterExchange }

/**
 * `risks CASE --export FILE` and `risks CASE --import FILE`: the register out, or one in as one step of undo. What of a
 * register is not read is said, and a row that cannot be read makes the exit status 1.
 */
export const exchangeRisks = (place: Place, { file, exchange }: Asked, host: ExportHost): Promise<Answer> =>
  'to' in exchange ? exportTo(place, file, exchange.to, host) : importFrom(place, file, exchange)

async function exportTo(place: Place, file: string, to: string, host: ExportHost): Promise<Answer> {
  const format = registerFormat.safeParse(path.extname(to).slice(1).toLowerCase()).data
  if (format === undefined) throw new Refused(say('cli.registerEnding', { file: to }), 'invalid')
  if (existsSync(to) && existsSync(file) && realpathSync(to) === realpathSync(file))
    throw new Refused(say('cli.outIsCase', { file: to }))
  await lookAt(place, file)
  host.saveTo(path.resolve(to))
  await ask(place, 'registerExchange.export', { format })
  return {
    document: { case: path.resolve(file), as: format, file: path.resolve(to) },
    text: `${say('cli.exported', { file: to })}\n`,
  }
}

async function importFrom(
  place: Place,
  file: string,
  { from, mapping, dryRun }: Extract<RegisterExchange, { from: string }>,
): Promise<Answer> {
  await (dryRun ? lookAt : openAt)(place, file)
  place.progress(say('cli.reading', { file: from }))
  const plan = await planOf(place, await bookAt(place, from), mapping)
  const compared = await ask(place, 'registerExchange.preview', plan)
  const done = dryRun ? null : await ask(place, 'registerExchange.apply', { plan, without: [] })
  const shape = plan.kind === 'register' ? plan.mapping.shape : null
  const about = { case: path.resolve(file), as: plan.kind, shape }
  return comparedAnswer(place, about, compared, what => say(`registerExchange.what.${what}`), done)
}

async function planOf(place: Place, book: Book, name: string | undefined): Promise<RegisterPlan> {
  const scales = await ask(place, 'criteria.read', {})
  const at = registerSheet(book, scales)
  const sheet = book.sheets[at] ?? { rows: [] }
  const guessed = guessRegister(sheet, scales)
  if (name === undefined) {
    const asRecords = isExportedRegister(book)
    if (!asRecords && !isRegister(guessed))
      throw new Refused(say('registerExchange.noRegister', { file: book.fileName }))
    return registerPlanOf(book, at, guessed, asRecords)
  }
  const saved = await ask(place, 'savedViews.list', { screen: 'register mapping' })
  const found = savedMapping.safeParse(saved.find(one => one.name === name)?.settings).data
  if (found === undefined) {
    const known = saved.map(one => quotedWords(one.name)).join(', ')
    throw new Refused(say('cli.noMapping', { name, known: known || '–' }), 'invalid')
  }
  return registerPlanOf(book, at, savedOn(sheet, found, scales), false)
}
