import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, test } from 'vitest'
import type { RichText, RichTextNode } from '../../../../shared/model/rich-text.ts'
import { documentOf } from '../../../../shared/rules/markdown/read.ts'
import type { MarkdownTree } from '../../../../shared/rules/markdown/tree.ts'
import { markdownOf } from '../../../../shared/rules/markdown/write.ts'

const parse = (text: string): MarkdownTree =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) satisfies Nodes as MarkdownTree

const names = {
  citation: (excerpt: string) => `“A *quote*” — Source ${excerpt.slice(-2)}, p. 3`,
  mention: (record: string) => `T-07 [Price] of ${record}`,
  block: () => 'Section 3',
}

const excerpt = '0190a3c4-7b2e-7cc1-8f00-0000000000a1'
const other = '0190a3c4-7b2e-7cc1-8f00-0000000000a2'

const words = (text: string, ...marks: string[]): RichTextNode =>
  marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: marks.map(type => ({ type })) }
const paragraph = (...content: RichTextNode[]): RichTextNode =>
  content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }
const doc = (...content: RichTextNode[]): RichText => ({ type: 'doc', content })

const there = (document: RichText) => documentOf(parse(markdownOf(document, names)))

describe('a document as Markdown', () => {
  test('reads as an analyst would have written it', () => {
    const item = (text: string): RichTextNode => ({ type: 'listItem', content: [paragraph(words(text))] })
    const cell = (type: string, text: string): RichTextNode => ({ type, content: [paragraph(words(text))] })
    const document = doc(
      { type: 'heading', attrs: { level: 2 }, content: [words('What the fund is')] },
      paragraph(
        words('Half of '),
        words('new', 'bold'),
        words(' revenue '),
        { type: 'citation', attrs: { excerpt } },
        words(', see '),
        { type: 'mention', attrs: { record: 'term', id: other } },
        words('.'),
      ),
      { type: 'bulletList', content: [item('one'), item('two')] },
      { type: 'aside', content: [paragraph(words('Set apart.'))] },
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('tableHeader', 'A'), cell('tableHeader', 'B')] },
          { type: 'tableRow', content: [cell('tableCell', '1'), cell('tableCell', 'x | y')] },
        ],
      },
      paragraph({ type: 'citation', attrs: { excerpt } }),
    )
    expect(markdownOf(document, names)).toBe(`## What the fund is

Half of **new** revenue [^1], see [T-07 \\[Price\\] of term](glossator:term/${other}).

- one
- two

> [!NOTE]
> Set apart.

| A | B |
| --- | --- |
| 1 | x \\| y |

[^1]

[^1]: “A \\*quote\\*” — Source a1, p. 3 <glossator:excerpt/${excerpt}>
`)
  })

  test('says nothing of an empty document', () => {
    expect(markdownOf(doc({ type: 'paragraph' }), names)).toBe('')
    expect(documentOf(parse(''))).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
  })
})

// Signs that mean something to Markdown far more often than chance would have it.
const unit = fc.constantFrom(...'aébc 1.)(#>-+*_`~[]\\!<&|:=^"§€х'.split(''), '😀', '&amp;', '  ', 'www', '\t')
const text = fc
  .array(unit, { minLength: 1, maxLength: 12 })
  .map(units => units.join(''))
  // A bare address becomes a link in GitHub's Markdown, however its signs are written.
  .filter(line => !/www\.|@/.test(line))
const markSets = fc.subarray(['bold', 'italic', 'strike'])
const inlineText = fc.tuple(text, markSets, fc.boolean()).map(([value, marks, linked]): RichTextNode => {
  const all = [
    ...(linked && marks.length < 2 ? [{ type: 'link', attrs: { href: 'https://example.org/a_(b)?c=d&e*f' } }] : []),
    ...marks.map(type => ({ type })),
  ]
  return { type: 'text', text: value, ...(all.length > 0 ? { marks: all } : {}) }
})
const code = text.map(
  (value): RichTextNode => ({ type: 'text', text: value.replaceAll('\t', ' '), marks: [{ type: 'code' }] }),
)
const atom = (marks: string[], node: RichTextNode): RichTextNode =>
  marks.length === 0 ? node : { ...node, marks: marks.map(type => ({ type })) }
