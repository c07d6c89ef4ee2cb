import type { ExcerptCard } from '../../shared/contract/excerpts.ts'
import type { SourceId, TagId } from '../../shared/model/id.ts'
import { say } from '../say.ts'
import { csvFile } from './csv.ts'

/** What an export of excerpts says of a source; offsets of excerpts in it as code points. */
export type SourceOfExcerpts = {
  title: string
  authors: readonly string[]
  publisher: string
  published: string | null
  url: string
  language: string
  codePoints: ReadonlyMap<number, number>
}

/** What an export of excerpts needs beside them. */
export type AroundExcerpts = {
  caseName: string
  tags: readonly { id: TagId; name: string; parent: TagId | null }[]
  sources: ReadonlyMap<SourceId, SourceOfExcerpts>
}

const columns = [
  'quote',
  'source',
  'published',
  'page',
  'tags',
  'claims',
  'risks',
  'notes',
  'relations',
  'comment',
  'credibility',
  'state',
  'colour',
  'author',
  'created',
  'updated',
  'start',
  'end',
  'id',
] as const

const several = (words: readonly string[]): string => words.join('; ')

/** Excerpts as CSV, a row for each, in their order. Offsets are UTF-16 code units of the current text. */
export const excerptsCsv = (cards: readonly ExcerptCard[], { tags, sources }: AroundExcerpts): string => {
  const nameOf = new Map(tags.map(tag => [tag.id, tag.name]))
  const rows = cards.map((card): Record<(typeof columns)[number], string> => {
    const { anchor } = card
    const stands = anchor.state !== 'lost'
    return {
      quote: anchor.exact,
      source: card.sourceTitle,
      published: sources.get(card.source)?.published ?? '',
      page: String(anchor.page ?? ''),
      tags: several(card.tags.map(tag => nameOf.get(tag) ?? '')),
      claims: several(card.claims.map(claim => `${claim.ref} ${claim.name}: ${claim.words} (${claim.role})`)),
      risks: several(card.risks.map(risk => `${risk.ref} ${risk.title} (${risk.role})`)),
      notes: several(card.notes.map(note => note.title)),
      relations: several(
        card.relations.map(({ kind, direction, exact }) =>
          say(direction === 'to' ? 'excerpts.relationTo' : 'excerpts.relationFrom', { kind, quote: exact }),
        ),
      ),
      comment: card.comment,
      credibility: String(card.credibility ?? ''),
      state: anchor.state,
      colour: card.colour,
      author: card.author,
      created: card.created,
      updated: card.updated,
      start: stands ? String(anchor.start) : '',
      end: stands ? String(anchor.end) : '',
      id: card.id,
    }
  })
  return csvFile([
    columns.map(column => say(`excerpts.csv.${column}`)),
    ...rows.map(row => columns.map(column => row[column])),
  ])
}
