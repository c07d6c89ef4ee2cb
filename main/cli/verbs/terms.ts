import path from 'node:path'
import { Refused } from '../../../shared/outcome.ts'
import { grouped } from '../../../shared/rules/groups.ts'
import { sameName } from '../../../shared/rules/same-name.ts'
import { say } from '../../say.ts'
import { table } from '../table.ts'
import { type Answer, ask, lookAt, openAt, type Place } from '../verb.ts'

/** `terms CASE`: the starter catalogue by category; with `--adopt` terms are taken from it, by category or all. */
export async function showTerms(place: Place, { file, adopt }: { file: string; adopt: string[] }): Promise<Answer> {
  await (adopt.length > 0 ? openAt : lookAt)(place, file)
  const before = await ask(place, 'terms.catalogue', {})
  const isAll = adopt.some(word => sameName(word, 'all'))
  const unknown = adopt.find(word => !sameName(word, 'all') && !before.some(entry => sameName(entry.category, word)))
  if (unknown !== undefined) {
    const known = [...new Set(before.map(({ category }) => category))].join(', ')
    throw new Refused(say('cli.noCategory', { category: unknown, known }))
  }
  const keys = before
    .filter(({ category }) => isAll || adopt.some(word => sameName(word, category)))
    .map(({ key }) => key)
  const { added } = keys.length > 0 ? await ask(place, 'terms.adopt', { keys }) : { added: [] }
  const entries = await ask(place, 'terms.catalogue', {})
  const rows = [...grouped(entries, ({ category }) => category)].map(([category, some]) => [
    category,
    String(some.length),
    String(some.filter(({ term }) => term !== null).length),
  ])
  const columns = [
    { head: 'cli.column.category' },
    { head: 'cli.column.inCatalogue', figures: true },
    { head: 'cli.column.inCase', figures: true },
  ] as const
  const taken = adopt.length > 0 ? `${say('catalogue.taken', { count: added.length })}\n` : ''
  return {
    document: { case: path.resolve(file), catalogue: entries, added },
    text: `${table([...columns], rows, place.width)}${taken}`,
  }
}