const inlineNode = fc.oneof(
  { weight: 6, arbitrary: inlineText },
  { weight: 1, arbitrary: code },
  {
    weight: 2,
    arbitrary: fc
      .tuple(markSets, fc.constantFrom(excerpt, other))
      .map(([marks, id]) => atom(marks, { type: 'citation', attrs: { excerpt: id } })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(markSets, fc.constantFrom('term', 'risk', 'source', 'note'))
      .map(([marks, record]) => atom(marks, { type: 'mention', attrs: { record, id: other } })),
  },
  { weight: 1, arbitrary: markSets.map(marks => atom(marks, { type: 'crossReference', attrs: { block: other } })) },
)
const broken = fc.constant<RichTextNode>({ type: 'hardBreak' })

const line = fc.array(inlineNode, { minLength: 1, maxLength: 6 })
const lines = fc
  .array(fc.oneof({ weight: 8, arbitrary: inlineNode }, { weight: 1, arbitrary: broken }), {
    minLength: 1,
    maxLength: 7,
  })
  .filter(nodes => nodes[0]?.type !== 'hardBreak' && nodes.at(-1)?.type !== 'hardBreak')

const paragraphs = lines.map(content => paragraph(...content))
const { block } = fc.letrec<{ block: RichTextNode; inner: RichTextNode; list: RichTextNode }>(tie => ({
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 4, arbitrary: paragraphs },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: 3 }), line)
        .map(([level, content]): RichTextNode => ({ type: 'heading', attrs: { level }, content })),
    },
    { weight: 1, arbitrary: fc.constant<RichTextNode>({ type: 'horizontalRule' }) },
    {
      weight: 1,
      arbitrary: fc.tuple(text, fc.constantFrom(null, 'sql')).map(
        ([value, language]): RichTextNode => ({
          type: 'codeBlock',
          attrs: { language },
          content: [words(`${value}\n\`\`\`\n${value}`)],
        }),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.array(fc.array(line, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 }).map(
        (rows): RichTextNode => ({
          type: 'table',
          content: rows.map((cells, at) => ({
            type: 'tableRow',
            content: cells.map(content => ({
              type: at === 0 ? 'tableHeader' : 'tableCell',
              attrs: { colspan: 1, rowspan: 1, colwidth: null },
              // Code with a backslash before a bar is the one thing that no cell can hold.
              content: [
                paragraph(
                  ...content.filter(
                    node => !node.marks?.some(mark => mark.type === 'code') || !node.text?.includes('\\'),
                  ),
                ),
              ],
            })),
          })),
        }),
      ),
    },
    { weight: 2, arbitrary: tie('list') },
    {
      weight: 1,
      arbitrary: fc
        .array(tie('block'), { minLength: 1, maxLength: 3 })
        .map((content): RichTextNode => ({ type: 'blockquote', content })),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.oneof(paragraphs, tie('list')), { minLength: 1, maxLength: 3 })
        .map(content => ({ type: 'aside', content: content.filter(node => node.type !== 'taskList') }))
        .map((node): RichTextNode => (node.content.length > 0 ? node : { ...node, content: [paragraph(words('a'))] })),
    },
  ) as fc.Arbitrary<RichTextNode>,
  inner: fc.oneof(paragraphs, tie('list'), tie('block')) as fc.Arbitrary<RichTextNode>,
  list: fc
    .tuple(
      fc.constantFrom('bulletList', 'orderedList', 'taskList'),
      fc.array(fc.tuple(paragraphs, fc.array(tie('inner'), { maxLength: 1 }), fc.boolean()), {
        minLength: 1,
        maxLength: 3,
      }),
      fc.integer({ min: 0, max: 120 }),
    )
    .map(
      ([type, items, start]): RichTextNode => ({
        type,
        ...(type === 'orderedList' ? { attrs: { start, type: null } } : {}),
        content: items.map(
          ([first, rest, checked]): RichTextNode => ({
            type: type === 'taskList' ? 'taskItem' : 'listItem',
            ...(type === 'taskList' ? { attrs: { checked } } : {}),
            content: [first, ...(rest as RichTextNode[])],
          }),
        ),
      }),
    ) as fc.Arbitrary<RichTextNode>,
}))

