import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../../main/setup/project.mjs'

const css = readFileSync(path.join(root, 'renderer/ui/tokens.css'), 'utf8')

const tokensIn = (rule: string): Record<string, string> =>
  Object.fromEntries(
    [...rule.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  )

const [light = '', dark = ''] = css.split('data-theme="dark"')
const themes = { light: tokensIn(light), dark: { ...tokensIn(light), ...tokensIn(dark) } }

/** Relative luminance of an sRGB colour, 0 to 1 (WCAG 2.2, glossary). */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, glossary). */
const contrast = (one: string, other: string): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const grounds = ['paper', 'panel', 'raised']
const washes = ['hover', 'accent-wash']
const tints = ['straw', 'rose', 'sky', 'mint', 'lilac', 'apricot', 'sand', 'steel']
const levels = ['1', '2', '3', '4', '5']

/** What is written in which colour, and on what: at least 4.5 to 1 (1.4.3). */
const words: [string, readonly string[]][] = [
  ...['ink', 'muted', 'accent', 'conflict', 'warning', 'settled'].map((name): [string, string[]] => [
    name,
    [...grounds, ...washes],
  ]),
  ['faint', [...grounds, ...washes]],
  ['ink', [...tints, 'conflict-wash', 'warning-wash']],
  ['muted', ['conflict-wash', 'warning-wash']],
  ['conflict', ['conflict-wash']],
  ['warning', ['warning-wash']],
  ['on-accent', ['accent']],
  ['raised', ['conflict']],
  ...levels.map((level): [string, string[]] => [`on-level-${level}`, [`level-${level}`]]),
]

/** What must be seen to be used or understood and is no word: at least 3 to 1 (1.4.11). */
const signs: [string, readonly string[]][] = [
  ['control-line', grounds],
  // The ring of the focus, too.
  ['accent', [...grounds, ...washes, ...tints]],
  ...tints.map((tint): [string, string[]] => [`${tint}-line`, [...grounds, tint]]),
]

const below = (tokens: Record<string, string>, pairs: typeof words, least: number): string[] =>
  pairs.flatMap(([over, under]) =>
    under.flatMap(ground => {
      const [a, b] = [tokens[over], tokens[ground]]
      if (a === undefined || b === undefined) return [`${over} or ${ground} is no token`]
      const ratio = contrast(a, b)
      return ratio < least ? [`${over} on ${ground}: ${ratio.toFixed(2)}`] : []
    }),
  )

describe.each(Object.entries(themes))('the colours of the %s theme', (_theme, tokens) => {
  test('words can be read on whatever they stand on', () => {
    expect(below(tokens, words, 4.5)).toEqual([])
  })

  test('lines of controls, rings of the focus and lines of highlights can be seen', () => {
    expect(below(tokens, signs, 3)).toEqual([])
  })
})

test('the ratio is that of the standard', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})
