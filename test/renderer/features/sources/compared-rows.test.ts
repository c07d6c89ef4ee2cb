import { expect, test } from 'vitest'
import { comparedRows, stepsOf } from '../../../../renderer/features/sources/resemblances/rows.ts'
import type { Comparison } from '../../../../shared/contract/resemblances.ts'
import { comparedStretches } from '../../../../shared/rules/resemblance/alignment.ts'
import { blocksOf, idOf } from '../../../support/records.ts'

const side = (number: number, text: string) => ({ id: idOf<never>(number), title: '', text, blocks: blocksOf(text) })
const comparison = (first: string, second: string): Comparison => {
  const [one, other] = [side(1, first), side(2, second)]
  return { first: one, second: other, stretches: comparedStretches(one, other) }
}
const shown = (first: string, second: string) =>
  comparedRows(comparison(first, second)).map(row =>
    [row.first, row.second].map(parts => parts.map(({ text }) => text).join('')),
  )

const opening = 'The bridge over the river was closed on Tuesday morning.'
const middle = 'Nobody would say for how long the trains are to go round by the hills.'
const closing = 'Two ships lay idle at the quay with their holds half full.'

test('paragraphs that are in both stand beside each other, and what only one has stands alone', () => {
  expect(shown([opening, middle, closing].join('\n\n'), [opening, closing].join('\n\n'))).toEqual([
    [opening, opening],
    [middle, ''],
    [closing, closing],
  ])
})

test('a paragraph that is changed inside stays in one row', () => {
  const changed = middle.replace('the hills', 'the sea')
  expect(shown([opening, middle, closing].join('\n'), [opening, changed, closing].join('\n'))).toEqual([
    [opening, opening],
    [middle, changed],
    [closing, closing],
  ])
})

test('no word of either text is left out of the rows', () => {
  const [first, second] = [[opening, middle, closing].join('\n\n'), [closing, 'Else.', opening, middle].join('\n')]
  const rows = shown(first, second)
  for (const [at, text] of [first, second].entries())
    expect(
      rows
        .map(row => row[at])
        .filter(Boolean)
        .join(' ')
        .replace(/\s+/g, ' '),
    ).toBe(text.replace(/\s+/g, ' '))
})

test('steps lead to each difference once, and to each shared passage', () => {
  const compared = comparison(
    [opening, middle, closing].join('\n'),
    [closing, opening, middle.replace('trains', 'cars')].join('\n'),
  )
  const words = (number: number) => {
    const { first, second, kind } = compared.stretches[number] ?? {
      first: { start: 0, end: 0 },
      second: { start: 0, end: 0 },
      kind: '',
    }
    return kind === 'only second'
      ? compared.second.text.slice(second.start, second.end).trim()
      : compared.first.text.slice(first.start, first.end).trim()
  }
  expect(stepsOf(compared, 'differences').map(words)).toEqual(['trains', closing])
  expect(stepsOf(compared, 'shared').map(words).at(-1)).toBe(closing)
})
