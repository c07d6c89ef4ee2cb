import { readdirSync } from 'node:fs'
import path from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { root } from '../../main/setup/project.mjs'
import { messages } from '../../shared/messages.ts'
import { readProject } from '../support/import-graph.ts'

const folder = path.resolve(import.meta.dirname, '../../shared/messages')
const files = readdirSync(folder)

test('every file of the catalogue is in it, and no two share a key', async () => {
  const parts = await Promise.all(files.map(file => import(path.join(folder, file))))
  const keys = parts.flatMap(part => Object.values<object>(part).flatMap(Object.keys))
  expect(files.length).toBeGreaterThan(10)
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  expect(keys.sort()).toEqual(Object.keys(messages).sort())
})

test('every message is a pattern of ICU MessageFormat', () => {
  for (const [key, pattern] of Object.entries(messages))
    expect(() => new IntlMessageFormat(pattern, 'en', undefined, { ignoreTag: true }), key).not.toThrow()
})

const product = readProject(root, ['main', 'renderer', 'shared'])

test('every message is said somewhere', () => {
  const code = product.filter(({ file }) => !file.startsWith('shared/messages/')).map(({ text }) => text)
  const literals = new Set(code.flatMap(text => text.match(/[a-z]+\.[\w.-]+/gi) ?? []))
  // A key with a part that is filled in: `parts.reliability${grade}`.
  const patterns = [
    ...new Set(code.flatMap(text => text.match(/(?<=(?:say|sentence)\(`)[a-z]+\.[^`\s]*\$\{[^`\s]*(?=`)/gi) ?? [])),
  ].map(pattern => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '.+')}$`))
  const unsaid = Object.keys(messages).filter(key => !literals.has(key) && !patterns.some(one => one.test(key)))
  expect(unsaid).toEqual([])
})

test('every word of the page comes from the catalogue', () => {
  // The name of the product and of its keys.
  const own = ['Glossator', 'Ctrl K']
  const words = product
    .filter(({ file }) => file.startsWith('renderer/'))
    .flatMap(({ file, nodes }) =>
      nodes.flatMap(node => {
        const name = node.type === 'JSXAttribute' ? (node.name as { value: string }).value : ''
        const shown = node.type === 'JSXText' || /^(aria-label|alt|hint|label|placeholder|title)$/.test(name)
        const { value } = node.type === 'JSXText' ? node : ((node.value as { value?: unknown } | undefined) ?? {})
        return shown && typeof value === 'string' ? [{ file, value: value.trim() }] : []
      }),
    )
  expect(words.some(({ value }) => own.includes(value))).toBe(true)
  expect(words.filter(({ value }) => /\p{L}{2}/u.test(value) && !own.includes(value))).toEqual([])
})
