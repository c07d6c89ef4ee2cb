import type { ExcerptCard } from '../../shared/contract/excerpts.ts'
import type { SourceId } from '../../shared/model/id.ts'
import type { Source } from '../../shared/model/source.ts'
import { codePointsAt } from '../../shared/rules/code-points.ts'
import { grouped } from '../../shared/rules/groups.ts'
import type { Database } from '../store/case-file.ts'

/** A source as an export of its excerpts names it, with the code points at the offsets of their ends. */
export type QuotedSource = Pick<Source, 'title' | 'authors' | 'publisher' | 'published' | 'url' | 'language'> & {
  codePoints: ReadonlyMap<number, number>
}

/** The sources of excerpts. Texts are read one after the other: together they may be larger than the memory. */
export const quotedSources = (db: Database, cards: readonly ExcerptCard[]): ReadonlyMap<SourceId, QuotedSource> =>
  new Map(
    [...grouped(cards, card => card.source)].map(([source, ones]) => {
      const facts = db.get<Omit<QuotedSource, 'authors' | 'codePoints'> & { authors: string }>(
        'select title, authors, publisher, published, url, language from source where id = ?',
        [source],
      )
      const version = ones[0]?.anchor.textVersion ?? ''
      const text = db.get<{ text: string }>('select text from textVersion where id = ?', [version])?.text ?? ''
      const offsets = ones.flatMap(({ anchor }) => [anchor.start, anchor.end])
      if (!facts) throw new Error(`Source ${source} of an excerpt is not there`)
      return [source, { ...facts, authors: JSON.parse(facts.authors), codePoints: codePointsAt(text, offsets) }]
    }),
  )
