import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultOf } from '../../../main/records/source-text.ts'
import { bibliography, statement } from '../../../shared/model/source.ts'
import { sourceDraft } from '../../../shared/model/text-version.ts'
import { faults, importedFrom } from './imports.ts'

/** A file of each kind that is read from characters, with much of what its format can have. */
const samples: Record<string, string> = {
  'a.eml': `Return-Path: <a@b.example>\nFrom: =?koi8-r?B?68nF1w==?= <a@b.example>\nTo: Team: c@d.example;\nDate: Tue, 11 Mar 2025 10:00:00 +0200\nSubject: =?utf-8?Q?The_f=C3=BCnd?=\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: multipart/alternative; boundary="c"\n\n--c\nContent-Type: text/plain; charset=utf-8; format=flowed\nContent-Transfer-Encoding: quoted-printable\n\nWords of the =C3=BCber \nmail.\n\n-- \nJane\n\nOn Monday John wrote:\n> earlier\n--c\nContent-Type: text/html; charset=windows-1251\nContent-Transfer-Encoding: base64\n\nPGgxPldvcmRzPC9oMT48cD5vZiB0aGUgbWFpbDwvcD4=\n--c--\n--b\nContent-Type: message/rfc822\nContent-Disposition: attachment; filename*=utf-8''%D0%B0.eml\n\nFrom: x@y.example\nSubject: inner\n\ninner\n--b\nContent-Type: application/pdf; name="a.pdf"\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjQK\n--b--\n`,
  'a.csv': 'sep=;\nTerm;Share;"Said ""so"""\nOil;"50\n%";\n;;\nGas;0%;x\n',
  'a.tsv': 'Term\tShare\nOil\t50%\n',
  'a.srt':
    '1\n00:00:01,000 --> 00:00:03,000\nJANE ROE: We have <i>a text</i>,\n\n2\n00:00:02,500 --> 00:00:05,000\n- Who?\n- Me.\n',
  'a.vtt':
    'WEBVTT - T\nLanguage: en\n\nSTYLE\n::cue{}\n\nNOTE x\n\ncue\n00:01.000 --> 00:04.000 align:start\n<v.loud Jane Roe>Words <c>and</c> more &amp; more\n\n00:03.000 --> 00:05.000\nOverlap\n',
  'a.bib':
    '@string{g = "Gazette"}\n@comment{x}\n@article{k, author = {Roe, Jane and {The Bank} and von Doe, Jr, J{\\"o}hn}, title = "The {Fund}" # g, year = 2025, month = mar # {~11}, url={http://x.example/a_b}}\n@book(c, title={T}, crossref={k})\n',
  'a.ris':
    'TY  - NEWS\r\nAU  - Roe, Jane\r\nTI  - The Fund\r\nDA  - 2025/03/11/\r\n goes on\r\nUR  - https://x.example\r\nER  - \r\n',
  'a.json':
    '[{"id":"a","type":"book","title":"T","author":[{"family":"Roe","given":"J"}],"issued":{"date-parts":[[2025,3,"11"]]},"URL":"https://x.example"}]',
  'a.txt':
    '\ufeffTitle of It\n=====\n\nBy Jane Roe\n\n1. One\n   two\n- three\n\n| a | b |\n|---|---|\n| c | d |\n\n> said\n\f\u0085Words\u2028more\r\nand more\r',
}

const piece = fc.oneof(
  fc.constantFrom(
    '\r',
    '\n',
    '\r\n\r\n',
    '\0',
    '\ufeff',
    '"',
    '{',
    '}',
    '\\',
    '--b',
    '--b--',
    '<v ',
    '-->',
    '@',
    '|',
    '\t',
    '\f',
    '\u0085',
    '\ud800',
    'é',
    '\u0301',
    '00:00:01,000 --> 00:00:00,000\n',
    '=?utf-8?B?',
    'Content-Type: multipart/mixed; boundary=b\n\n--b\n',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const edit = fc.record({ at: fc.nat(2_000), cut: fc.nat(40), put: piece })

const mutated = (sample: string, edits: { at: number; cut: number; put: string }[]) =>
  edits.reduce((text, { at, cut, put }) => {
    const place = text.length === 0 ? 0 : at % text.length
    return text.slice(0, place) + put + text.slice(place + cut)
  }, sample)

test.each(Object.entries(samples))(
  'whatever becomes of %s, it is a valid draft, a list or a refusal',
  async (fileName, sample) => {
    expect('refusal' in (await importedFrom(fileName, sample))).toBe(false)
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.boolean(), async (edits, latin) => {
        const text = mutated(sample, edits)
        const bytes = latin
          ? Uint8Array.from(text, character => character.charCodeAt(0) & 0xff)
          : new TextEncoder().encode(text)
        const imported = await importedFrom(fileName, bytes)
        if ('refusal' in imported) expect(imported.refusal).toContain(`“${fileName}”`)
        else if ('references' in imported) {
          for (const reference of imported.references) {
            expect(bibliography.safeParse(reference.bibliography).error).toBeUndefined()
            expect(statement.array().safeParse(reference.statements).error).toBeUndefined()
          }
        } else {
          expect(sourceDraft.safeParse(imported.draft).error).toBeUndefined()
          expect(faults(imported.draft)).toEqual([])
          expect(faultOf(imported.draft.text, imported.draft.blocks)).toBeNull()
          expect(JSON.stringify(imported.draft)).not.toMatch(/\\ud[89a-f]/)
          for (const { name } of imported.enclosed) expect(name).toMatch(/^[^/\\\p{Cc}]+$/u)
        }
        if ('refusal' in imported) expect(imported.refusal).not.toMatch(/could not be read: (?!“)/)
      }),
      { numRuns: 300 },
    )
  },
)
