import { describe, expect, test } from 'vitest'
import { cells, draftFrom, faults, outline } from '../imports.ts'

const filler = 'The ministers said on Tuesday that the fund would hold half of the future revenue of the state.'

describe('a Markdown file', () => {
  test('is read as the words it shows, in their order', async () => {
    const draft = await draftFrom(
      'a.md',
      `# The *Fund* Is Made

By Jane Roe

${filler} See [the text](https://a.example "t") and \`code\`[^1].

![A map of the fields](map.png)

## Terms

1. One
   - inner **bold**
2. Two\\
   lines

> Quoted.

\`\`\`js
let x
\`\`\`

| Term | Share |
|------|------:|
| Oil  | 50%   |

- [x] done

[^1]: A note.
`,
    )
    expect(faults(draft)).toEqual([])
    expect(outline(draft)).toEqual([
      'title: The Fund Is Made',
      'byline: By Jane Roe',
      `paragraph: ${filler} See the text and code[1].`,
      'caption: A map of the fields',
      'heading 2: Terms',
      'list item 1: 1. One',
      'list item 2: inner bold',
      'list item 1: 2. Two\nlines',
      'quotation: Quoted.',
      'code: let x',
      'table: Term\tShare\nOil\t50%',
      'list item 1: done',
      'footnote: A note.',
    ])
    expect(
      cells(
        draft,
        draft.blocks.find(({ kind }) => kind === 'table'),
      ),
    ).toEqual([
      ['Term', 'Share'],
      ['Oil', '50%'],
    ])
    expect(draft.bibliography).toMatchObject({ title: 'The Fund Is Made', authors: ['Jane Roe'], language: 'en' })
  })

  test('ordered lists show their numbers, by which they are cited', async () => {
    const draft = await draftFrom(
      'a.md',
      `# The Fund

${filler}

3) Payments

   of the state
3) 1. inner

          let x
   2. [the second](https://a.example)
- 7. in a bullet

> 1. > quoted
> 2. # Heading

1. \`\`\`
   let y
   \`\`\`
2.
`,
    )
    expect(faults(draft)).toEqual([])
    expect(outline(draft).slice(2)).toEqual([
      'list item 1: 3) Payments',
      'list item 1: of the state',
      'list item 2: 4) 1. inner',
      'code: let x',
      'list item 2: 2. the second',
      'list item 2: 7. in a bullet',
      'quotation: 1. quoted',
      'heading 1: 2. Heading',
      'list item 1: 1.',
      'code: let y',
    ])
  })

  test('states its metadata in front matter, which is no text of its own', async () => {
    const draft = await draftFrom(
      'a.md',
      `---\ntitle: "The Fund"\nauthors:\n  - Jane Roe\n  - John Doe\ndate: 05.01.2025\npublisher: The Daily\nurl: https://a.example/\nlang: en\n---\n${filler}\n`,
    )
    expect(draft.text).toBe(filler)
    expect(draft.bibliography).toMatchObject({
      title: 'The Fund',
      authors: ['Jane Roe', 'John Doe'],
      published: null,
      publishedStated: '05.01.2025',
      publishedReadings: ['2025-01-05', '2025-05-01'],
      publisher: 'The Daily',
      url: 'https://a.example/',
      language: 'en',
    })
  })

  test('a rule at the top is not front matter', async () => {
    expect((await draftFrom('a.md', `---\n\n${filler}\n`)).text).toBe(filler)
  })

  test('HTML within it is read as words, scripts and styles are not', async () => {
    const draft = await draftFrom(
      'a.md',
      `${filler} <script>steal()</script>one<br>two\n\n<div>Block <b>words</b><style>x{}</style></div>\n\n<script>steal()</script>\n`,
    )
    expect(draft.text).toBe(`${filler} one\ntwo\n\nBlock words`)
  })
})
