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

  test('a cell over several columns or rows leaves the others it covers empty, so that columns stay columns', async () => {
    const table = `<table><tr><th rowspan=2>Term</th><th colspan=2>Share</th></tr><tr><th>Low</th><th>High</th></tr>
      <tr><td rowspan=0>Oil</td><td>40%</td><td>50%</td></tr><tr><td colspan=9>unknown</td></tr></table>`
    const draft = await draftFrom('page.html', page(`<p>${first}</p>${table}`))
    expect(
      cells(
        draft,
        draft.blocks.find(({ kind }) => kind === 'table'),
      ),
    ).toEqual([
      ['Term', 'Share', ''],
      ['', 'Low', 'High'],
      ['Oil', '40%', '50%'],
      ['', 'unknown', ''],
    ])
    expect(faults(draft)).toEqual([])
  })

  test('a table that claims millions of columns is read as it is', async () => {
    const rows = '<tr><td colspan=1000 rowspan=65534>a</td><td colspan=1000>b</td></tr>'.repeat(300)
    const draft = await draftFrom('page.html', page(`<p>${first}</p><table>${rows}</table>`))
    expect(draft.blocks.find(({ kind }) => kind === 'table')?.rows?.flat().length).toBeLessThanOrEqual(200_000)
    expect(faults(draft)).toEqual([])
  })

  test('rows of a hidden part of a table are hidden', async () => {
    const table = `<table><tr><th>Term</th><th>Share</th></tr><tbody hidden><tr><td>SECRET</td><td>1%</td></tr></tbody><tr><td>Oil</td><td>2%</td></tr></table>`
    expect((await draftFrom('page.html', page(`<p>${first}</p>${table}`))).text).not.toContain('SECRET')
  })

  test('an old page with its article in the cell of a table is read as blocks', async () => {
    const body = `<table><tr><td><a href="/">Home</a><br><a href="/world">World</a></td><td><p>${first}</p><p>${second}</p></td></tr></table>`
    expect((await linesOf(body)).slice(-2)).toEqual([`paragraph: ${first}`, `paragraph: ${second}`])
  })

  test('notes are footnotes, and their calls stay apart from the numbers before them', async () => {
    const body = `<p>It was worth $500<sup><a href="#fn1" id="r1">1</a></sup> or 10<sup>6</sup> at 5 m<sup>2</sup>, <a href="#sdfootnote1sym"><sup>2</sup></a>they said.</p>
      <section role="doc-endnotes"><ol><li id="fn1"><p>In 2024. <a href="#r1">↩</a></p></li></ol></section>
      <div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" href="#a">2</a>By its own words.</p></div>`
    expect(await linesOf(body)).toEqual([
      'paragraph: It was worth $500[1] or 10⁶ at 5 m2, [2]they said.',
      'footnote: 1. In 2024. ↩',
      'footnote: 2 By its own words.',
    ])
  })

  test('the marks that a browser puts around a quotation are there; soft hyphens are not', async () => {
    expect(await linesOf('<p>She said <q>a <q>deal</q></q> and no word<wbr>s of agree\u00adment.</p>')).toEqual([
      'paragraph: She said “a “deal”” and no words of agreement.',
    ])
  })

  test('lists of definitions: what is defined, and below it how', async () => {
    expect(await linesOf('<dl><dt>Fund</dt><dd>Half of it.<dl><dt>Half</dt><dd>50%</dd></dl></dd></dl>')).toEqual([
      'list item 1: Fund',
      'list item 2: Half of it.',
      'list item 2: Half',
      'list item 3: 50%',
    ])
  })

  test('two breaks part paragraphs, one is a line', async () => {
    expect(await linesOf(`<div>${first}<br><br>${second}<br>So they said.</div>`)).toEqual([
      `paragraph: ${first}`,
      `paragraph: ${second}\nSo they said.`,
    ])
  })

  test('a date that touches the name before it does not run into it', async () => {
    expect(
      (
        await linesOf(
          `<h1>The Fund Is Made</h1><div class="byline"><span>Jane Roe</span><time>11 March 2025</time></div><p>${first}</p>`,
        )
      )[1],
    ).toBe('byline: Jane Roe 11 March 2025')
  })

  test('captions by their class as well', async () => {
    const body = `<p>${first}</p><div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">The hall. Photo: Roe</p></div>`
    expect((await linesOf(body))[1]).toBe('caption: The hall. Photo: Roe')
  })

  test('shadow roots that a snapshot declares are read in the place of their hosts, slots filled', async () => {
    const body = `<my-card><template shadowrootmode="open"><style>p{}</style><p>Before</p><slot name="title">Untitled</slot><slot></slot><p>After</p></template>
      <h2 slot="title">The Fund</h2><p>${first}</p><p slot="nowhere">SECRET</p></my-card>`
    expect(await linesOf(body)).toEqual([
      'byline: Before',
      'title: The Fund',
      `paragraph: ${first}`,
      'paragraph: After',
    ])
    expect(
      await linesOf(
        '<x-a><template shadowrootmode="open"><p><slot name="a">No words given</slot></p></template></x-a>',
      ),
    ).toEqual(['title: No words given'])
  })

  test('a frame with a page of its own in it is set apart; a hidden one is not there', async () => {
    const body = `<p>${first}</p><iframe srcdoc="&lt;p&gt;A post.&lt;script&gt;SECRET&lt;/script&gt;&lt;/p&gt;"></iframe><iframe hidden srcdoc="SECRET"></iframe>`
    expect(await linesOf(body)).toEqual([`paragraph: ${first}`, '*paragraph: A post.'])
  })

  test('code and other preformatted text keep their lines', async () => {
    expect(await linesOf('<pre>a\n  <b>b</b>\n\nc</pre><xmp><i>x</i></xmp><listing>y</listing>')).toEqual([
      'code: a\n  b\n\nc',
      'code: <i>x</i>',
      'code: y',
    ])
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
