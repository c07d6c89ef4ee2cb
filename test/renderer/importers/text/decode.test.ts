import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode } from '../../../../renderer/importers/text/decode.ts'
import { charactersStrictly, encodingNamed } from '../../../../renderer/importers/text/encodings.ts'
import { canonicalText } from '../../../../shared/rules/canonical-text.ts'
import { draftFrom, faults } from '../imports.ts'
import { encoderOf } from './encoders.ts'
import { languages } from './languages.ts'

/** Encodings that hold all of Unicode. */
const whole = ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be']

/** The encodings of the WHATWG standard that both Node and the page can decode. */
const all = [...new Set(languages.flatMap(([, encodings]) => encodings)), ...whole]

const pieces = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(' ', '\r\n', '\n', '\r', '\f', '\u0085', '\u2028', '\t', 'words', 'The fund'),
  },
  fc.constantFrom('مرحبا', '\u202eשלום\u202c', '👩‍👩‍👧', '🇺🇦', 'e\u0301', '\u00a0', '—', 'Київ', '漢字', '\u200d'),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)
const anyText = fc
  .array(pieces, { minLength: 1, maxLength: 40 })
  .map(list => list.join(''))
  .filter(text => !/[\p{Cn}\p{Co}]/u.test(text) && canonicalText(text).trim() !== '')

describe('encodings', () => {
  test('a text with a byte order mark keeps every character in every encoding that has one', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.constantFrom(...whole), async (text, encoding) => {
        const draft = await draftFrom('a.txt', encoderOf(encoding)(`\ufeff${text}`) ?? new Uint8Array())
        expect(draft.text).toBe(canonicalText(text))
        expect(draft.encoding).toBe(`${encoding} (byte order mark)`)
        expect(faults(draft)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('a text without a mark keeps every character in UTF-8, UTF-16 and UTF-32', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.constantFrom(...whole), async (text, encoding) => {
        const words = `The delegations met in Geneva.\n${text}\nThey will meet again.`
        const draft = await draftFrom('a.txt', encoderOf(encoding)(words) ?? new Uint8Array())
        expect(draft.text).toBe(canonicalText(words))
        expect(draft.encoding).toContain(encoding)
        expect(draft.warnings.length).toBe(encoding === 'utf-8' ? 0 : 1)
      }),
      { numRuns: 400, examples: [['\ufffd ', 'utf-16be']] },
    )
  })

  const written = languages.flatMap(([language, encodings, text]) =>
    encodings.flatMap(encoding => {
      const bytes = encoderOf(encoding)(text)
      return bytes ? [{ language, encoding, text, bytes }] : []
    }),
  )

  test.each(written)('$language in $encoding is recognised, and said to be a guess', ({ encoding, text, bytes }) => {
    const decoded = decode(bytes)
    expect(decoded.text).toBe(text)
    expect(decoded.encoding).toMatch(/^[a-z\d_-]+ \(detected\)$/)
    expect(decoded.warnings).toHaveLength(1)
    expect(decoded.warnings[0]).toContain(decoded.encoding.split(' ')[0]?.toUpperCase())
    expect(encoding).toBeTruthy()
  })

  test.each(written)('$language in $encoding is read as declared, without a warning', ({ encoding, text, bytes }) => {
    if (encoding === 'iso-2022-jp') return expect(decode(bytes, encoding).text).toBe(text)
    expect(decode(bytes, encoding)).toEqual({ text, encoding: `${encoding} (declared in the file)`, warnings: [] })
  })

  test('most single sentences are enough', () => {
    const sentences = written.flatMap(({ text, encoding }) =>
      text.split(/(?<=[.。;])\s*/u).flatMap(sentence => {
        const bytes = sentence.length > 30 ? encoderOf(encoding)(sentence) : null
        return bytes?.some(byte => byte > 127) ? [{ sentence, bytes }] : []
      }),
    )
    const right = sentences.filter(({ sentence, bytes }) => decode(bytes).text === sentence)
    expect(sentences.length).toBeGreaterThan(50)
    expect(right.length / sentences.length).toBeGreaterThan(0.93)
  })

  test('no byte of a legacy encoding is lost on the way through a file', async () => {
    for (const encoding of all) {
      const known = [...Array(128).keys()].map(at => charactersStrictly(encoding, new Uint8Array([at + 128])))
      const letters = known.filter(one => one !== null && one !== '\ufffd' && /\p{L}/u.test(one)).join('')
      const bytes = encoderOf(encoding)(letters)
      if (letters === '' || !bytes) continue
      expect(decode(bytes, encoding).text, encoding).toBe(letters)
    }
  })

  test('a label is known by all its names, UTF-32 too; one that is not leaves the guess', () => {
    expect(encodingNamed('latin1')).toBe('windows-1252')
    expect(encodingNamed('UTF-32BE')).toBe('utf-32be')
    expect(encodingNamed('cp1251')).toBe('windows-1251')
    expect(encodingNamed('klingon')).toBeNull()
    expect(decode(new Uint8Array([0x93, 0x61, 0x94]), 'klingon').encoding).toBe('windows-1252 (detected)')
  })

  test('a text of UTF-8 with a few broken bytes stays UTF-8', () => {
    const bytes = new TextEncoder().encode('Київ і Женева. '.repeat(20))
    bytes[1] = 0x20
    const decoded = decode(bytes)
    expect(decoded.encoding).toBe('utf-8 (detected)')
    expect(decoded.text).toContain('Женева')
    expect(decoded.warnings.join(' ')).toMatch(/replacement character/)
  })

  test('what is no text is refused, whatever its bytes', () => {
    const random = new Uint8Array(4096).map((_, at) => (at * 7919 + (at >> 3)) % 256)
    expect(() => decode(random)).toThrow('importing.notText')
    expect(() => decode(new Uint8Array(400).map((_, at) => (at % 8) + 1))).toThrow('importing.notText')
  })
})

test('a form feed ends a page, and every line end that Unicode has ends a line', async () => {
  const draft = await draftFrom('a.txt', 'First page.\n\fSecond page.\n\f\fFourth\u0085page.\u2028End.\f\n')
  expect(draft.pages.map(({ start }) => draft.text.slice(start, start + 6))).toEqual([
    'First ',
    'Second',
    '\fFourt',
    'Fourth',
  ])
  expect(faults(draft)).toEqual([])
  expect((await draftFrom('a.txt', 'One page.\n\f')).pages).toEqual([])
})
