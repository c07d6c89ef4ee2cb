import type { Claim } from '../../model/claim.ts'
import { type Reliability, reliability } from '../../model/grades.ts'
import type { ExcerptId, SourceId } from '../../model/id.ts'
import type { Lineage } from '../../model/lineage.ts'
import { comparePartialDates, daySpan, type PartialDate } from '../../model/partial-date.ts'
import type { Source, SourceKind } from '../../model/source.ts'
import type { Term } from '../../model/term.ts'
import { countOrigins, sourceLineages } from '../corroboration.ts'

/** What the statement is drawn from. A case document has all of it. */
export type StatementRecords = {
  sources: readonly Source[]
  claims: readonly Pick<Claim, 'term' | 'source' | 'lineage' | 'polarity' | 'rank' | 'credibility'>[]
  terms: readonly Pick<Term, 'id' | 'ref'>[]
  lineages: readonly Pick<Lineage, 'id' | 'name'>[]
  excerpts: readonly { id: ExcerptId; source: SourceId }[]
}

export type StatementAsked = {
  scope: 'all' | 'cited'
  /** Every excerpt that the briefing cites, each once. */
  cited: readonly ExcerptId[]
  cutOff: PartialDate | null
}

/** What a source summary statement says (ICD 206, D.5), in figures and names that follow from the records alone. */
export type StatementFacts = {
  /** Those in scope, of all that the case holds. */
  sources: number
  held: number
  kinds: { kind: SourceKind; count: number }[]
  /** The oldest and the newest date that is known. */
  span: { first: PartialDate; last: PartialDate } | null
  undated: number
  /** Whole days from the newest source to the information cut-off; null where one of the two is not known, or the source is newer. */
  age: number | null
  grades: { grade: Reliability; count: number }[]
  claims: number
  origins: number
  /** Claims whose credibility could be judged. */
  judged: number
  /** Named origins that sources relay. */
  relayed: string[]
  /** Passages cited, and the sources that most of them stand in: as few as hold half of them. */
  passages: number
  foremost: { source: SourceId; count: number }[]
  /** Terms by their refs. */
  terms: number
  single: string[]
  unanswered: string[]
  noAuthor: number
  noPublisher: number
  /** Sources of the case that the briefing does not cite, and claims that were set aside. */
  uncited: number
  setAside: number
}

const counted = <Word extends string>(words: readonly Word[]): { word: Word; count: number }[] => {
  const counts = new Map<Word, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .map(([word, count]) => ({ word, count }))
    .sort((one, other) => other.count - one.count || one.word.localeCompare(other.word))
}

const dayInMilliseconds = 86_400_000

const daysBetween = (earlier: PartialDate, later: PartialDate): number | null => {
  const days = (Date.parse(daySpan(later).last) - Date.parse(daySpan(earlier).last)) / dayInMilliseconds
  return days >= 0 ? Math.round(days) : null
}

/** As few sources as half of all cited passages stand in; none where that is most of them all the same. */
const foremostOf = (passages: readonly SourceId[], sources: number): { source: SourceId; count: number }[] => {
  const byCount = counted(passages)
  let held = 0
  const found = byCount.filter(({ count }) => {
    const isNeeded = held * 2 < passages.length
    if (isNeeded) held += count
    return isNeeded
  })
  return found.length * 2 > sources ? [] : found.map(({ word: source, count }) => ({ source, count }))
}

const isGiving = ({ polarity }: Pick<Claim, 'polarity'>) => polarity === 'asserts' || polarity === 'denies'

/** The facts of the statement. Deprecated claims and those that report silence bear out nothing and are not counted. */
export const statementFacts = (records: StatementRecords, { scope, cited, cutOff }: StatementAsked): StatementFacts => {
  const sourceOf = new Map(records.excerpts.map(({ id, source }) => [id, source]))
  const passages = cited.flatMap(id => sourceOf.get(id) ?? [])
  const citedSources = new Set(passages)
  const sources = scope === 'all' ? records.sources : records.sources.filter(({ id }) => citedSources.has(id))
  const inScope = new Set(sources.map(({ id }) => id))
  const theirs = records.claims.filter(claim => inScope.has(claim.source))
  const standing = theirs.filter(({ rank }) => rank !== 'deprecated')
  const speaking = standing.filter(({ polarity }) => polarity !== 'silent')
  const lineages = sourceLineages(sources)
  const answers = new Map<string, typeof speaking>()
  for (const claim of speaking.filter(isGiving)) {
    const list = answers.get(claim.term)
    if (list) list.push(claim)
    else answers.set(claim.term, [claim])
  }
  const dated = sources.flatMap(({ published }) => published ?? []).sort(comparePartialDates)
  const [first, last] = [dated[0], dated.at(-1)]
  const relays = new Set([...speaking.map(({ lineage }) => lineage), ...lineages.values()])
  return {
    sources: sources.length,
    held: records.sources.length,
    kinds: counted(sources.map(({ kind }) => kind)).map(({ word: kind, count }) => ({ kind, count })),
    span: first && last ? { first, last } : null,
    undated: sources.length - dated.length,
    age: last && cutOff ? daysBetween(last, cutOff) : null,
    grades: reliability.options.flatMap(grade => {
      const count = sources.filter(source => source.reliability === grade).length
      return count === 0 ? [] : [{ grade, count }]
    }),
    claims: speaking.length,
    origins: countOrigins(speaking, lineages),
    judged: speaking.filter(({ credibility }) => credibility !== 6).length,
    relayed: records.lineages.filter(({ id }) => relays.has(id)).map(({ name }) => name),
    passages: passages.length,
    foremost: foremostOf(passages, sources.length),
    terms: records.terms.length,
    single: records.terms.filter(({ id }) => countOrigins(answers.get(id) ?? [], lineages) === 1).map(({ ref }) => ref),
    unanswered: records.terms.filter(({ id }) => !answers.has(id)).map(({ ref }) => ref),
    noAuthor: sources.filter(({ authors }) => authors.length === 0).length,
    noPublisher: sources.filter(({ publisher }) => publisher === '').length,
    uncited: records.sources.filter(({ id }) => !citedSources.has(id)).length,
    setAside: theirs.length - standing.length,
  }
}
