import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { deflateSync, gzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorkbench } from '../../main/workbench.ts'
import { launchApp, type RunningApp, temporaryFolder } from '../support/app.ts'
import { cheapKey, fakeDesktop, seedsDirectory } from '../support/case.ts'

const passphrase = 'lantern walrus copper Tuesday'
const canary = 'Zyrphlaxion'
/** The same in a place where it is left on purpose. */
const planted = 'Quorblaxine'

let running: RunningApp | null = null
let work: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  work = temporaryFolder()
})
afterEach(async () => {
  await running?.quit()
  running = null
  work.remove()
})

/** What is compressed from a place on where a stream may begin: zlib's and gzip's first bytes. */
const inflated = (bytes: Buffer): Buffer[] => {
  const found: Buffer[] = []
  for (let at = bytes.indexOf(0x78); at >= 0 && found.length < 200; at = bytes.indexOf(0x78, at + 1))
    if ([0x01, 0x5e, 0x9c, 0xda].includes(bytes[at + 1] ?? 0))
      try {
        found.push(inflateSync(bytes.subarray(at)))
      } catch {
        // No stream began here.
      }
  for (let at = bytes.indexOf('1f8b08', 0, 'hex'); at >= 0; at = bytes.indexOf('1f8b08', at + 1, 'hex'))
    try {
      found.push(inflateRawSync(bytes.subarray(at + 10)))
    } catch {
      // Nor here.
    }
  return found
}

/** A word as it may stand in a file: in one or two bytes a letter, those in either order, and as a PDF writes them. */
const formsOf = (word: string): Buffer[] => {
  const wide = Buffer.from(word, 'utf16le')
  const swapped = Buffer.from(wide).swap16()
  const hex = swapped.toString('hex')
  return [word, word.toLowerCase(), wide, swapped, hex, hex.toUpperCase()].map(form => Buffer.from(form))
}

const isTold = (bytes: Buffer, word: string): boolean => formsOf(word).some(form => bytes.includes(form))

const tells = (file: string, word: string): boolean => {
  const bytes = readFileSync(file)
  return file.includes(word) || isTold(bytes, word) || inflated(bytes).some(part => isTold(part, word))
}

/** The files under a folder that tell a word, and how many there are. */
const lookThrough = (folder: string, word = canary): { telling: string[]; files: number } => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
  return { telling: files.filter(file => tells(file, word)), files: files.length }
}

test('the search finds a word however it is written', () => {
  const wide = Buffer.from(canary, 'utf16le')
  const sorts = [
    Buffer.from(canary),
    wide,
    Buffer.from(wide).swap16(),
    Buffer.from(canary.toLowerCase()),
    deflateSync(`x ${canary}`),
    gzipSync(`x ${canary}`),
    Buffer.concat([Buffer.alloc(999, 0x78), deflateSync(wide), Buffer.from('after it')]),
  ]
  for (const [number, bytes] of sorts.entries()) writeFileSync(path.join(work.folder, `${number}`), bytes)
  writeFileSync(path.join(work.folder, `${canary}.txt`), '')
  writeFileSync(path.join(work.folder, 'nothing'), 'another word')
  expect(lookThrough(work.folder)).toMatchObject({ telling: { length: sorts.length + 1 }, files: sorts.length + 2 })
})

test('of a sealed case nothing is found in the data of the app, its caches, logs and temporary files', async () => {
  const [data, temporary, cases, chosen] = ['work/data', 'work/tmp', 'work/cases', 'chosen'].map(name => {
    const folder = path.join(work.folder, name)
    mkdirSync(folder, { recursive: true })
    return folder
  }) as [string, string, string, string]
  const looked = path.join(work.folder, 'work')
  const file = path.join(cases, 'Sealed.gloss')
  const maker = createWorkbench({ host: fakeDesktop(), dataDirectory: cases, seedsDirectory, keyCost: cheapKey })
  expect(await maker.create(file)).toMatchObject({ ok: true })
  expect(await maker.call('case.update', { name: `${canary} case` })).toMatchObject({ ok: true })
  expect(await maker.call('backups.make', {})).toMatchObject({ ok: true })
  expect(lookThrough(cases).telling.length).toBeGreaterThan(1)
  expect(await maker.call('case.seal', { passphrase })).toMatchObject({ ok: true })
  await maker.close()

  running = await launchApp({ userData: data, values: [file], environment: { TMPDIR: temporary } })
  const { app, page, call } = running
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await expect
    .poll(() => call('case.state', {}), { timeout: 30_000 })
    .toMatchObject({ ok: true, value: { name: `${canary} case` } })
  const done = async (name: string, input: unknown) => {
    const outcome = await call(name, input)
    expect(outcome, name).toMatchObject({ ok: true })
    return (outcome as { value: unknown }).value
  }
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: `${canary} in a note` }] }
  await done('notes.create', { title: canary, document: { type: 'doc', content: [paragraph] } })

  // A file that is read in the app itself, then read, marked and searched on the screen.
  await page.evaluate(() => {
    location.hash = '#/sources'
  })
  const input = await page.locator('input[type=file]').elementHandle()
  await (input as unknown as { setInputFiles(files: unknown): Promise<void> }).setInputFiles([
    {
      name: `${canary}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(`The ferry ${canary} was given up. `.repeat(40)),
    },
  ])
  await page.getByText('1 source imported').waitFor()
  await page.evaluate(() => {
    location.hash = '#/reader'
  })
  await page.getByText(canary).first().waitFor()
  await page.evaluate(word => {
    location.hash = `#/search?words=${word}`
  }, canary)
  await page.getByText(canary).first().waitFor()
  await page.evaluate(() => {
    location.hash = '#/notes'
  })
  await page.getByText(canary).first().waitFor()
  // A briefing leaves the program where the analyst wants it, and nowhere else; what is planted is left for the search.
  const { id } = (await done('briefings.create', { title: `${canary} brief`, template: 'flash' })) as { id: string }
  const findings = (await done('briefings.check', { id })) as { key: string; severity: string; answer: unknown }[]
  for (const { key, severity, answer } of findings)
    if (severity === 'error' && answer === null)
      await done('briefings.answer', { id, finding: key, reason: 'A draft.' })
  const pdf = path.join(chosen, 'brief.pdf')
  await app.evaluate(({ dialog }, place) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: place })
  }, pdf)
  await done('briefings.export', { id, format: 'pdf' })
  expect(existsSync(pdf) && tells(pdf, canary)).toBe(true)
  await page.evaluate(word => localStorage.setItem('planted', word), planted)
  // What fails is logged, without its words.
  await call('notes.read', { id: canary })
  await call('case.seal', { passphrase: canary })

  expect(lookThrough(looked).telling).toEqual([])
  await running.quit()
  running = null
  const left = lookThrough(looked)
  expect(left.telling).toEqual([])
  expect(left.files).toBeGreaterThan(10)
  expect(lookThrough(data, planted).telling.join()).toContain('Local Storage')
})
