import type { TermField } from '../../contract/exchange.ts'
import { importance, type Term } from '../../model/term.ts'
import { valueType } from '../../model/typed-value.ts'
import { sameName } from '../same-name.ts'
import { sentence } from '../sentence.ts'
import { exactWords, type Rows, shownWords } from './cells.ts'
import { termsNamed, termWithRef } from './known-names.ts'
import { listFrom, listWords } from './list-words.ts'
import type { TermFields } from './steps.ts'

export type FieldColumns = { readonly [Field in TermField]?: number | undefined }

/** What a row says of its term, and what of it cannot be read, in sentences. */
export type StatedTerm = { ref: string; fields: Partial<TermFields>; faults: string[] }

/** What heads of columns are usually called; compared in small letters. */
const usualHeads: Record<TermField, RegExp> = {
  ref: /^(?:ref\.?|reference|no\.?|nr\.?|#|id|term id|number)$/,
  name: /^(?:term|terms|deal term|name|topic|issue|item|provision|clause|subject|deal terms? by \w+)$/,
  category: /^(?:category|group|section|area|theme|chapter)$/,
  question: /^(?:question|description|what is asked|definition)$/,
  'value type': /^(?:value type|type|type of (?:answer|value)|answer type|format)$/,
  units: /^(?:units?|unit of measure)$/,
  bases: /^(?:bas[ei]s|base|share of what)$/,
  options: /^(?:options|choices|allowed (?:answers|values)|answers)$/,
  tolerance: /^tolerance(?: ?\(?(?:%|percent)\)?)?$/,
  importance: /^(?:importance|priority|weight)$/,
}

/** The field that a head names; null when it names none. */
export const fieldOfHead = (head: string): TermField | null => {
  const words = head.trim().toLowerCase().replace(/\s+/g, ' ')
  const found = Object.entries(usualHeads).find(([, usual]) => usual.test(words))
  return (found?.[0] as TermField | undefined) ?? null
}

/** The columns of the fields that a row of heads names, each field once. */
export const fieldsOfHeads = (heads: Rows[number]): Partial<Record<TermField, number>> => {
  const fields: Partial<Record<TermField, number>> = {}
  for (const [at, head] of heads.entries()) {
    const field = fieldOfHead(shownWords(head))
    if (field !== null && fields[field] === undefined) fields[field] = at
  }
  return fields
}

const oneLine = (words: string) => words.trim().replace(/\s+/gu, ' ')

/** Reads the fields of a term from the cells of a row. An empty cell says nothing, but for lists and the question, which it empties. */
export const statedTerm = (row: Rows[number], columns: FieldColumns): StatedTerm => {
  const stated: StatedTerm = { ref: '', fields: {}, faults: [] }
  const { fields, faults } = stated
  const at = (field: TermField) => {
    const column = columns[field]
    return column === undefined ? null : exactWords(row[column])
  }
  const fault = (field: TermField, words: string) =>
    void faults.push(sentence('rules.sheetBadField', { field, words: oneLine(words) }))
  const choice = <Word extends string>(field: TermField, known: readonly Word[]): Word | undefined => {
    const words = at(field)?.trim() ?? ''
    const found = known.find(word => sameName(word.replaceAll('-', ' '), words.replaceAll('-', ' ')))
    if (words !== '' && found === undefined) fault(field, words)
    return found
  }
  stated.ref = oneLine(at('ref') ?? '').toUpperCase()
  const [name, category, question] = [at('name'), at('category'), at('question')]
  if (name !== null && name.trim() !== '') fields.name = oneLine(name).slice(0, 2_000)
  if (category !== null && category.trim() !== '') fields.category = oneLine(category).slice(0, 2_000)
  if (question !== null) fields.question = question.trim()
  const type = choice('value type', valueType.options)
  if (type !== undefined) fields.valueType = type
  const weight = choice('importance', importance.options)
  if (weight !== undefined) fields.importance = weight
  for (const field of ['units', 'bases', 'options'] as const) {
    const words = at(field)
    if (words === null) continue
    const items = listFrom(words.replaceAll(/\r?\n/g, '; '))
    if (items.some(item => item.length > 2_000)) fault(field, words)
    else fields[field] = items
  }
  const tolerance = at('tolerance')?.replace('%', '').trim() ?? ''
  if (tolerance !== '') {
    const percent = Number(tolerance)
    if (percent >= 0 && percent <= 100) fields.tolerance = percent
    else fault('tolerance', tolerance)
  }
  return stated
}

/** Words of the fields in which a term would change: `question: before → after` without the names where only one does. */
const words = (value: unknown): string => (Array.isArray(value) ? listWords(value as string[]) : String(value))

const fieldNames: Partial<Record<keyof TermFields, string>> = { valueType: 'value type' }

/** The fields that differ, in words before and after. */
export const fieldsThatDiffer = (
  term: Term,
  fields: Partial<TermFields>,
): { patch: Partial<TermFields>; before: string; after: string } | null => {
  const differing = (Object.keys(fields) as (keyof TermFields)[]).filter(
    field => JSON.stringify(fields[field]) !== JSON.stringify(term[field]),
  )
  if (differing.length === 0) return null
  const lines = (from: Partial<TermFields>) =>
    differing.map(field => `${fieldNames[field] ?? field}: ${words(from[field])}`).join('\n')
  return {
    patch: Object.fromEntries(differing.map(field => [field, fields[field]])),
    before: lines(term),
    after: lines(fields),
  }
}

export const isRef = (words: string): boolean => /^T-\d{2,}$/.test(words)

/** The term that a row is about: by its ref, else by its name and, where that is stated, its category. */
export const termOfRow = ({ ref, fields }: StatedTerm, terms: readonly Term[]): Term | undefined => {
  const byRef = isRef(ref) ? termWithRef(terms, ref) : undefined
  if (byRef || fields.name === undefined) return byRef
  const named = termsNamed(terms, fields.name)
  const inCategory = named.filter(term => sameName(term.category, fields.category ?? ''))
  return inCategory[0] ?? (named.length === 1 ? named[0] : undefined)
}
