import { compareWords } from '../../../shared/formats.ts'
import type { MessageKey } from '../../../shared/messages.ts'
import { daySpan, type PartialDate } from '../../../shared/model/partial-date.ts'
import { localDay } from '../../../shared/rules/local-day.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { reliabilityWords } from '../../parts/names.ts'
import { say } from '../../say.ts'
import { formatOf } from './formats.ts'
import type { LibrarySource } from './use-library.ts'

/** Names of what a row only points at, and the words of the fields that rows leave out. */
export type Names = {
  tag(id: string): string
  collection(id: string): string
  lineage(id: string): string
  title(id: string): string
  long(field: 'comment' | 'reliabilityReason' | 'noticed', id: string): string
}

/** How a field is compared, and with that, what can be asked of it. */
export type FieldKind = 'text' | 'date' | 'number' | 'choice'

type Described = {
  label: MessageKey
  kind: FieldKind
  /** Width in pixels that a column of it begins with. */
  width: number
  /** Its values as words: none where nothing is stated. Numbers and dates are compared by `number` and `date`. */
  words(source: LibrarySource, names: Names): readonly string[]
  number?(source: LibrarySource): number
  date?(source: LibrarySource): PartialDate | null
  /** A field that makes no column: too long, or asked of only. */
  filterOnly?: true
}

const one = (words: string): readonly string[] => (words === '' ? [] : [words])
const counted = (label: MessageKey, of: (source: LibrarySource) => number): Described => ({
  label,
  kind: 'number',
  width: 72,
  words: source => [String(of(source))],
  number: of,
})
const dated = (label: MessageKey, width: number, of: (source: LibrarySource) => PartialDate | null): Described => ({
  label,
  kind: 'date',
  width,
  words: source => one(of(source) ?? ''),
  date: of,
})

/** Every field by which the library can be looked through, in the order in which they are offered. */
export const fields = {
  title: { label: 'sources.title', kind: 'text', width: 166, words: source => one(source.title) },
  authors: { label: 'library.authors', kind: 'text', width: 150, words: source => source.authors },
  publisher: { label: 'sources.publisher', kind: 'text', width: 104, words: source => one(source.publisher) },
  published: dated('sources.published', 136, source => source.published),
  kind: { label: 'sources.kind', kind: 'choice', width: 100, words: source => [source.kind] },
  grade: {
    label: 'sources.grade',
    kind: 'choice',
    width: 58,
    words: source => [source.reliability],
  },
  language: { label: 'sources.language', kind: 'choice', width: 86, words: source => one(source.language) },
  url: { label: 'sources.url', kind: 'text', width: 200, words: source => one(source.url) },
  accessed: dated('sources.accessed', 112, source => source.accessed),
  tags: { label: 'sources.tags', kind: 'choice', width: 140, words: ({ tags }, names) => tags.map(names.tag) },
  collections: {
    label: 'library.collections',
    kind: 'choice',
    width: 140,
    words: ({ collections }, names) => collections.map(names.collection),
  },
  lineage: {
    label: 'sources.lineage',
    kind: 'choice',
    width: 140,
    words: ({ lineage }, names) => (lineage === null ? [] : one(names.lineage(lineage))),
  },
  format: { label: 'library.format', kind: 'choice', width: 92, words: source => one(formatOf(source.mediaType)) },
  enclosedIn: {
    label: 'library.enclosedIn',
    kind: 'text',
    width: 180,
    words: ({ enclosedIn }, names) => (enclosedIn === null ? [] : one(names.title(enclosedIn))),
  },
  excerpts: counted('sources.excerpts', source => source.excerpts),
  claims: counted('sources.claims', source => source.claims),
  unread: counted('sources.unread', source => source.unread),
  versions: counted('sources.versions', source => source.versions),
  proposed: { ...counted('library.proposed', source => source.proposed), width: 92 },
  noticed: { ...counted('library.noticed', source => source.noticed), width: 88 },
  added: dated('library.added', 112, source => localDay(source.created)),
  changed: dated('library.changed', 112, source => localDay(source.updated)),
  noticedWords: {
    label: 'sources.warnings',
    kind: 'text',
    width: 0,
    filterOnly: true,
    words: (source, names) => one(names.long('noticed', source.id)),
  },
  comment: {
    label: 'sources.comment',
    kind: 'text',
    width: 0,
    filterOnly: true,
    words: (source, names) => one(names.long('comment', source.id)),
  },
  reliabilityReason: {
    label: 'sources.reliabilityReason',
    kind: 'text',
    width: 0,
    filterOnly: true,
    words: (source, names) => one(names.long('reliabilityReason', source.id)),
  },
} as const satisfies Record<string, Described>

export type Field = keyof typeof fields

export const fieldNames = Object.keys(fields) as Field[]
export const isField = (name: unknown): name is Field => typeof name === 'string' && Object.hasOwn(fields, name)
export const field = (name: Field): Described => fields[name]

/** The fields that a column can show. */
export const columnFields = fieldNames.filter(name => field(name).filterOnly !== true)

export const fieldLabel = (name: Field): string => say(field(name).label)

/** A value of a field as a person reads it in a list of choices. */
export const choiceLabel = (name: Field, value: string): string =>
  name === 'grade'
    ? reliabilityWords(value as LibrarySource['reliability'])
    : name === 'kind'
      ? nameOf('sourceKind', value as LibrarySource['kind'])
      : value

/** By what sources are ordered: a number, or words with the way to compare them. Null where nothing is stated. */
type Key = string | number | null

const dayKey = (date: PartialDate): string => {
  const { first, last } = daySpan(date)
  return `${first} ${last}`
}

/** What a source is ordered by, and how two of those compare. Made once for each source: a list of thousands is compared hundreds of thousands of times. */
export const orderBy = (
  name: Field,
  names: Names,
): { key(source: LibrarySource): Key; compare(left: Key, right: Key): number } => {
  const { number, date, words } = field(name)
  if (number) return { key: number, compare: (left, right) => Number(left) - Number(right) }
  const key = (source: LibrarySource) => words(source, names).join(' ') || null
  if (!date) return { key, compare: (left, right) => compareWords(String(left), String(right)) }
  return {
    key: source => {
      const known = date(source)
      return known && dayKey(known)
    },
    compare: (left, right) => (left === right ? 0 : String(left) < String(right) ? -1 : 1),
  }
}
