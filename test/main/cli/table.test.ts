import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { harmless, setRows, wrap } from '../../../main/cli/table.ts'

describe('a printed table', () => {
  test('fits the width and loses no word', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/)
    const cell = fc.array(word, { maxLength: 8 }).map(words => words.join(' '))
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 30, max: 100 }),
        (rows, width) => {
          const printed = setRows(['one', 'two', 'three'], [], rows, width)
          for (const line of printed.split('\n')) expect([...line].length).toBeLessThanOrEqual(width)
          const letters = (words: string) => [...words.replace(/[^a-z]/g, '')].sort().join('')
          expect(letters(printed)).toBe(letters(`onetwothree${rows.flat().join('')}`))
        },
      ),
    )
  })

  test('figures stand to the right', () => {
    expect(
      setRows(
        ['Name', 'Words'],
        [false, true],
        [
          ['a', '7'],
          ['b', '1234'],
        ],
        40,
      ),
    ).toBe('Name  Words\n────  ─────\na         7\nb      1234\n')
  })

  test('words of a document cannot command the terminal', () => {
    expect(harmless('\u001b[2Jgone\u0007\r\n\u202eback')).toBe('[2Jgone back')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), words => {
        expect(harmless(words)).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
      }),
    )
  })

  test('a word longer than the line is broken, others are not', () => {
    expect(wrap('abcdefgh ij kl', 5)).toEqual(['abcde', 'fgh', 'ij kl'])
    expect(wrap('', 5)).toEqual([''])
  })
})
