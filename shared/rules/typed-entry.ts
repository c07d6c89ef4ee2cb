import { type PartialDate, partialDate } from '../model/partial-date.ts'
import type { Term } from '../model/term.ts'
import type { Qualifier, StatedValue, TypedValue } from '../model/typed-value.ts'
import { findDates } from './figures/dates.ts'
import { findDurations } from './figures/durations.ts'
import { findMoney } from './figures/money.ts'
import { number, scale, to } from './figures/number.ts'
import { findPercents } from './figures/percents.ts'
import { findQuantities } from './figures/quantities.ts'
import { type Found, pattern } from './figures/scan.ts'
import { knownBasis, rateBasis } from './selection.ts'
import { abbreviated, type Shorthand, shortDate } from './shorthand.ts'
import { ukrainianAnswer, ukrainianDate, ukrainianFigure } from './ukrainian-entry.ts'

type Asking = Pick<Term, 'valueType' | 'units' | 'bases' | 'options'>

const before =
  /^\s*(?:(at least|(?:no|not) (?:less|fewer) than|more than|(?:a )?minimum(?: of)?|min\.?|over|above|from|≥|>=|>)|(up to|at most|(?:no|not) more than|not exceeding|less than|fewer than|(?:a )?maximum(?: of)?|max\.?|under|below|≤|<=|<|by)|(about|around|roughly|approximately|approx\.?|nearly|almost|circa|ca?\.|~|≈)|(exactly|precisely|=))\s*/i
const after =
  /^\s*(?:(\+|(?:or|and) (?:more|over|above|longer|up)\b|at least\b|minimum\b|min\b\.?)|((?:or|and) (?:less|fewer|under|below|shorter)\b|at (?:the )?most\b|maximum\b|max\b\.?)|((?:or so|or thereabouts|approximately|approx)\b\.?))/i

type Hedge = { qualifier: Qualifier; words: string; rest: string }

const hedged = (words: string, hedge: RegExp): Hedge => {
  const match = words.match(hedge)
  if (match === null) return { qualifier: 'exactly', words: '', rest: words.trim() }
  const [whole, least, most, about] = match
  const qualifier = least ? 'at least' : most ? 'up to' : about ? 'about' : 'exactly'
  return { qualifier, words: whole.trim().toLowerCase(), rest: words.slice(whole.length).trim() }
}

/** A number or a range of numbers that no unit follows directly. */
const bare = pattern(`^(?:between\\s+)?${number}${scale}(?:${to}${number}${scale})?(?![\\p{L}\\d%])`)

