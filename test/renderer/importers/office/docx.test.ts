import { describe, expect, test } from 'vitest'
import { docx } from '../../../support/office-files.ts'
import { zipped } from '../../../support/zip.ts'
import { cells, draftFrom, faults, importedFrom, outline, refusalOf } from '../imports.ts'

const run = (words: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`
const p = (inside: string, properties = '') => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`
const said = (words: string, properties = '') => p(run(words), properties)
const styled = (style: string, words: string) => said(words, `<w:pStyle w:val="${style}"/>`)
const style = (id: string, name: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
const listed = (list: number, depth: number) =>
  `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`
const cell = (inside: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`
const row = (...inside: string[]) => `<w:tr>${inside.join('')}</w:tr>`
const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`

const read = async (document: string, parts: Record<string, string> = {}) => {
  const draft = await draftFrom('a.docx', docx({ document, ...parts }))
  expect(faults(draft)).toEqual([])
  return draft
}

const prose = said('This is a sentence of the document that is long enough to be running text.')

describe('a Word document', () => {
  test('styles say what paragraphs are, also those that inherit, and outline levels', async () => {
    const styles = [
      style('T', 'Title'),
      style('H2', 'heading 2'),
      style('Mine', 'My own', '<w:basedOn w:val="H2"/>'),
      style('Out', 'Chapter', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
      style('Q', 'Intense Quote'),
      style('C', 'caption'),
      style('Code', 'HTML Preformatted'),
      style('Toc1', 'toc 1'),
    ].join('')
    const draft = await read(
      [
        styled('T', 'The Whole Title'),
        styled('Toc1', 'One\t1'),
        styled('Out', 'One'),
        prose,
        styled('Mine', 'Two'),
        said('Three', '<w:outlineLvl w:val="2"/>'),
        styled('Q', 'quoted'),
        styled('C', 'Table 1'),
        styled('Code', 'let a'),
        styled('Code', '  let b'),
      ].join(''),
      { styles },
    )
    expect(outline(draft)).toEqual([
      'title: The Whole Title',
      '*paragraph: One\t1',
      'heading 1: One',
      expect.stringContaining('paragraph: This'),
      'heading 2: Two',
      'heading 3: Three',
      'quotation: quoted',
      'caption: Table 1',
      'code: let a\n  let b',
    ])
  })

  test('numbers of lists and headings are written as Word counts them', async () => {
    const level = (depth: number, format: string, text: string, more = '') =>
      `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
    const numbering = `<w:abstractNum w:abstractNumId="7">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '(%2)')}${level(2, 'upperRoman', '%1.%3', '<w:isLgl/>')}</w:abstractNum>
      <w:abstractNum w:abstractNumId="8">${level(0, 'bullet', '·')}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`
    const draft = await read(
      [
        prose,
        ...[
          [1, 0],
          [1, 1],
          [1, 1],
          [1, 2],
          [1, 0],
          [1, 1],
          [2, 0],
          [3, 0],
          [3, 0],
        ].map(([list = 0, depth = 0], index) => said(`item ${index}`, listed(list, depth))),
        said('no item', listed(0, 0)),
      ].join(''),
      { numbering },
    )
    expect(outline(draft).slice(1)).toEqual([
      'list item 1: 1. item 0',
      'list item 2: (a) item 1',
      'list item 2: (b) item 2',
      'list item 3: 1.1 item 3',
      'list item 1: 2. item 4',
      'list item 2: (a) item 5',
      'list item 1: item 6',
      'list item 1: 5. item 7',
      'list item 1: 6. item 8',
      'paragraph: no item',
    ])
  })

  test('tables keep their columns; a box around paragraphs is no table', async () => {
    const draft = await read(
      [
        table(
          row(cell(p(run('A', '<w:b/>'))), cell(p(run('B', '<w:b/>')), '<w:gridSpan w:val="2"/>')),
          row(cell(said('1') + said('one')), cell(said('2')), cell(said('3'))),
          row(cell(p(''), '<w:vMerge/>'), cell(said('4')), cell(p(''))),
        ),
        table(row(cell(said('boxed') + said('twice')))),
        table(row(cell(table(row(cell(said('x')), cell(said('y'))))), cell(said('beside')))),
      ].join(''),
    )
    expect(outline(draft).map(line => line.split(':')[0])).toEqual([
      'table',
      'paragraph',
      'paragraph',
      'table',
      'paragraph',
    ])
    expect(cells(draft, draft.blocks[0])).toEqual([
      ['A', 'B', ''],
      ['1\none', '2', '3'],
      ['', '4', ''],
    ])
    expect(draft.blocks[0]?.head).toBe(true)
  })

  test('notes follow the block they hang in, endnotes the text; a mark of the author’s own stays', async () => {
    const notes = (name: string, ...words: string[]) =>
      words.map((one, index) => `<w:${name} w:id="${index + 1}">${said(one)}</w:${name}>`).join('')
    const reference = (kind: string, id: number, more = '') => `<w:r><w:${kind}Reference w:id="${id}"${more}/></w:r>`
    const draft = await read(
      prose +
        p(run('First') + reference('footnote', 1) + run(' and') + reference('endnote', 1)) +
        p(run('Second') + reference('footnote', 2, ' w:customMarkFollows="1"') + run('*')) +
        p(run('Third') + reference('footnote', 3)),
      { footnotes: notes('footnote', 'one', '* own', 'two'), endnotes: notes('endnote', 'last') },
    )
    expect(outline(draft).slice(1)).toEqual([
      'paragraph: First[1] and[i]',
      'footnote: [1] one',
      'paragraph: Second*',
      'footnote: * own',
      'paragraph: Third[2]',
      'footnote: [2] two',
      'footnote: [i] last',
    ])
  })

  test('what is deleted, hidden, commented or printed at the edges of pages is set apart, not lost', async () => {
    const { text, blocks, warnings } = await read(
      p(
        `${run('Kept ')}<w:del w:author="A"><w:r><w:delText>deleted</w:delText></w:r></w:del><w:ins>${run('inserted')}</w:ins>${run(' secret', '<w:vanish/>')}<w:r><w:commentReference w:id="4"/></w:r>`,
      ) + p(run('moved here')),
      {
        header1: said('Head of the page'),
        header2: said('Head of the page'),
        footer1: said('Foot of the page'),
        comments: `<w:comment w:id="4" w:author="Jane Roe" w:date="2024-05-01T10:00:00Z">${said('why?')}</w:comment>`,
      },
    )
    expect(blocks.map(({ start, end, apparatus }) => [apparatus, text.slice(start, end)])).toEqual([
      [true, 'Head of the page'],
      [false, 'Kept inserted'],
      [true, 'Jane Roe, 2024-05-01: why?'],
      [true, 'Deleted: deleted'],
      [true, 'Hidden: secret'],
      [false, 'moved here'],
      [true, 'Foot of the page'],
    ])
    expect(warnings).toHaveLength(3)
  })

  test('words in fields, content controls, text boxes, formulas, symbols and ruby are read', async () => {
    const box = `<w:txbxContent>${said('in a box')}</w:txbxContent>`
    const draft = await read(
      p(
        `${run('a ')}<w:fldSimple w:instr="DATE">${run('field')}</w:fldSimple><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(' link')}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:sdt><w:sdtPr><w:alias w:val="X"/></w:sdtPr><w:sdtContent>${run(' control')}</w:sdtContent></w:sdt>`,
      ) +
        p(
          `${run('x ')}<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath><w:r><w:sym w:font="Symbol" w:char="F061"/><w:noBreakHyphen/><w:br/></w:r><w:dir w:val="rtl">${run('rtl')}</w:dir><w:ruby><w:rt>${run('over')}</w:rt><w:rubyBase>${run('base')}</w:rubyBase></w:ruby>`,
        ) +
        p(
          `${run('before')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>${box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>`,
        ),
    )
    expect(outline(draft).map(line => line.replace(/^\w+: /, ''))).toEqual([
      'a field link control',
      'x 1/2α\u2011\nrtlbase(over)',
      'before',
      'in a box',
    ])
  })

  const broken = '<w:r><w:lastRenderedPageBreak/></w:r>'
  const longer = (words: string) => said(`${words} ${'and so on '.repeat(40)}`)

  test('pages are those that Word laid out, when they are as many as it says', async () => {
    const document =
      longer('one') +
      p(run('two begins') + broken + run('here ') + run('and goes on '.repeat(20))) +
      longer('x') +
      p(broken + run('three'))
    const { text, pages } = await draftFrom('a.docx', docx({ document }, { app: '<Pages>3</Pages>' }))
    expect(pages.map(({ start }) => text.slice(start, start + 4))).toEqual(['one ', 'here', 'thre'])
    expect((await draftFrom('a.docx', docx({ document }, { app: '<Pages>4</Pages>' }))).pages).toEqual([])
    const set = longer('one') + said('two', '<w:pageBreakBefore/>')
    expect((await draftFrom('a.docx', docx({ document: set }, { app: '<Pages>2</Pages>' }))).pages).toHaveLength(2)
    expect((await draftFrom('a.docx', docx({ document: set }, { app: '<Pages>9</Pages>' }))).pages).toEqual([])
  })

  test('what it states of itself, each with its mark', async () => {
    const { statements } = await draftFrom(
      'a.docx',
      docx(
        { document: prose },
        {
          core: '<dc:title>A Title of Its Own</dc:title><dc:creator>Jane Roe; Wei Li</dc:creator><dcterms:created>2024-05-01T10:00:00Z</dcterms:created><dc:language>en-GB</dc:language>',
          app: '<Company>The Office</Company>',
        },
      ),
    )
    const own = statements.filter(({ origin }) => origin === 'document properties')
    expect(own.map(({ field, value, mark }) => [field, value, mark])).toEqual(
      expect.arrayContaining([
        ['title', 'A Title of Its Own', 'dc:title'],
        ['authors', 'Jane Roe; Wei Li', 'dc:creator'],
        ['publisher', 'The Office', 'Company'],
        ['published', '2024-05-01', 'dcterms:created'],
        ['language', 'en-GB', 'dc:language'],
      ]),
    )
  })

  test('damaged properties cost the properties and not the document', async () => {
    const { text, statements } = await draftFrom('a.docx', docx({ document: prose }, { core: '<dc:title>', app: '<' }))
    expect(text).toContain('sentence')
    expect(statements.filter(({ origin }) => origin === 'document properties')).toEqual([])
  })

  test('a document in another prefix is the same document', async () => {
    const prefixed = docx({ document: prose + table(row(cell(said('a')), cell(said('b')))) })
    const draft = await draftFrom('a.docx', prefixed)
    const other = zipped({
      ...{
        '[Content_Types].xml':
          '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        '_rels/.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="/d.xml"/></Relationships>',
      },
      'd.xml': `<n:document xmlns:n="http://purl.oclc.org/ooxml/wordprocessingml/main"><n:body>${(
        prose + table(row(cell(said('a')), cell(said('b'))))
      ).replaceAll('w:', 'n:')}</n:body></n:document>`,
    })
    expect((await draftFrom('a.docx', other)).text).toBe(draft.text)
  })

  test('files within come with it; a package without a document is refused', async () => {
    expect(await refusalOf('a.docx', zipped({ '[Content_Types].xml': '<Types/>' }))).toMatch(/“a.docx”.*\.$/)
    const cut = docx({ document: '<w:p><w:r>' })
    expect(await refusalOf('a.docx', cut)).toContain('word/document.xml')
    expect(await importedFrom('a.docx', docx({ document: prose }))).toMatchObject({ enclosed: [] })
  })
})
