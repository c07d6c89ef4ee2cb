import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { InputOf } from '../../../shared/contract.ts'
import { importInput, openTestCase, passageOf, type TestCase } from '../../support/case.ts'

let one: TestCase
beforeEach(async () => {
  one = await openTestCase()
})
afterEach(() => one.close())

const sheet = (imageOnly: boolean) => ({ start: 0, label: '', imageOnly })

/** What the importer of PDF makes of a scan: no words, and pages that are pictures. The bytes are any. */
const scanned = (title: string, pages = [sheet(true), sheet(true)]): InputOf<'sources.import'> => {
  const input = importInput('', { title, fileName: `${title}.pdf` })
  return {
    ...input,
    draft: { ...input.draft, blocks: [], pages, mediaType: 'application/pdf' },
    bytes: new TextEncoder().encode(`the bytes of ${title}`),
  }
}

const words = 'The harbour was closed for a week, and nobody was told of the reason before the tenth of May.'

test('a scan is kept with its pages; it has no words, resembles nothing, and is found by its title', async () => {
  await one.ask('sources.import', importInput(words, { title: 'The harbour' }))
  const { source, outcome, resembles } = await one.ask('sources.import', scanned('Minutes'))
  expect([outcome, resembles]).toEqual(['imported', []])
  const { version } = await one.ask('sources.read', { id: source })
  expect(version).toMatchObject({ text: '', blocks: [], pages: [sheet(true), sheet(true)] })
  expect(await one.ask('sources.words', { ids: [source] })).toEqual([{ id: source, words: 0 }])
  const { hits } = await one.ask('search.find', { query: 'minutes', limit: 5 })
  expect(hits.map(({ id }) => id)).toEqual([source])
  expect((await one.ask('sources.describe', { id: source })).versions[0]).toMatchObject({ pages: 2, imageOnlyPages: 2 })
})

test('scans are told apart by their files', async () => {
  const first = await one.ask('sources.import', scanned('Minutes'))
  const second = await one.ask('sources.import', scanned('Letters'))
  expect([second.outcome, second.resembles]).toEqual(['imported', []])
  const again = await one.ask('sources.import', { ...scanned('Minutes'), fileName: 'copy.pdf' })
  expect(again).toMatchObject({ outcome: 'duplicate', source: first.source })
  expect(await one.ask('resemblances.list', {})).toEqual([])
})

test.each([
  ['blank pages', [sheet(false), sheet(false)]],
  ['no pages', []],
])('a document without words and of %s is refused', async (_what, pages) => {
  expect((await one.refused('sources.import', scanned('Nothing', pages))).message).toBe(
    'Nothing.pdf holds no text that could be read.',
  )
  expect(await one.ask('sources.list', {})).toEqual([])
})

test('the case is sound, and is exported and recovered with its scans', async () => {
  const { source } = await one.ask('sources.import', scanned('Minutes'))
  expect((await one.ask('check.run', {})).findings).toEqual([])
  const { text } = await one.ask('export.text', { format: 'json' })
  const exported = JSON.parse(text) as { sources: unknown[] }
  expect(exported.sources).toMatchObject([{ id: source, versions: [{ text: '' }] }])
  await one.workbench.close()
  const recovered = await one.workbench.recover(one.path, path.join(one.directory, 'recovered.gloss'))
  expect(recovered.ok).toBe(true)
  expect((await one.ask('sources.read', { id: source })).version).toMatchObject({ text: '', pages: [{}, {}] })
  expect((await one.ask('check.run', {})).findings).toEqual([])
})

test('a scan is no newer copy of a text, for no excerpt could be found in it; a text may be one of a scan', async () => {
  const { source } = await one.ask('sources.import', importInput(words, { title: 'The harbour' }))
  await one.ask('excerpts.create', await passageOf(one, source, 'closed for a week'))
  const scan = await one.ask('sources.import', scanned('Minutes'))
  const { draft, fileName, bytes } = scanned('Letters')
  const copy = { source, draft, fileName, bytes, upload: null }
  expect((await one.refused('sources.addCopy', copy)).message).toContain('no excerpt of “The harbour” could be found')
  expect((await one.refused('sources.joinAsCopy', { newer: scan.source, into: source })).message).toContain(
    'Minutes.pdf has only pictures of its pages',
  )
  const recognised = importInput('These are the words of the minutes.')
  await one.ask('sources.addCopy', { ...recognised, source: scan.source, upload: null })
  expect((await one.ask('sources.read', { id: scan.source })).version).toMatchObject({
    number: 2,
    text: 'These are the words of the minutes.',
  })
})
