import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chicagoNote, chicagoShortNote, shortTitle } from '../../../../shared/rules/citation/chicago-note.ts'
import type { Cited } from '../../../../shared/rules/citation/cited.ts'
import { blankBibliography, day } from '../../../support/records.ts'

const cited = (more: Partial<Cited>): Cited => ({ ...blankBibliography, ...more })

const article = cited({
  title: 'Talks on Rare Earths Stall in Jeddah',
  authors: ['Maria Osei', 'van Dijk, Pieter'],
  publisher: 'Harbour Post',
  published: day('2025-03-14'),
  url: 'https://example.org/a',
})

describe('the first note of a source', () => {
  test('names authors in natural order, the title in quotation marks, publisher, day and address', () => {
    expect(chicagoNote(article)).toBe(
      'Maria Osei and Pieter van Dijk, “Talks on Rare Earths Stall in Jeddah,” Harbour Post, March 14, 2025, https://example.org/a',
    )
  })

  test('of more than three authors names the first, and leaves out what is not stated', () => {
    expect(chicagoNote(cited({ title: 'Who Pays?', authors: ['A. One', 'B. Two', 'C. Three', 'D. Four'] }))).toBe(
      'A. One et al., “Who Pays?,” n.d.',
    )
    expect(chicagoNote(cited({ authors: ['A. One', 'B. Two', 'C. Three'] }))).toBe(
      'A. One, B. Two, and C. Three, untitled news article, n.d.',
    )
  })

  test('of an undated one says when it was seen; a work that stands alone has no quotation marks', () => {
    expect(chicagoNote(cited({ title: 'Framework', kind: 'agreement text', accessed: day('2025-05-02') }))).toBe(
      'Framework, n.d., accessed May 2, 2025',
    )
  })

  test('quotation marks within a title are single ones, a month alone is a year, "about" is said', () => {
    expect(chicagoNote(cited({ title: 'The "Deal"', published: day('2025-03~') }))).toBe('“The ‘Deal’,” ca. March 2025')
  })
})

describe('a later note', () => {
  test('has family names and a short title', () => {
    expect(chicagoShortNote(article)).toBe('Osei and van Dijk, “Talks on Rare Earths”')
    expect(chicagoShortNote(cited({ title: 'A Long Way From the Sea: Six Reports', authors: ['Reuters'] }))).toBe(
      'Reuters, “Long Way From the”',
    )
    expect(chicagoShortNote(cited({}))).toBe('untitled news article')
  })

  test('a short title stands at the beginning of the long one but for its article', () => {
    fc.assert(
      fc.property(fc.string(), title => {
        const short = shortTitle(title)
        expect(short.split(' ').length).toBeLessThanOrEqual(4)
        expect(title.replace(/\s+/g, ' ')).toContain(short)
      }),
    )
  })
})