/** What Markdown can hold of a document: marks end before white space at their edges, runs of the same marks are one. */
const holdable = (node: RichTextNode): RichTextNode =>
  documentLike(node) ? { ...node, content: merged((node.content ?? []).map(holdable)) } : node

const documentLike = (node: RichTextNode) => node.content !== undefined

const order = ['link', 'bold', 'italic', 'strike', 'code']
const merged = (nodes: RichTextNode[]): RichTextNode[] => {
  const runs: RichTextNode[] = []
  for (const node of nodes) {
    const before = runs.at(-1)
    if (before?.type === 'text' && node.type === 'text' && JSON.stringify(before.marks) === JSON.stringify(node.marks))
      runs[runs.length - 1] = { ...before, text: `${before.text}${node.text}` }
    else runs.push(node)
  }
  return runs
}

/** The characters of a line with their marks, those of white space without: what must come back whatever is done with edges. */
const letters = (node: RichTextNode): unknown =>
  node.content?.some(child => child.type === 'text' || ['citation', 'mention', 'crossReference'].includes(child.type))
    ? {
        ...node,
        content: node.content.flatMap((child): unknown[] => {
          const marks = (child.marks ?? [])
            .map(({ type }) => type)
            .toSorted((one, two) => order.indexOf(one) - order.indexOf(two))
          if (child.type !== 'text') return [[child.type, child.attrs, marks]]
          return [...(child.text ?? '')].map(letter => (/\s/.test(letter) ? [letter] : [letter, marks]))
        }),
      }
    : { ...node, ...(node.content ? { content: node.content.map(letters) } : {}) }

describe('there and back', () => {
  test('what Markdown can hold comes back word for word, mark for mark', () => {
    fc.assert(
      fc.property(fc.array(block as fc.Arbitrary<RichTextNode>, { minLength: 1, maxLength: 4 }), content => {
        const document = doc(...content)
        expect(letters(there(document))).toEqual(letters(holdable(document)))
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    )
  })

  test('and what has come back once stays as it is', () => {
    fc.assert(
      fc.property(fc.array(block as fc.Arbitrary<RichTextNode>, { minLength: 1, maxLength: 4 }), content => {
        const once = there(doc(...content))
        expect(there(once)).toEqual(once)
      }),
      { numRuns: 100 },
    )
  })
})

describe('Markdown of others', () => {
  test('any text at all is read without failing', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(unit, fc.constantFrom('\n', '\n\n', '    ', '[^1]', '[^1]: ', '| - |', '<b>', '![x](y)', '[!NOTE]')),
          { maxLength: 40 },
        ),
        units => {
          expect(documentOf(parse(units.join(''))).type).toBe('doc')
        },
      ),
    )
  })

  test.each([
    ['[a](javascript:alert(1))', [words('a')]],
    ['[a](file:///etc/passwd)', [words('a')]],
    ['![picture](https://example.org/x.png)', [words('picture')]],
    ['a<br>b', [words('a'), { type: 'hardBreak' }, words('b')]],
    ['one\ntwo', [words('one two')]],
    [
      '[a][b]\n\n[b]: https://example.org',
      [{ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href: 'https://example.org' } }] }],
    ],
  ])('%s', (markdown, content) => {
    const [first] = documentOf(parse(markdown)).content ?? []
    expect(first).toEqual({ type: 'paragraph', content })
  })

  test('what runs and what styles is left out, words between tags stay', () => {
    expect(documentOf(parse('<script>alert(1)</script>\n\n<div>Kept</div>'))).toEqual(doc(paragraph(words('Kept'))))
  })

  test('a footnote that is no citation of ours is an aside with the sign that the text shows', () => {
    expect(documentOf(parse('Words.[^a]\n\n[^a]: More *of it*.'))).toEqual(
      doc(paragraph(words('Words.[a]')), {
        type: 'aside',
        content: [paragraph(words('[a] More '), words('of it', 'italic'), words('.'))],
      }),
    )
  })
})
