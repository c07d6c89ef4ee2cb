import { describe, expect, test } from 'vitest'
import { briefingHtml } from '../../../../main/exporters/briefing/document.ts'
import type { Briefing } from '../../../../shared/model/briefing.ts'
import type { BriefingBlock } from '../../../../shared/model/briefing-block.ts'
import type { CaseDocument } from '../../../../shared/model/case-document.ts'
import type { Edition } from '../../../../shared/model/edition.ts'
import type { RichTextNode } from '../../../../shared/model/rich-text.ts'
import { blockWith, day, idOf, judgementWith, stamps } from '../../../support/records.ts'
import { richCase } from '../../../support/rich-case.ts'
import { attributeOf, type Element, hasClass, parsed, textOf } from '../support.ts'

const rich = richCase()
const document = rich.checked()
const engine = { chromium: 156 }

type More = Partial<Briefing> & { editions?: Edition[]; issued?: boolean; case?: Partial<CaseDocument> }

const madeOf = (blocks: BriefingBlock[], { editions = [], issued = false, case: other, ...more }: More = {}) => {
  const briefing = { ...rich.briefing, ...more, blocks }
  return briefingHtml({ ...document, ...other, briefings: [briefing], editions }, briefing.id, {
    fonts: [],
    engine,
    issued,
    date: day('2025-06-02'),
  })
}
const elementsOf = (...given: Parameters<typeof madeOf>): Element[] => parsed(madeOf(...given).html)
const words = (element: Element | undefined): string => (element ? textOf(element).replace(/\s+/g, ' ').trim() : '')
const sections = (elements: Element[]) => elements.filter(({ tagName }) => tagName === 'section')
const rowsOf = (elements: Element[], style: string) =>
  elements
    .filter(hasClass(style))
    .flatMap(table => table.childNodes.filter(({ nodeName }) => nodeName === 'tbody'))
    .flatMap(body => ('childNodes' in body ? body.childNodes : []))
    .map(row => textOf(row).replace(/\s+/g, ' '))
const captions = (elements: Element[]) =>
  elements.filter(({ tagName }) => tagName === 'caption' || tagName === 'figcaption').map(words)

const doc = (...content: RichTextNode[]) => ({ type: 'doc', content })
const text = (said: string): RichTextNode => ({ type: 'text', text: said })
const paragraph = (...content: RichTextNode[]): RichTextNode => ({ type: 'paragraph', content })
const heading = (level: number, said: string): RichTextNode => ({
  type: 'heading',
  attrs: { level },
  content: [text(said)],
})
const reference = (block: string): RichTextNode => ({ type: 'crossReference', attrs: { block } })

const edition: Edition = {
  ...stamps,
  id: idOf(990),
  briefing: rich.briefing.id,
  number: 1,
  by: 'M. Okafor',
  format: 'pdf',
  title: rich.briefing.title,
  marking: rich.briefing.marking,
  cutOff: null,
  blocks: [],
  told: [],
  answers: [],
  positions: [],
}

