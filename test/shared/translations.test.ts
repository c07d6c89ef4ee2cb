import { readdirSync } from 'node:fs'
import path from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { rulesMessages } from '../../shared/messages/rules.ts'
import { tradecraftMessages } from '../../shared/messages/tradecraft.ts'
import { ukrainian } from '../../shared/translations/ukrainian.ts'

const shared = path.resolve(import.meta.dirname, '../../shared')
const files = readdirSync(path.join(shared, 'messages'))

type Catalogue = Readonly<Record<string, string>>

/** All that a file of the catalogue, or of its translation, exports. */
const wordsOf = async (folder: string, file: string): Promise<Catalogue> =>
  Object.assign({}, ...Object.values<object>(await import(path.join(shared, folder, file))))

const elements = (pattern: string) => new IntlMessageFormat(pattern, 'uk', undefined, { ignoreTag: true }).getAst()
type Element = ReturnType<typeof elements>[number]

// The kinds of elements, by the numbers that the parser gives them.
const literal = 0
const argument = 1
const select = 5
const plural = 6
const pound = 7

/** Every element of a pattern, those within its choices too. */
const walk = (nodes: readonly Element[]): Element[] =>
  nodes.flatMap(node => [
    node,
    ...(node.type === select || node.type === plural
      ? Object.values(node.options).flatMap(({ value }) => walk(value))
      : []),
  ])

/** The arguments of a pattern: name and kind, and the answers that a `select` knows. A plural may be a plain argument in one language. */
const argumentsOf = (pattern: string): string[] => [
  ...new Set(
    walk(elements(pattern)).flatMap(node => {
      if (node.type === select) return [`${node.value}: ${Object.keys(node.options).sort().join(' ')}`]
      if (node.type === literal || node.type === pound) return []
      return [node.value]
    }),
  ),
]

const namesOf = (pattern: string) => argumentsOf(pattern).map(one => one.split(':')[0] ?? '')

const plurals = (pattern: string) => walk(elements(pattern)).flatMap(node => (node.type === plural ? [node] : []))

/** The words of a pattern, without its arguments. */
const literals = (pattern: string) =>
  walk(elements(pattern))
    .flatMap(node => (node.type === literal ? [node.value] : []))
    .join(' ')

/**
 * What stays as it is: names of the product, of standards, formats, keys and engines, the words of a query and of a
 * command line, endings of files, and English words that are quoted as what stands in a text.
 */
const kept =
  /«[^»]*»|"[^"]*"|`[^`]*`|--?[a-z][\w-]*|\b[a-z]+:(?=\s|$|…)|\b(?:source|tag|term|risk|kind):(?:note\b)?|https?:\S*|\.\w+|\b[\w-]+(?:\.[\w-]+)*\.(?:json|csv|gloss|dat)\b|\b(?:[A-Z]{2,}[\w-]*|[A-Z][a-z]+[A-Z]\w*)\b|\b(?:Glossator|Open Graph|Dublin Core|Traffic Light Protocol|Assistant|Chromium|Electron|Microsoft|Office|Word|Excel|Outlook|LibreOffice|OpenDocument|Markdown|PostScript|Cox|Chicago|Schema|Admiralty|Ctrl|Alt|Shift|Enter|Esc|Tab|Home|End|Delete|Page Up|Page Down|Backspace|Space|English|Unicode|Linux|Windows|Unix|Node|Braun-Blanquet|Jaccard|winmail|npm|run|eml|mailto|sha|tlp|px|ms|dpi)\b|\b[A-Za-z]\b|\b(?:R|T)-\d+\b/gu

/** Verbs and formats, which a command line takes in English. */
const commands = /\b(?:glossator|export|history|info|pdf|docx|html|md|json|csv)\b/g

const english = (pattern: string) =>
  literals(pattern)
    .replace(kept, ' ')
    .match(/[a-z]{2,}/gi) ?? []

