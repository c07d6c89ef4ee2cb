import { type PartialDate, partialDate } from '../../../shared/model/partial-date.ts'
import {
  type BibliographicField,
  type Bibliography,
  type Statement,
  type StatementOrigin,
  sourceKind,
} from '../../../shared/model/source.ts'
import { readDate, type StatedDate } from './dates.ts'

/** The limit of a line in the model. */
export const lineLength = 2_000

/** One line of at most the model's length, without control characters. */
export const brief = (words: string): string =>
  words
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, lineLength)

/** The mark a statement stands in: where it is, and what it is called there. */
export type Mark = { origin: StatementOrigin; mark: string }

/** A statement of plain words; none when there are no words. */
export const statedWords = (
  field: Exclude<BibliographicField, 'published' | 'accessed' | 'authors'>,
  words: string | undefined,
  mark: Mark,
): Statement[] => {
  const value = brief(words ?? '')
  return value === '' ? [] : [{ field, value, readings: [], words: value, ...mark }]
}

/** A statement of names. */
export const statedAuthors = (names: readonly string[], mark: Mark): Statement[] => {
  const value = brief(joinedAuthors(names.map(brief).filter(Boolean)))
  return value === '' ? [] : [{ field: 'authors', value, readings: [], words: value, ...mark }]
}

/** A statement of a date. Words that are no date are kept as stated, without a value. */
export const statedDate = (
  field: 'published' | 'accessed',
  words: string | StatedDate | null | undefined,
  mark: Mark,
): Statement[] => {
  const date = typeof words === 'string' ? readDate(words) : words
  const stated = brief(typeof words === 'string' ? words : (words?.stated ?? ''))
  if (stated === '') return []
  const [only, second] = date?.readings ?? []
  return [
    {
      field,
      value: second ? '' : (only ?? ''),
      readings: second ? (date?.readings ?? []) : [],
      words: stated,
      ...mark,
    },
  ]
}

const separator = '; '
const joinedAuthors = (names: readonly string[]) => names.map(name => name.replaceAll(';', ',')).join(separator)
const authorsIn = (value: string) => value.split(separator).filter(Boolean).slice(0, 50)

/**
 * The bibliography that follows from statements: of each field the first that says something. A date that can be read in
 * two ways stays open, with its readings. The product's proposal, not a decision.
 */
export const proposedBibliography = (statements: readonly Statement[]): Bibliography => {
  const first = (field: BibliographicField) =>
    statements.find(one => one.field === field && (one.value !== '' || one.readings.length > 0))
  const value = (field: BibliographicField) => first(field)?.value ?? ''
  const date = (words: string): PartialDate | null => partialDate.safeParse(words).data ?? null
  const published = first('published') ?? statements.find(({ field }) => field === 'published')
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
