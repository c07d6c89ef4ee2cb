import type { SourceKind } from '../../model/source.ts'
import { type Cited, dateParts, doiOf, onOneLine, yearOf } from './cited.ts'
import { personName } from './person-name.ts'

const types: Record<SourceKind, { type: string; publisher: string }> = {
  'news article': { type: 'article', publisher: 'journal' },
  'official document': { type: 'techreport', publisher: 'institution' },
  analysis: { type: 'techreport', publisher: 'institution' },
  'agreement text': { type: 'misc', publisher: 'publisher' },
  'speech or statement': { type: 'misc', publisher: 'publisher' },
  dataset: { type: 'misc', publisher: 'publisher' },
  correspondence: { type: 'misc', publisher: 'publisher' },
  other: { type: 'misc', publisher: 'publisher' },
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** BibTeX counts braces before TeX sees them, escaped ones too: a brace of the words becomes a command. */
const commands: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

const escaped = (words: string): string =>
  onOneLine(words).replace(/[\\{}~^#$%&_]/g, sign => commands[sign] ?? `\\${sign}`)

/** Addresses are read verbatim, but for the braces around them. */
const verbatim = (address: string): string =>
  onOneLine(address).replace(/[\s{}\\]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** Names are parted by the word "and" and by commas: whatever is whole stands in braces. */
const nameWords = (written: string): string => {
  const name = personName(written)
  if ('literal' in name) return `{${escaped(name.literal)}}`
  const part = (words: string) => (/\sand\s|,/i.test(words) ? `{${escaped(words)}}` : escaped(words))
  return [name.family, name.suffix, name.given].filter(Boolean).map(part).join(', ')
}

/** The letters of a key that every BibTeX reads: Cyrillic by BGN/PCGN without its signs, others without their marks. */
const cyrillic = new Map(
  [...'абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя'].map((letter, at) => [
    letter,
    'a b v g g d e ye e zh z i i yi y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya'.split(' ')[at] ?? '',
  ]),
)

const plain = (words: string): string =>
  [...words.toLowerCase()]
    .map(letter => cyrillic.get(letter) ?? letter)
    .join('')
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '')

const trivial = new Set(['a', 'an', 'the', 'on', 'in', 'of', 'to', 'and', 'for'])

const keyOf = (cited: Cited): string => {
  const [author = ''] = cited.authors
  const name = personName(author)
  const who = 'literal' in name ? name.literal || cited.publisher : name.family
  const word = onOneLine(cited.title)
    .split(' ')
    .map(plain)
    .find(one => one.length > 1 && !trivial.has(one))
  return `${plain(who).slice(0, 24) || 'source'}${yearOf(cited)?.year ?? ''}${word?.slice(0, 16) ?? ''}`
}

/** Keys that differ: those that would be the same get `-2`, `-3` and so on. */
const keysOf = (all: readonly Cited[]): string[] => {
  const used = new Map<string, number>()
  return all.map(cited => {
    const key = keyOf(cited)
    const before = used.get(key) ?? 0
    used.set(key, before + 1)
    return before === 0 ? key : `${key}-${before + 1}`
  })
}

const notes = ({ published, publishedStated }: Cited): string => {
  if (published === null) return publishedStated === '' ? '' : `Dated ${escaped(publishedStated)}`
  return dateParts(published).about ? 'Date approximate' : ''
}

const entry = (cited: Cited, key: string): string => {
  const { type, publisher } = types[cited.kind]
  const { month, day } = cited.published === null ? { month: null, day: null } : dateParts(cited.published)
  const fields: [string, string][] = [
    [
      'author',
      cited.authors
        .filter(author => author.trim() !== '')
        .map(nameWords)
        .join(' and '),
    ],
    // The inner braces keep the capitals of the title as they are.
    ['title', cited.title === '' ? '' : `{${escaped(cited.title)}}`],
    [publisher, escaped(cited.publisher)],
    ['year', String(yearOf(cited)?.year ?? '')],
    ['day', day === null ? '' : String(day)],
    ['url', verbatim(cited.url)],
    ['doi', verbatim(doiOf(cited.url) ?? '')],
    ['urldate', cited.accessed?.replace('~', '') ?? ''],
    ['language', escaped(cited.language)],
    ['note', notes(cited)],
  ]
  const lines = fields.flatMap(([name, value]) => (value === '' ? [] : `  ${name} = {${value}},`))
  if (month !== null) lines.push(`  month = ${months[month - 1]},`)
  return `@${type}{${key},\n${lines.join('\n')}\n}\n`
}

/** A BibTeX file in UTF-8 (B. Jackson's and O. Patashnik's "BibTeXing"; `url`, `doi`, `urldate`, `day` as biblatex has them). */
export const bibtexOf = (all: readonly Cited[]): string => {
  const keys = keysOf(all)
  return all.map((cited, at) => entry(cited, keys[at] ?? '')).join('\n')
}
