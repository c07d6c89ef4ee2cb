import type { SearchHit } from '../../../shared/contract/search.ts'
import { say } from '../../say.ts'
import { type Column, table } from '../table.ts'
import { type Answer, ask, lookAt, type Place } from '../verb.ts'

const limit = 200

/** `search CASE QUERY`: the best hits of every kind of record. */
export async function searchCase(place: Place, { file, query }: { file: string; query: string }): Promise<Answer> {
  await lookAt(place, file)
  const { hits, total } = await ask(place, 'search.find', { query, limit })
  const summary = say('cli.hits', { total, shown: hits.length })
  const text = hits.length === 0 ? `${summary}\n` : `${table(columns, hits.map(rowOf), place.width)}\n${summary}\n`
  return { document: { query, total, hits }, text }
}

const columns: Column[] = [{ head: 'cli.column.what' }, { head: 'cli.column.title' }, { head: 'cli.column.found' }]

const rowOf = ({ kind, title, snippet }: SearchHit) => [kind, title || say('cli.notStated'), snippet]