describe.each(files)('%s in Ukrainian', file => {
  test('is whole, fits the English in arguments and forms, and leaves no English', async () => {
    const words = await wordsOf('messages', file)
    const translated = await wordsOf('translations/ukrainian', file)
    const missing = Object.keys(words).filter(key => !(key in translated))
    const foreign = Object.keys(translated).filter(key => !(key in words))
    expect({ missing, foreign }).toEqual({ missing: [], foreign: [] })

    const faults = Object.entries(words).flatMap(([key, original]) => {
      const pattern = translated[key] ?? ''
      if (file === 'cli.ts' && key === 'cli.usage') return pattern === '' ? [key] : []
      // It is put behind an English sentence of a briefing, and read by the rules for English prose.
      if (key === 'tradecraft.written.confidence') return pattern === original ? [] : [key]
      const answers = (one: string) => argumentsOf(one).filter(name => name.includes(':'))
      return [
        ...(pattern.trim() === '' && original.trim() !== '' ? [`${key} is empty`] : []),
        ...(new Set(namesOf(pattern)).size === new Set(namesOf(original)).size &&
        namesOf(pattern).every(name => namesOf(original).includes(name))
          ? []
          : [`${key}: arguments ${namesOf(pattern)}, in English ${namesOf(original)}`]),
        ...answers(pattern)
          .filter(one => !answers(original).includes(one))
          .map(one => `${key}: chooses by ${one}, in English by ${answers(original)}`),
        ...plurals(pattern).flatMap(({ value, options }) => {
          const forms = Object.keys(options)
          const numbers = ['one', 'few', 'many', 'other']
          // A plural that only tells nothing from something has no forms of numbers.
          if (forms.every(form => form === 'other' || form.startsWith('='))) return []
          return numbers.every(form => forms.includes(form)) ? [] : [`${key}: ${value} has the forms ${forms}`]
        }),
        ...(/\.(csv|json)$/.test(original)
          ? []
          : english(file === 'cli.ts' ? pattern.replace(commands, '') : pattern)
        ).map(word => `${key}: “${word}” is English`),
        ...(/'/.test(pattern) && !/'/.test(original) ? [`${key} has an ASCII apostrophe`] : []),
      ]
    })
    expect(faults).toEqual([])
  })

  test('is said without a fault for each number', async () => {
    for (const [key, pattern] of Object.entries(await wordsOf('translations/ukrainian', file))) {
      const format = new IntlMessageFormat(pattern, 'uk', undefined, { ignoreTag: true })
      const values = (count: number) =>
        Object.fromEntries(namesOf(pattern).map(name => [name, plurals(pattern).length > 0 ? count : 'x']))
      if (/, (?:number|date|time)/.test(pattern) && plurals(pattern).length === 0) continue
      for (const count of [0, 1, 2, 5, 21]) expect(() => format.format(values(count)), key).not.toThrow()
    }
  })
})

test('the Ukrainian catalogue is all of its files', async () => {
  const parts = await Promise.all(files.map(file => wordsOf('translations/ukrainian', file)))
  expect(Object.keys(ukrainian).sort()).toEqual(parts.flatMap(Object.keys).sort())
})

test('sentences of the pure rules have nothing but plain arguments in Ukrainian', () => {
  for (const key of Object.keys({ ...rulesMessages, ...tradecraftMessages }))
    for (const node of walk(elements(ukrainian[key] ?? ''))) expect([literal, argument], key).toContain(node.type)
})

test('a wrong translation is found', () => {
  expect(english('Відкрити the case у Word, «the case», source: 5 PDF')).toEqual(['the', 'case'])
  expect(plurals('{count, plural, one {# а} other {# б}}').map(({ options }) => Object.keys(options))).toEqual([
    ['one', 'other'],
  ])
  expect(argumentsOf('{a, select, x {1} other {{b}}}')).toEqual(['a: other x', 'b'])
})
