import * as z from 'zod'
import type { MessageKey } from '../../../shared/messages.ts'
import { daySpan, type PartialDate, partialDate } from '../../../shared/model/partial-date.ts'
import { type Field, type FieldKind, field, isField, type Names } from './fields.ts'
import type { LibrarySource } from './use-library.ts'

/** What can be asked of a field. */
export const tests = ['contains', 'lacks', 'is', 'is not', 'before', 'after', 'empty', 'filled'] as const
export type Test = (typeof tests)[number]

/** What can be asked of which kind of field. */
export const testsOf: Record<FieldKind, readonly Test[]> = {
  text: ['contains', 'lacks', 'is', 'empty', 'filled'],
  choice: ['is', 'is not', 'empty', 'filled'],
  date: ['is', 'before', 'after', 'empty', 'filled'],
  number: ['is', 'before', 'after'],
}

export const testLabel = (test: Test, kind: FieldKind): MessageKey => {
  if (kind === 'number' && test === 'before') return 'library.test.fewer'
  if (kind === 'number' && test === 'after') return 'library.test.more'
  return (
    {
      contains: 'library.test.contains',
      lacks: 'library.test.lacks',
      is: 'library.test.is',
      'is not': 'library.test.isNot',
      before: 'library.test.before',
      after: 'library.test.after',
      empty: 'library.test.empty',
      filled: 'library.test.filled',
    } as const
  )[test]
}

/** Whether a test needs a value to compare with. */
export const needsValue = (test: Test): boolean => test !== 'empty' && test !== 'filled'

const fieldName = z.custom<Field>(isField)

export const condition = z.object({ field: fieldName, test: z.enum(tests), value: z.string() })
export type Condition = z.infer<typeof condition>

export const filter = z.object({
  /** Words looked for in title, authors, publisher, kind, tags and address. */
  words: z.string(),
  join: z.enum(['all', 'any']),
  conditions: z.array(condition),
})
export type Filter = z.infer<typeof filter>

export const noFilter: Filter = { words: '', join: 'all', conditions: [] }

/** A condition that is not filled in yet asks for nothing. */
const isComplete = ({ field: name, test, value }: Condition): boolean => {
  if (!needsValue(test)) return true
  if (field(name).kind === 'date') return partialDate.safeParse(value.trim()).success
  if (field(name).kind === 'number') return value.trim() !== '' && Number.isFinite(Number(value))
  return value.trim() !== ''
}

export const isFiltering = ({ words, conditions }: Filter): boolean =>
  words.trim() !== '' || conditions.some(isComplete)

/** Fields whose words a filter needs and rows leave out. */
export const longFieldsOf = ({ conditions }: Filter): Field[] =>
  conditions.map(one => one.field).filter(name => field(name).filterOnly === true)

type Predicate = (source: LibrarySource) => boolean

const ofDate = (test: Test, date: (source: LibrarySource) => PartialDate | null, value: string): Predicate => {
  const asked = daySpan(partialDate.parse(value.trim()))
  return source => {
    const known = date(source)
    if (known === null) return false
    const { first, last } = daySpan(known)
    // A date that is less precise than asked may lie before, within or after: it counts where it could.
    if (test === 'before') return first < asked.first
    if (test === 'after') return last > asked.last
    return first <= asked.last && last >= asked.first
  }
}

const ofNumber = (test: Test, number: (source: LibrarySource) => number, value: string): Predicate => {
  const asked = Number(value)
  if (test === 'before') return source => number(source) < asked
  if (test === 'after') return source => number(source) > asked
  return source => number(source) === asked
}

const small = (words: string) => words.toLowerCase()

const ofWords = (test: Test, words: (source: LibrarySource) => readonly string[], value: string): Predicate => {
  const asked = small(value.trim())
  if (test === 'contains') return source => words(source).some(one => small(one).includes(asked))
  if (test === 'lacks') return source => !words(source).some(one => small(one).includes(asked))
  if (test === 'is not') return source => !words(source).some(one => small(one) === asked)
  return source => words(source).some(one => small(one) === asked)
}

const predicateOf = ({ field: name, test, value }: Condition, names: Names): Predicate => {
  const { words, number, date } = field(name)
  if (test === 'empty') return source => words(source, names).length === 0
  if (test === 'filled') return source => words(source, names).length > 0
  if (date) return ofDate(test, date, value)
  if (number) return ofNumber(test, number, value)
  return ofWords(test, source => words(source, names), value)
}

/** The words of a row that the box looks through. Rows never change: they are asked for anew, and then are others. */
const haystacks = new WeakMap<LibrarySource, string>()
const haystackOf = (source: LibrarySource, names: Names): string => {
  const known = haystacks.get(source)
  if (known !== undefined) return known
  const { title, authors, publisher, kind, url, tags } = source
  const words = small([title, ...authors, publisher, kind, url, ...tags.map(names.tag)].join('\n'))
  haystacks.set(source, words)
  return words
}

/** The sources that a filter lets through, in order. The words must all be there, in any order, whatever the conditions. */
export const fitting = (sources: readonly LibrarySource[], { words, join, conditions }: Filter, names: Names) => {
  const wanted = small(words).split(/\s+/).filter(Boolean)
  const predicates = conditions.filter(isComplete).map(one => predicateOf(one, names))
  if (wanted.length === 0 && predicates.length === 0) return [...sources]
  const meets: Predicate = source =>
    predicates.length === 0 ||
    (join === 'all' ? predicates.every(one => one(source)) : predicates.some(one => one(source)))
  return sources.filter(
    source => meets(source) && (wanted.length === 0 || wanted.every(word => haystackOf(source, names).includes(word))),
  )
}
