import { describe, expect, test } from 'vitest'
import { briefingHtml, briefingStatement } from '../../../../main/exporters/briefing/document.ts'
import type { BriefingBlock } from '../../../../shared/model/briefing-block.ts'
import type { RichText } from '../../../../shared/model/rich-text.ts'
import { plainText } from '../../../../shared/rules/rich-text.ts'
import { caseBuilder } from '../../../support/case-document.ts'
import { blockWith, day, idOf, judgementWith } from '../../../support/records.ts'
import { attributeOf, elementsOf, hasClass, parsed, textOf } from '../support.ts'

const engine = { chromium: 156 }

/** Two sources, three passages: the first source is cited twice, the third source not at all. */
const made = (more: BriefingBlock[]) => {
  const build = caseBuilder()
  const stall = build.source('Talks stalled. Time was asked for.', {
    title: 'Talks on Rare Earths Stall in Jeddah',
    authors: ['Maria Osei'],
    publisher: 'Harbour Post',
    published: day('2025-03-14'),
    reliability: 'C',
    reliabilityReason: 'Dated and specific',
  })
  const gain = build.source('Progress was made.', { title: 'Progress', reliability: 'D' })
  build.source('Nothing to the point.', { title: 'Never cited' })
  const excerpts = [
    build.excerpt(stall, 'Talks stalled.'),
    build.excerpt(gain, 'Progress was made.'),
    build.excerpt(stall, 'Time was asked for.', { credibility: 2 }),
  ].map(({ id }) => id)
  const judgements = [judgementWith({ text: 'So it is.', excerpts })]
  const briefing = build.briefing([...more, blockWith('key judgements', { judgements })])
  return { document: build.checked(), briefing }
}

const shown = (more: BriefingBlock[]) => {
  const { document, briefing } = made(more)
  const all = parsed(briefingHtml(document, briefing.id, { fonts: [], engine }).html)
  const notes = all.filter(
    ({ tagName, parentNode }) =>
      tagName === 'li' && parentNode !== null && hasClass('endnotes')(parentNode as (typeof all)[number]),
  )
  const summary = all.find(hasClass('summary'))
  return {
    notes: notes.map(note => textOf(note).replace(/\s+/g, ' ')),
    links: notes.map(note => elementsOf(note).flatMap(one => attributeOf(one, 'href') ?? [])),
    entries: all.filter(hasClass('source')).map(entry => textOf(entry)),
    summary: summary ? textOf(summary).replace(/\s+/g, ' ') : '',
  }
}

describe('endnotes', () => {
  test('tell a source in full once, with why it is graded so, and later in short, leading to the first', () => {
    const { notes, links } = shown([])
    expect(notes[0]).toContain(
      'Maria Osei, “Talks on Rare Earths Stall in Jeddah”, Harbour Post, 14 Mar 2025, news article, accessed 1 Jun 2025. Graded C. Dated and specific.',
    )
    expect(notes[1]).toContain('Author not stated, “Progress”, publisher not stated, date not stated')
    expect(notes[2]).toContain('S1 “Talks on Rare Earths” (note 1). Graded C2. Cited at')
    expect(notes[2]).not.toContain('Dated and specific')
    expect(links[2]).toContain('#note-1')
  })

  test('follow the Chicago Manual where that is asked for', () => {
    const { notes } = shown([blockWith('endnotes', { style: 'chicago' })])
    expect(notes[0]).toContain(
      'Maria Osei, “Talks on Rare Earths Stall in Jeddah,” Harbour Post, March 14, 2025. Graded C.',
    )
    expect(notes[2]).toContain('Osei, “Talks on Rare Earths” (note 1). Graded C2.')
  })
})

describe('the sources', () => {
  test('are all those of the case, or those that are cited, wherever the block stands', () => {
    expect(shown([blockWith('sources')]).entries).toHaveLength(3)
    const { entries, summary } = shown([blockWith('sources', { scope: 'cited' })])
    expect(entries.map(text => text.includes('Never cited'))).toEqual([false, false])
    expect(summary).toContain('This briefing cites 2 of the 3 sources of the case: 2 news articles.')
    expect(summary).toContain('The case holds one further source that is not cited here.')
  })

  test('carry the statement as it was edited, else as it is drafted, the same that can be asked for', () => {
    const words: RichText = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'In our own words.' }] }],
    }
    expect(shown([blockWith('sources', { statement: words })]).summary).toBe('In our own words.')
    const { document, briefing } = made([blockWith('sources', { id: idOf(801) })])
    const drafted = plainText(briefingStatement(document, briefing, engine)).replace(/\s+/g, ' ')
    expect(drafted).toContain('This briefing draws on 3 sources')
    expect(drafted).toContain('One of them is not cited here.')
    // A mention is set with the short name of its source before its title.
    expect(
      shown([blockWith('sources')])
        .summary.replace(/\bS\d+ /g, '')
        .replace(/\s+/g, ''),
    ).toBe(drafted.replace(/\s+/g, ''))
  })
})
