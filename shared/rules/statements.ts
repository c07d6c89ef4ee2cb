import { type BibliographicField, type Bibliography, type Source, type Statement, sourceKind } from '../model/source.ts'
import { readPartialDate } from './read-date.ts'

type Stated = Pick<Source, 'statements' | 'accepted'> & Bibliography

/** A field of a bibliography as one line, as statements hold it: authors joined by "; ". Empty when nothing is stated. */
export const fieldLine = (stated: Bibliography, field: BibliographicField): string => {
  const value = stated[field]
  return Array.isArray(value) ? value.join('; ') : (value ?? '')
}

const isOf = (statement: Statement, stated: Bibliography): boolean => {
  const line = fieldLine(stated, statement.field)
  if (statement.value !== '') return statement.value === line
  // A date that can be read in two ways is where the chosen one comes from.
  return statement.readings.some(reading => reading === line)
}

/**
 * Where the value of a field comes from: the most trusted statement that says so; `own` when the document says nothing
 * of the kind, and the analyst set it; null when the field says nothing, as the kind "other" does by itself.
 */
export const originOf = (source: Stated, field: BibliographicField): Statement | 'own' | null => {
  if (fieldLine(source, field) === '') return null
  const stated = source.statements.find(one => one.field === field && isOf(one, source))
  if (stated !== undefined) return stated
  // The kind that a source has until somebody says another: nobody chose it.
  const isByItself = field === 'kind' && source.kind === 'other' && !source.accepted.includes('kind')
  return isByItself ? null : 'own'
}

/** A value that a field could have, with everything that says so. `reading`: a date that is one of several readings. */
export type Candidate = { value: string; reading: boolean; statements: Statement[] }

/** Everything that the document says of a field, each value once, the most trusted first; of an ambiguous date each reading. */
export const candidatesFor = ({ statements }: Pick<Source, 'statements'>, field: BibliographicField): Candidate[] => {
  const candidates = new Map<string, Candidate>()
  const add = (value: string, reading: boolean, statement: Statement) => {
    const known = candidates.get(value)
    if (known) known.statements.push(statement)
    else candidates.set(value, { value, reading, statements: [statement] })
  }
  for (const statement of statements) {
    if (statement.field !== field) continue
    if (statement.value !== '') add(statement.value, false, statement)
    for (const reading of statement.value === '' ? statement.readings : []) add(reading, true, statement)
  }
  return [...candidates.values()]
}

/** What a field is set to when a line is taken for it; null when the line cannot be its value, such as a kind that is none. */
export const fieldFrom = (field: BibliographicField, line: string): Partial<Bibliography> | null => {
  const words = line.trim()
  switch (field) {
    case 'authors':
      return {
        authors: words
          .split(';')
          .map(name => name.trim())
          .filter(Boolean),
      }
    case 'published':
    case 'accessed': {
      const date = readPartialDate(words)
      return date === null && words !== '' ? null : { [field]: date }
    }
    case 'kind': {
      const kind = sourceKind.safeParse(words)
      return kind.success ? { kind: kind.data } : null
    }
    default:
      return { [field]: words }
  }
}

/** What is changed when a candidate is taken. The words of a date of publication, and its readings, come with it. */
export const taking = (field: BibliographicField, { value, statements }: Candidate): Partial<Bibliography> | null => {
  const set = fieldFrom(field, value)
  const [from] = statements
  if (set === null || field !== 'published' || from === undefined) return set
  return { ...set, publishedStated: from.words, publishedReadings: from.readings }
}
