import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { installedMatches, isWhole } from '../../../main/setup/packages.mjs'
import { root } from '../../../main/setup/project.mjs'

const lock = (packages: object) => JSON.stringify({ packages: { '': { name: 'glossator' }, ...packages } })
const record = (packages: object) => JSON.stringify({ packages })
const wanted = lock({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', optional: true } })

describe('what is installed is taken for what the lock file says', () => {
  test.each([
    ['all of it', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } }, true],
    ['without what is for other systems', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['another version', { 'node_modules/a': { version: '1.0.1' } }, false],
    ['something missing', { 'node_modules/b': { version: '2.0.0' } }, false],
    ['something more', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/c': { version: '1.0.0' } }, false],
  ])('%s', (_what, installed, expected) => {
    expect(installedMatches(wanted, record(installed))).toBe(expected)
  })

  test('a run that was killed leaves no record, and does not count', () => {
    expect(installedMatches(wanted, undefined)).toBe(false)
  })
})

// A registry that lacks some of them lets npm write a lock file without them, which npm ci then refuses everywhere.
test('the lock file names the variants of its packages for every system', () => {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  const entries = Object.values(packages) as { optionalDependencies?: Record<string, string> }[]
  const optional = entries.flatMap(entry => Object.keys(entry.optionalDependencies ?? {}))
  const named = Object.keys(packages).map(place => place.replace(/^.*node_modules\//, ''))
  expect(optional.length).toBeGreaterThan(20)
  expect(optional.filter(name => !named.includes(name))).toEqual([])
})

test('the record of npm is not believed when a package it names is not there', () => {
  expect(isWhole(record({ 'node_modules/zod': { version: '1.0.0' } }))).toBe(true)
  expect(isWhole(record({ 'node_modules/zod': {}, 'node_modules/rolled-back': {} }))).toBe(false)
  expect(isWhole(record({}))).toBe(false)
  expect(isWhole(undefined)).toBe(false)
})
