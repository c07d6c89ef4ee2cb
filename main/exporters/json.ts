import { type CaseDocument, caseDocument } from '../../shared/model/case-document.ts'

const recordOrder = (left: string, right: string) =>
  Number(right === 'id') - Number(left === 'id') || (left < right ? -1 : Number(left > right))

const documentKeys = Object.keys(caseDocument.shape)
const documentOrder = (left: string, right: string) => documentKeys.indexOf(left) - documentKeys.indexOf(right)

const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(item => ordered(item))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([left], [right]) => recordOrder(left, right))
  return Object.fromEntries(entries.map(([key, inside]) => [key, ordered(inside)]))
}

const indented = (value: unknown, by: string): string =>
  JSON.stringify(ordered(value), null, 2).replaceAll('\n', `\n${by}`)

/**
 * The whole case as JSON text that depends on its contents alone: records in the order of the document, its own keys in
 * the order of the schema, the keys of every record with the id first and the rest by code unit, two spaces, a final
 * line feed. Record by record: the text of a large case is longer than a string may be.
 */
export function* jsonPieces(document: CaseDocument): Generator<string> {
  const entries = Object.entries(document).sort(([left], [right]) => documentOrder(left, right))
  for (const [place, [key, value]] of entries.entries()) {
    yield `${place === 0 ? '{' : ','}\n  ${JSON.stringify(key)}: `
    if (!Array.isArray(value) || value.length === 0) yield indented(value, '  ')
    else {
      for (const [number, record] of value.entries())
        yield `${number === 0 ? '[' : ','}\n    ${indented(record, '    ')}`
      yield '\n  ]'
    }
  }
  yield '\n}\n'
}

/** The same in one piece. */
export const jsonOf = (document: CaseDocument): string => [...jsonPieces(document)].join('')
