import { describe, expect, test } from 'vitest'
import { odt } from '../../../support/office-files.ts'
import { zipped } from '../../../support/zip.ts'
import { cells, draftFrom, faults, outline, refusalOf } from '../imports.ts'

const p = (inside: string, style = 'Standard') => `<text:p text:style-name="${style}">${inside}</text:p>`
const h = (level: number, inside: string) =>
  `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${inside}</text:h>`
const item = (inside: string) => `<text:list-item>${inside}</text:list-item>`
const list = (inside: string, more = '') => `<text:list text:style-name="L"${more}>${inside}</text:list>`
const prose = p('This is a sentence of the document that is long enough to be running text.')

const number = (level: number, format: string, more = '') =>
  `<text:list-level-style-number text:level="${level}" style:num-format="${format}" ${more}/>`
const lists = `<text:list-style style:name="L">${number(1, '1', 'style:num-suffix="."')}${number(2, 'a', 'style:num-prefix="(" style:num-suffix=")"')}${number(3, 'i', 'text:display-levels="2"')}</text:list-style>`

const read = async (...given: Parameters<typeof odt>) => {
  const draft = await draftFrom('a.odt', odt(...given))
  expect(faults(draft)).toEqual([])
  return draft
}

describe('an OpenDocument text', () => {
  test('headings, quotations, code and contents by their styles', async () => {
    const own =
      '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/><style:style style:name="Title" style:family="paragraph"/>'
    const draft = await read({
      automatic: own,
      text: `${p('The Whole Title', 'Title')}<text:table-of-content><text:index-body>${p('One 1')}</text:index-body></text:table-of-content>${h(1, 'One')}${prose}${h(3, 'Two')}${p('quoted', 'P1')}${p('a', 'Preformatted_20_Text')}${p('<text:s text:c="2"/>b', 'Preformatted_20_Text')}`,
    })
    expect(outline(draft)).toEqual([
      'title: The Whole Title',
      '*paragraph: One 1',
      'heading 1: One',
      expect.stringContaining('paragraph: This'),
      'heading 3: Two',
      'quotation: quoted',
      'code: a\n  b',
    ])
  })

  test('white space is reduced as the format says', async () => {
    const { text } = await read({
      text: p(
        '  a \n  b<text:span> c</text:span> <text:span> d</text:span><text:s text:c="3"/>e<text:tab/>f<text:line-break/>g ',
      ),
    })
    expect(text).toBe('a b c d   e\tf\ng')
  })

  test('lists count, go on and begin anew as they say', async () => {
    const draft = await read({
      automatic: lists,
      text: [
        prose,
        list(
          item(p('one') + list(item(p('sub')) + item(p('sub') + list(item(p('deep'))))) + p('goes on')) +
            item(p('two')),
          ' xml:id="a"',
        ),
        p('between'),
        list(item(p('three')), ' text:continue-list="a"'),
        list(item(p('anew'))),
      ].join(''),
    })
    expect(outline(draft).slice(1)).toEqual([
      'list item 1: 1. one',
      'list item 2: (a) sub',
      'list item 2: (b) sub',
      'list item 3: b.i deep',
      'paragraph: goes on',
      'list item 1: 2. two',
      'paragraph: between',
      'list item 1: 3. three',
      'list item 1: 1. anew',
    ])
  })

  test('tables with heads and covered cells; notes, comments, boxes and deletions', async () => {
    const cell = (inside: string) => `<table:table-cell>${p(inside)}</table:table-cell>`
    const draft = await read({
      text: `<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>${p('gone')}</text:deletion></text:changed-region></text:tracked-changes>${prose}<table:table><table:table-header-rows><table:table-row>${cell('a')}${cell('b')}</table:table-row></table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2">${p('1')}${p('one')}</table:table-cell><table:covered-table-cell/></table:table-row><table:table-row>${cell('2')}${cell('3')}</table:table-row></table:table>${p(
        `note<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p('below')}</text:note-body></text:note> and<text:note text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body>${p('behind')}</text:note-body></text:note><office:annotation><dc:creator>Jane Roe</dc:creator><dc:date>2024-05-01T00:00:00</dc:date>${p('why?')}</office:annotation><text:change text:change-id="c1"/><draw:frame><draw:text-box>${p('boxed')}</draw:text-box></draw:frame>`,
      )}${p('last')}`,
      masters: `<style:master-page><style:header>${p('Head')}</style:header><style:footer>${p('Foot')}</style:footer></style:master-page>`,
    })
    expect(
      cells(
        draft,
        draft.blocks.find(({ kind }) => kind === 'table'),
      ),
    ).toEqual([
      ['a', 'b'],
      ['1\none', ''],
      ['2', '3'],
    ])
    expect(outline(draft).filter(line => !/^table|: This/.test(line))).toEqual([
      '*paragraph: Head',
      'paragraph: note[1] and[i]',
      'footnote: [1] below',
      '*paragraph: Jane Roe, 2024-05-01: why?',
      '*paragraph: Deleted: gone',
      'paragraph: boxed',
      'paragraph: last',
      'footnote: [i] behind',
      '*paragraph: Foot',
    ])
    expect(draft.warnings).toHaveLength(2)
  })

  test('pages only where the document was laid out to its end', async () => {
    const text = `${prose}${p('breaks <text:soft-page-break/>here')}`
    const meta = '<meta:document-statistic meta:page-count="2"/>'
    expect((await read({ text, meta })).pages).toEqual([])
    const { text: words, pages } = await read({
      text,
      meta: `${meta}<meta:editing-duration>PT5M</meta:editing-duration>`,
    })
    expect(pages.map(({ start }) => words.slice(start, start + 4))).toEqual(['This', 'here'])
  })

  test('a document with a password is refused, and one that is none', async () => {
    const locked = zipped({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'META-INF/manifest.xml': '<manifest:encryption-data/>',
      'content.xml': 'scrambled',
    })
    expect(await refusalOf('a.odt', locked)).toContain('password')
    const none = zipped({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' })
    expect(await refusalOf('a.odt', none)).toContain('“a.odt”')
  })
})
