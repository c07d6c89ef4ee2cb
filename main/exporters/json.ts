import { type CaseDocument, caseDocument } from '../../shared/model/case-document.ts'

const recordOrder = (left: string, right: string) =>
  Number(right === 'id') - Number(left === 'id') || (left < right ? -1 : Number(left > right))

const documentKeys = Object.keys(caseDocument.shape)
const documentOrder = (left: string, right: string) => documentKeys.indexOf(left) - documentKeys.indexOf(right)

const ordered = (value: unknown, order: (left: string, right: string) => number): unknown => {
  if (Array.isArray(value)) return value.map(item => ordered(item, recordOrder))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([left], [right]) => order(left, right))
  return Object.fromEntries(entries.map(([key, inside]) => [key, ordered(inside, recordOrder)]))
}

/**
 * The whole case as JSON text that depends on its contents alone: records in the order of the document, its own keys in
 * the order of the schema, the keys of every record with the id first and the rest by code unit, two spaces, a final
 * line feed.
 */
export const jsonOf = (document: CaseDocument): string =>
  `${JSON.stringify(ordered(document, documentOrder), null, 2)}\n`
