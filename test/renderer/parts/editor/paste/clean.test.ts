import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanHtml } from '../../../../../renderer/parts/editor/paste/clean.ts'

const excerpt = '0190a3c4-7b2e-7cc1-8f00-0000000000a1'

describe('what is pasted from the web', () => {
  test.each([
    ['<p style="color:red" class=b>a</p>', '<p>a</p>'],
    ['<img src=x onerror=alert(1)>a', 'a'],
    ['<STYLE type="text/css">p{}</STYLE ><b>a</b>', '<strong>a</strong>'],
    ['<a href="javascript:alert(1)">a</a>', 'a'],
    ['<a href=" java&#10;script:alert(1)">a</a>', 'a'],
    ['<a href="data:text/html,x">a</a>', 'a'],
    [
      '<a href="https://example.org/?a=1&amp;b" onclick=x target=_blank>a</a>',
      '<a href="https://example.org/?a=1&amp;b">a</a>',
    ],
    ['<svg><script>alert(1)</script><p>x</p></svg>a', '<p>x</p>a'],
    ['<math><mi><style><img src=x onerror=alert(1)></style></mi></math>a', 'a'],
    ['<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '&quot;&gt;'],
    ['<div>one</div><div>two <i>three</i></div>', '<p>one</p><p>two <em>three</em></p>'],
    ['<div><div><p>one</p></div></div>', '<p>one</p>'],
    ['<h5>small</h5>', '<h3>small</h3>'],
    ['<span style="font-weight:700">a</span><b style="font-weight:normal">b</b>', '<strong>a</strong>b'],
    ['<p style="display:none">hidden</p>a', 'a'],
    [
      '<table><tr><td colspan=2 style=x onclick=y>a</td></tr></table>',
      '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>',
    ],
    ['<iframe src="https://example.org"></iframe><form>a<input value=x></form>', '<p>a</p>'],
    ['<html><body>before<!--StartFragment--><i>a</i><!--EndFragment-->after</body></html>', '<em>a</em>'],
    ['a &lt;b&gt; &amp; c', 'a &lt;b&gt; &amp; c'],
  ])('%s', (html, clean) => {
    expect(cleanHtml(html)).toBe(clean)
  })

  test('whatever comes in, nothing comes out but the words and elements of the schema', () => {
    const part = fc.constantFrom(
      ...'<script> </script> <style> </style> <img src=x onerror=alert(1)> <p style="x" onclick="y"> </p> <a href="javascript:x"> </a> <svg onload=x> </svg> <template> </template> <!-- --> --> <table> <tr> <td> <base href=//x> <meta http-equiv=refresh> <math> </math> <mark data-excerpt=a> </mark> <![CDATA[ ]]> words " \' &lt;script&gt; <object data=x> <input autofocus onfocus=x> <p class=MsoListParagraph style="mso-list:l0_level2_lfo1"> <li> <ul> <b> <div>'
        .split(' ')
        .map(one => one.replace('l0_level2_lfo1', 'l0 level2 lfo1')),
    )
    const schema =
      /^(?:[^<>]|<\/?(?:p|h[1-3]|ul|ol|li|blockquote|aside|pre|code|strong|em|u|s|table|tbody|tr|td|th|a|span)(?: (?:colspan|rowspan|start|data-[a-z-]+)="[^"<>]*"| href="https?:[^"<>]*")*>|<[bh]r>)*$/
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string()), { maxLength: 30 }), parts => {
        expect(cleanHtml(parts.join(''))).toMatch(schema)
      }),
      { numRuns: 500 },
    )
  })
})

describe('what is pasted from a word processor', () => {
  const word = (body: string) =>
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style><!--[if gte mso 9]><xml><o:x/></xml><![endif]--></head><body lang=EN-US><!--StartFragment-->${body}</body></html>`
  const item = (level: number, sign: string, words: string) =>
    `<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`

  test('paragraphs that are items are lists in lists', () => {
    const html = word(
      `<p class=MsoNormal>Before<o:p></o:p></p>\n${item(1, '·', 'one')}\n${item(2, 'o', 'inner')}\n${item(1, '·', 'two')}\n<p class=MsoNormal>After</p>\n${item(1, '1.', 'first')}\n${item(1, '2.', 'second')}<!--EndFragment-->`,
    )
    expect(cleanHtml(html).replace(/\n/g, '')).toBe(
      '<p>Before</p><ul><li><p>one</p><ul><li><p>inner</p></li></ul></li><li><p>two</p></li></ul><p>After</p><ol><li><p>first</p></li><li><p>second</p></li></ol>',
    )
  })

  test('footnotes are set-apart notes with the sign that stands in the text', () => {
    const html = word(
      `<p class=MsoTitle>Title</p><p class=MsoNormal>Words<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>.</p><!--EndFragment--><div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%"><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1">[1]</a> More.</p></div></div>`,
    )
    expect(cleanHtml(html)).toBe('<h1>Title</h1><p>Words[1].</p><aside><p>[1] More.</p></aside>')
  })
})

describe('what is copied in the product', () => {
  test('a passage of the reader is cited after the last of its words', () => {
    const run = (words: string) =>
      `<mark class="reader-mark" style="color: rgb(0, 0, 0)" data-excerpt="${excerpt}"><span data-start="3">${words}</span></mark>`
    expect(cleanHtml(`<p>Before ${run('half of ')}${run('it')} after</p>`)).toBe(
      `<p>Before half of it<span data-excerpt="${excerpt}"></span> after</p>`,
    )
  })

  test('citations, mentions and references of a text stay what they are', () => {
    const own = `<p data-pm-slice="1 1 []">a<span data-excerpt="${excerpt}"></span><span data-record="term" data-id="${excerpt}"></span><span data-block="${excerpt}"></span></p>`
    expect(cleanHtml(own)).toBe(own)
  })
})
