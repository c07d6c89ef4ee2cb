import type { ExcerptCard } from '../../shared/contract/excerpts.ts'
import type { AroundExcerpts } from './excerpts-csv.ts'

/** The name of a record outside the case (RFC 9562, section 4: a UUID as a URN). */
const urn = (id: string): string => `urn:uuid:${id}`

/** Only what any reader may follow: addresses come from documents. */
const webAddress = (url: string): string | undefined =>
  /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined

const words = (purpose: string, value: string, more: object = {}) => ({
  ...more,
  type: 'TextualBody',
  purpose,
  format: 'text/plain',
  value,
})

const bodiesOf = (card: ExcerptCard, tagName: (tag: string) => string) => [
  ...(card.comment === '' ? [] : [words('commenting', card.comment)]),
  ...card.tags.map(tag => words('tagging', tagName(tag), { id: urn(tag) })),
  ...(card.credibility === null ? [] : [words('assessing', String(card.credibility))]),
  ...card.claims.map(claim => words('linking', `${claim.ref} ${claim.name}: ${claim.words}`, { id: urn(claim.id) })),
  ...card.risks.map(risk => words('linking', `${risk.ref} ${risk.title}`, { id: urn(risk.id) })),
  ...card.notes.map(note => words('linking', note.title, { id: urn(note.id) })),
  // A relation stands once, on the excerpt it leads from; its kind is the label of the link.
  ...card.relations
    .filter(({ direction }) => direction === 'to')
    .map(({ kind, excerpt }) => ({
      type: 'SpecificResource',
      source: urn(excerpt),
      purpose: 'linking',
      label: kind,
    })),
]

const annotationOf = (card: ExcerptCard, { sources }: AroundExcerpts, tagName: (tag: string) => string) => {
  const { anchor } = card
  const source = sources.get(card.source)
  const bodies = bodiesOf(card, tagName)
  const purposes = [...new Set(bodies.map(({ purpose }) => purpose))]
  const via = webAddress(source?.url ?? '')
  const quote = { type: 'TextQuoteSelector', exact: anchor.exact, prefix: anchor.prefix, suffix: anchor.suffix }
  const position = {
    type: 'TextPositionSelector',
    start: source?.codePoints.get(anchor.start) ?? anchor.start,
    end: source?.codePoints.get(anchor.end) ?? anchor.end,
  }
  return {
    id: urn(card.id),
    type: 'Annotation',
    motivation: purposes.length === 0 ? 'highlighting' : purposes.length === 1 ? purposes[0] : purposes,
    created: card.created,
    modified: card.updated,
    ...(card.author === '' ? {} : { creator: { type: 'Person', name: card.author } }),
    ...(bodies.length === 0 ? {} : { body: bodies }),
    target: {
      type: 'SpecificResource',
      // The text that the positions count in is the canonical one, not the page that it was taken from.
      source: {
        id: urn(anchor.textVersion),
        type: 'Text',
        format: 'text/plain',
        ...(card.sourceTitle === '' ? {} : { label: card.sourceTitle }),
        ...(source?.language ? { language: source.language } : {}),
        ...(via === undefined ? {} : { via }),
      },
      // What stands nowhere has no position; its words are still those that were quoted.
      selector: anchor.state === 'lost' ? quote : [quote, position],
      styleClass: card.colour,
    },
  }
}

const encoder = new TextEncoder()

/**
 * Excerpts as an annotation collection of the W3C Web Annotation Data Model (Recommendation, 23 February 2017), JSON-LD in
 * UTF-8, piece by piece: tags, comments, grades and links are bodies with a purpose; offsets are code points of the
 * canonical text. `id` names the collection. Held by test/main/exporters/web-annotation.test.ts against the model.
 */
export function* webAnnotations(
  cards: readonly ExcerptCard[],
  around: AroundExcerpts & { id: string },
): Generator<Uint8Array> {
  const { caseName, tags, id } = around
  const names = new Map<string, string>(tags.map(tag => [tag.id, tag.name]))
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: urn(id),
    type: 'AnnotationCollection',
    label: caseName,
    total: cards.length,
  }
  const page = { id: `${urn(id)}#page-1`, type: 'AnnotationPage', partOf: urn(id), startIndex: 0 }
  const open = (value: object) => JSON.stringify(value).slice(0, -1)
  yield encoder.encode(`${open(collection)},"first":${open(page)},"items":[`)
  for (const [at, card] of cards.entries())
    yield encoder.encode(
      `${at === 0 ? '\n' : ',\n'}${JSON.stringify(annotationOf(card, around, tag => names.get(tag) ?? ''))}`,
    )
  yield encoder.encode(`\n]},"last":${JSON.stringify(page.id)}}\n`)
}
