import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { diagnosticsText } from '../../main/diagnostics.ts'
import { failureText, lastFailures, logFailure, mostBytes } from '../../main/failure-log.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glossator-log-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const canary = 'Zwjvqk'

/** The ways in which libraries and the system put into a message what they were given. */
const quoting: ((words: string) => string)[] = [
  words => `ENOENT: no such file or directory, open '/home/a/${words}.gloss'`,
  words => `Unexpected token 'x', "${words}" is not valid JSON`,
  words => `near "${words}": syntax error`,
  words => `The case /home/a b/${words} is closed`,
  words => `EPERM: C:\\Users\\${words}\\Case.gloss`,
  words => `cannot open \\\\server\\${words}`,
  words => `Unexpected value: {"name":"${words}"}`,
  words => `The grid of “${words}” has no level`,
  words => `There’s no «${words}» here`,
  words => `[\n  { "message": "${words}" }\n]`,
  words => `It failed\n${words}`,
  words => `Not allowed: file:///home/${words}`,
]

test('nothing that an error quotes comes into the log or the diagnostics, however it is quoted', () => {
  fc.assert(
    fc.property(fc.constantFrom(...quoting), fc.string({ maxLength: 40 }), fc.string(), (quote, before, after) => {
      const error = new Error(quote(`${before}${canary}${after}`))
      expect(failureText('terms.create', error)).not.toContain(canary)
    }),
    { numRuns: 500 },
  )
  for (const quote of quoting) logFailure(folder, 'terms.create', new Error(quote(canary)))
  const text = diagnosticsText({ version: '1.2.3', parts: [{ name: 'Engine', value: '4' }] }, folder)
  expect(text).toContain('Glossator 1.2.3\nEngine: 4\n')
  expect(text).toContain('terms.create: Error: Not allowed: …')
  expect(text).not.toContain(canary)
})

test('it says what failed and where, without the folders of whoever uses the program', () => {
  const error = new Error("no such table: party; it isn't there")
  error.stack = `Error: no such table\n    at read (/home/a.person/App/out/main/workbench-process.cjs:12:3)\n    at file:///C:/Users/a.person/x.cjs:1:2\n    a second line of the message:1:2`
  expect(failureText('parties.list', error).split('\n').slice(0, 3)).toEqual([
    expect.stringContaining("parties.list: Error: no such table: party; it isn't there"),
    '    at read (workbench-process.cjs:12:3)',
    expect.not.stringContaining('a.person'),
  ])
  expect(failureText('x', error)).not.toContain('second line')
  expect(failureText('x', 'a thrown secret')).not.toContain('secret')
})

test('it does not grow without end, and the newest failures are the ones told', () => {
  for (let count = 0; count < 3_000; count++) logFailure(folder, `operation ${count}`, new Error('failed'))
  const sizes = ['glossator.log', 'glossator.old.log'].map(name => statSync(join(folder, name)).size)
  for (const size of sizes) expect(size).toBeLessThan(mostBytes + 4_096)
  const [last = ''] = lastFailures(folder, 1_000)
    .filter(line => line.includes('operation'))
    .slice(-1)
  expect(last).toContain('operation 2999')
  expect(lastFailures(folder, 7)).toHaveLength(7)
  expect(readFileSync(join(folder, 'glossator.log'), 'utf8')).toContain('operation 2999')
})

test('a log that cannot be written makes no second failure', () => {
  expect(() => logFailure(join('/dev/null', 'nowhere'), 'x', new Error('failed'))).not.toThrow()
  expect(lastFailures(join(folder, 'nowhere'), 5)).toEqual([])
})
