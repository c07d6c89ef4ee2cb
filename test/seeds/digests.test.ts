import { describe, expect, test } from 'vitest'
import { originalFiles, withOriginals } from './originals.ts'
import { digestBytes, digestNames, digestText, readSample, sha256Of } from './sample.ts'

const sample = readSample()
const originals = originalFiles()
const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
/** The digest itself, without the lines that say which article it stands for. */
const bodyOf = (file: string) => digestText(file).split('\nAbout this digest\n')[0] ?? ''
const runLength = 14

/** All runs of so many words. */
const runsOf = (text: string): string[] => {
  const words = wordsOf(text)
  return words.slice(runLength - 1).map((_, at) => words.slice(at, at + runLength).join(' '))
}

test('a source stands for each digest and a digest for each source', () => {
  expect(sample.sources.map(({ file }) => file).sort()).toEqual(digestNames())
})

describe.each(sample.sources.map(source => [source.file, source] as const))('digest %s', (file, source) => {
  const text = digestText(file)

  test('is plain NFC text with LF line ends, 250 to 500 words long', () => {
    expect(Buffer.from(text, 'utf8').equals(digestBytes(file))).toBe(true)
    expect(text.normalize('NFC')).toBe(text)
    expect(text).not.toMatch(/\r|\uFEFF/)
    const words = bodyOf(file).match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0
    expect(words).toBeGreaterThanOrEqual(250)
    expect(words).toBeLessThanOrEqual(500)
  })

  test('names the article it stands for by title, author, date and SHA-256', () => {
    const [, about = ''] = text.split('\nAbout this digest\n')
    expect(about).toContain(`SHA-256 of the original: ${source.original.fileSha256}`)
    expect(about).toContain(`Title: ${/^\[/.test(source.original.title) ? 'not stated' : source.original.title}`)
    expect(about).toContain(`Author: ${source.authors.join(', ') || 'not stated'}`)
    expect(about).toContain(`Date: ${source.publishedStated || 'not stated'}`)
  })

  const article = originals.get(source.original.fileSha256)
  const asText =
    article
      ?.toString('utf8')
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n')
      .normalize('NFC') ?? ''

  test.skipIf(!article)(withOriginals('shares no run of 14 words with the article but its title', !!article), () => {
    const title = source.original.title
    const known = new Set(runsOf(asText))
    expect(known.size).toBeGreaterThan(100)
    expect(runsOf(bodyOf(file).replace(title, '')).filter(run => known.has(run))).toEqual([])
  })

  test.skipIf(!article)(
    withOriginals('nothing in the coded case repeats 14 words of it but its title', !!article),
    () => {
      const strings = (value: unknown): string[] =>
        typeof value === 'string'
          ? [value]
          : typeof value === 'object' && value !== null
            ? Object.values(value).flatMap(strings)
            : []
      const known = new Set(runsOf(asText))
      const coded = strings(sample).map(words => words.replaceAll(source.title, ''))
      expect(coded.length).toBeGreaterThan(1000)
      expect(coded.flatMap(runsOf).filter(run => known.has(run))).toEqual([])
    },
  )

  test.skipIf(!article)(withOriginals('every excerpt points at the right passage of the article', !!article), () => {
    const excerpts = sample.excerpts.filter(excerpt => excerpt.source === source.id)
    expect(excerpts.length).toBeGreaterThan(9)
    for (const { quote, original } of excerpts) {
      expect(original.end).toBeLessThanOrEqual(asText.length)
      expect(sha256Of(asText.slice(original.start, original.end)), quote).toBe(original.passageSha256)
    }
  })
})
