import { expect, test } from 'vitest'
import { collectCitations } from '../../../../main/exporters/briefing/citations.ts'
import { letters } from '../../../../main/exporters/briefing/endnotes.ts'
import { fragmentText } from '../../../../main/exporters/html.ts'
import { caseBuilder } from '../../../support/case-document.ts'
import { attributeOf, parsed, textOf } from '../support.ts'

const build = caseBuilder()
const source = build.source('First thing. Second thing. Third thing.')
const [first, second, third] = ['First thing.', 'Second thing.', 'Third thing.'].map(
  words => build.excerpt(source, words).id,
)
const ids = [first, second, third].filter(id => id !== undefined)

const links = (markup: string) => parsed(markup).filter(({ tagName }) => tagName === 'a')

test('numbers follow the order of first citation, and stand ascending in one mark', () => {
  const citations = collectCitations(build.document)
  citations.cite(ids.slice(2))
  const mark = links(fragmentText(citations.cite(ids)))
  expect(mark.map(textOf)).toEqual(['1', '2', '3'])
  expect(mark.map(link => attributeOf(link, 'id'))).toEqual(['cite-1-2', 'cite-2-1', 'cite-3-1'])
  expect(mark.map(link => attributeOf(link, 'href'))).toEqual(['#note-1', '#note-2', '#note-3'])
  expect(citations.notes().map(({ number, excerpt, sites }) => [number, excerpt.exact, sites.length])).toEqual([
    [1, 'Third thing.', 2],
    [2, 'First thing.', 1],
    [3, 'Second thing.', 1],
  ])
})

test('an excerpt asked for twice is marked once; one that is gone is marked as missing and gets no number', () => {
  const citations = collectCitations(build.document)
  const gone = build.newId<(typeof ids)[number]>()
  const markup = fragmentText(citations.cite([...ids.slice(0, 1), gone, ...ids.slice(0, 1)]))
  expect(links(markup)).toHaveLength(1)
  expect(markup).toContain('passage no longer in the case')
  expect(citations.notes()).toHaveLength(1)
  expect(fragmentText(citations.cite([]))).toBe('')
})

test('letters of the way back go on after z', () => {
  expect([0, 25, 26, 27, 51, 52, 701, 702].map(letters)).toEqual(['a', 'z', 'aa', 'ab', 'az', 'ba', 'zz', 'aaa'])
})
