import { dayWords, inQuotes, natural, standsAlone } from './chicago.ts'
import { type Cited, onOneLine, yearOf } from './cited.ts'
import { personName } from './person-name.ts'

// Notes after the Chicago Manual of Style, 17th edition, notes and bibliography (chapter 14), as plain text: what the
// style sets in italics stands without quotation marks. Neither ends in a full stop, as a place may follow.

/** More authors than three are named by the first alone (14.76). */
const mostNamed = 3

/** A short title has at most four words (14.33). */
const shortTitleWords = 4

const listed = (names: readonly string[]): string => {
  const [first = ''] = names
  if (names.length > mostNamed) return `${first} et al.`
  if (names.length < 3) return names.join(' and ')
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`
}

const authorsOf = ({ authors }: Cited) => authors.map(onOneLine).filter(Boolean).map(personName)

const untitled = ({ kind }: Cited): string => `untitled ${kind === 'other' ? 'document' : kind}`

/** The comma after a title stands within its quotation marks (6.9). */
const titled = (cited: Cited, title: string, isLast: boolean): string => {
  if (title === '') return `${untitled(cited)}${isLast ? '' : ','}`
  if (standsAlone(cited.kind)) return `${title}${isLast ? '' : ','}`
  return `“${inQuotes(title)}${isLast ? '' : ','}”`
}

/** The first note of a source: author, title, publisher, date, when it was seen where it bears no date, address. */
export const chicagoNote = (cited: Cited): string => {
  const { published, publishedStated, accessed } = cited
  const year = yearOf(cited)
  const known = published === null ? onOneLine(publishedStated) : dayWords(published)
  const date = known || (year === null ? 'n.d.' : `${year.about ? 'ca. ' : ''}${year.year}`)
  const seen = published === null && accessed !== null ? dayWords(accessed) : ''
  const after = [onOneLine(cited.publisher), date, seen && `accessed ${seen}`, onOneLine(cited.url)].filter(Boolean)
  const authors = listed(authorsOf(cited).map(natural))
  return [authors && `${authors},`, titled(cited, onOneLine(cited.title), false), after.join(', ')]
    .filter(Boolean)
    .join(' ')
}

/** The main title without a leading article, of few words. */
export const shortTitle = (title: string): string => {
  const [main = ''] = onOneLine(title).split(/[:–—](?=\s)/)
  const words = main.trim().split(' ')
  if (words.length <= shortTitleWords) return main.trim()
  const bare = /^(?:the|an?)$/i.test(words[0] ?? '') ? words.slice(1) : words
  return bare
    .slice(0, shortTitleWords)
    .join(' ')
    .replace(/[,;.:]+$/, '')
}

/** A later note of a source (14.30): the family names and a short title. */
export const chicagoShortNote = (cited: Cited): string => {
  const names = authorsOf(cited).map(name => ('literal' in name ? name.literal : name.family))
  const authors = listed(names)
  return [authors && `${authors},`, titled(cited, shortTitle(cited.title), true)].filter(Boolean).join(' ')
}
