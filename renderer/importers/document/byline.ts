import { type Dateline, readDateline } from './dateline.ts'
import { readDate, type StatedDate } from './dates.ts'
import { countWords, endsSentence } from './wording.ts'

const byAlone = /^(?:by|author|authors|written by|автор|автори|авторы|von|par|por)\s*:?$/i
const byNamed =
  /^(?:(?:by|written by|words by|story by|von|par|por)\s|(?:by|authors?|autor(?:en|es|a|zy)?|auteurs?|автор[иы]?|текст|text|byline)\s*:)\s*(?<names>\S.*)$/iu
const readingTime = /^(?:reading time:?\s*)?\d{1,3}[\s-]*min(?:ute)?s?\.?(?:\s+read(?:ing)?(?:\s+time)?)?$/i
const labelled =
  /^(?<label>today|accessed|retrieved|last visited|published(?: on| at)?|posted(?: on)?|date|first published|(?:last )?(?:updated|modified)(?: on| at)?|опубліковано|опубликовано|оновлено|обновлено|veröffentlicht(?: am)?|publié le|mis à jour le|aktualisiert(?: am)?|publicado(?: el)?|actualizado(?: el)?|pubblicato(?: il)?|aggiornato(?: il)?|기사입력|기사수정|发布时间|更新时间)\s*[:—–-]?\s+(?<date>.+)$/iu
const change = /updated|modified|оновлено|обновлено|mis à jour|aktualisiert|actualizado|aggiornato|기사수정|更新/i
const timeOfDay = /^\d{1,2}[:.h]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,5})?$/i
/** Where one line holds two dates, the second begins with its label. */
const parted =
  /\s*[|•·\n]\s*|\s+[–—-]\s+|(?<!\b(?:last|first))\s+(?=(?:(?:last |first )?(?:updated|modified|published)|posted|publié|mis à jour|опубліковано|оновлено|опубликовано|обновлено|기사수정)(?!\p{L}))/iu
const visit = /today|accessed|retrieved|visited/i
const publishedBy = /^(?:publisher|published by|source|via)\s*:?\s+(?<name>.+)$/i
const address = /^(?:(?:url|source|link|original)\s*:\s*)?(?<url>https?:\/\/\S+)$/i
const closing = /^\(?(?:additional )?reporting by (?<names>[^;.]{3,200})/i

/** What a part of a byline says. `label` is the word before a date, as it stands. */
export type BylinePart =
  | { says: 'authors'; names: string[] }
  | { says: 'author comes next' | 'reading time' | 'time of day' }
  | { says: 'published' | 'accessed' | 'updated'; date: StatedDate; label: string }
  | { says: 'dateline'; dateline: Dateline }
  | { says: 'publisher' | 'url'; words: string }

/** No line of a byline has more characters. */
const longest = 200

/** Reads a line such as "By Jane Roe | 14 March 2025 | 3 min read". Null when part of it is something else. */
export function readByline(words: string): BylinePart[] | null {
  if (words.length > longest) return null
  const whole = partsOf(words)
  if (whole) return whole
  const parts = words
    .split(parted)
    .filter(part => part !== '')
    .map(partsOf)
  return parts.length > 1 && parts.every(part => part !== null) ? parts.flat() : null
}

const partsOf = (words: string): BylinePart[] | null => {
  const part = partOf(words)
  return part ? [part] : namedAndDated(words)
}

/** "By Jane Roe on 14 March 2025": a name and a date with nothing but white space, or "on", between them. */
function namedAndDated(words: string): BylinePart[] | null {
  const spaces = [...words.matchAll(/,?\s+(?:on\s+)?(?=[\p{L}\d])/gu)]
  if (!/\d/.test(words) || spaces.length > 16) return null
  for (const { index, 0: space } of spaces) {
    const date = readDate(words.slice(index + space.length))
    const named = date ? partOf(words.slice(0, index)) : null
    if (date && named?.says === 'authors') return [named, { says: 'published', date, label: '' }]
  }
  return null
}

/** Reads the line after one that ended with "By". */
export function readBylineNext(words: string): BylinePart[] | null {
  const names = namesIn(words)
  return names.length > 0 ? [{ says: 'authors', names }] : readByline(words)
}

/** The names in a line that closes an article, such as "Reporting by Jane Roe in Kyiv; editing by John Doe". */
export const closingNames = (words: string): string[] => namesIn(closing.exec(words)?.groups?.names ?? '')

function partOf(words: string): BylinePart | null {
  if (byAlone.test(words)) return { says: 'author comes next' }
  if (readingTime.test(words)) return { says: 'reading time' }
  if (timeOfDay.test(words)) return { says: 'time of day' }
  const { label = '', date: dated = '' } = labelled.exec(words)?.groups ?? {}
  const read = label ? readDate(dated) : null
  if (read)
    return { says: visit.test(label) ? 'accessed' : change.test(label) ? 'updated' : 'published', date: read, label }
  const plainDate = readDate(words)
  if (plainDate) return { says: 'published', date: plainDate, label: '' }
  const names = namesIn(byNamed.exec(words)?.groups?.names ?? '')
  if (names.length > 0) return { says: 'authors', names }
  const url = address.exec(words)?.groups?.url
  if (url) return { says: 'url', words: url }
  const dateline = readDateline(words)
  if (dateline) return { says: 'dateline', dateline }
  const publisher = publishedBy.exec(words)?.groups?.name
  return publisher && countWords(publisher) <= 6 && !endsSentence(publisher)
    ? { says: 'publisher', words: publisher }
    : null
}

const particle = /^(?:de|da|di|du|del|der|den|van|von|la|le|el|al|bin|ibn|ter|zu|y|dos)$/
const nameWord = /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’.-]*$/u
/** "in Kyiv", "for The Daily": where a name comes from is no name. */
const whence = /\s+(?:in|at|for|from|with|of|у|в|für|pour|para)\s+[\p{Lu}\p{Lt}\p{Lo}].*$/u
const role =
  /\b(?:correspondent|editor|reporter|writer|staff|news|agency|desk|analyst|bureau|chief|columnist|contributor|service|team|by|journalist|producer|fellow|professor|director)\b/i

/** The names in a byline, or none when the words do not look like names. Roles and newsrooms beside a name are left out. */
export function namesIn(words: string): string[] {
  const names = words
    .replace(/\s@\w+/g, '')
    .split(/\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\s(?:та|и|і|y)\s)\s*/u)
    .map(name => name.replace(whence, '').trim())
    .filter(name => name !== '')
  const named = names.filter(name => !role.test(name))
  // Beside a name that is not, one in capitals is a newspaper's.
  const mixed = named.filter(name => name !== name.toUpperCase() || !/\p{Lu}{2}/u.test(name))
  const people = mixed.length > 0 ? mixed : named
  const kept = people.length > 0 ? people : names
  return kept.every(isName) ? kept : []
}

const isName = (name: string) => {
  const words = name.split(/\s+/)
  return (
    words.length <= 5 &&
    words.some(word => nameWord.test(word)) &&
    words.every(word => nameWord.test(word) || particle.test(word))
  )
}
