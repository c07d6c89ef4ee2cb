import { describe, expect, test } from 'vitest'
import { epub } from '../../../support/office-files.ts'
import { cells, draftFrom, faults, outline, refusalOf } from '../imports.ts'

const prose = (words: string) => `<p>${words} is a sentence of the book that is long enough to be running text.</p>`

const read = async (...given: Parameters<typeof epub>) => {
  const draft = await draftFrom('a.epub', epub(...given))
  expect(faults(draft)).toEqual([])
  return draft
}

describe('a book', () => {
  test('its chapters in the order of the spine, with their structure', async () => {
    const draft = await read({
      'b.xhtml': `<h1>The Second File</h1>${prose('One')}<ul><li>item</li></ul><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td/></tr><tr><td/><td>2</td></tr></table>`,
      'a%20b.xhtml': `<h1>The First File</h1><a id="x"/>${prose('Two')}<script src="x"/><pre>code</pre><pre>more</pre>`,
    })
    expect(outline(draft).filter(line => !line.startsWith('paragraph') && !line.startsWith('table'))).toEqual([
      'title: The Second File',
      'list item 1: item',
    ])
    expect(
      cells(
        draft,
        draft.blocks.find(({ kind }) => kind === 'table'),
      ),
    ).toEqual([
      ['a', 'b'],
      ['1', ''],
      ['', '2'],
    ])
    // A chapter that the manifest names by an address that is not in the file is said to be missing.
    expect(draft.warnings).toEqual(['A chapter that the book lists is not in the file.'])
  })

  test('its contents are set apart, in the spine or not', async () => {
    const contents = '<nav epub:type="toc"><ol><li><a href="b.xhtml">The Only Chapter</a></li></ol></nav>'
    const item = '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    const draft = await read(
      { 'b.xhtml': `<h1>The Only Chapter</h1>${prose('It')}` },
      { items: item, files: { 'nav.xhtml': contents } },
    )
    expect(outline(draft).at(-1)).toMatch(/^\*.*The Only Chapter$/)
    expect(draft.blocks.filter(({ apparatus }) => apparatus)).toHaveLength(1)
  })

  test('pages of the printed book, by marks in the text and by a page list', async () => {
    const list =
      '<nav epub:type="page-list"><ol><li><a href="b.xhtml#p1">i</a></li><li><a href="b.xhtml#p2">2</a></li><li><a href="c.xhtml#p3">3</a></li></ol></nav>'
    const item = '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    const listed = await read(
      {
        'b.xhtml': `<h1 id="p1">The Only Chapter</h1>${prose('One')}<p>goes <span id="p2"/>on here, and so on and on</p>`,
        'c.xhtml': `<p id="p3">Then the last page comes</p>${prose('Two')}`,
      },
      { items: item, files: { 'nav.xhtml': list } },
    )
    const shown = ({ text, pages }: typeof listed) =>
      pages.map(({ start, label }) => [label, text.slice(start, start + 7)])
    expect(shown(listed)).toEqual([
      ['i', 'The Onl'],
      ['2', 'on here'],
      ['3', 'Then th'],
    ])
    const marked = await read({
      'b.xhtml': `<h1>The Only Chapter</h1>${prose('One')}<span epub:type="pagebreak" id="a" title="5"/>${prose('Two')}<p>a <span role="doc-pagebreak" aria-label="6"> </span>b c d</p><div epub:type="pagebreak">7</div><p>end of it</p>`,
    })
    expect(shown(marked)).toEqual([
      ['', 'The Onl'],
      ['5', 'Two is '],
      ['6', 'b c d\n\n'],
      ['7', 'end of '],
    ])
    expect(marked.text).not.toContain('7')
  })

  test('what it states of itself', async () => {
    const { statements } = await read(
      { 'b.xhtml': prose('It') },
      {
        metadata:
          '<dc:title>The Book</dc:title><dc:creator id="c1">Jane Roe</dc:creator><dc:creator id="c2">Wei Li</dc:creator><meta refines="#c2" property="role">trl</meta><dc:publisher>The House</dc:publisher><dc:date>2021-03</dc:date><dc:language>uk</dc:language><dc:identifier>https://example.org/book</dc:identifier>',
      },
    )
    expect(
      statements.filter(({ origin }) => origin === 'dublin core').map(({ field, value }) => [field, value]),
    ).toEqual(
      expect.arrayContaining([
        ['title', 'The Book'],
        ['authors', 'Jane Roe'],
        ['publisher', 'The House'],
        ['published', '2021-03'],
        ['language', 'uk'],
        ['url', 'https://example.org/book'],
      ]),
    )
  })

  test('a locked book is refused, one with scrambled fonts is not', async () => {
    const lock = (path: string) =>
      `<encryption><EncryptedData><CipherData><CipherReference URI="${path}"/></CipherData></EncryptedData></encryption>`
    const locked = (path: string) => epub({ 'b.xhtml': prose('It') }, { locks: lock(path) })
    expect(await refusalOf('a.epub', locked('book/b.xhtml'))).not.toBe('')
    expect(await refusalOf('a.epub', locked('book/font.otf'))).toBe('')
  })
})
