import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Claim,
  claim,
  claimRank,
  evidenceRole,
  polarity,
  stage,
  statement,
} from '../../../../shared/model/claim.ts'
import { confidence } from '../../../../shared/model/grades.ts'
import { importance, type Term, term } from '../../../../shared/model/term.ts'
import { durationUnit, qualifier, valueType } from '../../../../shared/model/typed-value.ts'
import { guarded, unguarded } from '../../../../shared/rules/exchange/guard.ts'
import { listFrom, listWords } from '../../../../shared/rules/exchange/list-words.ts'
import { cellPieces, columnPiece, joinedCells } from '../../../../shared/rules/exchange/long-cells.ts'
import {
  claimCells,
  claimColumns,
  claimFrom,
  type RecordCell,
  termCells,
  termColumns,
  termFrom,
} from '../../../../shared/rules/exchange/record-sheets.ts'
import { idOf, stamps } from '../../../support/records.ts'

const names = { term: 'T-01', termName: 'Share', source: 'A paper', party: '', lineage: '' }

/** Words with what breaks sheets: signs of formulas, quotes, line breaks, list marks, white space at the ends. */
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc
    .array(fc.constantFrom('=', '+', "'", '"', ';', ' ', '\n', '\t', '-1', 'a', '5 %', '_x000D_', '＝'), {
      maxLength: 8,
    })
    .map(parts => parts.join('')),
)
const line = words
const id = fc.integer({ min: 1, max: 999_999 }).map(number => idOf<never>(number))
const orNull = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null })
const oneOf = <Value>(options: readonly Value[]) => fc.constantFrom(...options)
const figure = fc.double({ noNaN: true, noDefaultInfinity: true }).map(value => value + 0)
const share = fc.double({ min: 0, max: 100, noNaN: true }).map(value => value + 0)
const date = fc.constantFrom('2025', '2025-03', '2025-03-11', '2025~', '2025-02-28~')
const value = fc.oneof(
  fc.record({ type: fc.constant('text'), text: line }),
  fc.record({ type: fc.constant('clause'), text: line }),
  fc.record({ type: fc.constant('money'), low: figure, high: figure, currency: fc.constantFrom('USD', 'EUR') }),
  fc.record({ type: fc.constant('percent'), low: share, high: share }),
  fc.record({ type: fc.constant('quantity'), low: figure, high: figure, unit: line }),
  fc.record({ type: fc.constant('duration'), low: figure, high: figure, unit: oneOf(durationUnit.options) }),
  fc.record({ type: fc.constant('date'), date }),
  fc.record({ type: fc.constant('boolean'), holds: fc.boolean() }),
  fc.record({ type: fc.constant('one-of'), option: line }),
  fc.record({ type: fc.constant('many-of'), options: fc.array(line, { minLength: 1, maxLength: 4 }) }),
)
const claims: fc.Arbitrary<Claim> = fc
  .record({
    id,
    term: id,
    source: id,
    party: orNull(id),
    lineage: orNull(id),
    raw: line,
    value: orNull(value),
    basis: line,
    qualifier: oneOf(qualifier.options),
    condition: line,
    assertedBy: line,
    statement: oneOf(statement.options),
    polarity: oneOf(polarity.options),
    stage: orNull(oneOf(stage.options)),
    asOf: orNull(date),
    eventDate: orNull(date),
    credibility: oneOf([1, 2, 3, 4, 5, 6]),
    credibilityReason: words,
    confidence: orNull(oneOf(confidence.options)),
    rank: oneOf(claimRank.options),
    rankReason: words,
    comment: words,
    evidence: fc.array(fc.record({ excerpt: id, role: oneOf(evidenceRole.options) }), { maxLength: 3 }),
  })
  .map(made => claim.parse({ ...made, ...stamps }))
