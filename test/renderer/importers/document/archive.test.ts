import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { archiveLimits, openArchive } from '../../../../renderer/importers/document/archive.ts'
import { NotImported } from '../../../../renderer/importers/draft.ts'
import { zipped } from '../../../support/zip.ts'

const refusal = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof NotImported) return error.key
    throw error
  }
  return ''
}

const viewOf = (bytes: Uint8Array<ArrayBuffer>) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length)

/** The place of the first record of the central directory. */
const directoryOf = (bytes: Uint8Array<ArrayBuffer>) => viewOf(bytes).getUint32(bytes.length - 22 + 16, true)

/** The archive with a number of its first directory record changed. */
const forged = (bytes: Uint8Array<ArrayBuffer>, field: number, value: number) => {
  const copy = bytes.slice()
  viewOf(copy).setUint32(directoryOf(copy) + field, value, true)
  return copy
}

describe('an archive', () => {
  const good = zipped({ 'word/document.xml': '<a>Вітаю</a>', 'utf16.xml': new Uint8Array([0xff, 0xfe, 0x3c, 0x00]) })

  test('gives what it holds, by name', () => {
    const archive = openArchive(good)
    expect(archive.names).toEqual(['word/document.xml', 'utf16.xml'])
    expect(archive.text('word/document.xml')).toBe('<a>Вітаю</a>')
    expect(archive.text('utf16.xml')).toBe('<')
    expect(archive.has('missing')).toBe(false)
    expect(archive.bytes('missing')).toBeUndefined()
  })

  test('stored files, a comment behind it and bytes before a chunk end', () => {
    const stored = new Uint8Array(zipSync({ a: [new Uint8Array(70_000).fill(65), { level: 0 }] }))
    expect(openArchive(stored).text('a')).toBe('A'.repeat(70_000))
    const large = zipped({ a: Array.from({ length: 60_000 }, (_, index) => index * 7919).join(' ') })
    const commented = new Uint8Array(large.length + 5)
    commented.set(large)
    viewOf(commented).setUint16(large.length - 2, 5, true)
    expect(openArchive(commented).text('a')).toMatch(/^0 7919 .* 475132081$/)
  })

  test('damage is said: cut off, bytes changed, sizes forged, a name twice, a password', () => {
    expect(refusal(() => openArchive(good.slice(0, -30)))).toBe('archive.damaged')
    expect(refusal(() => openArchive(new Uint8Array()))).toBe('archive.damaged')
    const changed = good.slice()
    changed[50] = (changed[50] ?? 0) ^ 0xff
    expect(refusal(() => openArchive(changed).bytes('word/document.xml'))).toBe('archive.damaged')
    expect(refusal(() => openArchive(forged(good, 16, 1)).bytes('word/document.xml'))).toBe('archive.damaged')
    expect(refusal(() => openArchive(forged(good, 24, 3)).bytes('word/document.xml'))).toBe('archive.damaged')
    expect(refusal(() => openArchive(forged(good, 20, 2 ** 31)).bytes('word/document.xml'))).toBe('archive.damaged')
    expect(refusal(() => openArchive(forged(good, 42, 2 ** 31)).bytes('word/document.xml'))).toBe('archive.damaged')
    const encrypted = forged(good, 8, 0x0008_0001)
    expect(refusal(() => openArchive(encrypted).bytes('word/document.xml'))).toBe('archive.encrypted')
    const twice = zipped({ aa: '1', ab: '2' })
    viewOf(twice).setUint8(directoryOf(twice) + 46 + 2 + 46 + 1, 'a'.charCodeAt(0))
    expect(refusal(() => openArchive(twice))).toBe('archive.twice')
  })

  test('a bomb is refused by what it declares, and when it lies about that, while it unpacks', () => {
    const bomb = zipped({ a: new Uint8Array(40 * 1024 * 1024) })
    expect(refusal(() => openArchive(forged(bomb, 24, archiveLimits.unpacked + 1)))).toBe('archive.tooLarge')
    expect(refusal(() => openArchive(bomb).bytes('a'))).toBe('archive.ratio')
    // It declares a kilobyte and would unpack to forty megabytes: it stops after one step.
    expect(refusal(() => openArchive(forged(bomb, 24, 1_024)).bytes('a'))).toBe('archive.damaged')
  })

  test('what is unpacked counts together', () => {
    const words = Array.from({ length: 400_000 }, (_, index) => (index * 7919) % 1013).join(' ')
    const archive = openArchive(zipped({ a: words }))
    const times = Math.floor(archiveLimits.unpacked / words.length)
    for (let time = 0; time < times; time += 1) archive.bytes('a')
    expect(refusal(() => archive.bytes('a'))).toBe('archive.tooLarge')
  })

  test('too many files and names nested too deep', () => {
    const many = Object.fromEntries(Array.from({ length: archiveLimits.entries + 1 }, (_, index) => [`${index}`, '']))
    expect(refusal(() => openArchive(zipped(many)))).toBe('archive.tooManyFiles')
    expect(refusal(() => openArchive(zipped({ [`${'a/'.repeat(60)}b`]: '' })))).toBe('archive.nameTooDeep')
  })
})
