import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importBytes } from '../../renderer/importers/index.ts'
import type { CaseDocument } from '../../shared/model/case-document.ts'
import type { SourceId, TextVersionId } from '../../shared/model/id.ts'
import type { TextVersion } from '../../shared/model/text-version.ts'
import { openTestCase, type TestCase } from '../support/case.ts'

// Rule 7 of the domain: offsets are sacred. Texts of any script and encoding go all the way: read from bytes, kept, quoted,
// closed and opened, exported, and their own bytes read again.

const piece = fc.oneof(
  fc.constantFrom(
    'The fund takes ',
    '50 % ',
    'Ökonomie ',
    'de\u0301ja\u0300 ',
    'a\u0308\u0323 ',
    '\u1112\u1161\u11ab ',
    'İstanbul ',
  ),
  fc.constantFrom('👩‍👩‍👧‍👦 ', '🇺🇦', '𝔘𝔫𝔦 ', '👍🏽', 'ﬁne ', '漢字', 'かな\u3099 ', 'Україна ', 'ёлка '),
  fc.constantFrom(
    'שלום ',
    '\u202bالسلام\u202c ',
    '\u200fمرحبا ',
    '\u2067ab\u2069',
    '\u200b',
    '\u00a0',
    '\ufeff',
    '\u2028',
    '\t',
  ),
  fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\r\n\r\n'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
)
const words = fc.array(piece, { minLength: 1, maxLength: 40 }).map(pieces => pieces.join(''))

const encodings = {
  'utf-8': (text: string) => Buffer.from(text),
  'utf-8 with a mark': (text: string) => Buffer.from(`\ufeff${text}`),
  'utf-16le': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16be': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
}
const encoding = fc.constantFrom(...(Object.keys(encodings) as (keyof typeof encodings)[]))

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const forms = {
  txt: (text: string) => text,
  html: (text: string) =>
    `<!doctype html><meta charset="utf-8"><article><p>${escaped(text).replaceAll('\n', '</p><p>')}</p></article>`,
}
const form = fc.constantFrom(...(Object.keys(forms) as (keyof typeof forms)[]))
const places = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 80 })), { minLength: 1, maxLength: 5 })

const draftOf = async (fileName: string, bytes: Uint8Array) => {
  const imported = await importBytes(fileName, new Uint8Array(bytes))
  if (!('draft' in imported)) throw new Error('refusal' in imported ? imported.refusal : 'a list of references')
  return imported.draft
}

const keep = async (
  { ask }: TestCase,
  fileName: string,
  bytes: Uint8Array,
  rangesIn: (size: number) => [number, number][],
) => {
  const draft = await draftOf(fileName, bytes)
  const { outcome, source } = await ask('sources.import', { draft, fileName, bytes: new Uint8Array(bytes) })
  expect(outcome).toBe('imported')
  const { version } = await ask('sources.read', { id: source })
  expect(version.text).toBe(draft.text)
  // A selection of white space alone is refused.
  for (const [start, end] of rangesIn(version.text.length))
    if (version.text.slice(start, end).trim() !== '')
      await ask('excerpts.create', { source, textVersion: version.id, start, end, colour: 'sky' })
  return { source, version }
}

/** Every excerpt of the case, each proved against the text it stands in. */
const proved = async ({ ask }: TestCase) => {
  const texts = new Map<SourceId, string>()
  for (const { id } of await ask('sources.list', {})) texts.set(id, (await ask('sources.read', { id })).version.text)
  const excerpts = await ask('excerpts.list', {})
  for (const { source, anchor } of excerpts) {
    expect(anchor.state).toBe('exact')
    expect(texts.get(source)?.slice(anchor.start, anchor.end)).toBe(anchor.exact)
  }
  return excerpts.map(({ id, anchor }) => [id, anchor.start, anchor.end, anchor.exact])
}

const bytesOf = async ({ ask }: TestCase, version: TextVersionId) => {
  const pieces: Buffer[] = []
  for (let piece = 0; ; piece += 1) {
    const { base64 } = await ask('files.read', { version, piece })
    if (base64 === '') return Buffer.concat(pieces)
    pieces.push(Buffer.from(base64, 'base64'))
  }
}

test('every excerpt is what stands at its offsets: imported, kept, reopened, exported, imported again', {
  timeout: 120_000,
}, async () => {
  const one = await openTestCase()
  const kept: { fileName: string; version: TextVersion }[] = []
  let number = 0
  await fc.assert(
    fc.asyncProperty(words, encoding, form, places, async (text, encodedAs, ending, ranges) => {
      number += 1
      const fileName = `text ${number}.${ending}`
      // No two texts are one, and none is without a word.
      const bytes = encodings[encodedAs](forms[ending](`Text ${number} of many. ${text}`))
      const { version } = await keep(one, fileName, bytes, size =>
        ranges.map(([at, length]) => {
          const start = at % size
          return [start, Math.min(size, start + length)]
        }),
      )
      kept.push({ fileName, version })
    }),
    { numRuns: 120 },
  )
  const before = await proved(one)
  expect(before.length).toBeGreaterThan(120)

  await one.workbench.close()
  expect((await one.workbench.open(one.path)).ok).toBe(true)
  expect(await proved(one)).toEqual(before)

  const document = JSON.parse((await one.ask('export.text', { format: 'json' })).text) as CaseDocument
  const texts = new Map(document.sources.flatMap(({ versions }) => versions.map(({ id, text }) => [id, text])))
  expect(document.excerpts.map(({ id, start, end, exact }) => [id, start, end, exact])).toEqual(before)
  for (const { textVersion, start, end, exact } of document.excerpts)
    expect(texts.get(textVersion)?.slice(start, end)).toBe(exact)

  const other = await openTestCase()
  for (const { fileName, version } of kept) {
    const excerpts = document.excerpts.filter(({ textVersion }) => textVersion === version.id)
    const again = await keep(other, fileName, await bytesOf(one, version.id), () =>
      excerpts.map(({ start, end }) => [start, end]),
    )
    expect(again.version.text).toBe(version.text)
  }
  const quotes = (excerpts: Awaited<ReturnType<typeof proved>>) => excerpts.map(([, ...place]) => place)
  expect(quotes(await proved(other))).toEqual(quotes(before))
  await other.close()
  await one.close()
})
