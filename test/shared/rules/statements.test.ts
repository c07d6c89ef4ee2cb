import { describe, expect, test } from 'vitest'
import type { Source, Statement } from '../../../shared/model/source.ts'
import { candidatesFor, fieldFrom, fieldLine, originOf, taking } from '../../../shared/rules/statements.ts'
import { day, sourceWith } from '../../support/records.ts'

const says = (field: Statement['field'], value: string, more: Partial<Statement> = {}): Statement => ({
  field,
  value,
  readings: [],
  words: value,
  origin: 'meta element',
  mark: '',
  ...more,
})

const readings = [day('2025-01-05'), day('2025-05-01')]
const dateline = says('published', '', { words: '05.01.2025', readings, origin: 'text' })
const source = (more: Partial<Source>) => sourceWith(1, more)

describe('where a field comes from', () => {
  test('is the most trusted statement that says so, or the analyst, or nowhere', () => {
    const statements = [
      says('publisher', 'The Gazette', { origin: 'json-ld' }),
      says('publisher', 'The Gazette'),
      says('publisher', 'Gazette Ltd'),
    ]
    expect(originOf(source({ statements, publisher: 'The Gazette' }), 'publisher')).toMatchObject({ origin: 'json-ld' })
    expect(originOf(source({ statements, publisher: 'Gazette Ltd' }), 'publisher')).toBe(statements[2])
    expect(originOf(source({ statements, publisher: 'Mine' }), 'publisher')).toBe('own')
    expect(originOf(source({ statements, publisher: '' }), 'publisher')).toBeNull()
  })

  test('the kind that a source has by itself is nobody’s, until the analyst takes it', () => {
    expect(originOf(source({ kind: 'other', accepted: [] }), 'kind')).toBeNull()
    expect(originOf(source({ kind: 'other', accepted: ['kind'] }), 'kind')).toBe('own')
    expect(originOf(source({ kind: 'other', statements: [says('kind', 'other')] }), 'kind')).not.toBe('own')
    expect(originOf(source({ kind: 'analysis' }), 'kind')).toBe('own')
  })

  test('authors are compared as the line that statements hold, dates by any reading', () => {
    const statements = [says('authors', 'Jane Doe; John Roe'), dateline]
    expect(originOf(source({ statements, authors: ['Jane Doe', 'John Roe'] }), 'authors')).toBe(statements[0])
    expect(originOf(source({ statements, published: day('2025-05-01') }), 'published')).toBe(dateline)
    expect(originOf(source({ statements, published: day('2025-05-02') }), 'published')).toBe('own')
    expect(fieldLine(source({ authors: [] }), 'authors')).toBe('')
  })
})

describe('candidates', () => {
  test('are every value once, each with all that says it, and each reading of an ambiguous date', () => {
    const statements = [
      dateline,
      says('published', '2025-05-02', { origin: 'json-ld' }),
      says('published', '2025-05-02'),
      says('title', 'No date'),
    ]
    expect(
      candidatesFor(source({ statements }), 'published').map(({ value, reading, statements }) => [
        value,
        reading,
        statements.length,
      ]),
    ).toEqual([
      ['2025-01-05', true, 1],
      ['2025-05-01', true, 1],
      ['2025-05-02', false, 2],
    ])
  })

  test('taken, a date brings its words and readings with it', () => {
    const [first, , third] = candidatesFor(
      source({ statements: [dateline, says('published', '2025-05-02')] }),
      'published',
    )
    if (!first || !third) throw new Error('There are three candidates')
    expect(taking('published', first)).toEqual({
      published: '2025-01-05',
      publishedStated: '05.01.2025',
      publishedReadings: readings,
    })
    expect(taking('published', third)).toEqual({
      published: '2025-05-02',
      publishedStated: '2025-05-02',
      publishedReadings: [],
    })
  })
})

test('a line becomes what a field holds, or nothing where it cannot', () => {
  expect(fieldFrom('authors', ' Jane Doe ;; John Roe;')).toEqual({ authors: ['Jane Doe', 'John Roe'] })
  expect(fieldFrom('authors', '')).toEqual({ authors: [] })
  expect(fieldFrom('published', '2025-02')).toEqual({ published: '2025-02' })
  expect(fieldFrom('published', '')).toEqual({ published: null })
  expect(fieldFrom('published', '2025-02-30')).toBeNull()
  expect(fieldFrom('kind', 'blog')).toBeNull()
  expect(fieldFrom('kind', 'analysis')).toEqual({ kind: 'analysis' })
  expect(fieldFrom('title', ' A title ')).toEqual({ title: 'A title' })
})
