import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { briefingAttachments } from '../../main/briefing-attachments.ts'
import { briefingHtml } from '../../main/exporters/briefing/document.ts'
import { textOf } from '../../main/exporters/html.ts'
import type { BriefingBlock } from '../../shared/model/briefing-block.ts'
import { blockWith, day, idOf } from '../support/records.ts'
import { richCase } from '../support/rich-case.ts'

const rich = richCase()
const document = rich.checked()
const engine = { chromium: 156 }

/** The files that go with a briefing of these blocks, by name, and the words of the document. */
const attached = (blocks: BriefingBlock[]) => {
  const briefing = { ...rich.briefing, blocks }
  const records = { ...document, briefings: [briefing] }
  const { root } = briefingHtml(records, briefing.id, { fonts: [], engine })
  const files = briefingAttachments(briefing, records, engine)({ root })
  const told = new Map(files.map(({ name, data }) => [name, new TextDecoder().decode(data)]))
  return { told, all: [...told.values()].join('\n'), words: textOf(root) }
}

const categoryOf = (of: readonly { category: string }[]) => of[0]?.category ?? ''
const terms = categoryOf(document.terms)
const risks = categoryOf(document.risks)
const everyBlock = rich.briefing.blocks

describe('what goes along', () => {
  test('a briefing that shows neither matrix nor register takes its evidence along and nothing else', () => {
    const { told } = attached([blockWith('prose', { id: idOf(1) }), blockWith('gaps', { id: idOf(2) })])
    expect([...told.keys()]).toEqual(['evidence.json'])
    expect(JSON.parse(told.get('evidence.json') ?? '').notes).toEqual([])
  })

  test('the evidence is what the notes quote, and no other passage', () => {
    const { told } = attached([blockWith('register', { id: idOf(1), form: 'full', most: 1 })])
    const { notes } = JSON.parse(told.get('evidence.json') ?? '')
    expect(notes.length).toBeGreaterThan(0)
    expect(notes.length).toBeLessThan(document.excerpts.length)
    const quoted = new Set(notes.map(({ excerpt }: { excerpt: string }) => excerpt))
    for (const { id, exact } of document.excerpts)
      if (!quoted.has(id)) expect(told.get('evidence.json')).not.toContain(exact)
  })

  test('a matrix of one category has its terms; two blocks of one view are one table, another view is a second', () => {
    const others = document.terms.filter(({ category }) => category !== terms)
    expect(others.length).toBeGreaterThan(0)
    const one = blockWith('matrix', { id: idOf(1), categories: [terms] })
    const { told } = attached([one])
    for (const { name, category } of document.terms)
      expect(told.get('matrix.csv')?.includes(`"${name}"`), name).toBe(category === terms)
    for (const { question } of document.terms) if (question) expect(told.get('matrix.csv')).not.toContain(question)
    const second = blockWith('matrix', { id: idOf(2), categories: [categoryOf(others)] })
    const both = attached([one, second]).told
    expect([...both.keys()]).toEqual(['evidence.json', 'matrix.csv'])
    expect(both.get('matrix.csv')).toContain(`"${others[0]?.name}"`)
    const earlier = attached([one, { ...second, axis: 'parties', asOf: day('2025-03') }]).told
    expect([...earlier.keys()]).toEqual(['evidence.json', 'matrix.csv', 'matrix-2.csv'])
    expect(earlier.get('matrix-2.csv')).not.toContain(`"${document.terms.find(one => one.category === terms)?.name}"`)
  })

  test('a matrix as of a day holds no source that was not there yet', () => {
    const late = document.sources.filter(({ published }) => published !== null && published > '2025-04')
    expect(late.length).toBeGreaterThan(0)
    const { told } = attached([blockWith('matrix', { id: idOf(1), asOf: day('2025-04') })])
    for (const { title } of late) expect(told.get('matrix.csv')).not.toContain(title)
  })

  test('the gravest risk of a table goes along alone, without reasons, treatment or past', () => {
    const { told } = attached([blockWith('register', { id: idOf(1), form: 'table', most: 1 })])
    const csv = told.get('register.csv') ?? ''
    expect(document.risks.filter(({ title }) => csv.includes(title))).toHaveLength(1)
    for (const { cause, consequence, actions, contingency } of document.risks)
      for (const words of [cause, consequence, contingency, ...actions.map(({ text }) => text)])
        if (words) expect(csv).not.toContain(words)
    for (const { reason } of document.assessments) expect(csv).not.toContain(reason)
  })

  test.each(['register', 'heat map', 'indicators'] as const)('%s of one category holds its risks', kind => {
    const { told } = attached([blockWith(kind, { id: idOf(1), categories: [risks] })])
    const csv = told.get('register.csv') ?? ''
    expect(document.risks.some(({ title, category }) => category === risks && csv.includes(title))).toBe(true)
    for (const { title, category } of document.risks) if (category !== risks) expect(csv).not.toContain(title)
  })
})

test('whatever blocks are chosen, the files hold no words of a record that the document does not', () => {
  const secrets = [
    ...document.terms.flatMap(({ name, question }) => [name, question]),
    ...document.risks.flatMap(risk => [
      ...[risk.title, risk.cause, risk.event, risk.consequence, risk.contingency, risk.fallback, risk.statusReason],
      ...risk.actions.map(({ text }) => text),
      ...risk.indicators.map(({ statement }) => statement),
      ...risk.moves.map(({ reason }) => reason),
    ]),
    ...document.assessments.map(({ reason }) => reason),
    ...document.reviews.map(({ note }) => note),
  ].filter(words => words.length > 8)
  fc.assert(
    fc.property(
      fc.subarray([...everyBlock]),
      fc.boolean(),
      fc.option(fc.constantFrom(1, 2)),
      (blocks, narrow, most) => {
        const chosen = blocks.map(block => {
          const few = block.kind === 'register' ? { ...block, most, form: narrow ? 'table' : 'full' } : block
          const own = 'categories' in few && narrow ? { categories: [few.kind === 'matrix' ? terms : risks] } : {}
          return { ...few, ...own } as BriefingBlock
        })
        const { told, words } = attached(chosen)
        const flat = words.replace(/\s+/g, ' ')
        for (const [name, text] of told)
          if (name.endsWith('.csv'))
            for (const secret of secrets)
              if (text.includes(secret)) expect(flat, `${name}: ${secret}`).toContain(secret.replace(/\s+/g, ' '))
      },
    ),
    { numRuns: 40 },
  )
})