/** What may stand behind a number without a unit. Anything else is a unit of its own: "30 working days", "two thirds". */
const ownWords =
  /^\s*(?:$|[,(/+]|(?:of|in|per|an?|or|and|at|over|worth|share|annually|yearly|p\.?\s?a|min|max|minimum|maximum|from|for|before|after|approximately)\b)/i

type Opening = { value: Found<'percent' | 'money' | 'duration' | 'quantity'>['value']; after: string }

/** The figure that opens the words; a bare number takes what the term implies, put to it by `completed`. */
const opening = <Type extends 'percent' | 'money' | 'duration' | 'quantity'>(
  rest: string,
  find: (text: string) => Found<Type>[],
  completed: (figure: string) => string | null,
): Opening | null => {
  const at = (text: string) =>
    find(text)
      .filter(found => found.start === 0 && !found.isPart)
      .sort((one, other) => other.end - one.end)[0]
  const stated = at(rest)
  if (stated) return { value: stated.value, after: rest.slice(stated.end) }
  const [figure] = [...rest.matchAll(bare)].map(([words]) => words)
  const text = figure === undefined ? null : completed(figure.trim())
  const implied = text === null ? undefined : at(text)
  return implied && figure !== undefined && implied.end === text?.length && ownWords.test(rest.slice(figure.length))
    ? { value: implied.value, after: rest.slice(figure.length) }
    : null
}

const singular = (unit: string) => unit.trim().toLowerCase().replace(/s$/, '')

/** A quantity in the unit of the term, also of one thing: "1 seat", "40 t" where the term has tonnes. */
const inUnit = (rest: string, units: readonly string[]): Opening | null => {
  for (const unit of units) {
    const names = [singular(unit), ...(singular(unit) === 'tonne' ? ['t'] : [])]
    for (const name of names) {
      const words = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      const [match] = rest.matchAll(
        pattern(`^((?:between\\s+)?${number}${scale}(?:${to}${number}${scale})?)\\s*${words}(?:s|es)?(?![\\p{L}\\d])`),
      )
      // Any unit with an s is one to the reader of quantities.
      const found = match && findQuantities(`${match[1]?.trim().replace(/^(?:one|an?)$/i, '1')} units`)[0]
      if (match && found) return { value: { ...found.value, unit }, after: rest.slice(match[0].length) }
    }
  }
  return null
}

const oneThing = /^(?:1|one)\s+([\p{L}-]+)$/iu

const figureOf = (typed: string, term: Asking): Opening | null => {
  const rest = abbreviated(typed, term.valueType as Shorthand)
  const [unit = ''] = term.units
  switch (term.valueType) {
    case 'percent':
      return opening(rest, findPercents, figure => `${figure} %`)
    case 'money':
      return opening(rest, findMoney, figure => (/^[A-Z]{3}$/.test(unit) ? `${unit} ${figure}` : null))
    case 'duration':
      return opening(rest, findDurations, figure => (unit === '' ? null : `${figure} ${unit}`))
    case 'quantity': {
      const [, thing] = rest.match(oneThing) ?? []
      return (
        inUnit(rest, term.units) ??
        opening(rest, findQuantities, figure => (unit === '' ? null : `${figure} ${unit}`)) ??
        (thing === undefined ? null : { value: { type: 'quantity', low: 1, high: 1, unit: thing }, after: '' })
      )
    }
    default:
      return null
  }
}

/** What follows goes on with the figure: it is not the whole of it. */
const goesOn = /^\s*(?:(?:-|–|—|\bto\b|\band\b|\bor\b|\/|:|x)\s*(?:[$€£₴]|US\$|\d)|(?:percentage )?points?\b)/i

/** "(of new licences)", "share of", "p.a.": what the figure is of, in the words of the term where it has them. */
const basisIn = (words: string, term: Asking): string => {
  const plain = words
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^\(([^)]*)\)\s+/, '$1 ')
  const over = rateBasis(` ${plain.replace(/^p\.?\s?a\b\.?$/i, 'per year').replace(/^\/\s*/, 'per ')}`)
  const basis = over || plain.replace(/^(?:(?:share|stake|worth)\s+)?(?:of|in)\s+/i, '')
  const known = knownBasis(basis, term)
  return known === basis ? knownBasis(basis.replace(/^the\s+/i, ''), term) : known
}

const readFigure = (main: string, when: string, term: Asking): Omit<StatedValue, 'raw'> | null => {
  const ahead = hedged(main, before)
  const figure = figureOf(ahead.rest, term)
  if (figure === null || goesOn.test(figure.after)) return null
  const isRange = figure.value.low !== figure.value.high
  const behind = hedged(figure.after, after)
  // "From 40 to 60" is a range; "from 40" leaves the other end open.
  const first = isRange && ahead.words === 'from' ? 'exactly' : ahead.qualifier
  if (behind.qualifier !== 'exactly' && first !== 'exactly' && behind.qualifier !== first) return null
  const [, aside = ''] = behind.rest.match(/^,\s*(.*)$/) ?? []
  return {
    value: figure.value,
    qualifier: first === 'exactly' ? behind.qualifier : first,
    basis: aside === '' ? basisIn(behind.rest, term) : '',
    condition: [aside, when].filter(words => words !== '').join(', '),
  }
}

const dateHedge =
  /^\s*(?:(after|not before|no earlier than|not earlier than|not until|since|from|at least|≥|>=|>)|(by|before|until|till|no later than|not later than|on or before|up to|≤|<=|<)|(about|around|roughly|approximately|approx\.?|circa|ca?\.|~|≈)|(exactly|in|on))\s*/i
const end = /^(?:the )?end of\s+/i

const dateEntry = (words: string): PartialDate | null => {
  const short = shortDate(words)
  const plain = partialDate.safeParse(short)
  if (plain.success) return plain.data
  const whole = findDates(short).find(found => found.start === 0 && found.end === short.length)
  return whole && !whole.isPart ? whole.value.date : null
}

const readDate = (main: string, when: string): Omit<StatedValue, 'raw'> | null => {
  const { qualifier, rest } = hedged(main, dateHedge)
  const stated = (date: PartialDate | null, as: Qualifier): Omit<StatedValue, 'raw'> | null =>
    date && { value: { type: 'date', date }, qualifier: as, basis: '', condition: when }
  // By the end of March is by March; after the end of March is not after March.
  if (qualifier === 'up to' && end.test(rest)) return stated(dateEntry(rest.replace(end, '')), 'up to')
  if (qualifier === 'at least' && end.test(rest)) return null
  const date = dateEntry(rest)
  if (date === null || qualifier !== 'about') return stated(date, qualifier)
  return stated(partialDate.safeParse(`${date.replace('~', '')}~`).data ?? null, 'exactly')
}

