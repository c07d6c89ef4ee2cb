import { describe, expect, test } from 'vitest'
import type { BibliographicField } from '../../../../shared/model/source.ts'
import { draftFrom } from '../imports.ts'

const first = 'The ministers said on Tuesday that the fund would hold half of the future revenue of the state.'
const body = `<h1>Ministers Agree on a Fund</h1><p>${first}</p>`

/** The statements of a field as `value < origin: mark`, in their order. */
const statedOf = async (field: BibliographicField, head: string, within = body, lang = '') => {
  const draft = await draftFrom(
    'page.html',
    `<!doctype html><html${lang}><head>${head}</head><body>${within}</body></html>`,
  )
  return draft.statements
    .filter(one => one.field === field)
    .map(({ value, readings, origin, mark }) => `${value || readings.join(' or ')} < ${origin}: ${mark}`)
}
const linked = (record: unknown) => `<script type="application/ld+json">${JSON.stringify(record)}</script>`

describe('what a page states of itself', () => {
  test('every mark of a date is a statement of its own, the most trusted first, and the first is proposed', async () => {
    const head = `<meta name="dc.date" content="2025-03-13"><meta name="pubdate" content="20250312">
      <meta property="article:published_time" content="2025-03-11T08:00:00Z">${linked({ '@type': 'NewsArticle', datePublished: '2025-03-10' })}`
    const within = `<h1>Ministers Agree on a Fund</h1><p class="meta"><time datetime="2025-03-14">Friday</time></p><p>15 March 2025</p><p>KYIV, March 16, 2025 (Agency) — ${first}</p>`
    expect(await statedOf('published', head, within)).toEqual([
      '2025-03-10 < json-ld: datePublished',
      '2025-03-11 < open graph: article:published_time',
      '2025-03-12 < meta element: pubdate',
      '2025-03-13 < dublin core: dc.date',
      '2025-03-14 < text: time',
      '2025-03-15 < text: byline',
      '2025-03-16 < text: dateline',
    ])
    const draft = await draftFrom('page.html', `<head>${head}</head>${within}`)
    expect(draft.bibliography).toMatchObject({ published: '2025-03-10', publishedStated: '2025-03-10' })
  })

  test('an ambiguous date keeps both readings, wherever it stands, and is not decided', async () => {
    expect(await statedOf('published', '<meta name="date" content="05/01/2025">')).toEqual([
      '2025-01-05 or 2025-05-01 < meta element: date',
    ])
    const draft = await draftFrom('page.html', `<meta name="date" content="05/01/2025">${body}`)
    expect(draft.bibliography).toMatchObject({ published: null, publishedReadings: ['2025-01-05', '2025-05-01'] })
    expect(draft.warnings).toHaveLength(1)
  })

  test('the day of a change is shown and never proposed as the day of publication', async () => {
    const head = `<meta property="article:modified_time" content="2025-03-15">${linked({ '@type': 'Article', dateModified: '2025-03-16' })}`
    expect(await statedOf('published', head)).toEqual([
      '2025-03-16 < json-ld: dateModified',
      '2025-03-15 < open graph: article:modified_time',
    ])
    const draft = await draftFrom('page.html', `${head}${body}`)
    expect(draft.bibliography).toMatchObject({ published: null, publishedStated: '' })
  })

  test('words that are no date are kept as they stand', async () => {
    const draft = await draftFrom('page.html', `<meta name="date" content="last Tuesday">${body}`)
    expect(draft.statements.find(({ field }) => field === 'published')).toMatchObject({
      value: '',
      words: 'last Tuesday',
    })
    expect(draft.bibliography).toMatchObject({ published: null, publishedStated: 'last Tuesday' })
  })

  test('authors: of JSON-LD, of several meta elements, of elements that name them; addresses and sites are none', async () => {
    const head = `${linked({ '@type': 'NewsArticle', author: [{ name: 'Jane Roe' }, { name: 'John Doe' }] })}
      <meta name="citation_author" content="Jane Roe"><meta name="citation_author" content="Max Poe">
      <meta property="article:author" content="https://social.example/jane"><meta name="author" content="daily.example">`
    const within = `<h1>Ministers Agree on a Fund</h1><div class="byline">By <a rel="author" href="/jane">Jane Roe</a></div><p>${first}</p>`
    expect(await statedOf('authors', head, within)).toEqual([
      'Jane Roe; John Doe < json-ld: author',
      'Jane Roe; Max Poe < meta element: citation_author',
      'Jane Roe < text: class byline',
      'Jane Roe < text: rel author',
      'Jane Roe < text: byline',
    ])
  })

  test('the titles: the one in the text, then those of the marks; a site name behind one does not hide it', async () => {
    const head =
      '<title>Ministers Agree on a Fund | The Daily</title><meta property="og:title" content="A fund is agreed">'
    expect(await statedOf('title', head)).toEqual([
      'Ministers Agree on a Fund < text: heading',
      'A fund is agreed < open graph: og:title',
      'Ministers Agree on a Fund | The Daily < meta element: title',
    ])
    const unmarked = `<p>Ministers Agree on a Fund</p><p>${first}</p>`
    expect((await statedOf('title', head, unmarked))[0]).toBe('Ministers Agree on a Fund < text: heading')
    expect(await statedOf('title', '<meta property="og:title" content="A fund is agreed">', unmarked)).toEqual([
      'A fund is agreed < open graph: og:title',
      'Ministers Agree on a Fund < text: first line',
    ])
  })

  test('addresses: only of the web, the canonical one among them', async () => {
    const head = `<link rel="canonical" href="https://daily.example/fund"><meta property="og:url" content="javascript:alert(1)">
      <meta name="twitter:url" content="https://daily.example/fund?share=1">${linked({ '@type': 'Article', mainEntityOfPage: { '@id': 'data:text/html,x' } })}`
    expect(await statedOf('url', head)).toEqual([
      'https://daily.example/fund < meta element: canonical',
      'https://daily.example/fund?share=1 < meta element: twitter:url',
    ])
  })

  test('a language that the script of the text speaks against comes after the guess', async () => {
    const ukrainian = `<p>Міністри у вівторок заявили, що фонд матиме половину майбутніх доходів держави, але не сказали, як і коли це буде, і хто його очолить.</p>`
    expect(await statedOf('language', '', ukrainian, ' lang="en"')).toEqual(['uk < guess: ', 'en < meta element: lang'])
    expect(await statedOf('language', '<meta property="og:locale" content="en_GB">', body, ' lang="en"')).toEqual([
      'en-GB < open graph: og:locale',
      'en < meta element: lang',
      'en < guess: ',
    ])
  })

  test('JSON-LD as sites write it: in a graph, with entities, with line ends in strings, within a comment', async () => {
    const graph = linked({
      '@graph': [
        { '@type': 'WebSite', name: 'X' },
        { '@type': ['NewsArticle'], headline: 'U.S. &amp; Ukraine&#039;s Fund' },
      ],
    })
    expect((await statedOf('title', graph)).at(-1)).toBe("U.S. & Ukraine's Fund < json-ld: headline")
    const broken =
      '<script type="application/ld+json"><!--\n{"@type":"OpinionNewsArticle","headline":"A fund\nfor all"}\n--></script>'
    expect(await statedOf('title', broken)).toContain('A fund for all < json-ld: headline')
    expect(await statedOf('kind', broken)).toEqual(['analysis < json-ld: @type'])
    expect(await statedOf('title', '<script type="application/ld+json">{not json</script>')).toHaveLength(1)
  })

  test('the times of other articles and of events in the text are not dates of this one', async () => {
    const within = `${body}<p>${first} On <time datetime="2024-01-01">New Year</time> it was otherwise, as two people at the table said before they left for the capital again.</p><aside><time datetime="2023-01-01">an older story</time></aside>`
    expect(await statedOf('published', '', within)).toEqual([])
  })

  test('a page with more marks than any has states no more than a person can look through', async () => {
    const metas = Array.from(
      { length: 5_000 },
      (_, index) => `<meta name="date" content="2025-03-${(index % 28) + 1} ${index}">`,
    )
    expect(await statedOf('published', metas.join(''))).toHaveLength(20)
  })
})
