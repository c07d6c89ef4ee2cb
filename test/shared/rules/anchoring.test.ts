import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchor as anchorSchema } from '../../../shared/model/anchor.ts'
import {
  type AnchorPlace,
  differsInSubstance,
  makeAnchor,
  reanchor,
  verifyAnchor,
} from '../../../shared/rules/anchoring.ts'
import { canonicalText } from '../../../shared/rules/canonical-text.ts'

/** Combining marks, emoji with joiners, right-to-left words, line ends, byte order marks and plain words. */
const piece = fc.oneof(
  fc.constantFrom(
    'e\u0301',
    'a\u0323\u0302',
    '👩‍👩‍👧',
    '🇺🇦',
    '𝔘',
    'שלום',
    'مرحبا',
    '\u200f',
    '\r\n',
    '\r',
    '\n',
    '\uFEFF',
    ' ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom('the fund ', 'rare earth ', '50 % ', 'of revenue ', 'on 11 March 2025 '),
)
const anyText = fc.array(piece, { minLength: 1, maxLength: 60 }).map(pieces => pieces.join(''))
const textAndRange = anyText
  .filter(text => text.length > 0)
  .chain(text =>
    fc.tuple(fc.constant(text), fc.nat(text.length - 1), fc.nat(text.length)).map(([whole, start, more]) => ({
      text: whole,
      start,
      end: Math.min(whole.length, start + 1 + more),
    })),
  )

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

const quote = (text: string, words: string, from = 0): AnchorPlace => {
  const start = text.indexOf(words, from)
  if (start < 0) throw new Error(`"${words}" is not in the text`)
  return makeAnchor(text, start, start + words.length)
}
const only = (anchor: AnchorPlace, before: string, after: string) => {
  const [placed] = reanchor([anchor], before, after)
  if (placed === undefined) throw new Error('no anchor came back')
  return placed
}

describe('makeAnchor', () => {
  test('quotes the text exactly, splits no surrogate pair and fits the schema', () => {
    fc.assert(
      fc.property(textAndRange, ({ text, start, end }) => {
        const anchor = makeAnchor(text, start, end)
        expect(text.slice(anchor.start, anchor.end)).toBe(anchor.exact)
        expect(anchor.start).toBeLessThanOrEqual(start)
        expect(anchor.end).toBeGreaterThanOrEqual(end)
        expect(text.slice(0, anchor.start).endsWith(anchor.prefix)).toBe(true)
        expect(text.slice(anchor.end).startsWith(anchor.suffix)).toBe(true)
        for (const part of [anchor.exact, anchor.prefix, anchor.suffix]) expect(part).not.toMatch(loneSurrogate)
        expect(anchorSchema.omit({ textVersion: true, page: true }).safeParse(anchor).success).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    [0, 0],
    [2, 1],
    [-1, 2],
    [0, 6],
    [0.5, 2],
    [Number.NaN, 2],
  ])('refuses the range %s to %s of a text of five', (start, end) => {
    expect(() => makeAnchor('words', start, end)).toThrow(RangeError)
  })

  test('keeps 32 code units on either side', () => {
    const anchor = makeAnchor('x'.repeat(100), 50, 51)
    expect([anchor.prefix.length, anchor.suffix.length]).toEqual([32, 32])
  })
})

describe('reanchor, over any text', () => {
  test('the same text gives the same anchors', () => {
    fc.assert(
      fc.property(textAndRange, ({ text, start, end }) => {
        const anchor = makeAnchor(text, start, end)
        expect(reanchor([anchor], text, text)).toEqual([anchor])
      }),
    )
  })

  test('every anchor comes back, in order, inside the new text; exact and moved ones quote it word for word', () => {
    fc.assert(
      fc.property(textAndRange, anyText, fc.nat(1_000), ({ text, start, end }, other, cut) => {
        const anchors = [makeAnchor(text, start, end), makeAnchor(text, 0, text.length)]
        const edited = text.slice(0, cut % text.length) + other + text.slice(cut % text.length)
        for (const after of [edited, other, '', canonicalText(text)]) {
          const placed = reanchor(anchors, text, after)
          expect(placed).toHaveLength(2)
          for (const anchor of placed) {
            expect(anchor.start).toBeGreaterThanOrEqual(0)
            expect(anchor.start).toBeLessThanOrEqual(anchor.end)
            expect(anchor.end).toBeLessThanOrEqual(after.length)
            if (anchor.state === 'exact' || anchor.state === 'moved') expect(verifyAnchor(after, anchor)).toBe(true)
          }
          placed.forEach((anchor, at) => {
            if (anchor.state === 'changed' || anchor.state === 'lost' || anchor.state === 'ambiguous')
              expect(anchor.exact).toBe(anchors[at]?.exact)
          })
        }
      }),
      { numRuns: 300 },
    )
  })

  test('words put in before or after the quote move it without doubt', () => {
    const base =
      'Officials said that the joint fund would draw on half of all new licence revenue, and that the first payment was due within ninety days of signature.'
    const anchor = quote(base, 'half of all new licence revenue')
    fc.assert(
      fc.property(anyText, anyText, (head, tail) => {
        const after = `${head}\n${base}\n${tail}`
        const placed = only(anchor, base, after)
        expect(placed).toMatchObject({ state: 'exact', start: head.length + 1 + anchor.start, exact: anchor.exact })
      }),
    )
  })
})

const article = [
  'Negotiators left the port city on Wednesday without a signed paper, two people close to the talks told this newspaper.',
  'The draft would pay $10 million a year into a joint fund, and half of all new licence revenue from 2026 on.',
  'A pause in fighting of 30 days was not ruled out by either delegation, one of them added late in the evening.',
  'In the capital, a minister called the outcome a step forward and promised a vote before the summer recess.',
].join('\n\n')

describe('reanchor, case by case', () => {
  const changed: [string, string, string][] = [
    ['a figure', '$10 million', '$11 million'],
    ['a currency', '$10 million', '€10 million'],
    ['a date', 'revenue from 2026 on', 'revenue from 2027 on'],
    ['a negation', 'was not ruled out', 'was ruled out'],
    ['a percentage spelled otherwise', 'half of all new licence revenue', 'nearly half of all new licence revenue'],
    ['one word within', 'a minister called the outcome a step', 'a minister named the outcome a step'],
  ]
  test.each(changed)('%s replaced is changed, never exact', (_, before, after) => {
    const whole = quote(article, before)
    const around = quote(article, article.slice(whole.start - 12, whole.end + 12))
    const edited = article.replace(before, after)
    for (const anchor of [around, ...(edited.includes(before) ? [] : [whole])]) {
      const placed = only(anchor, article, edited)
      expect(placed.state).toBe('changed')
      expect(placed.exact).toBe(anchor.exact)
      expect(edited.slice(placed.start, placed.end)).toContain(after.slice(0, 4))
    }
  })

  test('the new words of a changed passage are those between its old neighbours', () => {
    const edited = article.replace('$10 million', '$11 million')
    const placed = only(quote(article, '$10 million'), article, edited)
    expect(edited.slice(placed.start, placed.end)).toBe('$11 million')
    expect(differsInSubstance(placed.exact, '$11 million')).toBe(true)
  })

  test('another wrapping of the lines is the same quote, quoted anew', () => {
    const anchor = quote(article, 'half of all new licence revenue')
    const edited = article.replace('all new licence', 'all\nnew licence')
    const placed = only(anchor, article, edited)
    expect(placed).toMatchObject({ state: 'exact', exact: 'half of all\nnew licence revenue' })
  })

  test('a paragraph put elsewhere takes its highlights along', () => {
    const [first, second, third, fourth] = article.split('\n\n')
    const edited = [second, third, fourth, first].join('\n\n')
    const placed = only(quote(article, 'without a signed paper'), article, edited)
    expect(placed.state).toBe('moved')
    expect(edited.slice(placed.start, placed.end)).toBe('without a signed paper')
  })

  test('a cut sentence is lost, kept with its words, where it was', () => {
    const anchor = quote(article, 'A pause in fighting of 30 days')
    const edited = article
      .split('\n\n')
      .filter((_, at) => at !== 2)
      .join('\n\n')
    const placed = only(anchor, article, edited)
    expect(placed).toMatchObject({ state: 'lost', exact: anchor.exact, prefix: anchor.prefix })
    expect(placed.start).toBe(placed.end)
    expect(Math.abs(placed.start - article.indexOf('A pause'))).toBeLessThan(3)
  })

  test('a lost quote is found again when its words come back', () => {
    const anchor = quote(article, 'A pause in fighting of 30 days')
    const without = article
      .split('\n\n')
      .filter((_, at) => at !== 2)
      .join('\n\n')
    const lost = only(anchor, article, without)
    const back = only(lost, without, article)
    expect(back).toMatchObject({ state: 'moved', start: anchor.start, end: anchor.end })
  })

  test('a changed quote stays changed over a version that leaves it alone, and is exact again when its words are', () => {
    const edited = article.replace('$10 million', '$11 million')
    const changedOnce = only(quote(article, '$10 million'), article, edited)
    expect(only(changedOnce, edited, `${edited} More.`)).toMatchObject({ ...changedOnce })
    expect(only(changedOnce, edited, article)).toMatchObject({ state: 'exact', exact: '$10 million' })
  })

  test('two copies in a rewritten text that nothing tells apart are ambiguous', () => {
    const sentence = 'The fund is managed by both sides in equal parts.'
    const before = `Preamble of the old text. ${sentence} Rest of the old text.`
    const after = `Wholly new words here. ${sentence} Something else there. ${sentence} Altogether different.`
    expect(only(quote(before, sentence), before, after).state).toBe('ambiguous')
  })

  test('the right one of two equal passages is known by its neighbours', () => {
    const row = 'Payment: 5 % a year.'
    const before = `Schedule A covers lithium only, under article 3. ${row} Schedule B covers titanium only, under article 9. ${row} End.`
    const anchor = quote(before, row, before.indexOf('Schedule B'))
    const after = `A new first line. ${before.replace('under article 9', 'under article 11')}`
    const placed = only(anchor, before, after)
    expect(placed).toMatchObject({ state: 'exact', start: after.lastIndexOf(row) })
  })

  const schedule = (rows: readonly [number, number, string][]) =>
    rows
      .map(([year, share, kind]) => `In ${year} the fund is paid ${share} % of the revenue of class ${kind}.`)
      .join('\n\n')
  const rows: [number, number, string][] = [
    [2024, 5, 'A'],
    [2025, 5, 'B'],
    [2024, 10, 'A'],
    [2025, 10, 'B'],
    [2024, 5, 'A'],
    [2025, 5, 'B'],
  ]

  test('of rows that read alike, each is known by its turn, also when one of them moved or went', () => {
    const before = schedule(rows)
    const fifth = before.lastIndexOf('5 %', before.lastIndexOf('5 %') - 1)
    const anchor = makeAnchor(before, fifth, fifth + 3)
    const without = schedule(rows.filter((_, at) => at !== 2))
    expect(only(anchor, before, without)).toMatchObject({
      state: 'exact',
      start: fifth - schedule([rows[2] ?? [0, 0, '']]).length - 2,
    })
    const moved = schedule([rows[3] ?? [0, 0, ''], ...rows.filter((_, at) => at !== 3)])
    expect(only(anchor, before, moved)).toMatchObject({ state: 'exact', start: fifth })
  })

  test('a changed figure is not taken for moved because another row has the old one', () => {
    const before = schedule(rows)
    const first = before.indexOf('5 %')
    const after = `${before.slice(0, first)}6${before.slice(first + 1)}`
    const placed = only(makeAnchor(before, first, first + 12), before, after)
    expect(placed).toMatchObject({ state: 'changed', start: first })
  })

  test('words that always stood elsewhere too are not where a rewritten passage moved to', () => {
    const before = `Stall Over Rare Earths\n\n${article}\n\nTitle of this: Stall Over Rare Earths`
    const after = before.replace('Stall Over', 'Doubts On')
    expect(only(quote(before, 'Stall Over'), before, after).state).toBe('lost')
  })

  test('short words that are gone are lost, not put on the next best place', () => {
    const before = `${article}\n\nThe clause binds Kyiv.`
    const after = `${article}\n\nNothing of the kind was agreed by anyone there.`
    expect(only(quote(before, 'Kyiv'), before, after).state).toBe('lost')
  })
})

/** Words of a made-up vocabulary by a linear congruence: the same text every time, without repeats of a dozen letters. */
const manyWords = (count: number, seed: number): string[] => {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state
  }
  return [...Array(count)].map(() => {
    const letters = 2 + ((next() >>> 8) % 8)
    return [...Array(letters)].map(() => String.fromCharCode(97 + ((next() >>> 8) % 26))).join('')
  })
}

test('of 1,000 highlights in 200 KB with 5 % of the words replaced, those untouched are exact and none is misplaced', () => {
  const words = manyWords(32_000, 7)
  const fresh = manyWords(32_000, 99)
  const kept = (at: number) => at % 20 !== 3
  const edited = words.map((word, at) => (kept(at) ? word : (fresh[at] as string)))
  const starts = (list: string[]) => {
    let at = 0
    return list.map(word => {
      const start = at
      at += word.length + 1
      return start
    })
  }
  const [before, after] = [words.join(' '), edited.join(' ')]
  const [from, to] = [starts(words), starts(edited)]
  const spans = [...Array(1_000).keys()].map(at => ({ first: at * 31 + 2, last: at * 31 + 2 + (at % 9) }))
  const anchors = spans.map(({ first, last }) =>
    makeAnchor(before, from[first] as number, (from[last] as number) + (words[last] as string).length),
  )
  const began = performance.now()
  const placed = reanchor(anchors, before, after)
  const took = performance.now() - began
  let [untouched, different, precise] = [0, 0, 0]
  placed.forEach((anchor, at) => {
    const { first, last } = spans[at] as { first: number; last: number }
    const start = to[first] as number
    const end = (to[last] as number) + (edited[last] as string).length
    const whole = words.slice(first, last + 1).every((_, offset) => kept(first + offset))
    if (whole) {
      untouched++
      expect(anchor).toMatchObject({ state: 'exact', start, end })
    } else if (anchor.state === 'lost') expect(last - first).toBeLessThan(4)
    else {
      // The ends of a changed passage are only as sure as the words beside them: the most of it must be right.
      expect(anchor.state).toBe('changed')
      const shared = Math.min(anchor.end, end) - Math.max(anchor.start, start)
      expect(shared).toBeGreaterThan(0.6 * Math.max(end - start, anchor.end - anchor.start))
      if (anchor.start === start && anchor.end === end) precise++
      different++
    }
  })
  expect(untouched).toBeGreaterThan(500)
  expect(different).toBeGreaterThan(100)
  expect(precise).toBeGreaterThan(0.95 * different)
  expect(took).toBeLessThan(5_000)
})

test('a thousand quotes against a text that shares nothing with theirs are given up in bounded time', () => {
  const [before, after] = [manyWords(20_000, 1).join(' '), manyWords(100_000, 2).join(' ')]
  const anchors = [...Array(1_000).keys()].map(at => makeAnchor(before, at * 100, at * 100 + 90))
  const began = performance.now()
  const placed = reanchor(anchors, before, after)
  expect(placed.every(anchor => anchor.state === 'lost')).toBe(true)
  expect(performance.now() - began).toBeLessThan(15_000)
})

test.each([
  ['fifty percent', 'fifty per cent', true],
  ['it will pay', 'it will not pay', true],
  ['they can’t pay', 'they can pay', true],
  ['in March', 'in April', true],
  ['1,000 tonnes', '1,000 tons', false],
  ['the fund pays', 'the Fund pays.', false],
  ['US$ 5 million', '€ 5 million', true],
])('"%s" and "%s" differ in substance: %s', (left, right, differs) => {
  expect(differsInSubstance(left, right)).toBe(differs)
  expect(differsInSubstance(right, left)).toBe(differs)
})
