import type { RegisterField, RegisterMapping, ValueField } from '../../../contract/register-exchange.ts'
import { assessmentKind } from '../../../model/assessment.ts'
import type { Scales } from '../../../model/criteria.ts'
import type { PartialDate } from '../../../model/partial-date.ts'
import type { Risk, RiskAction, RiskStatus } from '../../../model/risk.ts'
import { bandOf } from '../../scoring.ts'
import { clipped, sentence } from '../../sentence.ts'
import { partialDateWords } from '../../words.ts'
import { exactWords, type Rows, readableWords, shownWords } from '../cells.ts'
import { joinedFields } from './register-heads.ts'
import { daysBetween, sheetDate } from './sheet-dates.ts'
import { ownWords, percentRange } from './value-words.ts'

type Kind = (typeof assessmentKind.options)[number]

/** A scoring as a row states it. `impact` is an index into the scales. */
export type StatedScore = {
  kind: Kind
  word: string
  low: number
  high: number
  impact: number
  words: [string, string]
}

/** What a row of another register says of its risk, and what of it cannot be read, in sentences. */
export type StatedRisk = {
  ref: string
  fields: Partial<
    Pick<
      Risk,
      | 'title'
      | 'cause'
      | 'event'
      | 'consequence'
      | 'category'
      | 'kind'
      | 'owner'
      | 'strategy'
      | 'proximity'
      | 'velocity'
      | 'strikesBy'
      | 'nextReview'
      | 'reviewDays'
      | 'contingency'
      | 'fallback'
    >
  >
  /** A title made of what happens, where no column has one. */
  madeTitle: string
  status: { status: RiskStatus; words: string } | null
  scores: StatedScore[]
  strength: 'low' | 'moderate' | 'high' | null
  scoredOn: PartialDate | null
  rationale: string
  actions: { text: string; owner: string | null; due: PartialDate | null; status: RiskAction['status'] | null }[]
  indicators: string[]
  faults: string[]
}

export type RowReader = (row: Rows[number]) => StatedRisk

const oneLine = (words: string) => words.trim().replace(/\s+/gu, ' ')

/** Nothing, as people write it. */
const isNothing = (words: string) => /^(?:|-+|–|—|n\/?a|none|null|tbd|tbc|\?)$/i.test(words.trim())

