import { writeFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { sourceDraft } from '../../../shared/model/text-version.ts'
import { Refused } from '../../../shared/outcome.ts'
import { importInput } from '../../support/case.ts'
import { buildCommandLine, bundlingTime, type CommandLine } from '../../support/command-line.ts'

type Module = typeof import('../../../main/cli/importer.ts')
type Importer = ReturnType<Module['createImporter']>

let commandLine: CommandLine
let createImporter: Module['createImporter']
let started: Importer[] = []

beforeAll(async () => {
  commandLine = await buildCommandLine()
  createImporter = commandLine.bundled('importer').createImporter
}, bundlingTime)
afterAll(() => commandLine.remove())
afterEach(() => {
  for (const importer of started) importer.end()
  started = []
})

const roomy = { seconds: 30, megabytes: 50, memoryMegabytes: 512, filesOfProcess: 200 }
const start = (limits = roomy) => {
  const importer = createImporter(limits)
  started.push(importer)
  return importer
}

const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(commandLine.at(name), content)
  return { name, from: commandLine.at(name) }
}
const nowhere = async () => undefined
const refusalOf = async (importer: Importer, one: { name: string; from: string | Uint8Array }) => {
  const read = await importer.read(one, nowhere)
  return 'refusal' in read ? read.refusal : 'no refusal'
}
const textOf = async (importer: Importer, one: { name: string; from: string | Uint8Array }) => {
  const read = await importer.read(one, nowhere)
  return 'draft' in read ? read.draft.text : JSON.stringify(read)
}

describe('the process that reads files', () => {
  test('gives back a draft, and the bytes slice by slice, of a path or of bytes', async () => {
    const importer = start()
    for (const text of ['Zürich, 14 March 2025', `${'Every word of it.\n\n'.repeat(100_000)}It ends.`]) {
      for (const one of [file('a.txt', text), { name: 'a.txt', from: new Uint8Array(Buffer.from(text)) }]) {
        const slices: Uint8Array[] = []
        const read = await importer.read(one, async slice => void slices.push(slice))
        if (!('draft' in read)) throw new Error(JSON.stringify(read))
        expect(read.draft.text === text).toBe(true)
        const all = [...slices, read.bytes]
        expect(all.every(slice => slice.length > 0 && slice.length <= 512 * 1024)).toBe(true)
        expect(Buffer.concat(all).toString('utf8') === text).toBe(true)
      }
    }
  })

  test('is not even started for what is no file, too large, or not there', async () => {
    const importer = start({ ...roomy, megabytes: 1 })
    expect(await refusalOf(importer, { name: 'absent.txt', from: commandLine.at('absent.txt') })).toMatch(
      /absent\.txt: there is no such file/,
    )
    expect(await refusalOf(importer, { name: 'folder', from: commandLine.at('.') })).toMatch(/folder is not a file/)
    expect(await refusalOf(importer, file('big.txt', 'a'.repeat(2_000_000)))).toMatch(/2 MB, the limit is 1 MB/)
  })

  test('refuses in a sentence that names the file, and says when no reader is there for its kind', async () => {
    expect(await start().read(file('picture.xyz', 'words'), nowhere)).toMatchObject({
      refusal: expect.stringContaining('“picture.xyz”'),
      unknownKind: true,
    })
  })
})

// What a reader of files may do when a file has made it its own. The process says what the file holds.
const puppet = `process.on('message', message => {
  if ('bytes' in message) return globalThis.bytes = message.bytes
  const words = Buffer.from(globalThis.bytes).toString()
  const answer = said => process.send(said)
  const spin = () => { for (;;) ; }
  const swell = () => { const held = []; for (;;) held.push(Array.from({ length: 1e6 }, (_, at) => ({ at }))) }
  return eval(words)
})`

describe('a file that the process is lost to takes nothing with it', () => {
  beforeAll(() => writeFileSync(commandLine.at('main/importer-process.cjs'), puppet))

  const draft = sourceDraft.parse(importInput('Good words.').draft)
  const good = { name: 'good.txt', from: Buffer.from(`answer(${JSON.stringify({ draft, enclosed: [] })})`) }
  const bad = (words: string) => ({ name: 'bad.txt', from: Buffer.from(words) })
  const limits = { ...roomy, seconds: 5, memoryMegabytes: 32 }

  test.each([
    ['it spins', 'spin()', { ...limits, seconds: 1 }, /bad\.txt was not imported: .* longer than 1 second\./],
    ['it never answers', '0', { ...limits, seconds: 1 }, /bad\.txt was not imported: .* longer than 1 second\./],
    ['it runs out of memory', 'swell()', limits, /bad\.txt was not imported: .* ended/],
    ['it throws', 'throw new Error("no")', limits, /bad\.txt was not imported: .* ended/],
    ['it goes away', 'process.exit(0)', limits, /bad\.txt was not imported: .* ended/],
  ])('%s', async (_, words, given, sentence) => {
    const importer = start(given)
    expect(await textOf(importer, good)).toBe('Good words.')
    expect(await refusalOf(importer, bad(words))).toMatch(sentence)
    expect(await textOf(importer, good)).toBe('Good words.')
  })

  test.each([
    ['nothing', null],
    ['a word', '"imported"'],
    ['a draft without blocks', { draft: { ...draft, blocks: undefined }, enclosed: [] }],
    ['a text that is a number', { draft: { ...draft, text: 7 }, enclosed: [] }],
    ['enclosed files without bytes', { draft, enclosed: [{ name: 'a.txt', bytes: 'words' }] }],
    ['references that are none', { references: [{ bibliography: {}, statements: [], abstract: '' }], warnings: [] }],
    ['no references', { references: [], warnings: [] }],
    ['an empty refusal', { refusal: '' }],
  ])('it answers nonsense: %s', async (_, said) => {
    const importer = start(limits)
    expect(await refusalOf(importer, bad(`answer(${JSON.stringify(said)})`))).toMatch(/“bad\.txt” was not imported/)
    expect(await textOf(importer, good)).toBe('Good words.')
  })

  test('a file of which the case takes no more slices is not mixed with the next one', async () => {
    const importer = start(limits)
    const large = { name: 'large.txt', from: new Uint8Array(3 * 512 * 1024) }
    const full = () => Promise.reject(new Refused('The disk is full.'))
    await expect(importer.read(large, full)).rejects.toThrow('The disk is full.')
    expect(await textOf(importer, good)).toBe('Good words.')
  })

  test('once taken over, it reads no other file and starts no program', async context => {
    const confined = ['--permission', '--experimental-permission'].some(flag =>
      process.allowedNodeEnvironmentFlags.has(flag),
    )
    context.skip(!confined, 'this version of Node cannot confine a process')
    const secret = file('case.gloss', 'secret').from
    const attempt = (code: string) => `(() => { try { return String(${code}) } catch (error) { return error.code } })()`
    const attempts = `answer({ refusal: [
      ${attempt(`require('node:fs').readFileSync(${JSON.stringify(secret)})`)},
      ${attempt(`require('node:fs').writeFileSync(${JSON.stringify(secret)}, '')`)},
      ${attempt(`require('node:child_process').execSync('true')`)},
    ].join(' ') })`
    expect(await refusalOf(start(limits), bad(attempts))).toBe('ERR_ACCESS_DENIED ERR_ACCESS_DENIED ERR_ACCESS_DENIED')
  })
})
