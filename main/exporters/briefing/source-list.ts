import { reliability } from '../../../shared/model/grades.ts'
import { comparePartialDates } from '../../../shared/model/partial-date.ts'
import { countOrigins, sourceLineages } from '../../../shared/rules/corroboration.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { element, type Html, join } from '../html.ts'
import { capitalised, listWords } from '../wording.ts'
import type { Context, NamedSource } from './context.ts'
import { dateWords, reference, titleWords } from './reference.ts'

/** The source summary statement (ICD 206), drafted from the data, then every source with its grade and why it has it. */
export function sourceList(context: Context): Html {
  return join(
    element('p', { class: 'summary' }, summaryStatement(context)),
    ...context.sources.map(named => sourceEntry(named, context)),
  )
}

/**
 * What the briefing rests on, in sentences that follow from the records alone: how many sources of what kind and time,
 * how reliable, how many origins stand behind the claims, and what the documents leave unsaid.
 */
export function summaryStatement({ document }: Context): string {
  const { sources, claims, terms } = document
  if (sources.length === 0) return say('briefing.summaryNone')
  const dated = sources.flatMap(({ published }) => published ?? []).sort(comparePartialDates)
  const [first, last] = [dated[0], dated.at(-1)]
  const kinds = counted(sources.map(({ kind }) => kind)).map(([kind, count]) =>
    say('briefing.summaryKind', { kind, count }),
  )
  const grades = reliability.options.flatMap(grade => {
    const count = sources.filter(source => source.reliability === grade).length
    return count === 0
      ? []
      : [say('briefing.summaryGrade', { count, grade, words: say(`briefing.reliability.${grade}`) })]
  })
  const lineages = sourceLineages(sources)
  const speaking = claims.filter(({ polarity }) => polarity !== 'silent')
  const single = terms.filter(({ id }) => {
    const giving = speaking.filter(({ term, polarity }) => term === id && polarity !== 'no-value')
    return giving.length > 0 && countOrigins(giving, lineages) === 1
  })
  const graded = speaking.filter(({ credibility }) => credibility !== 6).length
  return [
    say('briefing.summarySources', { count: sources.length, kinds: listWords(kinds) }),
    first === undefined || last === undefined
      ? say('briefing.summaryUndated')
      : say('briefing.summaryDates', {
          first: partialDateWords(first),
          last: partialDateWords(last),
          same: String(first === last),
          undated: sources.length - dated.length,
        }),
    say('briefing.summaryGrades', { grades: listWords(grades) }),
    say('briefing.summaryClaims', { claims: speaking.length, origins: countOrigins(speaking, lineages), graded }),
    single.length > 0 ? say('briefing.summarySingle', { count: single.length, terms: terms.length }) : '',
    unstated(sources),
  ]
    .filter(sentence => sentence !== '')
    .join(' ')
}

function unstated(sources: readonly NamedSource['source'][]): string {
  const authors = sources.filter(source => source.authors.length === 0).length
  const publishers = sources.filter(source => source.publisher === '').length
  return authors + publishers === 0 ? '' : say('briefing.summaryMissing', { authors, publishers })
}

function counted<Word extends string>(words: readonly Word[]): [Word, number][] {
  const counts = new Map<Word, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort((left, right) => right[1] - left[1] || left[0].localeCompare(right[0]))
}

function sourceEntry({ ref, anchor, source }: NamedSource, context: Context): Html {
  const { document } = context
  const excerpts = document.excerpts.filter(excerpt => excerpt.source === source.id).length
  const claims = document.claims.filter(claim => claim.source === source.id).length
  const lineage = document.lineages.find(({ id }) => id === source.lineage)
  const relayed = document.lineages.filter(
    ({ id }) =>
      id !== source.lineage && document.claims.some(claim => claim.source === source.id && claim.lineage === id),
  )
  const relays = [...(lineage === undefined ? [] : [lineage]), ...relayed].map(({ name }) => name)
  const version = source.versions.at(-1)
  const grade = say('briefing.gradeSentence', {
    grade: source.reliability,
    words: say(`briefing.reliability.${source.reliability}`),
  })
  return element(
    'article',
    { class: 'source' },
    element('h3', { id: anchor }, element('span', { class: 'ref' }, ref), ' ', titleWords(source)),
    element('p', {}, reference(source)),
    element(
      'p',
      {},
      element('b', {}, grade),
      ' ',
      source.reliabilityReason === '' ? say('briefing.gradeNoReason') : capitalised(source.reliabilityReason),
    ),
    relays.length > 0 && element('p', {}, say('briefing.relaysSentence', { origins: listWords(relays) })),
    source.published === null &&
      source.publishedReadings.length > 1 &&
      element('p', {}, say('briefing.dateOpen', { words: dateWords(source) })),
    element(
      'p',
      { class: 'quiet' },
      say('briefing.sourceCounts', { excerpts, claims }),
      version !== undefined &&
        ` ${say('briefing.fingerprint', { number: version.number, sha: version.textSha256.slice(0, 16) })}`,
    ),
  )
}