/** Reads rows as a mapping says. The scales are those in force. */
export const rowReader = (rows: Rows, mapping: RegisterMapping, scales: Scales): RowReader => {
  const heads = rows[mapping.head] ?? []
  const columnsOf = new Map<RegisterField, number[]>()
  for (const { at, field } of mapping.columns) columnsOf.set(field, [...(columnsOf.get(field) ?? []), at])
  const meanings = new Map(mapping.values.map(({ field, theirs, ours }) => [`${field} ${theirs}`, ours]))
  const has = (field: RegisterField) => columnsOf.has(field)

  return row => {
    const faults: string[] = []
    const words = (field: RegisterField): string => {
      const [at] = columnsOf.get(field) ?? []
      const said = at === undefined ? '' : readableWords(row[at])
      return isNothing(said) ? '' : said
    }
    /** The texts of all columns of a field, those of further columns with their heads. */
    const text = (field: RegisterField): string => {
      const parts = (columnsOf.get(field) ?? []).flatMap((at, place) => {
        const said = shownWords(row[at]).trim()
        if (isNothing(said)) return []
        return place === 0 ? [said] : [`${shownWords(heads[at]).trim()}: ${said}`]
      })
      return parts.join('\n')
    }
    const fault = (field: string, said: string) =>
      void faults.push(sentence('rules.sheetBadField', { field, words: clipped(said, 200) }))
    const line = (field: RegisterField): string => {
      const said = oneLine(text(field))
      if (said.length <= 2_000) return said
      faults.push(sentence('rules.registerTooLong', { field }))
      return ''
    }
    const meaning = (field: ValueField, said: string): string => {
      if (said === '') return ''
      const ours = meanings.get(`${field} ${said.slice(0, 2_000)}`) ?? ''
      if (ownWords(field, scales).includes(ours)) return ours
      faults.push(sentence('rules.registerNoMeaning', { field, words: clipped(said, 200) }))
      return ''
    }
    const date = (field: RegisterField): PartialDate | null => {
      const [at] = columnsOf.get(field) ?? []
      const exact = at === undefined ? '' : exactWords(row[at]).trim()
      const said = words(field)
      if (said === '') return null
      const read = sheetDate(/^\d{4}-\d{2}-\d{2}/.test(exact) ? exact : said, mapping.dayFirst)
      if (read !== null && 'date' in read) return read.date
      if (read === null) fault(field, said)
      else {
        const [one, other] = read.either.map(partialDateWords)
        faults.push(sentence('rules.registerEither', { field, words: said, one: one ?? '', other: other ?? '' }))
      }
      return null
    }

    const fields: StatedRisk['fields'] = {}
    for (const field of ['cause', 'event', 'consequence', 'contingency', 'fallback'] as const) {
      const said = text(field)
      if (said !== '') fields[field] = said
    }
    for (const field of ['title', 'category', 'owner', 'proximity', 'velocity'] as const) {
      const said = line(field)
      if (said !== '') fields[field] = said
    }
    const kind = meaning('kind', words('kind'))
    if (kind === 'threat' || kind === 'opportunity') fields.kind = kind
    const strategy = meaning('strategy', words('strategy'))
    if (strategy !== '') fields.strategy = strategy as NonNullable<Risk['strategy']>
    const [strikesBy, nextReview] = [date('strikes by'), date('next review')]
    if (strikesBy !== null) fields.strikesBy = strikesBy
    if (nextReview !== null) fields.nextReview = nextReview
    const cadence = words('review days')
    const days = cadence === '' ? null : daysBetween(cadence)
    if (days !== null) fields.reviewDays = days
    else if (cadence !== '') fault('review days', cadence)

    const scoreOf = (of: Kind): StatedScore[] => {
      const [chance, harm] = [`${of} likelihood`, `${of} impact`] as const
      if (!has(chance) && !has(harm)) return []
      const [said, hit] = [words(chance), words(harm)]
      if (said === '' && hit === '') return []
      const half = (field: string) => {
        faults.push(sentence('rules.registerHalfScore', { kind: of, field }))
        return []
      }
      if (said === '') return half('the likelihood')
      if (hit === '') return half('the impact')
      const percent = meanings.get(`likelihood ${said}`) === undefined ? percentRange(said) : null
      const word = percent
        ? scales.likelihoods[bandOf(scales, percent.low, percent.high)]?.word
        : meaning('likelihood', said)
      const band = scales.likelihoods.find(one => one.word === word)
      const impact = scales.impacts.findIndex(one => one.word === meaning('impact', hit))
      if (band === undefined || impact < 0) return []
      const { low, high } = percent ?? band
      return [{ kind: of, word: band.word, low, high, impact, words: [said, hit] }]
    }

    const statusWords = words('status')
    const status = meaning('status', statusWords)
    const strength = meaning('strength', words('strength'))
    const [actionOwner, due, actionStatus] = [
      line('action owner'),
      date('action due'),
      meaning('action status', words('action status')),
    ]
    const lines = (field: 'action' | 'indicator') =>
      (columnsOf.get(field) ?? []).flatMap(at => {
        const said = oneLine(shownWords(row[at]))
        if (isNothing(said)) return []
        if (said.length <= 2_000) return [said]
        faults.push(sentence('rules.registerTooLong', { field }))
        return []
      })
    const scores = assessmentKind.options.flatMap(scoreOf)
    const actions = lines('action')
    /** What stands with nothing that it could be said of. */
    const alone = (fields: readonly RegisterField[], what: string) => {
      for (const field of fields) {
        const said = oneLine(text(field))
        if (said !== '') faults.push(sentence('rules.registerAlone', { field, words: clipped(said, 200), what }))
      }
    }
    if (actions.length === 0) {
      const read = {
        'action owner': actionOwner !== '',
        'action due': due !== null,
        'action status': actionStatus !== '',
      }
      alone(
        (['action owner', 'action due', 'action status'] as const).filter(field => read[field]),
        'action',
      )
    }
    if (scores.length === 0) alone(['rationale', 'strength'], 'scoring')
    return {
      ref: oneLine(words('ref')).slice(0, 2_000),
      fields,
      madeTitle: clipped((fields.event ?? fields.cause ?? fields.consequence ?? '').split('\n')[0] ?? '', 200),
      status: status === '' ? null : { status: status as RiskStatus, words: statusWords },
      scores,
      strength: strength === 'low' || strength === 'moderate' || strength === 'high' ? strength : null,
      scoredOn: date('scored on'),
      rationale: text('rationale'),
      actions: actions.map(said => ({
        text: said,
        owner: actionOwner === '' ? null : actionOwner,
        due,
        status: actionStatus === '' ? null : (actionStatus as RiskAction['status']),
      })),
      indicators: lines('indicator'),
      faults: [...new Set(faults)],
    }
  }
}

/** Columns that are read, and those whose score follows from others. */
export const readColumns = ({ columns }: RegisterMapping) => {
  const seen = new Set<RegisterField>()
  const read = new Set<number | undefined>()
  const scores = new Set<number>()
  for (const { at, field } of columns) {
    if (field === 'score') scores.add(at)
    else if (!seen.has(field) || joinedFields.includes(field)) read.add(at)
    seen.add(field)
  }
  return { read, scores }
}
