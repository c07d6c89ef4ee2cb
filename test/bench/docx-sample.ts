import { docx } from '../support/office-files.ts'

const words = 'harbour lamp treaty column river winter table council ship letter morning figure'.split(' ')
const sentence = (from: number, length: number) =>
  `${Array.from({ length }, (_, index) => words[(from * 7 + index * 5) % words.length]).join(' ')}.`
const paragraph = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`

/** A Word document of a number of sections, each with a heading, paragraphs, a list and a table. */
export function docxSample(sections: number): Uint8Array<ArrayBuffer> {
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
  const document = Array.from({ length: sections }, (_, section) =>
    [
      paragraph(`Section ${section}`, '<w:pStyle w:val="H1"/>'),
      ...[40, 90, 60, 120].map(length => paragraph(sentence(section + length, length))),
      ...[0, 1, 2].map(item =>
        paragraph(sentence(item, 12), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
      ),
      `<w:tbl>${[0, 1, 2, 3].map(row => `<w:tr>${[0, 1, 2].map(column => cell(sentence(row + column, 4))).join('')}</w:tr>`).join('')}</w:tbl>`,
    ].join(''),
  )
  return docx({
    document: document.join(''),
    styles: '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>',
    numbering:
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  })
}