const yes = /^(?:yes|y|true|✓|✔)(?![\p{L}\d])\s*/iu
const no = /^(?:not yet|no|n|false|✗|✘)(?![\p{L}\d])\s*/iu

const readAnswer = (main: string, when: string): Omit<StatedValue, 'raw'> | null => {
  const holds = yes.test(main) ? true : no.test(main) ? false : null
  if (holds === null) return null
  const more = main.replace(holds ? yes : no, '').trim()
  // Words without a mark before them may turn the answer round: "yes but".
  const [, aside] = more.match(/^[,;:.(–—-]\s*(.*?)[).]?$/) ?? []
  if (more !== '' && aside === undefined) return null
  const condition = [aside ?? '', when].filter(words => words !== '').join(', ')
  return { value: { type: 'boolean', holds }, qualifier: 'exactly', basis: '', condition }
}

const same = (left: string, right: string) => left.trim().toLowerCase() === right.trim().toLowerCase()

/** The one option that the words are, begin, or stand in as whole words. */
const optionOf = (words: string, options: readonly string[]): string | null => {
  const folded = words.trim().toLowerCase().replace(/\.$/, '')
  const [only, another] = [
    options.filter(option => same(option, folded)),
    options.filter(option => option.toLowerCase().startsWith(folded)),
    options.filter(option => ` ${option.toLowerCase()} `.includes(` ${folded} `)),
  ].find(found => found.length > 0) ?? [undefined, undefined]
  return folded === '' || another !== undefined ? null : (only ?? null)
}

const readOption = (raw: string, main: string, when: string, term: Asking): Omit<StatedValue, 'raw'> | null => {
  const whole = optionOf(raw, term.options)
  const option = whole ?? optionOf(main, term.options)
  return option === null
    ? null
    : { value: { type: 'one-of', option }, qualifier: 'exactly', basis: '', condition: whole === null ? when : '' }
}

const listed = (words: string) =>
  words
    .replace(/^(?:only|exclusively|solely)\s+/i, '')
    .split(/[,;/&+\n]|\s+(?:and|plus)\s+/i)
    .map(part => part.trim().replace(/^and\s+/i, ''))
    .filter(part => part !== '')

const readOptions = (raw: string, { options }: Asking): TypedValue | null => {
  if (options.length > 0 && /^all(?: of them)?$/i.test(raw)) return { type: 'many-of', options: [...options] }
  const read = listed(raw).map(part =>
    options.length === 0 ? part : (optionOf(part, options) ?? optionOf(part.replace(/s$/i, ''), options)),
  )
  const known = read.filter(option => option !== null)
  return known.length === 0 || known.length < read.length ? null : { type: 'many-of', options: [...new Set(known)] }
}

const conditional = /[,;]?\s*\b((?:if|unless|once|provided|when|until|subject to|as long as)\b.*)$/i

/** The condition at the end, which a date that is a limit ("until 2030") is not. */
const split = (raw: string): { main: string; when: string } => {
  const match = raw.match(conditional)
  return match?.index ? { main: raw.slice(0, match.index), when: match[1] ?? '' } : { main: raw, when: '' }
}

/**
 * Reads a value that an analyst typed for a term: "at least 50 % of new licence revenue", "US$350bn", "between 3 and 5
 * years", "late March 2025", "yes", an option or words of it. Null when it cannot be read as a value of the term's type,
 * which is for the analyst to mend: nothing is guessed.
 */
export const parseValue = (words: string, term: Asking): StatedValue | null => {
  const raw = words.trim()
  if (raw === '' || raw.length > 2_000) return null
  const plain = (value: TypedValue | null): StatedValue | null =>
    value && { raw, value, basis: '', qualifier: 'exactly', condition: '' }
  const { main, when } = split(raw)
  const stated = (read: Omit<StatedValue, 'raw'> | null): StatedValue | null => read && { raw, ...read }
  switch (term.valueType) {
    case 'percent':
    case 'money':
    case 'duration':
    case 'quantity':
      return stated(readFigure(ukrainianFigure(main), when, term))
    case 'date':
      return stated(readDate(ukrainianDate(main), when))
    case 'boolean':
      return stated(readAnswer(ukrainianAnswer(main), when))
    case 'one-of':
      return stated(readOption(raw, main, when, term))
    case 'many-of':
      return plain(readOptions(raw, term))
    case 'text':
    case 'clause':
      return plain({ type: term.valueType, text: raw })
  }
}
