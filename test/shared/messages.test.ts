import { readdirSync } from 'node:fs'
import path from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { messages } from '../../shared/messages.ts'

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
