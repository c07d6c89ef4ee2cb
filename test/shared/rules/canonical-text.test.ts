import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalText } from '../../../shared/rules/canonical-text.ts'

const raw = fc
  .array(
    fc.oneof(
      fc.constantFrom('\r\n', '\r', '\n', '\uFEFF', 'e\u0301', '\u1100\u1161', '\u212B', '\u0344'),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 20 },
  )
  .map(parts => parts.join(''))

test('is idempotent, in NFC, with LF alone and without a byte order mark in front', () => {
  fc.assert(
    fc.property(raw, text => {
      const canonical = canonicalText(text)
      expect(canonicalText(canonical)).toBe(canonical)
      expect(canonical.normalize('NFC')).toBe(canonical)
      expect(canonical).not.toMatch(/\r|^\uFEFF/)
    }),
  )
})

test('loses nothing else: the text is canonically equivalent to the original', () => {
  fc.assert(
    fc.property(raw, text => {
      const plain = text
        .replace(/^\uFEFF+/, '')
        .replaceAll('\r\n', '\n')
        .replaceAll('\r', '\n')
      expect(canonicalText(text).normalize('NFD')).toBe(plain.normalize('NFD'))
      expect(canonicalText(text).split('\n').length).toBe(plain.split('\n').length)
    }),
  )
})

test.each([
  ['\uFEFFone\r\ntwo\rthree\n', 'one\ntwo\nthree\n'],
  ['one\r\r\ntwo', 'one\n\ntwo'],
  ['in\uFEFFside', 'in\uFEFFside'],
  ['cafe\u0301', 'caf\u00e9'],
  ['  two  spaces\t and a tab  ', '  two  spaces\t and a tab  '],
])('%j becomes %j', (text, canonical) => {
  expect(canonicalText(text)).toBe(canonical)
})
