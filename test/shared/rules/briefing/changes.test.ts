import { describe, expect, test } from 'vitest'
import type { BriefingBlock } from '../../../../shared/model/briefing-block.ts'
import type { Edition } from '../../../../shared/model/edition.ts'
import type { RichText } from '../../../../shared/model/rich-text.ts'
import { editionChanges, sectionChanges } from '../../../../shared/rules/briefing/changes.ts'
import {
  blockWith,
  briefingWith,
  day,
  idOf,
  judgementWith,
  partyWith,
  positionWith,
  termWith,
} from '../../../support/records.ts'

const paragraphs = (...texts: string[]): RichText => ({
  type: 'doc',
  content: texts.map(text => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})

const editionWith = (more: Partial<Edition>): Edition => ({
  id: idOf(800),
  briefing: idOf(801),
  number: 1,
  by: '',
  format: 'pdf',
  title: 'Told',
  marking: 'TLP:GREEN',
  cutOff: null,
  blocks: [],
  told: [],
  answers: [],
  positions: [],
  created: '2025-03-18T08:00:00.000Z',
  updated: '2025-03-18T08:00:00.000Z',
  ...more,
})

const nothing = { positions: [], terms: [], parties: [], risks: [], sources: [] }
const headingOf = ({ heading, kind }: BriefingBlock) => heading || kind

const compared = (was: BriefingBlock[], is: BriefingBlock[]) =>
  editionChanges(editionWith({ blocks: was }), briefingWith({ blocks: is }), nothing, headingOf)

describe('judgements', () => {
  const first = judgementWith({ id: idOf(1), text: 'It holds.', likelihood: 'likely', confidence: 'low' })
  const second = judgementWith({ id: idOf(2), text: 'It is broken.' })
  const block = (...judgements: (typeof first)[]) => [blockWith('key judgements', { id: idOf(10), judgements })]

  test('one that stands as it stood is not told', () => {
    expect(compared(block(first), block(first))).toEqual([])
  })

  test('a likelihood and a confidence that moved are told by themselves, a sentence each', () => {
    const moved = { ...first, likelihood: 'very likely', confidence: 'moderate' } as typeof first
    expect(compared(block(first), block(moved))).toEqual([
      {
        about: 'judgement',
        how: 'changed',
        name: 'It holds.',
        before: 'Likelihood: likely. Confidence: low.',
        after: 'Likelihood: very likely. Confidence: moderate.',
      },
    ])
    expect(compared(block(first), block({ ...first, confidence: null }))[0]).toMatchObject({
      before: 'Confidence: low.',
      after: 'Confidence: none stated.',
    })
  })

  test('other words are told beside the earlier ones; what came and what went, whole', () => {
    expect(compared(block(first, second), block({ ...second, text: 'It broke.' }))).toMatchObject([
      { how: 'changed', before: 'It is broken.', after: 'It broke.' },
      { how: 'gone', name: 'It holds.', before: 'It holds. Likelihood: likely. Confidence: low.', after: '' },
    ])
    expect(compared(block(second), block(second, first))).toMatchObject([{ how: 'new', name: 'It holds.', before: '' }])
  })
})

describe('sections', () => {
  const prose = (...texts: string[]) =>
    blockWith('prose', { id: idOf(20), heading: 'Assessment', document: paragraphs(...texts) })

  test('of the analyst’s words the paragraphs that differ are told, not the others', () => {
    expect(compared([prose('Stays.', 'Goes.')], [prose('Comes.', 'Stays.')])).toEqual([
      { about: 'section', how: 'changed', name: 'Assessment', before: 'Goes.', after: 'Comes.' },
    ])
    expect(compared([prose('Stays.')], [prose('Stays.')])).toEqual([])
  })

  test('the same words under another heading, or at another place, are no change', () => {
    const timeline = blockWith('timeline', { id: idOf(21) })
    expect(compared([prose('Stays.'), timeline], [timeline, { ...prose('Stays.'), heading: 'Otherwise' }])).toEqual([])
  })

  test('one that came and one that went are told by their headings', () => {
    const gaps = blockWith('gaps', { id: idOf(22) })
    expect(compared([prose('Goes.')], [gaps]).map(({ how, name }) => `${how} ${name}`)).toEqual([
      'new gaps',
      'gone Assessment',
    ])
  })

  test('a live one has changed when its words have, as far as both are known', () => {
    const gaps = blockWith('gaps', { id: idOf(22) })
    const told = (text: string) => [{ block: gaps.id, heading: 'Gaps', text }]
    const edition = { blocks: [gaps], told: told('Two terms.') }
    const found = (text: string) => sectionChanges(edition, { blocks: [gaps] }, headingOf, told(text))
    expect(found('Two terms.')).toEqual([])
    expect(found('One term.')).toMatchObject([{ how: 'changed', name: 'gaps', before: '', after: '' }])
    expect(sectionChanges(edition, { blocks: [gaps] }, headingOf)).toEqual([])
  })

  test('an edition of before blocks were kept says nothing of judgements and sections', () => {
    expect(compared([], [prose('There.')])).toEqual([])
  })
})

describe('the case behind it', () => {
  const value = (holds: boolean) => ({ value: { type: 'boolean', holds } as const, raw: '' })

  test('positions that moved are told by term and party, in the order of the terms', () => {
    const was = [
      positionWith(1, { term: idOf(31), ...value(false), likelihood: 'likely' }),
      positionWith(2, { term: idOf(32), party: idOf(41), ...value(true) }),
    ]
    const is = [
      positionWith(3, { term: idOf(32), party: idOf(41), validAt: day('2026-01-01'), ...value(false) }),
      positionWith(4, { term: idOf(31), validAt: day('2026-01-01'), ...value(false), likelihood: 'very likely' }),
    ]
    const now = {
      ...nothing,
      positions: is,
      terms: [termWith(31, { ref: 'T-01', name: 'Signed' }), termWith(32, { ref: 'T-02', name: 'In force' })],
      parties: [partyWith(41, 'Aldova')],
    }
    expect(editionChanges(editionWith({ positions: was }), briefingWith(), now, headingOf)).toEqual([
      {
        about: 'position',
        how: 'changed',
        name: 'T-01 Signed',
        before: 'Likelihood: likely.',
        after: 'Likelihood: very likely.',
      },
      { about: 'position', how: 'changed', name: 'T-02 In force (Aldova)', before: '“yes”.', after: '“no”.' },
    ])
  })

  test('sources that came since are new, those of before are not told', () => {
    const sources = [
      { title: 'Old', created: '2025-03-01T00:00:00.000Z' },
      { title: '', created: '2025-04-01T00:00:00.000Z' },
    ]
    const found = editionChanges(editionWith({}), briefingWith(), { ...nothing, sources }, headingOf)
    expect(found).toMatchObject([{ about: 'source', how: 'new', name: 'Untitled source' }])
  })
})
