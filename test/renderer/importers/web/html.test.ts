import { describe, expect, test } from 'vitest'
import { cells, draftFrom, faults, outline } from '../imports.ts'

const first = 'The ministers said on Tuesday that the fund would hold half of the future revenue of the state.'
const second = 'Two people at the table, who asked not to be named, described the same clause in other words.'

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`
const linesOf = async (body: string, head = '') => outline(await draftFrom('page.html', page(body, head)))

/** A page as news sites build them. */
const newsPage = page(
  `<header class="site-header"><a href="/">The Daily</a><nav><ul><li>World</li><li>Business</li></ul></nav></header>
   <main><article>
     <h1>Ministers Agree on a Fund</h1>
     <p class="byline">By Jane Roe and John Doe</p><time datetime="2025-03-11T08:00:00Z">11 March 2025</time>
     <div class="share-buttons"><a>Facebook</a> <a>Email</a></div>
     <p>${first}</p>
     <figure><img src="a.jpg" alt="unseen"><figcaption>The table in the hall. Photo: Roe</figcaption></figure>
     <h2>What was said</h2>
     <blockquote><p>We have a text.</p><footer>The minister</footer></blockquote>
     <ul><li>One<ul><li>Inner</li></ul></li><li>Two</li></ul>
     <p>${second}</p>
     <aside>Read our guide to funds</aside>
   </article>
   <section id="comments"><h3>2 Comments</h3><p>A reader wrote something long and angry about all of this.</p></section></main>
   <footer><p>© 2025 The Daily</p></footer>`,
  `<title>Ministers Agree on a Fund | The Daily</title>
   <meta property="og:site_name" content="The Daily"><link rel="canonical" href="https://daily.example/fund">
   <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Ministers Agree on a Fund","author":[{"@type":"Person","name":"Jane Roe"},{"name":"John Doe"}],"datePublished":"2025-03-11T08:00:00+00:00","publisher":{"name":"The Daily"}}]}</script>`,
)

describe('a web page', () => {
  test('its document is told from its apparatus, and both are kept', async () => {
    const draft = await draftFrom('page.html', newsPage)
    expect(faults(draft)).toEqual([])
    expect(outline(draft)).toEqual([
      '*paragraph: The Daily',
      '*list item 1: World',
      '*list item 1: Business',
      'title: Ministers Agree on a Fund',
      'byline: By Jane Roe and John Doe',
      'byline: 11 March 2025',
      '*paragraph: Facebook Email',
      `paragraph: ${first}`,
      'caption: The table in the hall. Photo: Roe',
      'heading 2: What was said',
      'quotation: We have a text.',
      'quotation: The minister',
      'list item 1: One',
      'list item 2: Inner',
      'list item 1: Two',
      `paragraph: ${second}`,
      '*paragraph: Read our guide to funds',
      '*heading 3: 2 Comments',
      '*paragraph: A reader wrote something long and angry about all of this.',
      '*paragraph: © 2025 The Daily',
    ])
  })

  test('its metadata is what it states', async () => {
    expect((await draftFrom('page.html', newsPage)).bibliography).toEqual({
      title: 'Ministers Agree on a Fund',
      authors: ['Jane Roe', 'John Doe'],
      publisher: 'The Daily',
      published: '2025-03-11',
      publishedStated: '2025-03-11T08:00:00+00:00',
      publishedReadings: [],
      accessed: null,
      url: 'https://daily.example/fund',
      language: 'en-GB',
      kind: 'news article',
    })
  })

  test('a bare page states nothing', async () => {
    expect((await draftFrom('page.html', `<p>${first}<p>${second}`)).bibliography).toMatchObject({
      title: '',
      authors: [],
      publisher: '',
      published: null,
      publishedStated: '',
      url: '',
      language: 'en',
    })
  })

  test('an ambiguous date on the page is offered in both readings', async () => {
    const { bibliography, warnings } = await draftFrom(
      'page.html',
      page(`<h1>The Fund Is Made</h1><p>05/01/2025</p><p>${first}</p>`),
    )
    expect(bibliography).toMatchObject({ published: null, publishedReadings: ['2025-01-05', '2025-05-01'] })
    expect(warnings).toHaveLength(1)
  })

  test('a table of data keeps its cells, a table of layout is read as blocks', async () => {
    const table =
      '<table><caption>Shares</caption><thead><tr><th>Term</th><th>Share</th></tr></thead><tbody><tr><td><p>Oil</p><p>and gas</p></td><td>50%</td></tr><tr><td></td><td>0%</td></tr></tbody></table>'
    const draft = await draftFrom('page.html', page(`<p>${first}</p>${table}`))
    const block = draft.blocks.find(({ kind }) => kind === 'table')
    expect(block?.head).toBe(true)
    expect(cells(draft, block)).toEqual([
      ['Term', 'Share'],
      ['Oil and gas', '50%'],
      ['', '0%'],
    ])
    expect(faults(draft)).toEqual([])
    expect(outline(draft)).toContain('caption: Shares')
    expect(await linesOf(`<table role="presentation"><tr><td><p>${first}</p></td><td>aside</td></tr></table>`)).toEqual(
      [`paragraph: ${first}`, 'paragraph: aside'],
    )
  })

  test('white space is as a browser shows it: breaks, preformatted text, no-break spaces', async () => {
    expect(await linesOf('<p> a\n\t b<br> c&nbsp;d <b>e</b>f</p><pre>\n  x\n   y</pre>')).toEqual([
      'paragraph: a b\nc\u00a0d ef',
      'code: x\n   y',
    ])
  })

  test('a whole page within a form, or with a telling class on its body, is still the document', async () => {
    expect(await linesOf(`<form class="newsletter"><h1>The Fund Is Made</h1><p>${first}</p></form>`)).toEqual([
      'title: The Fund Is Made',
      `paragraph: ${first}`,
    ])
    expect(await linesOf(`<div class="no-sidebar"><p>${first}</p><p>${second}</p></div>`)).toEqual([
      `paragraph: ${first}`,
      `paragraph: ${second}`,
    ])
  })

  test('a heading outside the article belongs to it', async () => {
    const body = `<div id="page"><h1>The Fund Is Made</h1><p>By Jane Roe</p><article><p>${first}</p><p>${second}</p></article></div><div>Elsewhere</div>`
    expect(await linesOf(body)).toEqual([
      'title: The Fund Is Made',
      'byline: By Jane Roe',
      `paragraph: ${first}`,
      `paragraph: ${second}`,
      '*paragraph: Elsewhere',
    ])
  })

  test('the encoding that a page names is used', async () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('<meta charset="windows-1251"><p>'),
      0xca,
      0xe8,
      0xbf,
      0xe2,
    ])
    const draft = await draftFrom('page.html', bytes)
    expect(draft.text).toBe('Київ')
    expect(draft.warnings).toEqual([])
  })
})
