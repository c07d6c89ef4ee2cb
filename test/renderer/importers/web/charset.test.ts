import { expect, test } from 'vitest'
import { declaredEncoding } from '../../../../renderer/importers/web/charset.ts'
import { draftFrom } from '../imports.ts'

const bytesOf = (characters: string) => Uint8Array.from(characters, character => character.charCodeAt(0))

test.each([
  ['<meta charset=windows-1251>', 'windows-1251'],
  ['<META CharSet = "KOI8-U" >', 'koi8-u'],
  ["<meta http-equiv='Content-Type' content='text/html; charset=\"iso-8859-2\"'>", 'iso-8859-2'],
  ['<meta content="text/html;charset=gb18030" http-equiv=content-type>', 'gb18030'],
  ['<?xml version="1.0" encoding="windows-1250"?><html>', 'windows-1250'],
  ['<!-- <meta charset=koi8-r> --><meta charset=utf-8>', 'utf-8'],
  ['<p title="<meta charset=koi8-r>"><meta charset=big5>', 'big5'],
  ['<meta name="x" content="charset=koi8-r"><meta charset=euc-kr>', 'euc-kr'],
  ['<meta content="text/html; charset=koi8-r">', ''],
  ['<meta charset=utf-16le>', 'utf-8'],
  ['<meta charset=x-user-defined>', 'windows-1252'],
  ['<meta charset=a charset=b>', 'a'],
  ['<!-- never closed <meta charset=koi8-r>', ''],
  [`<!--${' '.repeat(2_000)}--><meta charset=koi8-r>`, 'koi8-r'],
  [`${' '.repeat(9_000)}<meta charset=koi8-r>`, ''],
  ['<meta charset="', ''],
  ['<', ''],
  ['', ''],
])('%j names %j', (start, label) => {
  expect(declaredEncoding(bytesOf(start))).toBe(label)
})

test('the encoding that a page names is read and said', async () => {
  const draft = await draftFrom(
    'a.html',
    new Uint8Array([...bytesOf('<meta charset=koi8-u><p>'), 0xeb, 0xc9, 0xa7, 0xd7]),
  )
  expect(draft.text).toBe('Київ')
  expect(draft.encoding).toMatch(/^koi8-u/)
})

test.each(['utf-16le', 'utf-16be'])(
  'a page in %s, with its mark and without, is read though it says otherwise',
  async encoding => {
    const page =
      '<!doctype html><html><head><meta charset="utf-8"><title>Фонд</title></head><body><p>Міністри домовились про фонд.</p></body></html>'
    const units = Array.from(page, character => character.charCodeAt(0))
    const bytes = units.flatMap(unit => (encoding === 'utf-16le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255]))
    const mark = encoding === 'utf-16le' ? [0xff, 0xfe] : [0xfe, 0xff]
    for (const start of [mark, []]) {
      const draft = await draftFrom('a.html', new Uint8Array([...start, ...bytes]))
      expect(draft.text).toBe('Міністри домовились про фонд.')
      expect(draft.encoding).toMatch(new RegExp(`^${encoding}`))
    }
  },
)

test('a page of nothing but attributes ends in time', () => {
  const start = performance.now()
  declaredEncoding(bytesOf(`<meta ${'a'.repeat(4_000)}${'=" '.repeat(2_000)}`))
  declaredEncoding(bytesOf('<a '.repeat(3_000)))
  expect(performance.now() - start).toBeLessThan(500)
})
