import type { ClaimView } from '../../../shared/contract/claims.ts'
import type { TimelineKind } from '../../../shared/contract/timeline.ts'
import type { SourceId } from '../../../shared/model/id.ts'
import { comparePartialDates, daySpan, type PartialDate } from '../../../shared/model/partial-date.ts'
import type { Term } from '../../../shared/model/term.ts'
import { byId } from '../../../shared/rules/groups.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { element, type Html, joinWith } from '../html.ts'
import { tableHead } from '../table.ts'
import { captionParts, nothingShown } from './captions.ts'
import type { Context } from './context.ts'
import { perBlock } from './per-block.ts'
import { titleWords } from './reference.ts'
import { type BlockOf, isChosen } from './shown.ts'

/** One line: what is said of a date, and all sources that say it in the same words. */
export type TimelineRow = {
  date: PartialDate
  kind: TimelineKind
  term: Term | null
  words: string
  sources: SourceId[]
  claims: ClaimView[]
}

/**
 * The dates of the case, the oldest first: sources by the day they were published, claims by the day of the event that
 * they tell of, else by the date that they give, else by the day as of which they hold. A claim stands once; claims that
 * say the same of the same day share a line. What only holds as of a day is told where it names a stage: a step of the
 * talks. What gives no value, is silent, or is no longer held to be right has no line.
 */
export const timelineRows = perBlock((block: BlockOf<'timeline'>, context: Context): TimelineRow[] => {
  const isWithin = (date: PartialDate) => {
    const { first, last } = daySpan(date)
    return (
      (block.from === null || last >= daySpan(block.from).first) &&
      (block.to === null || first <= daySpan(block.to).last)
    )
  }
  const rows = new Map<string, TimelineRow>()
  if (block.categories.length === 0)
    for (const { source } of context.sources)
      if (source.published !== null && isWithin(source.published))
        rows.set(source.id, {
          date: source.published,
          kind: 'published',
          term: null,
          words: titleWords(source),
          sources: [source.id],
          claims: [],
        })
  const terms = byId(context.document.terms)
  for (const { id } of context.document.claims) {
    const claim = context.claim(id)
    const term = claim && terms.get(claim.term)
    if (!claim || !term || isMute(claim)) continue
    const [kind, date] = dateOf(claim)
    if (kind === 'as of' && claim.stage === null) continue
    if (date === null || !isWithin(date) || !isChosen(block, term.category)) continue
    const words = claim.stage === null ? claim.words : `${claim.words} (${nameOf('stage', claim.stage)})`
    const key = [date, kind, term.id, words].join('\n')
    const row = rows.get(key) ?? { date, kind, term, words, sources: [], claims: [] }
    rows.set(key, {
      ...row,
      sources: [...new Set([...row.sources, claim.source])],
      claims: [...row.claims, claim],
    })
  }
  const place = new Map(context.matrix.rows.map(({ term }, index) => [term.id, index]))
  const placeOf = ({ term }: TimelineRow) => (term === null ? -1 : (place.get(term.id) ?? 0))
  return [...rows.values()].sort(
    (left, right) =>
      comparePartialDates(left.date, right.date) ||
      placeOf(left) - placeOf(right) ||
      left.words.localeCompare(right.words) ||
      (left.sources[0] ?? '').localeCompare(right.sources[0] ?? ''),
  )
})

const isMute = ({ polarity, rank }: ClaimView): boolean =>
  polarity === 'silent' || polarity === 'no-value' || rank === 'deprecated'

function dateOf(claim: ClaimView): [TimelineKind, PartialDate | null] {
  if (claim.eventDate !== null) return ['event', claim.eventDate]
  if (claim.polarity === 'asserts' && claim.value?.type === 'date') return ['date claimed', claim.value.date]
  return ['as of', claim.asOf]
}

/** Events, dates given and steps of the talks, a line each, with who reports them. A date is told once where several lines share it. */
export function timeline(block: BlockOf<'timeline'>, context: Context): Html {
  const rows = timelineRows(block, context)
  if (rows.length === 0) return nothingShown('timeline', block)
  const heads = (['date', 'what', 'sources'] as const).map(head => say(`briefing.timeline.${head}`))
  return element(
    'table',
    { class: 'timeline' },
    element('caption', {}, captionParts(block, context)),
    tableHead(...heads),
    element('tbody', {}, ...rows.map((row, index) => lineOf(row, rows[index - 1]?.date === row.date, context))),
  )
}

function lineOf(row: TimelineRow, isAgain: boolean, context: Context): Html {
  const cited = row.claims.flatMap(({ evidence }) => {
    const leading = evidence.find(({ role }) => role === 'supports') ?? evidence[0]
    return leading === undefined ? [] : [leading.excerpt]
  })
  const isBare = row.claims.length > 0 && cited.length === 0
  return element(
    'tr',
    { class: isAgain ? 'again' : undefined },
    element('th', { scope: 'row' }, partialDateWords(row.date)),
    element(
      'td',
      {},
      row.term === null
        ? [element('span', { class: 'silent' }, say('briefing.timeline.published')), ' ', row.words]
        : [element('span', { class: 'ref' }, row.term.ref), ` ${row.term.name}: ${row.words}`],
      isBare && element('span', { class: 'flag' }, ` ${say('briefing.unsupportedSign')}`),
      context.citations.cite(cited),
    ),
    element(
      'td',
      {},
      joinWith(
        row.sources.map(id => sourceRef(id, context)),
        ', ',
      ),
    ),
  )
}

function sourceRef(id: SourceId, context: Context): Html {
  const { ref, anchor } = context.sourceOf(id)
  return element(context.has('sources') ? 'a' : 'span', context.has('sources') ? { href: `#${anchor}` } : {}, ref)
}
