import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { strToU8, zipSync } from 'fflate'

/** Files of one kind to make mutants of, and pieces of its language that mutations put in. */
export type Format = { ending: string; seeds: Uint8Array[]; words: readonly string[] }

const paragraphs = [
  'The fund is made of half of the revenue, and each side names three of its six members.',
  'Nobody said on 05.01.2025 when the talks would be taken up again. A second round is to follow in March.',
]

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The Fund – The Gazette</title>
<meta property="og:title" content="The Fund"><meta name="author" content="Jane Roe">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"The Fund","datePublished":"2025-03-14","author":{"name":"Jane Roe"}}</script>
</head><body><nav><a href="/">Home</a></nav><main><h1>The Fund</h1><p>By Jane Roe <time datetime="2025-03-14">14 March 2025</time></p>
<p>${paragraphs[0]}</p><table><tr><th>Year<th>Share</tr><tr><td>2025<td>50 %</tr></table><ul><li>One<li>Two<ul><li>Three</ul></ul>
<blockquote>${paragraphs[1]}</blockquote><figure><img src="a.png" alt="x"><figcaption>A caption</figcaption></figure></main></body></html>`

const mail = `From: Jane Roe <jane@example.org>\r\nTo: John <john@example.org>\r\nSubject: =?utf-8?Q?The_f=C3=BCnd?=\r\nDate: Fri, 14 Mar 2025 10:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b1"\r\n\r\n--b1\r\nContent-Type: multipart/alternative; boundary="b2"\r\n\r\n--b2\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${paragraphs[0]} =C3=BC\r\n> ${paragraphs[1]}\r\n-- \r\nJane\r\n\r\n--b2\r\nContent-Type: text/html\r\n\r\n<p>${paragraphs[0]}</p>\r\n--b2--\r\n--b1\r\nContent-Type: text/plain; name="a.txt"\r\nContent-Disposition: attachment; filename="a.txt"\r\nContent-Transfer-Encoding: base64\r\n\r\nV29yZHMgaW4gYSBmaWxlLg==\r\n--b1--\r\n`

const snapshot = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/fund\r\nSubject: The Fund\r\nDate: Fri, 14 Mar 2025 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="m1"\r\n\r\n--m1\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/fund\r\n\r\n${page.replaceAll('=', '=3D')}\r\n--m1\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://example.org/a.png\r\n\r\niVBORw0KGgo=\r\n--m1--\r\n`

const rtf = `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times;}{\\f1\\fcharset204 Arial;}}{\\info{\\title The Fund}{\\author Jane Roe}{\\creatim\\yr2025\\mo3\\dy14}}{\\stylesheet{\\s1 heading 1;}}\\pard\\s1 The Fund\\par\\pard ${paragraphs[0]}\\par \\u1057?\\'e9{\\footnote A note.}\\par\\trowd\\cellx2000\\cellx4000\\intbl Year\\cell Share\\cell\\row\\trowd\\cellx2000\\cellx4000\\intbl 2025\\cell 50\\cell\\row\\pard ${paragraphs[1]}\\par}`

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const packageOf = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, strToU8(content)])), { level: 6 })

const docx = packageOf({
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>',
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  'word/_rels/document.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>',
  'word/footnotes.xml': `<w:footnotes xmlns:w="${main}"><w:footnote w:id="1"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
  'word/document.xml': `<w:document xmlns:w="${main}"><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>The Fund</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">${paragraphs[0]} </w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:ins w:id="9"><w:r><w:t>added</w:t></w:r></w:ins><w:del w:id="8"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Year</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Share</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${paragraphs[1]}</w:t></w:r></w:p></w:body></w:document>`,
})

