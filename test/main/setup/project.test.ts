import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { fingerprint, run } from '../../../main/setup/project.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'glossator-setup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const write = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), text)
}

test('a fingerprint changes with every name and every byte, and with nothing else', () => {
  write('a/one.ts', 'x')
  const first = fingerprint([folder])
  write('a/one.ts', 'x')
  expect(fingerprint([folder])).toBe(first)
  const seen = new Set([first])
  const differs = () => expect(seen.size).toBe(seen.add(fingerprint([folder])).size - 1)
  write('a/one.ts', 'y')
  differs()
  write('a/two.ts', '')
  differs()
  rmSync(path.join(folder, 'a/two.ts'))
  write('b/two.ts', '')
  differs()
})

test('what is not there counts as empty', () => {
  expect(fingerprint([path.join(folder, 'nowhere')])).toBe(fingerprint([]))
})

test.each([
  ['exit 0', 0],
  ['exit 7', 7],
  ['kill -9 $$', 137],
  ['kill -15 $$', 143],
])('a program that ends by "%s" has status %i', async (script, status) => {
  expect(await run('sh', ['-c', script])).toBe(status)
})
