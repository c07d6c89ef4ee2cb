import { describe, expect, test } from 'vitest'
import { canonicalText } from '../../../shared/rules/canonical-text.ts'
import { type OriginalName, originalBytes, originalNames, originalsMissing } from '../../support/originals.ts'
import { cells, draftFrom, faults, outline } from './imports.ts'

const draftOf = (name: OriginalName) => draftFrom(`${name}.txt`, originalBytes(name))
const bibliographyOf = async (name: OriginalName) => (await draftOf(name)).bibliography
const ofKind = async (name: OriginalName, kind: string) =>
  outline(await draftOf(name)).filter(line => line.startsWith(kind))
const apart = async (name: OriginalName) => {
  const { text, blocks } = await draftOf(name)
  return blocks.filter(({ apparatus }) => apparatus).map(({ start, end }) => text.slice(start, end))
}

const notStated = {
  authors: [],
  publisher: '',
  published: null,
  publishedStated: '',
  publishedReadings: [],
  accessed: null,
  url: '',
  language: 'en',
}

describe.skipIf(originalsMissing !== '')(
  `the five real articles ${originalsMissing && `(skipped: ${originalsMissing})`}`,
  () => {
    test.each(originalNames)('%s: not one character is lost, and every word lies in a block', async name => {
      const draft = await draftOf(name)
      expect(draft.text).toBe(canonicalText(new TextDecoder().decode(originalBytes(name))))
      expect(faults(draft)).toEqual([])
    })

    test('000: byline over two lines, no date, no publisher', async () => {
      expect(await bibliographyOf('000')).toMatchObject({
        ...notStated,
        title:
          'US and Ukraine Make Key Breakthrough in Jeddah Talks Securing Peace Framework and Strategic Minerals Deal',
        authors: ['D Sadykov'],
      })
      expect(await ofKind('000', 'list item')).toHaveLength(8)
      expect(await ofKind('000', 'heading')).toHaveLength(7)
      expect((await apart('000')).map(words => words.slice(0, 20))).toEqual([
        '3 min read',
        'You May Also Like',
        'This article is subm',
        'Subscribe to our New',
        'Get the latest in en',
      ])
    })

    test('001: the day of the visit is not the date of the article', async () => {
      expect(await bibliographyOf('001')).toMatchObject({
        ...notStated,
        title: 'U.S.-Ukraine Negotiations Stall Over Rare Earth Metals Agreement',
        published: '2025-03-14',
        publishedStated: '14 March 2025',
        accessed: '2025-03-14',
      })
      expect(await apart('001')).toEqual(['Today : Mar 14, 2025'])
      expect(await ofKind('001', 'paragraph')).toHaveLength(13)
    })

    test('002: nothing stated, headings unmarked, a table drawn with pipes', async () => {
      const draft = await draftOf('002')
      expect(draft.bibliography).toMatchObject({ ...notStated, title: '' })
      expect((await ofKind('002', 'heading')).map(line => line.slice('heading 2: '.length))).toEqual([
        'Recent Diplomatic Strains',
        'The Minerals Agreement: A Strategic Pivot',
        'Current Negotiations in Saudi Arabia',
        'Ukraine’s Ceasefire Proposal',
        'European Allies’ Stance',
        'Challenges Ahead',
        'Key Aspects of the US-Ukraine Talks',
      ])
      const table = draft.blocks.find(({ kind }) => kind === 'table')
      const rows = cells(draft, table)
      expect(table?.head).toBe(true)
      expect(rows).toHaveLength(6)
      expect(rows.every(row => row.length === 2)).toBe(true)
      expect(rows[0]).toEqual(['Aspect', 'Details'])
      expect(rows.map(([aspect]) => aspect).slice(1)).toEqual([
        'Recent Tensions',
        'Minerals Agreement',
        'Ceasefire Proposal',
        'European Involvement',
        'Negotiation Challenges',
      ])
      expect(await apart('002')).toEqual([])
    })

    test('003: an image description, share buttons and a comment form', async () => {
      expect(await bibliographyOf('003')).toMatchObject({
        ...notStated,
        title: 'U.S. and Ukraine Near Rare Minerals Agreement: A Complex Dance of Diplomacy',
      })
      expect(await ofKind('003', 'caption')).toHaveLength(1)
      expect(await ofKind('003', 'heading')).toHaveLength(8)
      expect((await apart('003')).slice(0, 6)).toEqual([
        'Facebook',
        'WhatsApp',
        'Twitter',
        'LinkedIn',
        'Pinterest',
        'Leave a Reply',
      ])
      expect(await apart('003')).toHaveLength(7)
    })

    test('004: two readings of the date, the title twice, links to other articles', async () => {
      const draft = await draftOf('004')
      expect(draft.bibliography).toMatchObject({
        ...notStated,
        title: 'The Ukraine–U.S. Minerals Agreement: A Strategic Breakthrough with Global Implications',
        authors: ['Valikhan Tuleshov'],
        published: null,
        publishedStated: '05.01.2025',
        publishedReadings: ['2025-01-05', '2025-05-01'],
      })
      expect(draft.warnings).toEqual([
        'The date “05.01.2025” can be read as 5 January 2025 or as 1 May 2025; choose one.',
      ])
      expect(await ofKind('004', 'list item')).toHaveLength(10)
      const [titleAgain, ...tail] = await apart('004')
      expect(titleAgain).toBe(draft.bibliography.title)
      expect(tail.slice(0, 3)).toEqual(['Previous', 'Previous', 'Trump and the Global Post-Universalist Shift'])
      expect(tail).toHaveLength(6)
    })
  },
)
