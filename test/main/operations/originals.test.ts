import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { insertOriginal, insertPointer } from '../../../main/records/originals.ts'
import { openCase } from '../../../main/store/case-file.ts'
import { canonicalText } from '../../../shared/rules/canonical-text.ts'
import { importInput, openTestCase, passageOf, type TestCase } from '../../support/case.ts'

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

let one: TestCase
beforeEach(async () => {
  one = await openTestCase()
})
afterEach(() => one.close())

type Pointer = { excerpt: string; start: number; end: number; passageSha256: string }

/** Says of a source that it stands for an original, as the sample case does when it is made. */
const standFor = async (source: string, original: Uint8Array, pointers: Pointer[]) => {
  await one.workbench.close()
  const opened = await openCase(one.path)
  if (!opened.ok) throw new Error(opened.message)
  opened.value.write('stand for', db => {
    insertOriginal(db, { source: source as never, fileSha256: sha256(original), title: 'The original' })
    for (const pointer of pointers) insertPointer(db, pointer as never)
  })
  opened.value.close()
  await one.workbench.open(one.path)
}

const digest = 'The fund is to get half of the new revenue.\nThe decision was put off twice.'
const original =
  'Yesterday it became known: half of what is earned on new licences is to go to the fund.\nTwice the cabinet put the decision off.'

const excerptOf = async (source: string, words: string) =>
  (await one.ask('excerpts.create', await passageOf(one, source, words))).id

const pointerTo = (excerpt: string, text: string, words: string): Pointer => {
  const start = text.indexOf(words)
  return { excerpt, start, end: start + words.length, passageSha256: sha256(words) }
}

describe('the original of a digest', () => {
  test('becomes a text version on whose words every excerpt stands exactly; what is stated is not overwritten', async () => {
    const { source } = await one.ask('sources.import', importInput(digest, { title: 'Our digest' }))
    const half = await excerptOf(source, 'half of the new revenue')
    const off = await excerptOf(source, 'put off twice')
    const input = importInput(original, { title: 'Stated title', published: '2025-02-17', fileName: 'original.txt' })
    await standFor(source, input.bytes, [
      pointerTo(half, original, 'half of what is earned on new licences'),
      pointerTo(off, original, 'Twice the cabinet put the decision off'),
    ])
    expect((await one.ask('sources.read', { id: source })).original).toMatchObject({ title: 'The original' })
    const result = await one.ask('sources.import', input)
    expect(result).toMatchObject({ outcome: 'version', source })
    expect(result.message).toContain('2 excerpts stand on its words')
    const read = await one.ask('sources.read', { id: source })
    expect(read.original).toBeNull()
    expect(read.version).toMatchObject({ number: 2, reason: 'original', text: original })
    expect(read.source).toMatchObject({ title: 'Our digest', published: '2025-02-17' })
    const excerpts = await one.ask('excerpts.list', { source })
    expect(excerpts.map(({ anchor }) => [anchor.exact, anchor.state])).toEqual([
      ['half of what is earned on new licences', 'exact'],
      ['Twice the cabinet put the decision off', 'exact'],
    ])
    expect((await one.ask('sources.import', input)).outcome).toBe('duplicate')
    expect((await one.ask('check.run', {})).findings).toEqual([])
    await one.ask('history.undo', {})
    expect((await one.ask('excerpts.list', { source })).map(({ anchor }) => anchor.exact)).toEqual([
      'half of the new revenue',
      'put off twice',
    ])
  })

  test('a pointer that does not fit is not believed: the excerpt is looked for, or shown as lost', async () => {
    const copied = `A new first line.\n${digest}`
    const { source } = await one.ask('sources.import', importInput(digest))
    const half = await excerptOf(source, 'half of the new revenue')
    const off = await excerptOf(source, 'put off twice')
    await standFor(source, importInput(copied).bytes, [
      { excerpt: half, start: 3, end: 9, passageSha256: sha256('other words') },
      { excerpt: off, start: 500, end: 510, passageSha256: sha256('') },
    ])
    await one.ask('sources.import', importInput(copied))
    const excerpts = await one.ask('excerpts.list', { source })
    expect(excerpts.map(({ anchor }) => copied.slice(anchor.start, anchor.end))).toEqual([
      'half of the new revenue',
      'put off twice',
    ])
    expect(excerpts.every(({ anchor }) => anchor.state === 'exact' || anchor.state === 'moved')).toBe(true)
  })
})

test('an original that is only pictures is a source of its own: no excerpt would find its words in it', async () => {
  const { source } = await one.ask('sources.import', importInput(digest))
  await excerptOf(source, 'put off twice')
  const input = importInput('', { fileName: 'scan.pdf' })
  input.bytes = new TextEncoder().encode('the bytes of a scan')
  input.draft = { ...input.draft, blocks: [], pages: [{ start: 0, label: '', imageOnly: true }] }
  await standFor(source, input.bytes, [])
  const result = await one.ask('sources.import', input)
  expect(result.outcome).toBe('imported')
  expect(result.source).not.toBe(source)
  expect((await one.ask('excerpts.list', { source })).map(({ anchor }) => anchor.state)).toEqual(['exact'])
})

test('over any text, a proved pointer puts its excerpt on exactly those words', async () => {
  const { source } = await one.ask('sources.import', importInput('The digest says something.'))
  const excerpt = await excerptOf(source, 'something')
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme', minLength: 4, maxLength: 60 }),
      fc.nat(),
      fc.nat(),
      async (words, from, length) => {
        const text = canonicalText(words).replace(/\p{Surrogate}/gu, '')
        fc.pre(text.trim().length > 3)
        const points = [...text]
        const first = from % points.length
        const quote = points.slice(first, first + 1 + (length % (points.length - first))).join('')
        fc.pre(quote.trim() !== '')
        const start = points.slice(0, first).join('').length
        const input = importInput(text, { fileName: 'any.txt' })
        const document = await one.ask('sources.read', { id: source })
        await standFor(source, input.bytes, [
          { excerpt, start, end: start + quote.length, passageSha256: sha256(quote) },
        ])
        const result = await one.ask('sources.import', input)
        expect(result.outcome).toBe('version')
        const [found] = await one.ask('excerpts.list', { source })
        expect(found?.anchor).toMatchObject({ state: 'exact', exact: quote, start })
        // Back to the digest alone for the next text: the import, then what standFor wrote.
        await one.ask('history.undo', {})
        await one.ask('history.undo', {})
        expect(await one.ask('sources.read', { id: source })).toEqual(document)
      },
    ),
    { numRuns: 15 },
  )
})
