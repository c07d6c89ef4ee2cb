import { type PartialDate, partialDate } from '../../../shared/model/partial-date.ts'
import {
  type BibliographicField,
  type Bibliography,
  type Statement,
  type StatementOrigin,
  sourceKind,
} from '../../../shared/model/source.ts'
import { readMarkedDate, type StatedDate } from './dates.ts'

/** The limit of a line in the model. */
export const lineLength = 2_000

/** One line of at most the model's length, without control characters. */
export const brief = (words: string): string =>
  words
    .slice(0, lineLength * 4)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, lineLength)
    .replace(/\p{Surrogate}/gu, '')

/** The mark a statement stands in: where it is, and what it is called there. */
export type Mark = { origin: StatementOrigin; mark: string }

/** A spoiled file may name its fields at any length. */
const called = ({ origin, mark }: Mark): Mark => ({ origin, mark: brief(mark) })

/** A statement of plain words; none when there are no words. `value` is the field's, where it is not the words as they stand. */
export const statedWords = (
  field: Exclude<BibliographicField, 'published' | 'accessed' | 'authors'>,
  words: string | undefined,
  mark: Mark,
  value = words,
): Statement[] => {
  const kept = brief(value ?? '')
  return kept === '' ? [] : [{ field, value: kept, readings: [], words: brief(words ?? ''), ...called(mark) }]
}

/** A statement of names. */
export const statedAuthors = (names: readonly string[], mark: Mark): Statement[] => {
  const value = brief(joinedAuthors([...new Set(names.map(brief).filter(Boolean))].slice(0, mostAuthors)))
  return value === '' ? [] : [{ field: 'authors', value, readings: [], words: value, ...called(mark) }]
}

/** A statement of a date. Words that are no date are kept as stated, without a value. */
export const statedDate = (
  field: 'published' | 'accessed',
  words: string | StatedDate | null | undefined,
  mark: Mark,
): Statement[] => {
  const date = typeof words === 'string' ? readMarkedDate(words) : words
  const stated = brief(typeof words === 'string' ? words : (words?.stated ?? ''))
  if (stated === '') return []
  const [only, second] = date?.readings ?? []
  return [
    {
      field,
      value: second ? '' : (only ?? ''),
      readings: second ? (date?.readings ?? []) : [],
      words: stated,
      ...called(mark),
    },
  ]
}

const separator = '; '
const mostAuthors = 50
const joinedAuthors = (names: readonly string[]) => names.map(name => name.replaceAll(';', ',')).join(separator)
const authorsIn = (value: string) => value.split(separator).filter(Boolean).slice(0, mostAuthors)

/** Origins from the most trusted to the least; a page's machine-readable marks come before what its words seem to say. */
const trusted: readonly StatementOrigin[] = [
  'reference',
  'front matter',
  'mail header',
  'json-ld',
  'open graph',
  'meta element',
  'dublin core',
  'text',
  'xmp',
  'document properties',
  'snapshot',
  'file name',
  'guess',
]

const headings = trusted.indexOf('json-ld')

/** The most statements that are kept of one field: no document has so many, save one that was made to. */
const mostPerField = 20

/**
 * Statements, the most trusted first, each only once. Those of one origin keep their order. So do titles, but that the
 * one of a mail, of a reference or of front matter comes first: whether the text has a better one, its head knows.
 */
export const byTrust = (statements: readonly Statement[]): Statement[] => {
  const rank = ({ field, origin }: Statement) =>
    field === 'title' ? Math.min(trusted.indexOf(origin), headings) : trusted.indexOf(origin)
  const seen = new Map<string, number>()
  return statements
    .map((one, index) => ({ one, index }))
    .sort((left, right) => rank(left.one) - rank(right.one) || left.index - right.index)
    .map(({ one }) => one)
    .filter(one => {
      const key = JSON.stringify([one.field, one.origin, one.mark, one.words])
      const count = seen.get(one.field) ?? 0
      if (seen.has(key) || count >= mostPerField) return false
      seen.set(key, 1).set(one.field, count + 1)
      return true
    })
}

/** The day a document was changed is kept for the analyst to see and never proposed as the day it was published. */
const isChange = ({ mark }: Statement) => /modified|updated|lastmod|moddate/i.test(mark)

/**
 * The bibliography that follows from statements: of each field the first that says something. A date that can be read in
 * two ways stays open, with its readings. The product's proposal, not a decision.
 */
export const proposedBibliography = (statements: readonly Statement[]): Bibliography => {
  const of = (field: BibliographicField) => statements.filter(one => one.field === field)
  const first = (candidates: readonly Statement[]) =>
    candidates.find(({ value, readings }) => value !== '' || readings.length > 0)
  const value = (field: BibliographicField) => first(of(field))?.value ?? ''
  const date = (words: string): PartialDate | null => partialDate.safeParse(words).data ?? null
  const days = of('published').filter(one => !isChange(one))
  const published = first(days) ?? days[0]
  return {
    title: value('title'),
    authors: authorsIn(value('authors')),
    publisher: value('publisher'),
    published: date(published?.value ?? ''),
    publishedStated: published?.words ?? '',
    publishedReadings: published?.readings ?? [],
    accessed: date(value('accessed')),
    url: value('url'),
    language: value('language').slice(0, 35),
    kind: sourceKind.safeParse(value('kind')).data ?? 'other',
  }
}
