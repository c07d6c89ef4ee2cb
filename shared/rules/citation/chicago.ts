import type { PartialDate } from '../../model/partial-date.ts'
import { type Cited, dateParts, onOneLine, yearOf } from './cited.ts'
import { type PersonName, personName } from './person-name.ts'

// Reference list entries after the Chicago Manual of Style, 17th edition, author-date (chapter 15), as plain text: what
// the style sets in italics stands without quotation marks.

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** More authors than ten are named up to the seventh (15.9). */
const [mostAuthors, namedOfMore] = [10, 7]

/** A day as the style writes it: "March 18, 2025"; empty where no more than the year is known. */
export const dayWords = (date: PartialDate): string => {
  const { month, day, year, about } = dateParts(date)
  if (month === null) return ''
  const words = `${months[month - 1]}${day === null ? '' : ` ${day},`} ${year}`
  return about ? `ca. ${words}` : words
}

const inverted = (name: PersonName): string =>
  'literal' in name ? name.literal : [name.family, name.given, name.suffix].filter(Boolean).join(', ')

export const natural = (name: PersonName): string =>
  'literal' in name ? name.literal : `${name.given} ${name.family}${name.suffix && ` ${name.suffix}`}`.trim()

const authorWords = (authors: readonly string[]): string => {
  const names = authors.map(personName)
  const shown = names.length > mostAuthors ? names.slice(0, namedOfMore) : names
  const words = shown.map((name, at) => (at === 0 ? inverted(name) : natural(name)))
  if (names.length > shown.length) return `${words.join(', ')}, et al.`
  const last = words.pop() ?? ''
  return words.length === 0 ? last : `${words.join(', ')}, and ${last}`
}

/** Ends a sentence that does not end by itself; the full stop stands within closing quotation marks (6.9). */
const ended = (words: string): string =>
  words === '' || /[.!?…][”’"')\]]*$/u.test(words) ? words : words.replace(/[”’]*$/u, marks => `.${marks}`)

/** Quotation marks within a title give way to single ones (13.30). */
export const inQuotes = (title: string): string => title.replace(/[“„«]|(?<=^|[\s(])"/gu, '‘').replace(/[”»]|"/gu, '’')

const quoted = (title: string): string => `“${ended(inQuotes(title))}”`

/** Works that stand by themselves are set in italics, not in quotation marks. */
export const standsAlone = (kind: Cited['kind']): boolean =>
  kind === 'official document' || kind === 'agreement text' || kind === 'dataset'

const titleWords = ({ title, kind }: Cited): string => {
  const words = onOneLine(title)
  if (words === '') return `[untitled ${kind === 'other' ? 'document' : kind}].`
  return standsAlone(kind) ? ended(words) : quoted(words)
}

/** One entry of a list of references. What the document does not state is left out, the year excepted: "n.d.". */
export const chicagoEntry = (cited: Cited): string => {
  const authors = authorWords(cited.authors.map(onOneLine).filter(Boolean))
  const publisher = onOneLine(cited.publisher)
  const year = yearOf(cited)
  const when = year === null ? 'n.d.' : `${year.about ? 'ca. ' : ''}${year.year}.`
  // A paper stands in for the author that an article does not name (15.49).
  const head = authors === '' ? publisher : authors
  const day = cited.published === null ? onOneLine(cited.publishedStated) : dayWords(cited.published)
  const where = [publisher === head ? '' : publisher, day].filter(Boolean).join(', ')
  const accessed = cited.published === null && cited.accessed !== null ? dayWords(cited.accessed) : ''
  const title = titleWords(cited)
  return [
    ...(head === '' ? [title, when] : [ended(head), when, title]),
    ended(where),
    accessed && `Accessed ${accessed}.`,
    ended(onOneLine(cited.url)),
  ]
    .filter(Boolean)
    .join(' ')
}
