import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasProgram } from '../../../main/setup/project.mjs'
import { buildCommandLine, bundlingTime, type CommandLine } from '../../support/command-line.ts'

let line: CommandLine
beforeAll(async () => {
  line = await buildCommandLine()
}, bundlingTime)
afterAll(() => line.remove())

/** What the analyst types, each once its question stands there. */
type Typed = [question: string, keys: string][]

/** Runs the program on a terminal; the answer is what that showed. */
const onTerminal = (words: string, typed: Typed): Promise<{ shown: string; status: number | null }> =>
  new Promise((resolve, reject) => {
    const command = `"${process.execPath}" main/glossator.cjs ${words}`
    const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
      env: { ...process.env, GLOSSATOR_DATA: line.at('data') },
    })
    const left = [...typed]
    let [shown, answered] = ['', 0]
    child.stdout.setEncoding('utf8').on('data', text => {
      shown += text
      const [next] = left
      if (next === undefined || !shown.slice(answered).includes(next[0])) return
      answered = shown.length
      left.shift()
      child.stdin.write(next[1])
    })
    child.once('error', reject)
    child.once('close', status => resolve({ shown, status }))
  })

const isSealed = () => !readFileSync('case.gloss').includes('SQLite format')

test.skipIf(!hasProgram('script'))(
  'a passphrase typed on the terminal is not shown; it can be corrected, must be typed alike twice, and Ctrl C gives up',
  async () => {
    expect(await line.run('new', 'case.gloss')).toMatchObject({ status: 0 })
    const differing = await onTerminal('seal case.gloss', [
      ['New passphrase', 'a heron and a bridge\r'],
      ['once more', 'a heron and a brigde\r'],
    ])
    expect(differing).toMatchObject({ status: 1, shown: expect.stringContaining('not the same') })
    const givenUp = await onTerminal('seal case.gloss', [['New passphrase', 'a heron\u0003']])
    expect(givenUp).toMatchObject({ status: 1, shown: expect.stringContaining('Cancelled') })
    expect(isSealed()).toBe(false)

    const corrected = await onTerminal('seal case.gloss', [
      ['New passphrase', 'a heron and a bridgé\u007fe\r'],
      ['once more', 'a heron and a bridge\r'],
    ])
    expect(corrected.status).toBe(0)
    expect(isSealed()).toBe(true)
    expect(await onTerminal('info case.gloss', [['Passphrase', 'a heron and a brigde\r']])).toMatchObject({ status: 1 })
    // Both lines at once, as they are pasted.
    const pasted = await onTerminal('passphrase case.gloss', [
      ['Passphrase', 'a heron and a bridge\ranother set of words\r'],
      ['once more', 'another set of words\r'],
    ])
    expect(pasted.status).toBe(0)
    const opened = await onTerminal('info case.gloss', [['Passphrase', 'another set of words\r']])
    expect(opened.status).toBe(0)
    for (const { shown } of [differing, givenUp, corrected, pasted, opened]) expect(shown).not.toMatch(/heron|words/)
  },
  120_000,
)
