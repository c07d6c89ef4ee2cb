import { describe, expect, test } from 'vitest'
import { installedMatches } from '../../../main/setup/packages.mjs'

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