const office = 'urn:oasis:names:tc:opendocument:xmlns'
const odt = packageOf({
  mimetype: 'application/vnd.oasis.opendocument.text',
  'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="${office}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>`,
  'meta.xml': `<office:document-meta xmlns:office="${office}:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>The Fund</dc:title><dc:creator>Jane Roe</dc:creator><dc:date>2025-03-14T10:00:00</dc:date></office:meta></office:document-meta>`,
  'content.xml': `<office:document-content xmlns:office="${office}:office:1.0" xmlns:text="${office}:text:1.0" xmlns:table="${office}:table:1.0"><office:body><office:text><text:h text:outline-level="1">The Fund</text:h><text:p>${paragraphs[0]}<text:s text:c="3"/><text:tab/><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p><text:list><text:list-item><text:p>One</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell table:number-columns-repeated="2"><text:p>Year</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>`,
})

const epub = packageOf({
  mimetype: 'application/epub+zip',
  'META-INF/container.xml':
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
  'OPS/book.opf':
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Fund</dc:title><dc:creator>Jane Roe</dc:creator><dc:language>en</dc:language></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
  'OPS/a.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>One</title></head><body><h1>One</h1><p>${paragraphs[0]}</p></body></html>`,
  'OPS/b.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Two</title></head><body><h1>Two</h1><p>${paragraphs[1]}</p></body></html>`,
})

const sheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const xlsx = packageOf({
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
  '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${sheet}" xmlns:r="${relation}"><sheets><sheet name="Shares" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/sharedStrings.xml': `<sst xmlns="${sheet}" count="2" uniqueCount="2"><si><t>Year</t></si><si><r><t>Sha</t></r><r><t>re</t></r></si></sst>`,
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${sheet}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2"><v>2025</v></c><c r="C2" t="inlineStr"><is><t>50 %</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`,
})

const pdf = async () => {
  const document = await PDFDocument.create()
  document.setTitle('The Fund')
  document.setAuthor('Jane Roe')
  const font = await document.embedFont(StandardFonts.TimesRoman)
  for (const words of paragraphs) {
    const sheet = document.addPage([400, 500])
    sheet.drawText('The Fund', { x: 40, y: 440, size: 20, font })
    sheet.drawText(words, { x: 40, y: 400, size: 11, font, maxWidth: 150, lineHeight: 14 })
    sheet.drawText(words, { x: 210, y: 400, size: 11, font, maxWidth: 150, lineHeight: 14 })
    sheet.drawText('7', { x: 200, y: 20, size: 9, font })
  }
  return new Uint8Array(await document.save({ useObjectStreams: false }))
}

const markup = [
  '<',
  '>',
  '&#0;',
  '&#xD800;',
  '&amp;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&b;',
  '<?xml version="1.0" encoding="UTF-16"?>',
]
const zipped = [...markup, 'PK\u0003\u0004', 'PK\u0001\u0002', 'PK\u0005\u0006', 'PK\u0006\u0006']
const mime = [
  '\r\n\r\n',
  '--b1',
  '--b1--',
  'Content-Type: message/rfc822\r\n\r\n',
  'Content-Type: multipart/mixed; boundary="b1"\r\n\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'charset=utf-7',
  'charset="unknown-8bit"',
  '=?utf-8?B?',
  '=?x?Q?=?=',
  "filename*=utf-8''%ff%00",
  'boundary=',
  '(((((',
  '=\r\n',
  '=ZZ',
]

/** A file as small as these is mutated a thousand times a second. */
const largestSeed = 100_000

/** The fixtures with one of the endings, the small ones: what other tests read well is the best to spoil. */
const fixtures = (...endings: string[]): Uint8Array[] => {
  const folder = path.resolve(import.meta.dirname, '../../fixtures')
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => endings.some(ending => name.endsWith(`.${ending}`)))
      .sort()
      .map(name => path.join(folder, name))
      .filter(file => statSync(file).size <= largestSeed)
      .map(file => new Uint8Array(readFileSync(file)))
  } catch {
    return []
  }
}

const text = (...contents: string[]) => contents.map(content => new Uint8Array(Buffer.from(content)))

