import { readDate, readDayAndMonth, type StatedDate } from './dates.ts'

/** The words that open a news report: where, when and by which agency it was filed. At least one of date and agency is there. */
export type Dateline = { date: StatedDate | null; agency: string }

/** No dateline has more characters. */
const longest = 120

/** What stands between a dateline and the report: a dash, or an agency between strokes and a full stop. */
const end = /^(?<lead>.{3,120}?)(?:\s*(?:—|–|--)\s*|\s+-\s+|(?<=\/[\p{L} -]{2,30}\/)[.:]?\s+)\S/u
const agencyLast = /^(?<before>.*?)\s*,?\s*(?:\((?<bracketed>[^()]{2,40})\)|\/(?<stroked>[^/]{2,30})\/)$/u
const placeWord = /^(?:[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’./-]*|de|la|le|el|del|upon|am|sur)$/u
/** Agencies that write themselves small are named; others begin with a capital. */
const agencyWords = /^(?:dpa|afp|apa|pap|efe|lusa|epd|kna)$|^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}.&’' -]*$/u

/** The dateline that opens a paragraph, such as "KYIV, March 14 (Agency) – The ministers said"; null when none does. */
export function leadingDateline(paragraph: string): Dateline | null {
  const lead = end.exec(paragraph.slice(0, longest + 20))?.groups?.lead
  return lead ? readDateline(lead) : null
}

/** Reads words that are a dateline and nothing else; null when they are not. */
export function readDateline(words: string): Dateline | null {
  if (words.length > longest) return null
  const { before = words, bracketed, stroked } = agencyLast.exec(words)?.groups ?? {}
  const agency = bracketed ?? stroked ?? ''
  if (agency !== '' && !agencyWords.test(agency)) return null
  const pieces = before
    .replace(/\.$/, '')
    .split(/\s*,\s*|(?<=\p{Lu}{3})\.\s+/u)
    .filter(piece => piece !== '')
  for (let from = pieces.length - 1; from >= 0; from -= 1) {
    const dated = pieces.slice(from).join(', ')
    const date = readDate(dated) ?? readDayAndMonth(dated)
    if (date) return arePlaces(pieces.slice(0, from)) && (from > 0 || agency !== '') ? { date, agency } : null
  }
  return agency !== '' && pieces.length > 0 && arePlaces(pieces) ? { date: null, agency } : null
}

const arePlaces = (pieces: string[]) =>
  pieces.length <= 3 &&
  pieces.every(piece => {
    const words = piece.split(/\s+/)
    return words.length <= 4 && words.every(word => placeWord.test(word))
  })
