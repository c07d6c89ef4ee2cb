import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCommandLine, bundlingTime, type CommandLine } from '../../support/command-line.ts'

type Importer = typeof import('../../../main/cli/importer.ts')

let commandLine: CommandLine
let importFile: Importer['importFile']

beforeAll(async () => {
  commandLine = await buildCommandLine()
  importFile = commandLine.bundled('importer').importFile
}, bundlingTime)
afterAll(() => commandLine.remove())

const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(commandLine.at(name), content)
  return commandLine.at(name)
}

const roomy = { seconds: 30, megabytes: 50, memoryMegabytes: 512 }
const refusalOf = async (path: string, limits?: Parameters<Importer['importFile']>[2]) => {
  const read = await importFile(path, async () => undefined, limits)
  return 'refusal' in read ? read.refusal : 'no refusal'
}

describe('the process that reads a file', () => {
  test('gives back a draft, and the bytes slice by slice', async () => {
    for (const text of ['Zürich, 14 March 2025', `${'Every word of it.\n\n'.repeat(100_000)}It ends.`]) {
      const slices: Uint8Array[] = []
      const read = await importFile(file('a.txt', text), async slice => void slices.push(slice))
      if ('refusal' in read) throw new Error(read.refusal)
      expect(read.draft.text === text).toBe(true)
      const all = [...slices, read.bytes]
      expect(all.every(slice => slice.length > 0 && slice.length <= 512 * 1024)).toBe(true)
      expect(Buffer.concat(all).toString('utf8') === text).toBe(true)
    }
  })

  test('is ended when its time is up', async () => {
    const hostile = file('slow.md', '[a](<'.repeat(100_000))
    expect(await refusalOf(hostile, { ...roomy, seconds: 1 })).toMatch(
      /slow\.md was not imported: .* longer than 1 second\./,
    )
  })

  test('takes nothing with it when it runs out of memory', async () => {
    const large = file('large.html', '<p>a <b>b</b>'.repeat(400_000))
    expect(await refusalOf(large, { ...roomy, memoryMegabytes: 16 })).toMatch(/large\.html was not imported: .* ended/)
  })

  test('is not even started for what is no file, too large, or not there', async () => {
    expect(await refusalOf(commandLine.at('absent.txt'))).toMatch(/absent\.txt: there is no such file/)
    expect(await refusalOf(commandLine.at('.'))).toMatch(/is not a file/)
    expect(await refusalOf(file('big.txt', 'a'.repeat(2_000_000)), { ...roomy, megabytes: 1 })).toMatch(
      /2 MB, the limit is 1 MB/,
    )
  })

  test('refuses in a sentence that names the file', async () => {
    expect(await refusalOf(file('scan.pdf', '%PDF-1.7'))).toMatch(/“scan\.pdf”/)
  })

  test('once taken over, reads no other file and starts no program', async context => {
    const confined = ['--permission', '--experimental-permission'].some(flag =>
      process.allowedNodeEnvironmentFlags.has(flag),
    )
    context.skip(!confined, 'this version of Node cannot confine a process')
    const secret = file('case.gloss', 'secret')
    const attempt = (code: string) => `(() => { try { return String(${code}) } catch (error) { return error.code } })()`
    const takenOver = `process.once('message', () => process.send({ refusal: [
      ${attempt(`require('node:fs').readFileSync(${JSON.stringify(secret)})`)},
      ${attempt(`require('node:fs').writeFileSync(${JSON.stringify(secret)}, '')`)},
      ${attempt(`require('node:child_process').execSync('true')`)},
    ].join(' ') }))`
    file('main/importer-process.cjs', takenOver)
    expect(await refusalOf(file('a.txt', 'words'))).toBe('ERR_ACCESS_DENIED ERR_ACCESS_DENIED ERR_ACCESS_DENIED')
  })
})
