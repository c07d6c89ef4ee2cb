import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collectCitations } from '../../../../main/exporters/briefing/citations.ts'
import { passages } from '../../../../main/exporters/briefing/evidence-annex.ts'
import { caseBuilder } from '../../../support/case-document.ts'

test('passages of one paragraph stand together, each once, at its place, whatever their order and overlap', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '😀', ' '), minLength: 3, maxLength: 200 })
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 }),
      (paragraphs, ranges) => {
        const build = caseBuilder()
        const source = build.source(paragraphs.join('\n\n'))
        const text = source.versions[0]?.text ?? ''
        const excerpts = ranges.map(([a, b]) => {
          const start = a % (text.length - 1)
          return build.excerpt(source, text.slice(start, Math.min(text.length, start + 1 + (b % 60))), {})
        })
        const citations = collectCitations(build.document)
        citations.cite(excerpts.map(({ id }) => id))
        const found = passages(source, citations.notes())
        expect(found.flatMap(({ notes }) => notes.map(({ number }) => number)).sort()).toEqual(
          citations
            .notes()
            .map(({ number }) => number)
            .sort(),
        )
        for (const { text: shown, at, notes } of found)
          for (const { excerpt } of notes) expect(shown.slice(excerpt.start - at, excerpt.end - at)).toBe(excerpt.exact)
      },
    ),
    { numRuns: 200 },
  )
})

test('a passage that the text no longer holds stands alone between the context kept with it', () => {
  const build = caseBuilder()
  const source = build.source('The share is ten per cent of all fees.')
  const excerpt = build.excerpt(source, 'ten per cent')
  Object.assign(excerpt, { exact: 'two per cent', state: 'changed' })
  const citations = collectCitations(build.document)
  citations.cite([excerpt.id])
  expect(passages(source, citations.notes())).toEqual([
    expect.objectContaining({ text: 'The share is two per cent of all fees.', cutBefore: true, cutAfter: true }),
  ])
})

test('a long paragraph is cut around its passages', () => {
  const build = caseBuilder()
  const source = build.source(`${'before '.repeat(100)}the passage ${'after '.repeat(100)}`)
  const excerpt = build.excerpt(source, 'the passage')
  const citations = collectCitations(build.document)
  citations.cite([excerpt.id])
  const [only] = passages(source, citations.notes())
  expect(only?.cutBefore && only.cutAfter).toBe(true)
  expect(only?.text.length).toBe('the passage'.length + 320)
})
