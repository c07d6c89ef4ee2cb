import type { SourceKind } from '../../../shared/model/source.ts'
import { say } from '../../say.ts'
import type { References } from '../draft.ts'
import { type BibtexEntry, bibtexEntries } from './bibtex-entries.ts'
import { bibtexNames } from './bibtex-names.ts'
import { latexWords, verbatimWords } from './latex.ts'
import { addressOfDoi, dateFrom, dateIn, type Entry, listOf, type Stated } from './reference.ts'

/** Reads a list of references in BibTeX or biblatex. */
export function readBibtex(text: string): References {
  const { entries, broken } = bibtexEntries(text)
  return listOf(
    entries.map(entryOf),
    broken.map(line => say('importing.onLine', { line })),
  )
}

const publishers: Record<string, string[]> = {
  article: ['journaltitle', 'journal', 'publisher'],
  techreport: ['institution', 'publisher'],
  report: ['institution', 'publisher'],
  mastersthesis: ['school', 'institution'],
  phdthesis: ['school', 'institution'],
  thesis: ['school', 'institution'],
}
const anyPublisher = ['publisher', 'organization', 'institution', 'school', 'journaltitle', 'journal', 'booktitle']

function entryOf({ type, fields }: BibtexEntry): Entry {
  const raw = (name: string) => fields.get(name) ?? ''
  const words = (...names: string[]): Stated[] =>
    names.map(mark => ({ value: latexWords(raw(mark)), mark })).filter(({ value }) => value !== '')
  const names = (...marks: string[]): Stated<string[]>[] =>
    marks.map(mark => ({ value: bibtexNames(raw(mark)), mark })).filter(({ value }) => value.length > 0)
  const addresses = [
    { value: verbatimWords(raw('url')), mark: 'url' },
    { value: addressOfDoi(verbatimWords(raw('doi'))), mark: 'doi' },
    { value: /https?:\/\/[^\s{}]+/.exec(raw('howpublished'))?.[0] ?? '', mark: 'howpublished' },
    { value: /https?:\/\/[^\s{}]+/.exec(raw('note'))?.[0] ?? '', mark: 'note' },
  ]
  const subtitle = latexWords(raw('subtitle'))
  return {
    title: words('title', 'booktitle').map(({ value, mark }) => ({
      value: mark === 'title' && subtitle ? `${value}: ${subtitle}` : value,
      mark,
    })),
    authors: names('author', 'editor'),
    publisher: words(...(publishers[type] ?? anyPublisher)).filter(
      ({ value, mark }) => mark !== 'howpublished' || !/^https?:/.test(value),
    ),
    published: published(fields),
    accessed: words('urldate').map(({ value, mark }) => ({ value: dateIn(value), mark })),
    url: addresses.filter(({ value }) => value !== ''),
    language: words('langid', 'language', 'hyphenation'),
    kind: { value: kindOf(type, fields), mark: type },
    abstract: latexWords(raw('abstract')),
  }
}

function published(fields: ReadonlyMap<string, string>): Entry['published'] {
  const words = (name: string) => latexWords(fields.get(name) ?? '')
  // A tilde is a mark of the date there, not a space.
  const date = verbatimWords(fields.get('date') ?? fields.get('origdate') ?? '')
  const [year, month, day] = [words('year'), words('month'), words('day')]
  const stated = [day, month, year].filter(Boolean).join(' ')
  const about = /^approx|^ca?\./i.test(year) || /date approximate/i.test(words('note'))
  const dated = /^Dated (?<words>.{4,60})$/.exec(words('note'))?.groups?.words ?? ''
  return [
    ...(date ? [{ value: dateIn(date), mark: 'date' }] : []),
    ...(dated ? [{ value: dateIn(dated), mark: 'note' }] : []),
    ...(year ? [{ value: byParts(stated, year, month, day, about) ?? dateIn(stated), mark: 'year' }] : []),
  ]
}

const monthNames = 'january february march april may june july august september october november december'.split(' ')

function byParts(stated: string, year: string, month: string, day: string, about: boolean) {
  const digits = /\d{4}/.exec(year)?.[0] ?? ''
  const name = /[a-z]{3,}/i.exec(month)?.[0].toLowerCase() ?? ''
  const named = name === '' ? 0 : monthNames.findIndex(one => one.startsWith(name)) + 1
  // Some write the day beside the month: "mar # {~11}".
  const [first = '', second = ''] = month.match(/\b\d{1,2}\b/g) ?? []
  const number = named > 0 ? String(named) : first
  const beside = named > 0 ? first : second
  return digits === '' ? null : dateFrom(stated, digits, number, /^\d{1,2}$/.test(day) ? day : beside, about)
}

const kinds: Record<string, SourceKind> = {
  dataset: 'dataset',
  letter: 'correspondence',
  legislation: 'official document',
  jurisdiction: 'official document',
  legal: 'agreement text',
  article: 'analysis',
  book: 'analysis',
  mvbook: 'analysis',
  inbook: 'analysis',
  booklet: 'analysis',
  collection: 'analysis',
  incollection: 'analysis',
  inproceedings: 'analysis',
  conference: 'analysis',
  proceedings: 'analysis',
  techreport: 'analysis',
  report: 'analysis',
  thesis: 'analysis',
  mastersthesis: 'analysis',
  phdthesis: 'analysis',
}

/** An article of a journal has a volume, an issue, pages or an identifier; one of a newspaper has none of them and a day or an address. */
function kindOf(type: string, fields: ReadonlyMap<string, string>): SourceKind {
  const learned = ['volume', 'number', 'issue', 'pages', 'doi', 'eprint', 'issn'].some(name => fields.has(name))
  if (/^(?:newspaper|magazine)$/i.test(fields.get('entrysubtype') ?? '')) return 'news article'
  const dated = fields.has('day') || fields.has('url') || /^\d{4}-\d{2}-\d{2}/.test(fields.get('date') ?? '')
  if (type === 'article' && !learned && dated) return 'news article'
  return kinds[type] ?? 'other'
}
