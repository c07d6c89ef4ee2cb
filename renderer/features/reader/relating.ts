import type { Passage } from '../../../shared/contract/excerpts.ts'
import type { ExcerptId } from '../../../shared/model/id.ts'
import { announce } from '../../announcements.ts'
import { hold } from '../../held.ts'
import { type RelationRole, roleWords } from '../../parts/relation-words.ts'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { type Place, passageOf } from './place.ts'

/** One end of a relation: an excerpt, or words that become one in the same step. */
export type RelationEnd = ExcerptId | Passage

export const endOf = (place: Place): RelationEnd => place.excerpt?.id ?? passageOf(place)

/** Relates two passages, as the first sees it; says whether it was done. */
export const relate = async (one: RelationEnd, role: RelationRole, other: RelationEnd): Promise<boolean> => {
  const ends = role.direction === 'to' ? { from: one, to: other } : { from: other, to: one }
  const { ok } = await perform('relations.create', { ...ends, kind: role.kind, comment: '' })
  if (ok) announce(say('reader.related', { role: roleWords(role) }))
  return ok
}

/** A relation whose other passage is still to be pointed at. */
export type Relating = { end: RelationEnd; words: string; role: RelationRole }

// Outside the reader: the other passage may stand in another source, which is another reader.
export const relating = hold<Relating | null>(null)
