import * as z from 'zod'
import type { SourceKind } from '../../../shared/model/source.ts'
import { say } from '../../say.ts'
import { NotImported, type References } from '../draft.ts'
import { type NameParts, writtenName } from './names.ts'
import { addressOfDoi, dateFrom, dateIn, type Entry, listOf } from './reference.ts'

const words = z
  .union([z.string(), z.number().transform(String)])
  .catch('')
  .default('')
const name = z
  .object({
    family: words,
    given: words,
    suffix: words,
    literal: words,
    'dropping-particle': words,
    'non-dropping-particle': words,
  })
  .catch({ family: '', given: '', suffix: '', literal: '', 'dropping-particle': '', 'non-dropping-particle': '' })
const names = z.array(name).catch([]).default([])
const date = z
  .object({
    'date-parts': z.array(z.array(words)).catch([]).default([]),
    raw: words,
    literal: words,
    circa: z.unknown().optional(),
  })
  .optional()
  .catch(undefined)

/** An item of CSL-JSON (Citation Style Language 1.0.2, csl-data.json) as far as a bibliography needs it; what does not fit counts as not there. */
const item = z.object({
  type: words,
  title: words,
  author: names,
  editor: names,
  'container-title': words,
  publisher: words,
  issued: date,
  accessed: date,
  URL: words,
  DOI: words,
  language: words,
  abstract: words,
})
type Item = z.infer<typeof item>

/** Reads a list of references in CSL-JSON, as Zotero and pandoc write it. @throws NotImported when it is other JSON */
export function readCslJson(text: string): References {
  const value = jsonOf(text)
  const list = Array.isArray(value)
    ? value
    : (z.object({ items: z.array(z.unknown()) }).safeParse(value).data?.items ?? [value])
  const parsed = list.map(one => item.safeParse(one).data)
  const typed = parsed.filter(one => one !== undefined).filter(({ type, title }) => type !== '' || title !== '')
  const broken = list.flatMap((_, index) =>
    parsed[index] === undefined ? [say('importing.atNumber', { number: index + 1 })] : [],
  )
  return listOf(typed.map(entryOf), broken)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new NotImported('importing.noReferences')
  }
}

const kinds: Record<string, SourceKind> = {
  'article-newspaper': 'news article',
  'article-magazine': 'news article',
  'post-weblog': 'news article',
  broadcast: 'news article',
  bill: 'official document',
  legislation: 'official document',
  legal_case: 'official document',
  regulation: 'official document',
  treaty: 'agreement text',
  speech: 'speech or statement',
  interview: 'speech or statement',
  hearing: 'speech or statement',
  dataset: 'dataset',
  personal_communication: 'correspondence',
  report: 'analysis',
  article: 'analysis',
  'article-journal': 'analysis',
  'paper-conference': 'analysis',
  book: 'analysis',
  chapter: 'analysis',
  thesis: 'analysis',
}

function entryOf(own: Item): Entry {
  const stated = (...marks: ('title' | 'container-title' | 'publisher' | 'URL' | 'language')[]) =>
    marks.map(mark => ({ value: withoutMarks(own[mark]), mark })).filter(({ value }) => value !== '')
  const people = (mark: 'author' | 'editor') => {
    const value = own[mark].map(one => writtenName(partsOf(one))).filter(Boolean)
    return value.length > 0 ? [{ value, mark }] : []
  }
  const dates = (mark: 'issued' | 'accessed') => {
    const value = dateOf(own[mark])
    return value === null ? [] : [{ value, mark }]
  }
  const inside = /^article-|^post-weblog$/.test(own.type)
  return {
    title: stated('title'),
    authors: [...people('author'), ...people('editor')],
    publisher: inside ? stated('container-title', 'publisher') : stated('publisher', 'container-title'),
    published: dates('issued'),
    accessed: dates('accessed'),
    url: [...stated('URL'), ...(own.DOI === '' ? [] : [{ value: addressOfDoi(own.DOI), mark: 'DOI' }])],
    language: stated('language'),
    kind: { value: kinds[own.type] ?? 'other', mark: `type ${own.type}` },
    abstract: withoutMarks(own.abstract),
  }
}

/** Titles have HTML in them for slanted and raised letters. */
const withoutMarks = (value: string) =>
  value.replace(/<\/?(?:i|b|sub|sup|span|sc|em|strong|p|jats:\w+)\b[^<>]*>/gi, '').trim()

const partsOf = ({ family, given, suffix, literal, ...particles }: Item['author'][number]): NameParts => {
  if (literal !== '') return { literal }
  const whole = [particles['dropping-particle'], particles['non-dropping-particle'], family].filter(Boolean).join(' ')
  return { family: whole, given, suffix }
}

function dateOf(stated: Item['issued']): Entry['published'][number]['value'] | null {
  const [year = '', month = '', day = ''] = stated?.['date-parts'][0] ?? []
  const parts = [year, month, day].filter(Boolean)
  if (parts.length > 0) return dateFrom(parts.join('-'), year, month, day, Boolean(stated?.circa)) ?? parts.join('-')
  const said = stated?.raw || stated?.literal || ''
  return said === '' ? null : dateIn(said)
}
