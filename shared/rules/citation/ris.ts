import type { PartialDate } from '../../model/partial-date.ts'
import type { SourceKind } from '../../model/source.ts'
import { type Cited, dateParts, doiOf, onOneLine, twoDigits, yearOf } from './cited.ts'
import { personName } from './person-name.ts'

const types: Record<SourceKind, string> = {
  'news article': 'NEWS',
  'official document': 'GOVDOC',
  'agreement text': 'LEGAL',
  'speech or statement': 'GEN',
  analysis: 'RPRT',
  dataset: 'DATA',
  correspondence: 'PCOMM',
  other: 'GEN',
}

/** `YYYY/MM/DD/other`: parts that are not known are empty. */
const dateWords = (date: PartialDate): string => {
  const { year, month, day, about } = dateParts(date)
  const part = (number: number | null) => (number === null ? '' : twoDigits(number))
  return `${year}/${part(month)}/${part(day)}/${about ? 'ca.' : ''}`
}

const nameWords = (written: string): string => {
  const name = personName(written)
  return 'literal' in name ? name.literal : [name.family, name.given, name.suffix].filter(Boolean).join(', ')
}

const publishedWords = (cited: Cited): string => {
  if (cited.published !== null) return dateWords(cited.published)
  return cited.publishedStated === '' ? '' : `${yearOf(cited)?.year ?? ''}///${cited.publishedStated}`
}

const entry = (cited: Cited): string => {
  const tags: [string, string][] = [
    ['TY', types[cited.kind]],
    ...cited.authors.map((author): [string, string] => ['AU', nameWords(author)]),
    ['TI', cited.title],
    [cited.kind === 'news article' ? 'T2' : 'PB', cited.publisher],
    ['PY', String(yearOf(cited)?.year ?? '')],
    ['DA', publishedWords(cited)],
    ['Y2', cited.accessed === null ? '' : dateWords(cited.accessed)],
    ['UR', cited.url],
    ['DO', doiOf(cited.url) ?? ''],
    ['LA', cited.language],
  ]
  const lines = tags.flatMap(([tag, value]) => (onOneLine(value) === '' ? [] : `${tag}  - ${onOneLine(value)}\r\n`))
  return `${lines.join('')}ER  - \r\n`
}

/** A file after the RIS format specification (Research Information Systems): a tag a line, CRLF, UTF-8. */
export const risOf = (all: readonly Cited[]): string => all.map(entry).join('\r\n')
