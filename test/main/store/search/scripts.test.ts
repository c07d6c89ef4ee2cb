import fc from 'fast-check'
import initSqlJs from 'sql.js'
import { expect, test } from 'vitest'
import { pairsOf, pairsSought, sqlOfPairs } from '../../../../main/store/search/scripts.ts'

test('every letter of a run stands with the next, the last one alone', () => {
  const words = (text: string) => pairsOf(text).trim().split(/ +/)
  expect(words('中国人')).toEqual(['中国', '国人', '人'])
  expect(words('a中b')).toEqual(['a', '中', 'b'])
  expect(words('2024年，美国')).toEqual(['2024', '年', '，', '美国', '国'])
  expect(pairsOf('no such letter: “ж”, é, 🪨')).toBe('no such letter: “ж”, é, 🪨')
})

test('what is looked for may stand within a run, and a single letter anywhere in one', () => {
  expect(pairsSought('中国人', false)).toBe('中国 国人')
  expect(pairsSought('中', false)).toBe('中*')
  expect(pairsSought('中国 fund', true).replaceAll(/ +/g, ' ').trim()).toBe('中国 国 fund*')
  expect(pairsSought('fund 中国。', false).replaceAll(/ +/g, ' ')).toBe('fund 中国')
})

test('SQL makes of a text what the code makes of it', async () => {
  const { Database } = await initSqlJs()
  const db = new Database()
  const statement = db.prepare(`select ${sqlOfPairs('text')} from (select ? as text)`)
  const inSql = (text: string) => statement.get([text])[0]
  const piece = fc.constantFrom(
    '中',
    '国',
    'あ',
    '한',
    'ท',
    'ี่',
    '\u{20000}',
    '🪨',
    '。',
    'a',
    ' ',
    'é',
    'x'.repeat(251),
    'y'.repeat(4_090),
    '中国'.repeat(40),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
      const text = pieces.join('')
      expect(inSql(text)).toBe(pairsOf(text))
    }),
    { numRuns: 200 },
  )
  for (const length of [255, 256, 257, 65_535, 65_536, 65_537, 131_073]) {
    const text = `${'x'.repeat(length - 1)}中国 ${'y'.repeat(100)}人`
    expect(inSql(text)).toBe(pairsOf(text))
  }
})

test('the SQL is no deeper than what the parser of SQLite 3.40, with its hundred places, was seen to take', () => {
  let [depth, deepest] = [0, 0]
  for (const [word] of sqlOfPairs('text').matchAll(/[()]|\bcase\b|\bend\b/g)) {
    depth += word === '(' || word === 'case' ? 1 : -1
    deepest = Math.max(deepest, depth)
  }
  expect(depth).toBe(0)
  expect(deepest).toBeLessThanOrEqual(6)
})