describe('numbers and references', () => {
  const [matrix, map, register, prose] = [
    blockWith('matrix', { id: idOf(1) }),
    blockWith('heat map', { id: idOf(2) }),
    blockWith('register', { id: idOf(3), form: 'table', most: 3 }),
    blockWith('prose', {
      id: idOf(4),
      document: doc(
        paragraph(text('See '), reference(idOf(1)), text(', '), reference(idOf(2)), text(', '), reference(idOf(3))),
        paragraph(reference(idOf(5)), text(' and '), reference(idOf(77))),
      ),
    }),
  ]
  const conflicts = blockWith('conflicts', { id: idOf(5), heading: 'Where they differ' })

  test('tables and figures count in the order of the document, and a reference before them knows their numbers', () => {
    const elements = elementsOf([prose, matrix, map, register, conflicts], { numbered: true })
    expect(captions(elements)).toEqual([
      'Table 1. Terms by source',
      'Figure 1. Risks by likelihood and impact',
      'Figure 1 in words',
      'Table 2. The 3 most serious risks',
    ])
    const links = elements.filter(hasClass('reference'))
    expect(links.map(words)).toEqual(['Table 1', 'Figure 1', 'Table 2', 'Section 5'])
    const ids = elements.map(element => attributeOf(element, 'id'))
    for (const link of links) expect(ids).toContain(attributeOf(link, 'href')?.slice(1))
    expect(elements.filter(hasClass('missing')).map(words)).toEqual(['[part no longer in this briefing]'])
  })

  test('what shows nothing takes no number: a reference to it names its section', () => {
    const empty = { ...matrix, categories: ['Nowhere'] }
    const elements = elementsOf([prose, empty, map, register, conflicts], { numbered: false })
    expect(captions(elements)).toContain('Table 1. The 3 most serious risks')
    expect(elements.filter(hasClass('reference')).map(words)).toEqual([
      '“Deal terms”',
      'Figure 1',
      'Table 1',
      '“Where they differ”',
    ])
  })

  test('sections carry numbers where the briefing asks for them, as do the headings of their texts; none skips a level', () => {
    const own = blockWith('prose', {
      heading: 'Outlook',
      document: doc(heading(3, 'Deep at once'), heading(1, 'One'), heading(4, 'Below'), heading(2, 'Beside')),
    })
    const made = madeOf([prose, own], { numbered: true })
    const heads = parsed(made.html).filter(({ tagName }) => /^h[2-6]$/.test(tagName))
    expect(heads.map(head => `${head.tagName} ${words(head)}`)).toEqual([
      'h2 Contents',
      'h2 1 Assessment',
      'h2 2 Outlook',
      'h3 2.1 Deep at once',
      'h3 2.2 One',
      'h4 Below',
      'h4 Beside',
      'h2 3 Endnotes',
    ])
    expect(made.headings.map(({ title }) => title)).toEqual([
      '1 Assessment',
      '2 Outlook',
      '2.1 Deep at once',
      '2.2 One',
      '3 Endnotes',
    ])
  })

  test('sources that are not cited, in a list of the cited ones: no link leads to them', () => {
    const elements = elementsOf([
      blockWith('matrix', { id: idOf(1), categories: ['Law'] }),
      blockWith('sources', { id: idOf(2), scope: 'cited' }),
    ])
    const ids = elements.flatMap(element => attributeOf(element, 'id') ?? [])
    const targets = elements.flatMap(element => attributeOf(element, 'href') ?? []).filter(href => href.startsWith('#'))
    expect(targets.filter(target => !ids.includes(target.slice(1)))).toEqual([])
    expect(words(elements.find(hasClass('matrix')))).toContain('S1 · B')
  })

  test('two blocks of one kind: every id stands once, and links lead to the first', () => {
    const made = madeOf([
      matrix,
      { ...matrix, id: idOf(11), axis: 'parties' },
      blockWith('conflicts', { id: idOf(12), states: ['open'] }),
      blockWith('conflicts', { id: idOf(13) }),
      blockWith('register', { id: idOf(14) }),
      register,
      prose,
      ...(['sources', 'endnotes', 'evidence annex'] as const).flatMap((kind, at) => [
        blockWith(kind, { id: idOf(20 + at) }),
        blockWith(kind, { id: idOf(30 + at) }),
      ]),
    ])
    const elements = parsed(made.html)
    const ids = elements.flatMap(element => attributeOf(element, 'id') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const targets = elements.flatMap(element => attributeOf(element, 'href') ?? []).filter(href => href.startsWith('#'))
    expect(targets.filter(target => !ids.includes(target.slice(1)))).toEqual([])
    expect(made.headings.filter(({ anchor }) => !ids.includes(anchor))).toEqual([])
  })
})

describe('portion marks', () => {
  const judgement = (marking: string, id: number) => judgementWith({ id: idOf(id), marking, excerpts: [] })

  test('none where no part has a marking of its own; else every heading, judgement and caption says its own or the whole’s', () => {
    const blocks = (marking: string) => [
      blockWith('key judgements', { id: idOf(1), judgements: [judgement('', 21), judgement(marking, 22)] }),
      blockWith('register', { id: idOf(2), form: 'table', marking }),
    ]
    expect(elementsOf(blocks('')).filter(hasClass('portion'))).toEqual([])
    const elements = elementsOf(blocks('TLP:GREEN'))
    const marks = elements.filter(({ tagName }) => tagName === 'main').flatMap(main => main.childNodes)
    expect(marks.map(part => textOf(part).match(/\(TLP:[A-Z]+\)/g))).toEqual([
      ['(TLP:AMBER)', '(TLP:AMBER)', '(TLP:GREEN)'],
      ['(TLP:GREEN)', '(TLP:GREEN)'],
      ['(TLP:AMBER)'],
    ])
    expect(words(elements.find(hasClass('cover-handling')))).toContain('Parts of it are marked TLP:GREEN')
  })

  test('a judgement of no marking of its own carries that of its block', () => {
    const block = blockWith('key judgements', { marking: 'TLP:RED', judgements: [judgement('', 21)] })
    const [list] = elementsOf([block]).filter(hasClass('judgements'))
    expect(words(list)).toMatch(/^\(TLP:RED\) /)
  })
})

describe('the cover', () => {
  const cover = (more: More) => words(elementsOf([blockWith('matrix')], more).find(hasClass('cover')))

  test('who is given it, a line each; which version it is', () => {
    expect(cover({ distribution: ['Straits desk', 'Legal desk'] })).toContain('DistributionStraits deskLegal desk')
    expect(cover({ distribution: [] })).not.toContain('Distribution')
    expect(cover({})).toContain('Draft of version 1, 2 Jun 2025, not issued')
    expect(cover({ issued: true })).toContain('Version 1, 2 Jun 2025')
    expect(cover({ editions: [edition], issued: true })).toContain(
      'Version 2, 2 Jun 2025; replaces version 1 of 1 May 2025',
    )
    expect(cover({ editions: [edition] })).toContain('not issued; would replace version 1 of 1 May 2025')
    expect(cover({ editions: [{ ...edition, briefing: idOf(3) }], issued: true })).not.toContain('replaces')
  })

  test('without contents it is the head of the first page', () => {
    const elements = elementsOf([blockWith('matrix')], { contents: false })
    expect(elements.filter(hasClass('masthead'))).toHaveLength(1)
    expect(elements.filter(hasClass('contents'))).toEqual([])
  })
})

describe('what the filters of a block ask for', () => {
  const category = document.risks[0]?.category ?? ''
  const ofCategory = document.risks.filter(risk => risk.category === category)

  test('the register: a table of lines or in full, of some categories, the most serious so many', () => {
    const table = elementsOf([blockWith('register', { form: 'table' })])
    expect(rowsOf(table, 'ranked')).toHaveLength(document.risks.length)
    expect(table.filter(hasClass('risk'))).toEqual([])
    const some = elementsOf([blockWith('register', { categories: [category] })])
    expect(rowsOf(some, 'ranked')).toHaveLength(ofCategory.length)
    expect(some.filter(hasClass('risk'))).toHaveLength(ofCategory.length)
    const most = rowsOf(elementsOf([blockWith('register', { form: 'table', most: 2 })]), 'ranked')
    expect(most).toEqual(rowsOf(table, 'ranked').slice(0, 2))
  })

  test('a risk that no block shows is named and not linked', () => {
    const [risk] = document.risks
    const prose = blockWith('prose', {
      id: idOf(8),
      document: doc(paragraph({ type: 'mention', attrs: { record: 'risk', id: risk?.id, label: 'R' } })),
    })
    const tagsOf = (blocks: BriefingBlock[]) =>
      elementsOf(blocks)
        .filter(hasClass('mention'))
        .map(({ tagName }) => tagName)
    expect(tagsOf([prose, blockWith('register')])).toEqual(['a'])
    expect(tagsOf([prose, blockWith('register', { categories: ['Nowhere'] })])).toEqual(['span'])
  })

  test('conflicts by state and category, differences only where asked for; their numbers stay those of the badges', () => {
    const states = (asked: ('open' | 'resolved' | 'dismissed')[], differences = true) => {
      const elements = elementsOf([
        blockWith('conflicts', { id: idOf(1), states: asked, differences }),
        blockWith('matrix', { id: idOf(2) }),
      ])
      return {
        headings: elements.filter(({ tagName, parentNode }) => tagName === 'h3' && parentNode !== null).map(words),
        badges: [
          ...new Set(elements.filter(hasClass('badge')).map(badge => `${badge.tagName} ${words(badge)}`)),
        ].sort(),
        text: words(sections(elements)[0]),
      }
    }
    const all = states([])
    const resolved = states(['resolved'])
    expect(all.badges.every(badge => badge.startsWith('a '))).toBe(true)
    // Those that are shown are numbered first.
    expect(resolved.badges).toEqual(expect.arrayContaining(['a =1', 'a =2', 'span !3']))
    expect(resolved.headings.filter(title => title.startsWith('Conflict'))).toHaveLength(2)
    expect(resolved.text).toContain('0 open, 2 resolved, 0 dismissed.')
    expect(all.text).toContain('Changes over time')
    expect(states([], false).text).not.toContain('Changes over time')
  })

  test('the matrix by parties and by dates, and as it could have been drawn up on a day', () => {
    const heads = (axis: 'sources' | 'parties' | 'dates', asOf: ReturnType<typeof day> | null = null) =>
      elementsOf([blockWith('matrix', { axis, asOf })])
        .filter(hasClass('matrix'))
        .flatMap(table => table.childNodes.filter(({ nodeName }) => nodeName === 'thead'))
        .map(head => textOf(head).replace(/\s+/g, ' '))
        .join(' ')
    expect(heads('parties')).toContain('Kerma Union')
    expect(heads('parties')).toContain('Republic of Aldova')
    expect(heads('dates')).toContain('2025')
    expect(heads('sources', day('2025-03-01'))).toContain('S1 · B')
    expect(heads('sources', day('2025-03-01'))).not.toContain('S5')
  })

  test('the timeline: in order, within its days, a claim once, steps of the talks and no mute reports', () => {
    const all = rowsOf(elementsOf([blockWith('timeline')]), 'timeline')
    expect(all.length).toBeGreaterThan(30)
    expect(all.some(row => row.includes('Published: Strait talks close to a deal, envoys say'))).toBe(true)
    expect(all.filter(row => row.includes('T-01 Signed: signed on 28 May 2025 (signed)'))).toHaveLength(1)
    const march = rowsOf(
      elementsOf([blockWith('timeline', { from: day('2025-03-12'), to: day('2025-03-14') })]),
      'timeline',
    )
    expect(march.length).toBeGreaterThan(0)
    expect(march.every(row => row.startsWith('14 Mar 2025') || row.startsWith('Mar 2025'))).toBe(true)
    const [first] = document.terms
    const some = rowsOf(elementsOf([blockWith('timeline', { categories: [first?.category ?? ''] })]), 'timeline')
    const names = document.terms.filter(term => term.category === first?.category).map(({ ref }) => ref)
    expect(some.every(row => names.some(ref => row.includes(ref)))).toBe(true)
  })

  test('indicators: what emerges before what is not seen; by state', () => {
    const board = rowsOf(elementsOf([blockWith('indicators')]), 'indicators')
    expect(board).toHaveLength(11)
    expect(board.map(row => row.startsWith('Emerging'))).toEqual(
      board.map((_, at) => at < board.filter(row => row.startsWith('Emerging')).length),
    )
    const emerging = rowsOf(elementsOf([blockWith('indicators', { states: ['emerging'] })]), 'indicators')
    expect(emerging).toEqual(board.filter(row => row.startsWith('Emerging')))
    expect(words(sections(elementsOf([blockWith('indicators', { states: ['seen'] })]))[0])).toContain(
      'No indicator in this state is being watched.',
    )
  })

  test('movers since a day, and since the version issued last, each with its reason and passage', () => {
    const since = elementsOf([blockWith('movers', { since: day('2025-04-10') })])
    const moved = since.filter(hasClass('movers'))
    expect(moved.length).toBeGreaterThan(0)
    expect(words(moved[0])).toContain('The signed text settles the wording but not who pays')
    expect(words(sections(since)[0])).toMatch(/\d+ risks stand otherwise than at 10 Apr 2025\./)
    expect(since.filter(hasClass('cite')).length).toBeGreaterThan(0)
    const late = elementsOf([blockWith('movers')], { editions: [{ ...edition, created: '2030-01-01T00:00:00.000Z' }] })
    expect(words(sections(late)[0])).toContain('No risk stands otherwise than at version 1 of 1 Jan 2030.')
    expect(words(sections(elementsOf([blockWith('movers')]))[0])).toContain('No version has been issued yet')
  })

  test('what is new against the version issued last', () => {
    const [was, is] = ['It is open.', 'It is settled.'].map(said =>
      blockWith('key judgements', { judgements: [judgementWith({ text: said, excerpts: [] })] }),
    )
    if (!was || !is) throw new Error('two')
    const changes = blockWith('changes', { id: idOf(50) })
    const elements = elementsOf([is, changes], { editions: [{ ...edition, blocks: [was, changes] }] })
    expect(rowsOf(elements, 'changes').some(row => /^Changed\. It is settled\.It is open\./.test(row))).toBe(true)
    expect(words(sections(elementsOf([changes]))[0])).toContain('No version has been issued yet: all of it is new.')
  })

  test('the gaps of some categories', () => {
    const [{ category: own } = { category: '' }] = document.terms
    const rows = rowsOf(elementsOf([blockWith('gaps', { categories: [own] })]), 'coverage')
    const refs = document.terms.filter(term => term.category === own).map(({ ref }) => ref)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(row => refs.some(ref => row.startsWith(ref)))).toBe(true)
  })

  test('each says so in a sentence when there is nothing to show', () => {
    const none = ['Nowhere']
    const blocks = [
      blockWith('matrix', { id: idOf(1), categories: none }),
      blockWith('heat map', { id: idOf(2), categories: none }),
      blockWith('register', { id: idOf(3), categories: none }),
      blockWith('timeline', { id: idOf(4), categories: none }),
      blockWith('indicators', { id: idOf(5), categories: none }),
      blockWith('gaps', { id: idOf(6), categories: none }),
      blockWith('key judgements', { id: idOf(7), judgements: [] }),
    ]
    const elements = elementsOf(blocks)
    for (const section of sections(elements).slice(0, -1))
      expect(words(section), words(section)).toMatch(/(Nowhere|No key judgement has been written yet).*\.$/)
    expect(captions(elements)).toEqual([])
  })
})

test('an alternative stands under its judgement', () => {
  const block = blockWith('key judgements', { judgements: [judgementWith({ alternative: 'A feint.', excerpts: [] })] })
  expect(words(elementsOf([block]).find(hasClass('alternative')))).toBe('Alternative considered. A feint.')
})

test('an aside is set apart, and said to be beside the text', () => {
  const block = blockWith('prose', { document: doc({ type: 'aside', content: [paragraph(text('By the way.'))] }) })
  const [aside] = elementsOf([block]).filter(({ tagName }) => tagName === 'aside')
  expect(words(aside)).toBe('By the way.')
  expect(aside && attributeOf(aside, 'role')).toBe('note')
})
