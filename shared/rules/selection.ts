import type { Term } from '../model/term.ts'
import type { TextRange } from '../model/text-version.ts'
import type { Qualifier, StatedValue, TypedValue } from '../model/typed-value.ts'
import { findDates } from './figures/dates.ts'
import { findDurations } from './figures/durations.ts'
import { findMoney } from './figures/money.ts'
import { findPercents } from './figures/percents.ts'
import { findQuantities } from './figures/quantities.ts'
import type { Found } from './figures/scan.ts'
import { negatedIn } from './negation.ts'
import { speakerOf } from './speaker.ts'

type Figure<Type extends TypedValue['type']> = {
  value: Extract<TypedValue, { type: Type }>
  qualifier: Qualifier
  /** Share of what, amount over what; empty when not said or not sure. */
  basis: string
}

/** What selected words propose for a claim. Each part is null when there is nothing, or when more than one reading is possible. */
export type SelectionReading = {
  words: string
  percent: Figure<'percent'> | null
  money: Figure<'money'> | null
  quantity: Figure<'quantity'> | null
  duration: Figure<'duration'> | null
  date: Figure<'date'> | null
  /** True when the words deny something, false when they do not, null when one negation meets another. */
  negated: boolean | null
  speaker: string | null
}

const stops =
  /[,.;:!?()“”"\n—–]|\s(?:to|into|for|will|would|shall|should|must|may|could|can|is|are|was|were|be|being|has|have|had|goes|go|going|flows?|flowing|aiming|that|which|who|as|by|on|at|in|under|with|within|until|when|while|if|unless|once|but|before|after|each|every|over|behind|lies?|remains?|stays?|comes?|came|belongs?|stands?|needs?|went|fell|rose|said|says|took|made|wants?)\b/i
const rate = /^\s+(?:a|per|each|every)\s+(year|month|week|day|tonne|ton)\b|^\s+(annually|yearly)\b/i

/** "a year", "annually": an amount over time is its basis. */
export const rateBasis = (rest: string): string => {
  const [, unit, adverb] = rest.match(rate) ?? []
  return unit ? `per ${unit.toLowerCase()}` : adverb ? 'per year' : ''
}

/** A longer phrase has most likely run on into its verb. */
const mostBasisWords = 6

/** The words after "of" up to the end of the phrase. What is joined by "and" or "or" may go on to something else: not sure. */
const phraseBasis = (rest: string, opening: RegExp): string => {
  const opened = rest.match(opening)
  if (opened === null) return ''
  const tail = rest.slice(opened[0].length)
  const phrase = tail.slice(0, tail.search(stops) < 0 ? tail.length : tail.search(stops)).trim()
  const words = phrase.split(/\s+/)
  return words.length > mostBasisWords || /\b(?:and|or)\b|^\d/i.test(phrase) ? '' : phrase
}

const shareOf = /^\s+(?:(?:share|stake|cut|portion|interest)\s+)?(?:of|in)\s+(?:the\s+|all\s+)?(?=[\p{Ll}\p{Lu}])/u
const worthOf = /^\s+(?:worth\s+of|of|in(?=\s+\p{Ll}))\s+(?:the\s+)?/u

const basisOf = (found: { end: number; value: TypedValue }, text: string): string => {
  const rest = text.slice(found.end)
  if (found.value.type === 'percent') return phraseBasis(rest, shareOf)
  return found.value.type === 'money' ? rateBasis(rest) || phraseBasis(rest, worthOf) : ''
}

const covers = (wider: TextRange, found: TextRange) =>
  wider !== found && wider.start <= found.start && wider.end >= found.end

/** The one value of a kind in the text, however often it is repeated; null when there are several. */
const single = <Type extends TypedValue['type']>(found: readonly Found<Type>[], text: string): Figure<Type> | null => {
  const outer = found.filter(
    (one, at) =>
      !found.some(
        (other, index) => covers(other, one) && (other.end - other.start > one.end - one.start || index < at),
      ),
  )
  const [first] = outer
  // A half of a range or a list makes all of them doubtful: what is left of it would look like the only one.
  if (first === undefined || outer.some(({ isPart }) => isPart)) return null
  const same = outer.every(
    one => JSON.stringify(one.value) === JSON.stringify(first.value) && one.qualifier === first.qualifier,
  )
  if (!same) return null
  const bases = [...new Set(outer.map(one => basisOf(one, text)).filter(basis => basis !== ''))]
  return { value: first.value, qualifier: first.qualifier, basis: bases.length === 1 ? (bases[0] ?? '') : '' }
}

/**
 * Reads the words that an analyst selected, to pre-fill a claim: precision before recall, because a wrong proposal
 * costs more than none (test/shared/rules/selection-measure.test.ts holds both on a labelled set). `context` is the
 * paragraph around them: the speaker may stand outside the selection.
 */
export const readSelection = (text: string, context: string): SelectionReading => {
  const words = text.trim().replace(/\s+/g, ' ')
  const [percents, money, durations, dates] = [
    findPercents(words),
    findMoney(words),
    findDurations(words),
    findDates(words),
  ]
  const taken = [...percents, ...money, ...durations, ...dates]
  const quantities = findQuantities(words).filter(
    found => !taken.some(other => other.start < found.end && found.start < other.end),
  )
  return {
    words,
    percent: single(percents, words),
    money: single(money, words),
    quantity: single(quantities, words),
    duration: single(durations, words),
    date: single(dates, words),
    negated: negatedIn(words),
    speaker: speakerOf(words, context.replace(/[^\S\n]+/g, ' ')),
  }
}

const same = (left: string, right: string) => left.trim().toLowerCase() === right.trim().toLowerCase()
const singular = (unit: string) => unit.trim().toLowerCase().replace(/s$/, '')

/** The one basis of the term that the words name outright, however long it is; none when they name several. */
const basisNamed = (words: string, bases: readonly string[]): string => {
  const folded = words.toLowerCase().replace(/\s+/gu, ' ')
  const named = bases.filter(basis => folded.includes(basis.toLowerCase()))
  return named.length === 1 ? (named[0] ?? '') : ''
}

/** The term's own spelling of a basis where it knows it. */
export const knownBasis = (basis: string, term: Pick<Term, 'bases'>): string =>
  term.bases.find(known => same(known, basis)) ?? basis

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** An option with its last word in the singular or the plural: "rare earth elements" names "rare earths". */
const inAnyNumber = (option: string) =>
  `${escaped(option.replace(/(?<=\p{L}{3}[^su])s$/iu, ''))}(?:s(?![\\p{L}\\p{N}]))?`

/** The options of the term that stand in the words as whole words; one that is part of a longer one there does not count. */
const optionsIn = (words: string, options: readonly string[]): string[] => {
  const standing = (option: string, text: string) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${inAnyNumber(option)}(?![\\p{L}\\p{N}])`, 'iu').test(text)
  let rest = words
  const found = new Set<string>()
  for (const option of [...options].filter(known => known !== '').sort((left, right) => right.length - left.length)) {
    if (!standing(option, rest)) continue
    found.add(option)
    rest = rest.replace(new RegExp(inAnyNumber(option), 'giu'), ' ')
  }
  return options.filter(option => found.has(option))
}

/** The typed value that fits the term, from what was read; its value is null when nothing fits for certain. */
export const valueFor = (
  reading: SelectionReading,
  term: Pick<Term, 'valueType' | 'units' | 'bases' | 'options'>,
): StatedValue => {
  const raw = reading.words.slice(0, 2_000)
  const plain: StatedValue = { raw, value: null, basis: '', qualifier: 'exactly', condition: '' }
  const figure = (read: Pick<StatedValue, 'value' | 'qualifier' | 'basis'> | null): StatedValue =>
    read === null
      ? plain
      : { ...plain, ...read, basis: basisNamed(reading.words, term.bases) || knownBasis(read.basis, term) }
  const options = reading.negated ? [] : optionsIn(reading.words, term.options)
  switch (term.valueType) {
    case 'percent':
    case 'money':
    case 'duration':
    case 'date':
      return figure(reading[term.valueType])
    case 'quantity': {
      const unit =
        reading.quantity && term.units.find(known => singular(known) === singular(reading.quantity?.value.unit ?? ''))
      if (reading.quantity === null || (term.units.length > 0 && unit === undefined)) return plain
      return figure({
        ...reading.quantity,
        value: { ...reading.quantity.value, unit: unit || reading.quantity.value.unit },
      })
    }
    case 'one-of':
      return options.length === 1 && options[0] ? { ...plain, value: { type: 'one-of', option: options[0] } } : plain
    case 'many-of':
      return options.length > 0 ? { ...plain, value: { type: 'many-of', options } } : plain
    case 'text':
    case 'clause':
      return raw === '' ? plain : { ...plain, value: { type: term.valueType, text: raw } }
    case 'boolean':
      return plain
  }
}
