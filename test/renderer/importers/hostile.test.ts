import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importBytes, sizeLimit } from '../../../renderer/importers/index.ts'
import { sourceDraft } from '../../../shared/model/text-version.ts'
import { draftFrom, faults, refusalOf } from './imports.ts'

const hidden = [
  '<script>SECRET</script>',
  '<style>SECRET</style>',
  '<template><p>SECRET</p></template>',
  '<svg><text>SECRET</text><script>SECRET</script></svg>',
  '<p hidden>SECRET</p>',
  '<p style="display:none">SECRET</p>',
  '<p style="color:red; VISIBILITY : hidden">SECRET</p>',
  '<p style="font-size:0px">SECRET</p>',
  '<p style="opacity: 0">SECRET</p>',
  '<dialog>SECRET</dialog>',
  '<iframe srcdoc="shown">SECRET</iframe>',
  '<iframe srcdoc="<script>SECRET</script>"></iframe>',
  '<iframe src="data:text/html,SECRET"></iframe>',
  '<iframe hidden srcdoc="SECRET"></iframe>',
  '<p style="position:absolute;left:-9999px">SECRET</p>',
  '<object>SECRET</object>',
  '<video>SECRET</video>',
  '<noembed>SECRET</noembed>',
  '<input type="hidden" value="SECRET">',
  '<!-- SECRET -->',
  '<img src=x onerror="SECRET" alt="SECRET">',
  '<a href="javascript:SECRET">shown</a>',
  '<math><annotation>SECRET</annotation></math>',
  '<textarea hidden>SECRET</textarea>',
  '<script>"</scr" + "ipt>SECRET"',
]

describe('hostile files', () => {
  test.each(hidden)('nothing of %s survives', async piece => {
    expect((await draftFrom('a.html', `<p>shown first</p>${piece}`)).text).not.toContain('SECRET')
    expect((await draftFrom('a.html', `<main><p>shown first</p><div>${piece}</div></main>`)).text).not.toContain(
      'SECRET',
    )
  })

  test('markup written as text stays text, and no element survives', async () => {
    const { text } = await draftFrom('a.html', '<p>&lt;b&gt; &amp;amp; <b>bold</b></p>')
    expect(text).toBe('<b> &amp; bold')
  })

  test.each([
    ['elements nested a million deep', 'a.html', '<div>'.repeat(1_000_000), 'a.html'],
    ['quotations nested ten thousand deep', 'a.md', `${'>'.repeat(10_000)} a`, 'a.md'],
    ['lists nested a thousand deep', 'a.md', `${'- '.repeat(1_000)}a`, 'a.md'],
    ['more elements than any document', 'a.html', `<p>a</p>${'<i></i>'.repeat(1_000_001)}`, 'a.html'],
    ['a PDF by another name', 'a.txt', '%PDF-1.7\n', 'a.txt'],
    ['an office document by another name', 'a.txt', 'PK\u0003\u0004rest', 'a.txt'],
    ['zero bytes', 'a.txt', 'a\0b', 'a.txt'],
    ['an unknown kind', 'a.js', 'words', 'a.js'],
    ['a document of which only zero bytes came', 'a.docx', '\0\0\0\0', 'a.docx'],
    ['nothing but white space', 'a.txt', ' \n\t\n', 'a.txt'],
    ['nothing', 'a.txt', '', 'a.txt'],
    ['a page without words', 'a.html', '<img src=a.png><script>1</script>', 'a.html'],
  ])('%s: refused with a sentence that names the file', async (_, fileName, content, named) => {
    const refusal = await refusalOf(fileName, content)
    expect(refusal).toContain(`“${named}”`)
    expect(refusal).toMatch(/\.$/)
  })

  test('a file beyond the limit is refused before it is read', async () => {
    expect(await refusalOf('a.txt', new Uint8Array(sizeLimit + 1))).toMatch(/51 MB, the limit is 50 MB/)
  })

  test('many unclosed formatting elements end in time', async () => {
    const fonts = Array.from({ length: 900 }, (_, index) => `<font size="${index}">`).join('')
    expect(await refusalOf('a.html', `<p>${fonts}${'<p>a'.repeat(3_000)}`)).toMatch(/elements|levels/)
  })

  test('encodings: UTF-16 by its mark, Windows-1252 with a warning, broken bytes with a warning', async () => {
    expect((await draftFrom('a.txt', new Uint8Array([0xff, 0xfe, 0x22, 0x04, 0x0a, 0x00]))).text).toBe('\u0422\n')
    expect((await draftFrom('a.txt', new Uint8Array([0xfe, 0xff, 0x04, 0x22]))).text).toBe('\u0422')
    const guessed = await draftFrom('a.txt', new Uint8Array([0x93, 0x61, 0x94, 0x80, 0xe9]))
    expect(guessed.text).toBe('“a”€é')
    expect(guessed.warnings).toHaveLength(1)
    const broken = await draftFrom('a.txt', new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0xff]))
    expect(broken.text).toBe('a\ufffd')
    expect(broken.warnings).toHaveLength(1)
  })

  const piece = fc.oneof(
    fc.constantFrom(
      ...hidden,
      '<table><tr><td>a<td>b<tr><td>c',
      '<ul><li>a<ul><li>b',
      '<p>',
      '</div>',
      '<h1>Title of It</h1>',
      '<blockquote>',
      '<pre>\n x',
      '<form>',
      '<svg><template shadowrootmode="open"></svg>',
      '<math><template shadowroot="open"><p>',
      '<header>',
      '&#13;&#0;&#xfeff;&#x301;',
      '<frameset>',
      '<meta charset=nonsense>',
      '<html lang=x_>',
      '<script type="application/ld+json">{"@type":["NewsArticle"],"author":[[1]],"datePublished":7}</script>',
      '| a | b |\n|---|---|\n| c |\n',
      '---\ntitle: x\n',
      '> ',
      '1. ',
      '[^1]: ',
      '**',
      '![',
      '](',
      '```\n',
      '\ufeff',
      '\n\n',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )

  test.each(['a.txt', 'a.md', 'a.html'])('whatever %s holds, it becomes a valid draft or a refusal', async fileName => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async pieces => {
        const imported = await importBytes(fileName, new TextEncoder().encode(pieces.join('')))
        if ('refusal' in imported) expect(imported.refusal).toContain(fileName)
        if ('draft' in imported) {
          expect(sourceDraft.safeParse(imported.draft).error).toBeUndefined()
          expect(faults(imported.draft)).toEqual([])
        }
      }),
      { numRuns: 400 },
    )
  })

  test('whatever bytes a file holds, it becomes a valid draft or a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.bin', ''),
        async (bytes, name) => {
          const imported = await importBytes(name, new Uint8Array(bytes))
          if ('draft' in imported) expect(sourceDraft.safeParse(imported.draft).error).toBeUndefined()
        },
      ),
      { numRuns: 400 },
    )
  })
})