/** Every kind of file that can be imported. */
export const formats = async (): Promise<Format[]> => [
  {
    ending: 'txt',
    seeds: [
      ...text(
        `The Fund\n\nBy Jane Roe\n14 March 2025\n\n${paragraphs.join('\n\n')}\n\n| Year | Share |\n| 2025 | 50 % |\n`,
      ),
      new Uint8Array(Buffer.from(`\ufeff${paragraphs[0]}`, 'utf16le')),
      ...fixtures('txt'),
    ],
    words: ['\ufeff', '\0', '\u2028', '\u0085', '\f', '| a | b |\n', 'Facebook\n', '\r', '\ud83d', 'e\u0301'],
  },
  {
    ending: 'md',
    seeds: [
      ...text(
        `---\ntitle: The Fund\ndate: 2025-03-14\n---\n\n# The Fund\n\n${paragraphs[0]}\n\n> ${paragraphs[1]}\n\n- One\n  - Two\n\n| Year | Share |\n|---|---|\n| 2025 | 50 % |\n\n[^1]: A note.\n`,
      ),
      ...fixtures('md'),
    ],
    words: [
      '> ',
      '- ',
      '1. ',
      '```\n',
      '[^1]: ',
      '](',
      '![',
      '**',
      '|---|\n',
      '<div>',
      '\\',
      '---\n',
      '~~~',
      '&copy;',
      '    ',
    ],
  },
  {
    ending: 'html',
    seeds: [...text(page), ...fixtures('html', 'htm')],
    words: [
      ...markup,
      '<table>',
      '<tr>',
      '<td>',
      '<ul><li>',
      '<p>',
      '</div>',
      '<template>',
      '<svg>',
      '<math>',
      '<select>',
      '<frameset>',
      '<plaintext>',
      '<meta charset=x>',
      '<base href=x>',
      '<script>',
      '<b>',
      '<a>',
      '<form>',
      'datetime="',
      '<html lang="',
    ],
  },
  {
    ending: 'mhtml',
    seeds: [...text(snapshot), ...fixtures('mhtml', 'mht')],
    words: [...mime, '--m1', 'Content-Location: cid:x'],
  },
  {
    ending: 'pdf',
    seeds: [await pdf(), ...fixtures('pdf')],
    words: [
      'endobj',
      'endstream',
      'stream\n',
      'xref',
      'trailer',
      '/Kids [',
      '/Parent 1 0 R',
      '/Length 99999999',
      '/Filter /FlateDecode',
      '/Filter [/ASCIIHexDecode /LZWDecode]',
      '/Encrypt 1 0 R',
      '/ToUnicode',
      ' Tj ',
      ' Td ',
      ' cm ',
      'BT ',
      'ET ',
      '<<',
      '>>',
      '/Count 1000000',
      '1 0 R',
      '%%EOF',
      '/Prev 0',
      '/Type /ObjStm',
    ],
  },
  {
    ending: 'docx',
    seeds: [docx, ...fixtures('docx')],
    words: [
      ...zipped,
      '<w:p>',
      '<w:tbl>',
      '<w:tc>',
      '<w:r>',
      'w:val="999999999"',
      '<mc:AlternateContent>',
      '<w:fldChar w:fldCharType="begin"/>',
      '<w:del>',
      '<w:numId w:val="-1"/>',
    ],
  },
  {
    ending: 'odt',
    seeds: [odt, ...fixtures('odt')],
    words: [
      ...zipped,
      '<text:p>',
      '<table:table>',
      'text:c="999999999"',
      'table:number-columns-repeated="999999999"',
      '<text:list>',
      '<text:span>',
      '<draw:frame>',
    ],
  },
  {
    ending: 'epub',
    seeds: [epub, ...fixtures('epub')],
    words: [...zipped, '<itemref idref="a"/>', 'href="../../../etc"', '<spine>', '<p>', '<div>'],
  },
  {
    ending: 'xlsx',
    seeds: [xlsx, ...fixtures('xlsx')],
    words: [
      ...zipped,
      '<row r="1048576">',
      '<c r="XFD1048576">',
      '<v>999999999</v>',
      '<si>',
      't="s"',
      'ref="A1:XFD1048576"',
    ],
  },
  {
    ending: 'rtf',
    seeds: [...text(rtf), ...fixtures('rtf')],
    words: [
      '{',
      '}',
      '\\par',
      '\\u-1?',
      "\\'ff",
      '\\bin99999999 ',
      '\\uc9',
      '\\trowd',
      '\\cell',
      '\\row',
      '\\pict',
      '{\\*\\x',
      '\\ansicpg99999',
      '\\footnote',
      '\\sect',
      '\\upr',
    ],
  },
  { ending: 'eml', seeds: [...text(mail), ...fixtures('eml')], words: mime },
  {
    ending: 'csv',
    seeds: [...text('Year,Share,"A, b"\n2025,50 %,"x ""y"""\n2026;1;2\n'), ...fixtures('csv')],
    words: ['"', '""', ',', ';', '\t', '\n', '\r', '",\n"', '=1+1'],
  },
  {
    ending: 'tsv',
    seeds: [...text('Year\tShare\n2025\t50 %\n'), ...fixtures('tsv')],
    words: ['"', '\t', '\n', '\r\n', '\t\t\t'],
  },
  {
    ending: 'srt',
    seeds: [
      ...text(
        `1\n00:00:01,000 --> 00:00:04,000\n${paragraphs[0]}\n\n2\n00:00:05,000 --> 00:00:09,000\n- John: ${paragraphs[1]}\n`,
      ),
      ...fixtures('srt'),
    ],
    words: [' --> ', '00:00:01,000', '99:99:99,999', '\n\n', '<i>', '{\\an8}', '-1\n'],
  },
  {
    ending: 'vtt',
    seeds: [
      ...text(`WEBVTT\n\nNOTE x\n\n00:01.000 --> 00:04.000 align:start\n<v Jane>${paragraphs[0]}\n\nSTYLE\n::cue {}\n`),
      ...fixtures('vtt'),
    ],
    words: [' --> ', 'WEBVTT', 'NOTE', 'STYLE', 'REGION', '<v ', '</v>', '<c.x>', '&lt;', '\n\n'],
  },
  {
    ending: 'bib',
    seeds: [
      ...text(
        '@article{a, title = {The {F}und}, author = "Roe, Jane and Doe, J{\\"o}hn", year = 2025, month = mar, journal = jan # " x"}\n@string{x = "y"}\n@comment{z}\n',
      ),
      ...fixtures('bib'),
    ],
    words: ['@', '{', '}', '"', '#', ',', '=', '@string{', '@preamble{', '\\', '{\\"', ' and ', '%', '$'],
  },
  {
    ending: 'ris',
    seeds: [
      ...text(
        'TY  - JOUR\nTI  - The Fund\nAU  - Roe, Jane\nPY  - 2025/03/14/\nUR  - https://example.org\nAB  - An abstract.\nER  - \n',
      ),
      ...fixtures('ris'),
    ],
    words: ['TY  - ', 'ER  - ', '\n', 'AU  - ', 'PY  - 99999/99', 'DA  - 05.01.2025', '  - '],
  },
  {
    ending: 'json',
    seeds: [
      ...text(
        '[{"id":"a","type":"article-journal","title":"The Fund","author":[{"family":"Roe","given":"Jane"},{"literal":"The Board"}],"issued":{"date-parts":[[2025,3,14]]},"URL":"https://example.org","abstract":"x"}]',
      ),
      ...fixtures('json'),
    ],
    words: [
      '[',
      ']',
      '{',
      '}',
      '"',
      ',',
      'null',
      '1e999',
      '"date-parts":[[',
      '"author":',
      '"__proto__":',
      '\\ud800',
      '"type":',
    ],
  },
]
