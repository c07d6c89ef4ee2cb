import { expect, test } from 'vitest'
import { withoutStyles } from '../../../../renderer/parts/editor/pasted.ts'

test.each([
  ['<p style="color:red">a</p>', '<p >a</p>'],
  ["<p style='a' class='b'>c</p>", "<p  class='b'>c</p>"],
  ['<p class="b"style=red>c</p>', '<p class="b">c</p>'],
  ['<img src=x onerror=alert(1)>', '<img src=x >'],
  ['<STYLE type="text/css">p{}</STYLE ><b>a</b>', '<b>a</b>'],
  ['<style>a{}\n</style>b<style>c{}</style>', 'b'],
  ['a style="b" in words', 'a style="b" in words'],
  ['<p data-style="kept">a</p>', '<p data-style="kept">a</p>'],
])('%s', (html, clean) => {
  expect(withoutStyles(html)).toBe(clean)
})
