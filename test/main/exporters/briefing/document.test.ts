import fc from 'fast-check'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { briefingHtml } from '../../../../main/exporters/briefing/document.ts'
import { briefingMessages } from '../../../../shared/messages/briefing.ts'
import type { CaseDocument } from '../../../../shared/model/case-document.ts'
import { caseBuilder } from '../../../support/case-document.ts'
import { blockWith, day, judgementWith } from '../../../support/records.ts'
import { richCase } from '../../../support/rich-case.ts'
import { attributeOf, hasClass, parsed, textOf } from '../support.ts'

const engine = { chromium: 156 }
const rich = richCase()
const document = rich.checked()
const made = briefingHtml(document, rich.briefing.id, { fonts: [], engine })
const elements = parsed(made.html)
const body = elements.find(({ tagName }) => tagName === 'body')
const words = body ? textOf(body).replace(/\s+/g, ' ') : ''
const section = (title: string) => {
  const found = elements.find(
    ({ tagName, childNodes }) =>
      tagName === 'section' && childNodes.some(child => child.nodeName === 'h2' && textOf(child) === title),
  )
  return found ? textOf(found).replace(/\s+/g, ' ') : ''
}

describe('a briefing as a document', () => {
  test('the same case gives the same bytes, whatever order its records came in', () => {
    const again = briefingHtml(richCase().checked(), rich.briefing.id, { fonts: [], engine }).html
    expect(again === made.html).toBe(true)
    const shuffled: CaseDocument = {
      ...document,
      sources: document.sources.toReversed(),
      terms: document.terms.toReversed(),
      risks: document.risks.toReversed(),
    }
    expect(briefingHtml(shuffled, rich.briefing.id, { fonts: [], engine }).html === made.html).toBe(true)
  })

  test('nothing runs, nothing is fetched, no style attribute', () => {
    expect(
      elements.filter(({ tagName }) => ['script', 'link', 'iframe', 'img', 'object', 'form'].includes(tagName)),
    ).toEqual([])
    const attributes = elements.flatMap(({ attrs }) => attrs.map(({ name }) => name))
    expect(attributes.filter(name => name === 'style' || name === 'src' || name.startsWith('on'))).toEqual([])
    expect(elements.filter(({ tagName }) => tagName === 'style')).toHaveLength(1)
  })

  test('every id stands once and every link within the document leads somewhere', () => {
    const ids = elements.flatMap(element => attributeOf(element, 'id') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const targets = elements.flatMap(element => attributeOf(element, 'href') ?? []).filter(href => href.startsWith('#'))
    expect(targets.length).toBeGreaterThan(200)
    expect(targets.filter(target => !ids.includes(target.slice(1)))).toEqual([])
  })

  test('every citation leads to its endnote, and the endnote back to every citation', () => {
    const links = elements.filter(({ tagName }) => tagName === 'a')
    const cited = links.filter(link => attributeOf(link, 'id')?.startsWith('cite-'))
    expect(cited.length).toBeGreaterThan(80)
    for (const link of cited) {
      const [, number, site] = /^cite-(\d+)-(\d+)$/.exec(attributeOf(link, 'id') ?? '') ?? []
      expect(attributeOf(link, 'href')).toBe(`#note-${number}`)
      expect(textOf(link)).toBe(number)
      expect(links.some(back => attributeOf(back, 'href') === `#cite-${number}-${site}`)).toBe(true)
    }
  })

  test('headings are listed with the page the first print found', () => {
    const pages = Object.fromEntries(made.headings.map(({ anchor }, index) => [anchor, 100 + index]))
    const second = parsed(briefingHtml(document, rich.briefing.id, { fonts: [], engine, pages }).html)
    expect(second.filter(hasClass('contents-page')).map(textOf)).toEqual(
      made.headings.map((_, index) => String(100 + index)),
    )
    expect(second.filter(hasClass('contents-title')).map(textOf)).toEqual(made.headings.map(({ title }) => title))
  })

  test('a case without the briefing is a mistake of the caller', () => {
    expect(() => briefingHtml({ ...document, briefings: [] }, rich.briefing.id, { fonts: [], engine })).toThrow(
      'no briefing',
    )
  })
})

describe('what it says', () => {
  test('the cover: marking with its meaning, title, author, audience, date, cut-off, case', () => {
    const cover = elements.find(hasClass('cover'))
    const text = cover ? textOf(cover) : ''
    for (const part of [
      'TLP:AMBER',
      'The Kerma transit accord after signature',
      'M. Okafor',
      'Minister for Waterways',
      '2 Jun 2025',
      '1 Jun 2025',
      'Kerma transit accord',
      'need-to-know',
    ])
      expect(text).toContain(part)
    const dated = briefingHtml(document, rich.briefing.id, { fonts: [], engine, date: day('2026-01-31') })
    expect(dated.html).toContain('31 Jan 2026')
  })

  test('every judgement, numbered and cited; one without a passage says so', () => {
    const block = rich.briefing.blocks.find(({ kind }) => kind === 'key judgements')
    if (block?.kind !== 'key judgements') throw new Error('no judgements')
    for (const { text } of block.judgements) expect(words).toContain(text)
    const items = elements.filter(hasClass('judgements')).flatMap(list => list.childNodes)
    expect(items).toHaveLength(block.judgements.length)
    const unsupported = items.filter(item => textOf(item).includes('No passage of any source is cited'))
    expect(unsupported).toHaveLength(1)
  })

  test('a likelihood word and a confidence level never share a sentence (ICD 203)', () => {
    const bands = document.criteria.likelihoods.map(({ word }) => word)
    const sentences = elements.filter(hasClass('grounds')).flatMap(line => textOf(line).split(/(?<=\.)\s+/))
    expect(sentences.some(sentence => bands.some(word => sentence.includes(word)))).toBe(true)
    for (const sentence of sentences)
      expect(/confidence/i.test(sentence) && bands.some(word => sentence.includes(word)), sentence).toBe(false)
  })

  test('the matrix tells silence from what was not read, counts origins, and badges its conflicts', () => {
    const tables = elements.filter(hasClass('matrix'))
    expect(tables).toHaveLength(1)
    const text = tables.map(textOf).join(' ')
    expect(text).toContain('silent')
    expect(text).toContain('not read')
    expect(text).toContain('!1')
    expect(text).toContain('=3')
    expect(text).toContain('(unsupported)')
    for (const { ref, name } of document.terms) expect(text).toContain(`${ref} ${name}`)
  })

  test('conflicts: every claim side by side with its words, how it was decided and why; changes apart', () => {
    const text = section('Conflicts between sources')
    expect(text).toContain('The sources are in conflict on 4 points: 2 open, 2 resolved, 0 dismissed.')
    expect(text.match(/Not yet resolved\./g)).toHaveLength(2)
    expect(text).toContain('Resolved: both right on different bases. The statement announced principles')
    expect(text).toContain('It bears on R-02 Boarding of vessels resumes; R-01 Ratification fails in Aldova.')
    for (const conflict of document.conflicts)
      for (const id of conflict.claims) {
        const claim = document.claims.find(each => each.id === id)
        const quote = document.excerpts.find(each => each.id === claim?.evidence[0]?.excerpt)
        expect(text).toContain(`“${quote?.exact}”`)
      }
    expect(text).toContain('Changes over time')
  })

  test('the register names every risk with its story, scores, response and indicators', () => {
    const text = section('Risk register')
    for (const { ref, title, consequence } of document.risks) {
      expect(text).toContain(`${ref} ${title}`)
      expect(text).toContain(consequence)
    }
    expect(text.match(/No passage and no claim stands behind this risk/g)).toHaveLength(1)
    expect(text).toContain('Ask both registries for the annex as it was initialled.')
  })

  test('the gaps: unanswered, single-origin, unread', () => {
    const text = section('Gaps in what is known')
    expect(text).toContain('No source answers one term: T-16.')
    expect(text).toMatch(/pairs of term and source have not been read/)
  })

  test('sources: grade with its words and reason, lineage, an ambiguous date with both readings, the summary from the data', () => {
    const text = section('Sources')
    expect(text).toContain('B, usually reliable. A paper of record')
    expect(text).toContain('Relays Statement read out at the customs house, 11 March 2025.')
    expect(text).toContain('“05.04.2025” (5 Apr 2025 / 4 May 2025)')
    expect(text).toContain('This briefing draws on 5 sources: 3 news articles, one analysis and one official document.')
    expect(text).toContain('Author not stated')
  })

  test('every passage that is cited stands whole in the annex, in its paragraph', () => {
    const text = section('Evidence annex')
    const cited = elements.filter(element => attributeOf(element, 'id')?.startsWith('evidence-'))
    expect(cited.length).toBeGreaterThan(35)
    for (const mark of elements.filter(({ tagName }) => tagName === 'mark'))
      expect(document.excerpts.some(({ exact }) => exact.includes(textOf(mark)) || textOf(mark).includes(exact))).toBe(
        true,
      )
    expect(text).toContain('Officials in both capitals spoke of a text that was ready but for a few lines.')
  })

  test('what an old engine leaves out is said; there the matrix is upright, in parts that hold every source once', () => {
    expect(made.degraded).toEqual([])
    const old = briefingHtml(document, rich.briefing.id, { fonts: [], engine: { chromium: 114 } })
    expect(old.degraded).toEqual([
      expect.stringContaining('no tagged PDF'),
      expect.stringContaining('does not name the section'),
      expect.stringContaining('upright pages'),
    ])
    const all = parsed(old.html)
    expect(all.filter(hasClass('wide'))).toEqual([])
    const tables = all.filter(hasClass('matrix')).map(textOf)
    expect(tables).toHaveLength(2)
    expect(tables.map(text => text.match(/S\d · [A-F]/g))).toEqual([
      ['S1 · B', 'S2 · C', 'S3 · C'],
      ['S4 · B', 'S5 · D'],
    ])
    expect(tables.map(text => text.includes('Our position'))).toEqual([false, true])
  })
})

test('citations lead to endnotes even where the author left that block out', () => {
  const build = caseBuilder()
  const source = build.source('One sentence that is cited.')
  const excerpt = build.excerpt(source, 'One sentence')
  const briefing = build.briefing([
    blockWith('key judgements', { judgements: [judgementWith({ text: 'So it is.', excerpts: [excerpt.id] })] }),
  ])
  const all = parsed(briefingHtml(build.checked(), briefing.id, { fonts: [], engine }).html)
  expect(all.some(element => attributeOf(element, 'id') === 'note-1')).toBe(true)
})

test('an empty case makes a briefing of every block without a word that is not ours', () => {
  const build = caseBuilder()
  const briefing = build.briefing(
    rich.briefing.blocks.map(block => (block.kind === 'key judgements' ? { ...block, judgements: [] } : block)),
  )
  const { html } = briefingHtml(build.checked(), briefing.id, { fonts: [], engine })
  expect(html).not.toMatch(/NaN|undefined|null|Infinity/)
  expect(parsed(html).filter(hasClass('missing')).length).toBeGreaterThan(0)
})

test('no text of a case makes an element, wherever it stands', () => {
  const plain = parsed(made.html).map(({ tagName }) => tagName)
  const kinds = new Set(plain)
  fc.assert(
    fc.property(
      fc.constantFrom(
        '<img src=x onerror=alert(1)>',
        '"><svg onload=x>',
        "'</td></table><b>",
        '&lt;i&gt;',
        '</style><script>',
      ),
      poison => {
        const { html } = briefingHtml(poisoned(document, poison), rich.briefing.id, { fonts: [], engine })
        const found = parsed(html)
        expect(new Set(found.map(({ tagName }) => tagName))).toEqual(kinds)
        expect(
          found
            .flatMap(({ attrs }) => attrs.map(({ name }) => name))
            .filter(name => name.startsWith('on') || name === 'src'),
        ).toEqual([])
        expect(html).not.toContain(poison)
      },
    ),
    { numRuns: 5 },
  )
})

/** The case with the poison in every free text that it holds; names of scales and fixed words stay. */
function poisoned(clean: CaseDocument, poison: string): CaseDocument {
  const free = [
    'name',
    'title',
    'subtitle',
    'author',
    'audience',
    'analyst',
    'publisher',
    'publishedStated',
    'reliabilityReason',
    'cause',
    'event',
    'consequence',
    'owner',
    'rationale',
    'reason',
    'raw',
    'confidenceBasis',
    'assertedBy',
    'category',
    'statement',
    'threshold',
    'heading',
    'question',
    'proximity',
    'size',
    'decidedBy',
    'effect',
    'label',
    'shortName',
    'description',
    'basis',
  ]
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return key === 'authors' ? [poison, poison] : value.map(item => walk(item, ''))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, walk(inside, name)]))
    const isProse = key === 'text' && typeof value === 'string' && value.length < 2_000 && !value.includes('\n')
    return typeof value === 'string' && (free.includes(key) || isProse) && !['fact', 'position'].includes(value)
      ? `${value.slice(0, 3)}${poison}`
      : value
  }
  return walk(clean, '') as CaseDocument
}

test('every message of the catalogue is a pattern that parses', () => {
  for (const [key, pattern] of Object.entries(briefingMessages))
    expect(() => new IntlMessageFormat(pattern, 'en', undefined, { ignoreTag: true }), key).not.toThrow()
})
