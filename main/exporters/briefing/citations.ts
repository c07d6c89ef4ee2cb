import type { ExcerptId } from '../../../shared/model/id.ts'
import { byId } from '../../../shared/rules/groups.ts'
import { say } from '../../say.ts'
import { element, type Html, join } from '../html.ts'
import type { BriefingRecords } from './records.ts'

export type CitedExcerpt = BriefingRecords['excerpts'][number]

/** One endnote: an excerpt by the number it got where it was first cited, and every place that cites it. */
export type Note = { number: number; excerpt: CitedExcerpt; sites: string[] }

export type Citations = {
  /** Marks that link to the endnotes of these excerpts; an excerpt that the case no longer holds is marked as missing. */
  cite(excerpts: readonly ExcerptId[]): Html
  /** The notes so far, by number. */
  notes(): readonly Note[]
}

export const noteAnchor = (note: number): string => `note-${note}`
export const evidenceAnchor = (note: number): string => `evidence-${note}`

const indexes = new WeakMap<object, ReadonlyMap<ExcerptId, CitedExcerpt>>()

/** The excerpts by id, once for as long as their list is the same. */
const excerptsIn = (excerpts: readonly CitedExcerpt[]): ReadonlyMap<ExcerptId, CitedExcerpt> => {
  const index = indexes.get(excerpts) ?? byId(excerpts)
  indexes.set(excerpts, index)
  return index
}

/**
 * Numbers excerpts in the order in which they are first cited. The link of the k-th citation of note N has the id
 * `cite-N-k` and leads to `note-N`; held both ways by test/main/exporters/briefing/citations.test.ts.
 */
export function collectCitations(document: Pick<BriefingRecords, 'excerpts'>): Citations {
  const excerpts = excerptsIn(document.excerpts)
  const notes = new Map<ExcerptId, Note>()

  const noteOf = (excerpt: CitedExcerpt): Note => {
    const note = notes.get(excerpt.id) ?? { number: notes.size + 1, excerpt, sites: [] }
    notes.set(excerpt.id, note)
    return note
  }

  /** Numbers are given in the order asked for; a missing excerpt has none and comes last. */
  const numberOf = (id: ExcerptId): number => {
    const excerpt = excerpts.get(id)
    return excerpt === undefined ? Number.POSITIVE_INFINITY : noteOf(excerpt).number
  }

  const mark = (id: ExcerptId): Html => {
    const excerpt = excerpts.get(id)
    if (excerpt === undefined) return element('span', { class: 'missing' }, say('briefing.missingPassage'))
    const note = noteOf(excerpt)
    const site = `cite-${note.number}-${note.sites.length + 1}`
    note.sites.push(site)
    const label = say('briefing.noteLabel', { number: note.number })
    return element('a', { id: site, href: `#${noteAnchor(note.number)}`, 'aria-label': label }, note.number)
  }

  return {
    cite(ids) {
      const numbered = [...new Set(ids)].map(id => ({ id, number: numberOf(id) }))
      const known = numbered.sort((left, right) => left.number - right.number).map(({ id }) => id)
      const marks = known.map(mark)
      if (marks.length === 0) return join()
      const parts = marks.map((part, index) => (index === 0 ? part : join(element('span', {}, ','), part)))
      return element('sup', { class: 'cite' }, ...parts)
    },
    notes: () => [...notes.values()],
  }
}
