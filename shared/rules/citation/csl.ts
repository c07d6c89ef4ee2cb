import type { PartialDate } from '../../model/partial-date.ts'
import type { SourceKind } from '../../model/source.ts'
import { type Cited, dateParts, doiOf, onOneLine } from './cited.ts'
import { personName } from './person-name.ts'

const types: Record<SourceKind, string> = {
  'news article': 'article-newspaper',
  'official document': 'report',
  'agreement text': 'treaty',
  'speech or statement': 'speech',
  analysis: 'report',
  dataset: 'dataset',
  correspondence: 'personal_communication',
  other: 'document',
}

const dateOf = (date: PartialDate) => {
  const { year, month, day, about } = dateParts(date)
  const parts = [year, ...(month === null ? [] : [month]), ...(month === null || day === null ? [] : [day])]
  return { 'date-parts': [parts], ...(about ? { circa: true } : {}) }
}

const issued = ({ published, publishedStated }: Cited) => {
  if (published !== null) return dateOf(published)
  return publishedStated === '' ? undefined : { literal: onOneLine(publishedStated) }
}

const nameOf = (written: string) => {
  const name = personName(written)
  if ('literal' in name) return { literal: name.literal }
  return { family: name.family, given: name.given, ...(name.suffix === '' ? {} : { suffix: name.suffix }) }
}

const item = (cited: Cited & { id?: string }, at: number) => {
  const fields = {
    id: cited.id ?? `source-${at + 1}`,
    type: types[cited.kind],
    title: onOneLine(cited.title),
    author: cited.authors.filter(author => author.trim() !== '').map(nameOf),
    [cited.kind === 'news article' ? 'container-title' : 'publisher']: onOneLine(cited.publisher),
    issued: issued(cited),
    accessed: cited.accessed === null ? undefined : dateOf(cited.accessed),
    URL: cited.url,
    DOI: doiOf(cited.url) ?? '',
    language: cited.language,
  }
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && !value[0]),
    ),
  )
}

/** CSL-JSON (Citation Style Language 1.0.2, csl-data.json). A date with two readings is given in its own words. */
export const cslOf = (all: readonly (Cited & { id?: string })[]): string =>
  `${JSON.stringify(all.map(item), null, 2)}\n`
