import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jsonOf } from '../../../main/exporters/json.ts'
import { readCaseDocument } from '../../../main/records/case-document.ts'
import { saveFolder } from '../../../main/save-folder.ts'
import { openCase } from '../../../main/store/case-file.ts'
import { caseDocument } from '../../../shared/model/case-document.ts'
import { Refused } from '../../../shared/outcome.ts'
import { importInput, openTestCase, type TestCase } from '../../support/case.ts'

let one: TestCase
/** What a case without the product is read by: paths and bytes. */
type Files = Record<string, Uint8Array>

const filesIn = (folder: string, within = ''): Files =>
  Object.fromEntries(
    readdirSync(join(folder, within)).flatMap(name => {
      const path = within === '' ? name : `${within}/${name}`
      return statSync(join(folder, path)).isDirectory()
        ? Object.entries(filesIn(folder, path))
        : [[path, readFileSync(join(folder, path))]]
    }),
  )

/** Pieces that take longer than the writing goes on without a pause. */
function* slowly(pieces: readonly string[]): Generator<string> {
  for (const piece of pieces) {
    for (const end = performance.now() + 15; performance.now() < end; );
    yield piece
  }
}

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
const out = (name: string) => join(one.directory, name)
const left = () => readdirSync(one.directory).filter(name => name.endsWith('.part'))

beforeAll(async () => {
  one = await openTestCase()
  const opened = await one.workbench.openSample({ path: out('sample.gloss') })
  if (!opened.ok) throw new Error(opened.message)
  for (const title of ['CON', 'con', '../../escaped', `Long ${'name '.repeat(60)}`])
    await one.ask('sources.import', importInput(`Words of ${title}.`, { title, fileName: `${title}.txt` }))
})
afterAll(() => one.close())

test('a folder of everything: records that fit their schema, every text and file, and a list that tells the truth', async () => {
  one.host.answer = out('everything')
  expect(await one.ask('export.everything', { form: 'folder' })).toEqual({ path: out('everything'), degraded: [] })
  const files = filesIn(out('everything'))
  const document = caseDocument.parse(JSON.parse(text(files['case.json'])))
  expect(document.sources).toHaveLength(9)
  expect(document.changes.length).toBeGreaterThan(0)
  expect(JSON.parse(text(files['case.schema.json']))).toMatchObject({ type: 'object' })
  expect(text(files['README.md'])).toContain('9 sources')

  const [head, ...lines] = text(files['contents.csv']).replace('\ufeff', '').trimEnd().split('\r\n')
  const listed = lines.map(line => JSON.parse(`[${line}]`) as string[])
  expect(head).toBe('"file","sha256","bytes","record","id"')
  expect(listed.map(([name]) => name).sort()).toEqual(
    Object.keys(files)
      .filter(name => name !== 'contents.csv')
      .sort(),
  )
  for (const [name = '', sha256, bytes] of listed) {
    const file = files[name] ?? new Uint8Array()
    expect([sha256, bytes], name).toEqual([createHash('sha256').update(file).digest('hex'), String(file.length)])
  }
  // Every text version is there as its text and as its bytes.
  const hashes = new Set(listed.map(([, sha256]) => sha256))
  for (const { textSha256, fileSha256 } of document.sources.flatMap(({ versions }) => versions)) {
    expect(hashes.has(textSha256)).toBe(true)
    expect(hashes.has(fileSha256)).toBe(true)
  }
  for (const { source, start, end, exact } of document.excerpts) {
    const version = document.sources.find(({ id }) => id === source)?.versions.at(-1)
    const name = listed.find(([path = '', , , , id]) => id === version?.id && path.startsWith('texts/'))?.[0] ?? ''
    expect(text(files[name]).slice(start, end)).toBe(exact)
  }
  expect(Object.keys(files).some(name => name.startsWith('editions/'))).toBe(true)
  for (const name of Object.keys(files)) {
    expect(name).not.toMatch(/[<>:"\\|?*]|(^|\/)(con|\.)[./]|[. ](\/|$)/i)
    for (const part of name.split('/')) expect(Buffer.byteLength(part)).toBeLessThan(256)
  }
  const lower = Object.keys(files).map(name => name.toLowerCase())
  expect(new Set(lower).size).toBe(lower.length)
})

test('an archive holds the same; the records are those of the case, to the letter', async () => {
  one.host.answer = out('everything.zip')
  await one.ask('export.everything', { form: 'zip' })
  const archive = unzipSync(readFileSync(out('everything.zip')))
  const folder = filesIn(out('everything'))
  expect(Object.keys(archive).sort()).toEqual(Object.keys(folder).sort())
  for (const [name, bytes] of Object.entries(folder))
    if (name !== 'README.md' && name !== 'contents.csv') expect(text(archive[name]) === text(bytes), name).toBe(true)
  const looked = await openCase(out('sample.gloss'), { readOnly: true })
  if (!looked.ok) throw new Error(looked.message)
  const json = looked.value.read(db => jsonOf(readCaseDocument(db, { log: true })))
  looked.value.close()
  expect(text(archive['case.json']) === json).toBe(true)
})

test('nothing is overwritten; an empty folder is taken; cancelled, nothing is left', async () => {
  mkdirSync(out('full'))
  writeFileSync(join(out('full'), 'mine.txt'), 'mine')
  one.host.answer = out('full')
  expect((await one.refused('export.everything', { form: 'folder' })).message).toContain(out('full'))
  expect(readdirSync(out('full'))).toEqual(['mine.txt'])
  mkdirSync(out('empty'))
  one.host.answer = out('empty')
  await one.ask('export.everything', { form: 'folder' })
  expect(readdirSync(out('empty'))).toContain('case.json')

  // Given up at the first pause, in the middle of a file, and at the last, when all of it is written.
  const parts = [
    { name: 'one.txt', pieces: ['a'] },
    { name: 'in/two.txt', pieces: ['b', 'c'] },
  ]
  const slow = parts.map(part => ({ ...part, pieces: slowly(part.pieces) }))
  for (const given of [slow, parts]) {
    const pause = () => Promise.reject(new Refused('Cancelled.'))
    await expect(saveFolder(out('cancelled'), given, { pause, reached: () => undefined })).rejects.toThrow('Cancelled.')
    expect(existsSync(out('cancelled'))).toBe(false)
    expect(left()).toEqual([])
  }
})
