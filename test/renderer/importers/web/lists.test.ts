import { expect, test } from 'vitest'
import { cells, draftFrom, faults, outline } from '../imports.ts'

const prose = 'The ministers said on Tuesday that the fund would hold half of the future revenue of the state.'

async function itemsOf(lists: string, head = ''): Promise<string[]> {
  const draft = await draftFrom(
    'a.html',
    `<!doctype html>${head}<body><h1>The Fund Is Made</h1><p>${prose}</p>${lists}<p>${prose}</p></body>`,
  )
  expect(faults(draft)).toEqual([])
  return outline(draft).slice(2, -1)
}

test('the items of nested lists have the numbers that a browser draws', async () => {
  const list = `<ol>
    <li><p>to measure the depth</p><p>every month</p></li>
    <li>to keep two tugs, <ol type="a"><li><a href="/one">one</a> inside</li><li>one outside<ul><li>when it blows</ul></ol></li>
    <li hidden>struck out</li>
    <li></li>
    <li>to answer</li></ol>`
  expect(await itemsOf(list)).toEqual([
    'list item 1: 1. to measure the depth',
    'list item 1: every month',
    'list item 1: 2. to keep two tugs,',
    'list item 2: a. one inside',
    'list item 2: b. one outside',
    'list item 3: when it blows',
    'list item 1: 4. to answer',
  ])
})

test.each([
  ['<ol start="3"><li>x<li>y</ol>', ['3. x', '4. y']],
  ['<ol start="-1"><li>x<li>y<li>z</ol>', ['-1. x', '0. y', '1. z']],
  ['<ol start="many"><li>x</ol>', ['1. x']],
  ['<ol reversed><li>x<li>y</ol>', ['2. x', '1. y']],
  ['<ol reversed start="9"><li>x<li>y</ol>', ['9. x', '8. y']],
  ['<ol><li>x<li value="7">y<li>z</ol>', ['1. x', '7. y', '8. z']],
  ['<ol type="I" start="3"><li>x<li>y</ol>', ['III. x', 'IV. y']],
  ['<ol type="i"><li>x<li type="A">y</ol>', ['i. x', 'B. y']],
  ['<ol type="a" start="26"><li>x<li>y<li>z</ol>', ['z. x', 'aa. y', 'ab. z']],
  ['<ol style="list-style-type: upper-roman"><li>x</ol>', ['I. x']],
  ['<ol type="a" style="margin: 0; LIST-STYLE: inside Lower-Roman !important"><li>x</ol>', ['i. x']],
  ['<ol style="list-style-type: decimal-leading-zero"><li>x</ol>', ['01. x']],
  ['<ol style="list-style: none"><li>x</ol>', ['x']],
  ['<ol style="list-style-position: inside"><li>x</ol>', ['1. x']],
  ['<ol><li style="list-style-type: disc">x<li>y</ol>', ['x', '2. y']],
  ['<ol type="constructor" style="list-style-type: inherit"><li>x</ol>', ['1. x']],
  ['<ol style="list-style-type: constructor"><li>x</ol>', ['x']],
  ['<ul><li>x<li value="4">y</ul>', ['x', 'y']],
  ['<ul style="list-style-type: decimal"><li>x</ul>', ['1. x']],
  ['<ol><li><ul><li>x</ul></ol>', ['1. x']],
  ['<ol><li><ol type="a"><li>x<li>y</ol><li>z</ol>', ['1. a. x', 'b. y', '2. z']],
])('%s', async (list, shown) => {
  expect((await itemsOf(list)).map(line => line.replace(/^list item \d: /, ''))).toEqual(shown)
})

test.each([
  ['<ol><li>1. x<li>2. y</ol>', ['1. x', '2. y']],
  ['<ol><li><span>1.1</span> x<li><span>1.2</span> y</ol>', ['1.1 x', '1.2 y']],
  ['<ol type="a"><li>(a) x<li>(b) y</ol>', ['(a) x', '(b) y']],
  ['<ol><li>A. Roe<li>J. Doe</ol>', ['1. A. Roe', '2. J. Doe']],
  ['<ol><li>1 tug<li>2 boats</ol>', ['1. 1 tug', '2. 2 boats']],
])('a list that says its numbers gets no others: %s', async (list, shown) => {
  expect((await itemsOf(list)).map(line => line.replace(/^list item \d: /, ''))).toEqual(shown)
})

test('numbers go before headings, code and tables, and into cells; none into apparatus', async () => {
  const lists = `<ol><li><h2>Payments</h2>of the state<li><pre>let x</pre><li><table><tr><th>Term<th>Share<tr><td>Oil<td>50%</table></ol>
    <nav><ol><li>Home<li>World</ol></nav>`
  expect(await itemsOf(lists)).toEqual([
    'heading 2: 1. Payments',
    'list item 1: of the state',
    'list item 1: 2.',
    'code: let x',
    'list item 1: 3.',
    'table: Term\tShare\nOil\t50%',
    '*list item 1: Home',
    '*list item 1: World',
  ])
  const draft = await draftFrom(
    'a.html',
    `<table><tr><th>Party<th>Duties<tr><td>The state<td><ol><li>to pay<li>to report</ol></table>`,
  )
  expect(cells(draft, draft.blocks[0])).toEqual([
    ['Party', 'Duties'],
    ['The state', '1. to pay 2. to report'],
  ])
})

test('what a word processor repeats on every page is apparatus', async () => {
  expect(await itemsOf('<div title="header"><p>Working text</div><div title="footer"><p>Page 2</div>')).toEqual([
    '*paragraph: Working text',
    '*paragraph: Page 2',
  ])
})
