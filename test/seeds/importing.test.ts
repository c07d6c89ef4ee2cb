import { describe, expect, test } from 'vitest'
import { importBytes } from '../../renderer/importers/index.ts'
import { originalFiles, withOriginals } from './originals.ts'
import { digestBytes, digestText, readSample, sha256Of } from './sample.ts'

const sample = readSample()

describe.each(sample.sources.map(source => [source.file, source] as const))(
  'importing the digest %s',
  (file, source) => {
    const read = async () => {
      const imported = await importBytes(file, new Uint8Array(digestBytes(file)))
      return 'draft' in imported ? imported.draft : null
    }

    test('keeps the text and finds the blocks that the case has', async () => {
      const draft = await read()
      expect(draft?.text).toBe(digestText(file))
      expect(draft?.blocks).toEqual(source.blocks)
    })

    test('reads the bibliography that the case has, and supplies nothing the article does not state', async () => {
      const draft = await read()
      expect(draft?.bibliography.authors).toEqual(source.authors)
      expect(draft?.bibliography.title).toBe(source.title.startsWith('[No title]') ? '' : source.title)
      expect(draft?.bibliography.publishedStated).toBe(source.publishedStated)
      expect(draft?.bibliography.publishedReadings).toEqual(source.publishedReadings)
      expect(draft?.warnings).toEqual(source.warnings)
    })
  },
)

test('the ambiguous date is offered in both readings and only the analyst chose one', async () => {
  const source = sample.sources.find(({ publishedStated }) => publishedStated === '05.01.2025')
  expect(source?.publishedReadings).toEqual(['2025-01-05', '2025-05-01'])
  expect(source?.published).toBe('2025-05-01')
  expect(source?.comment).toMatch(/1 May/)
})

test('the blocks are in order and leave nothing but white space between them', async () => {
  for (const source of sample.sources) {
    const text = digestText(source.file)
    let last = 0
    for (const block of source.blocks) {
      expect(text.slice(last, block.start)).toMatch(/^\s*$/)
      expect(block.end).toBeGreaterThan(block.start)
      last = block.end
    }
    expect(text.slice(last)).toMatch(/^\s*$/)
  }
})

const originals = originalFiles()
const present = sample.sources.every(({ original }) => originals.has(original.fileSha256))

test.skipIf(!present)(
  withOriginals('importing the real articles puts every excerpt on its passage', present),
  async () => {
    for (const source of sample.sources) {
      const bytes = new Uint8Array(originals.get(source.original.fileSha256) ?? [])
      const imported = await importBytes('article.txt', bytes)
      const text = 'draft' in imported ? imported.draft.text : ''
      const excerpts = sample.excerpts.filter(excerpt => excerpt.source === source.id)
      expect(excerpts.length).toBeGreaterThan(9)
      for (const { original, quote } of excerpts)
        expect(sha256Of(text.slice(original.start, original.end)), quote).toBe(original.passageSha256)
    }
  },
)