const terms: fc.Arbitrary<Term> = fc
  .record({
    id,
    ref: fc.integer({ min: 10, max: 999 }).map(number => `T-${number}`),
    category: line.filter(made => made !== ''),
    name: line.filter(made => made !== ''),
    question: words,
    valueType: oneOf(valueType.options),
    units: fc.array(line, { maxLength: 3 }),
    bases: fc.array(line, { maxLength: 3 }),
    options: fc.array(line, { maxLength: 3 }),
    tolerance: share,
    importance: oneOf(importance.options),
    sequence: fc.nat(),
  })
  .map(made => term.parse({ ...made, ...stamps }))

/** What a file of text keeps of a cell: numbers are read again from their words. */
const asText = (cells: Readonly<Record<string, RecordCell>>): Record<string, string> =>
  Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, unguarded(guarded(String(cell)))]))

describe('the sheets of claims and terms', () => {
  test('a claim comes back the same in every field, from numbers and from their words', () => {
    fc.assert(
      fc.property(claims, made => {
        const cells = claimCells(made, names)
        expect(Object.keys(cells).sort()).toEqual([...claimColumns].sort())
        expect(claimFrom(cells)).toEqual({ record: made, problems: [] })
        expect(claimFrom(asText(cells))).toEqual({ record: made, problems: [] })
      }),
    )
  })

  test('a term comes back the same in every field', () => {
    fc.assert(
      fc.property(terms, made => {
        const cells = termCells(made)
        expect(Object.keys(cells)).toEqual([...termColumns])
        expect(termFrom(cells)).toEqual({ record: made, problems: [] })
        expect(termFrom(asText(cells))).toEqual({ record: made, problems: [] })
      }),
    )
  })

  test('no field of a claim or a term is without a column', () => {
    const told = new Set(claimColumns.map(column => column.replace(/ id$/, '')))
    for (const field of Object.keys(claim.shape)) {
      const column = field === 'raw' ? 'words' : field.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
      expect(told).toContain(column)
    }
    for (const field of Object.keys(term.shape))
      expect(termColumns).toContain(field.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`))
  })

  test('what cannot be read is named by its column', () => {
    const [made] = fc.sample(claims, 1)
    if (!made) throw new Error('a claim')
    const cells = claimCells({ ...made, value: { type: 'percent', low: 1, high: 2 } }, names)
    expect(claimFrom({ ...cells, low: '120', 'as of': 'last week', 'source id': '' }).problems).toEqual(
      expect.arrayContaining([
        { column: 'low', cell: '120' },
        { column: 'as of', cell: 'last week' },
        { column: 'source id', cell: '' },
      ]),
    )
    expect(claimFrom({ ...cells, high: undefined }).problems).toEqual([{ column: 'high', cell: '' }])
  })
})

test('a list in one cell is the same list again', () => {
  fc.assert(
    fc.property(fc.array(words), items => {
      expect(listFrom(listWords(items))).toEqual(items)
    }),
  )
  expect(listWords(['a', 'b; c', ''])).toBe('a; "b; c"; ""')
  expect(listFrom(' a ;b;; c')).toEqual(['a', 'b', 'c'])
})

test('text is guarded against being run, and comes back', () => {
  fc.assert(
    fc.property(words, text => {
      expect(unguarded(guarded(text))).toBe(text)
      expect(guarded(text)).not.toMatch(/^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/)
    }),
  )
})

test('a text too long for a cell goes on in further columns, whole characters together', () => {
  fc.assert(
    fc.property(fc.integer({ min: 32_760, max: 32_770 }), fc.integer({ min: 0, max: 70_000 }), (before, after) => {
      const text = `${'a'.repeat(before)}😀${'b'.repeat(after)}`
      const pieces = cellPieces(text)
      expect(Math.max(...pieces.map(piece => piece.length))).toBeLessThanOrEqual(32_767)
      expect(pieces.some(piece => /\p{Surrogate}/u.test(piece))).toBe(false)
      const cells = Object.fromEntries(pieces.map((piece, index) => [columnPiece('comment', index), piece]))
      expect(joinedCells({ id: 'x', ...cells })).toEqual({ id: 'x', comment: text })
    }),
    { numRuns: 20 },
  )
})
