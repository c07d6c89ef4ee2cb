import type { Briefing } from '../../../shared/model/briefing.ts'
import type { BriefingRecords } from '../briefing/records.ts'
import { childrenOf, type Html } from '../html.ts'

/** The cited excerpts by the number of their note, as the notes of the document name them. */
function* citedIn(piece: Html, note = 0): Generator<{ note: number; excerpt: string }> {
  const { id, 'data-excerpt': excerpt } = piece.attributes
  const number = piece.tag === 'li' ? Number(/^note-(\d+)$/.exec(String(id ?? ''))?.[1] ?? note) : note
  if (number > 0 && excerpt !== undefined) yield { note: number, excerpt: String(excerpt) }
  for (const child of childrenOf(piece)) if (typeof child !== 'string') yield* citedIn(child, number)
}

/**
 * What a briefing cites, as data: a list in the order of its notes. Offsets are UTF-16 code units of the canonical text
 * of the source. The same briefing and case give the same text.
 */
export function evidenceJson(
  root: Html,
  briefing: Pick<Briefing, 'id' | 'title' | 'marking' | 'cutOff'>,
  { excerpts, sources }: Pick<BriefingRecords, 'excerpts' | 'sources'>,
): string {
  const [quoted, known] = [
    new Map<string, BriefingRecords['excerpts'][number]>(excerpts.map(each => [each.id, each])),
    new Map<string, BriefingRecords['sources'][number]>(sources.map(each => [each.id, each])),
  ]
  const notes = [...citedIn(root)].flatMap(({ note, excerpt: id }) => {
    const excerpt = quoted.get(id)
    const source = excerpt && known.get(excerpt.source)
    if (!excerpt || !source) return []
    const { title, authors, publisher, published, url, language, kind, reliability } = source
    return [
      {
        note,
        excerpt: excerpt.id,
        words: excerpt.exact,
        state: excerpt.state,
        start: excerpt.start,
        end: excerpt.end,
        page: excerpt.page,
        textVersion: excerpt.textVersion,
        credibility: excerpt.credibility,
        source: { id: source.id, title, authors, publisher, published, url, language, kind, reliability },
      },
    ]
  })
  const { id, title, marking, cutOff } = briefing
  return `${JSON.stringify({ format: 'glossator-evidence', version: 1, briefing: { id, title, marking, cutOff }, notes }, null, 2)}\n`
}
