import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { kindByContent } from '../../../renderer/importers/sniff.ts'
import { messages } from '../../../shared/messages.ts'
import {
  calledKind,
  endingOf,
  endingsInWords,
  importableEndings,
  importableKinds,
  kindByName,
} from '../../../shared/rules/file-kinds.ts'
import { draftFrom, importedFrom, refusalOf } from './imports.ts'

const latin = (words: string) => Uint8Array.from(words, character => character.charCodeAt(0))
const zip = (files: Record<string, string>) =>
  new Uint8Array(zipSync(Object.fromEntries(Object.entries(files).map(([name, words]) => [name, strToU8(words)]))))
const office = (main: string) =>
  zip({ '[Content_Types].xml': `<Types><Override PartName="/x" ContentType="application/vnd.${main}+xml"/></Types>` })

const words = 'The ministers said on Tuesday that the fund would hold half of the revenue.'
const mail = `From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\nSubject: s\n\n${words}`

describe('the kind of a file by its content', () => {
  test.each([
    ['application/pdf', latin('%PDF-1.7\n')],
    ['application/pdf', latin(`${'\r\n'.repeat(20)}%PDF-1.4\n`)],
    ['application/rtf', latin('{\\rtf1\\ansi words}')],
    ['application/x-ole-storage', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....')],
    [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      office('openxmlformats-officedocument.wordprocessingml.document.main'),
    ],
    [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      office('ms-word.document.macroEnabled.main'),
    ],
    [
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      office('openxmlformats-officedocument.spreadsheetml.sheet.main'),
    ],
    ['application/vnd.ms-powerpoint', office('openxmlformats-officedocument.presentationml.presentation.main')],
    ['application/vnd.oasis.opendocument.text', zip({ mimetype: 'application/vnd.oasis.opendocument.text' })],
    ['application/vnd.oasis.opendocument', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' })],
    ['application/epub+zip', zip({ mimetype: 'application/epub+zip\n' })],
    ['application/zip', zip({ 'a.txt': words })],
    ['application/zip', latin('\x1f\x8b\x08\0\0\0')],
    ['image/*', latin('\x89PNG\r\n\x1a\n\0\0')],
    ['image/*', latin('\xff\xd8\xff\xe0')],
    ['image/*', strToU8('<?xml version="1.0"?><!-- x --><svg xmlns="x"><text>words</text></svg>')],
    ['audio/*', latin('\0\0\0\x18ftypmp42')],
    ['audio/*', latin('ID3\x04')],
    ['application/octet-stream', latin('\x7fELF\x02')],
    ['application/octet-stream', latin('MZ\x90\0\x03\0')],
    ['application/vnd.sqlite3', latin('SQLite format 3\0')],
    ['text/html', strToU8(`<!-- saved -->\n<!DOCTYPE html><p>${words}`)],
    ['text/html', strToU8(`<?xml version="1.0"?><html xmlns="x"><body>${words}</body></html>`)],
    ['text/html', new Uint8Array([0xff, 0xfe, ...[...'<html>'].flatMap(one => [one.charCodeAt(0), 0])])],
    ['application/xml', strToU8('<?xml version="1.0"?><rss><item/></rss>')],
    ['message/rfc822', strToU8(mail)],
    ['message/rfc822', strToU8(mail.replaceAll('\n', '\r\n'))],
    ['message/rfc822', strToU8(mail.replaceAll('\n', '\r'))],
    [
      'multipart/related',
      strToU8(
        `From: <Saved by Blink>\nSnapshot-Content-Location: https://x.example\nSubject: s\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html"; boundary="b"\n\n--b`,
      ),
    ],
    ['application/mbox', strToU8(`From a@b.example Tue\n${mail}\n\nFrom c@d.example Tue\n${mail}`)],
    ['text/vtt', strToU8('\ufeffWEBVTT\n\n00:01.000 --> 00:02.000\nwords')],
    ['application/x-subrip', strToU8('1\n00:00:01,000 --> 00:00:02,000\nwords')],
    ['application/x-bibtex', strToU8('% list\n@article{key,\n  title = {T}}')],
    ['application/x-research-info-systems', strToU8('TY  - JOUR\r\nTI  - T\r\nER  - ')],
  ] as const)('%s', (kind, bytes) => {
    expect(kindByContent(new Uint8Array(bytes))).toBe(kind)
  })

  test.each([
    words,
    `Note: ${words}\nDate: Tuesday\n\n${words}`,
    'MZ and BM are letters, and PK is too.',
    '@article in the text, and {braces}.',
    '1\nTwo lines --> and an arrow',
    'Subject: a draft\nFrom: us\n\nWords.',
    '<p>A fragment</p>',
  ])('a plain text stays one: %s', text => {
    expect(kindByContent(strToU8(text) as Uint8Array<ArrayBuffer>)).toBeNull()
  })

  test('whatever bytes there are, there is an answer', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', 'PK\x03\x04', '<!--', '<?xml ', 'From: a\n', '@a{'),
        (bytes, start) => {
          try {
            kindByContent(new Uint8Array([...latin(start), ...bytes]))
          } catch (error) {
            expect(String(error)).toContain('archive.')
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  test('endless beginnings are read in linear time', () => {
    for (const piece of ['<!--', '<!-- -->', 'a:\n', '@a{', '%\n', '<?xml ?>', 'From a@b c\n', '1\n'])
      kindByContent(strToU8(piece.repeat(200_000)) as Uint8Array<ArrayBuffer>)
  })
})

describe('a name that promises another kind', () => {
  test.each([
    ['a.txt', `<!doctype html><title>T</title><p>${words}`, 'text/html', 'txt', 'a web page'],
    ['a.html', words, 'text/plain', 'html', 'plain text'],
    ['a.pdf', `<html><body><p>${words}</p></body></html>`, 'text/html', 'pdf', 'a web page'],
    ['a.docx', words, 'text/plain', 'docx', 'plain text'],
    ['a.eml', words, 'text/plain', 'eml', 'plain text'],
    ['a.bin', mail, 'message/rfc822', 'bin', 'a mail'],
    ['a.csv', 'WEBVTT\n\n00:01.000 --> 00:02.000\nwords', 'text/vtt', 'csv', 'a transcript (WebVTT)'],
  ])('%s: read as what it is, and both are said', async (name, content, mediaType, ending, called) => {
    const draft = await draftFrom(name, content)
    expect(draft.mediaType).toBe(mediaType)
    expect(draft.warnings).toContain(`Its name ends in .${ending}, but it is ${called}, and was read as that.`)
  })

  test('a list of references by another name is one', async () => {
    const imported = await importedFrom('a.txt', 'TY  - JOUR\nTI  - T\nER  - \n')
    expect('references' in imported && imported.warnings[0]).toMatch(/\(RIS\), and was read as that/)
  })

  test('a file without an ending is read as what it is, without a word', async () => {
    expect((await draftFrom('README', words)).warnings).toEqual([])
    expect((await draftFrom('.notes', `<!doctype html><p>${words}`)).mediaType).toBe('text/html')
  })

  test.each([
    ['a.pdf', '\x89PNG\r\n\x1a\n', /it is a picture/],
    ['a.txt', '\x7fELF\x02\x01', /it is a program/],
    ['a.txt', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', /it is an old Office file/],
    ['a.txt', 'OggS\0', /a sound or video recording/],
    ['a.zip', '\x1f\x8b\x08', /an archive; unpack it/],
    ['a.pdf', '\0\0\0\0\x01', /its name says it is a PDF, but its content is neither that nor text/],
    ['a.css', 'body { color: red }', /neither its name nor its content/],
    ['a.xml', '<?xml version="1.0"?><rss/>', /an XML file of a kind that is not known/],
  ])('%s that holds %j is refused for what it is', async (name, content, sentence) => {
    const refusal = await refusalOf(name, latin(content))
    expect(refusal).toContain(`“${name}”`)
    expect(refusal).toMatch(sentence)
  })
})

describe('the list of kinds', () => {
  test('no two kinds share an ending, and each has its name and one ending at least', () => {
    const endings = importableKinds.flatMap(kind => kind.endings)
    expect(new Set(endings).size).toBe(endings.length)
    for (const { type, endings } of importableKinds) {
      expect(messages).toHaveProperty([calledKind(type)])
      expect(endings.length).toBeGreaterThan(0)
      for (const ending of endings) expect(kindByName(`A File.${ending.toUpperCase()}`)).toBe(type)
    }
  })

  test('sentences and file choosers take it from one place', async () => {
    expect(importableEndings).toContain('.docx')
    expect(endingsInWords()).toMatch(/^\.txt, .*\.pdf.* or \.json$/)
    expect(await refusalOf('a.css', 'x')).toContain(endingsInWords())
    const lists = Object.entries(messages).filter(
      ([key, pattern]) => key !== 'cli.usage' && /\.txt.*\.md|\.md.*\.html/.test(pattern),
    )
    expect(lists).toEqual([])
  })

  test('an ending is letters after the last dot, and no hidden file is one', () => {
    expect(endingOf('a.b.TXT')).toBe('txt')
    expect(endingOf('.gitignore')).toBe('')
    expect(endingOf('No. 5 of the series')).toBe('')
    expect(endingOf('folder.d/README')).toBe('')
  })
})
