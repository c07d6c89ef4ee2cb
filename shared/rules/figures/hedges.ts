import type { Qualifier } from '../../model/typed-value.ts'

const adverb = '(?:slightly|a little|a bit|little|just|marginally|barely)'

/** The first that fits decides: what is "just over" is about, and what is "no more than" is not "more than". */
const before: readonly [Qualifier, RegExp][] = [
  [
    'about',
    new RegExp(`\\b(?:just|${adverb}) (?:(?:more|less|fewer|higher|lower) than|over|under|above|below|shy of)$`, 'i'),
  ],
  ['at least', /\b(?:no|not) (?:less|fewer|lower|earlier|sooner) than$/i],
  [
    'up to',
    /(?:\b(?:up to|at (?:the )?most|(?:no|not) (?:more|higher|later|longer|greater|larger) than|not (?:over|above|after|exceeding)|(?:not|n[’']t) exceed|a maximum of|maximum(?: of)?|max\.?|as (?:much|many|high|long) as|(?:less|fewer|lower|smaller) than|no later than|under|below|capped at|limited to|a (?:cap|ceiling|limit) of|on or before)|≤|<)$/i,
  ],
  [
    'at least',
    /(?:\b(?:at least|not (?:under|below|before|until)|a minimum of|minimum(?: of)?|(?:more|higher|greater|larger) than|over|above|beyond|exceed(?:s|ed|ing)?|in excess of|upwards? of|north of|starting (?:at|from)|a floor of)|≥|>)$/i,
  ],
  [
    'about',
    /(?:\b(?:about|around|roughly|approximately|approx\.?|nearly|almost|circa|ca?\.|an estimated|close to|some|in the region of|on the order of|somewhere near)|~|≈)$/i,
  ],
]
const after: readonly [Qualifier, RegExp][] = [
  ['at least', /^(?:(?:or|and) (?:more|longer|over|above|up|higher)|at least|minimum|plus)\b|^\+/i],
  ['up to', /^(?:(?:or|and) (?:less|fewer|under|below|lower|shorter)|at (?:the )?most|maximum|tops)\b/i],
  ['about', /^(?:or so|or thereabouts|give or take)\b/i],
]

/** How the document hedges what stands from `start` to `end`, in UTF-16 code units. */
export const qualifierAround = (text: string, start: number, end: number): Qualifier => {
  const head = text
    .slice(Math.max(0, start - 32), start)
    .replace(/\s+(?:(?:a|an|the|another|a further|an additional|an extra)\s*)?$/i, '')
  const tail = text.slice(end, end + 16).trimStart()
  return (
    before.find(([, pattern]) => pattern.test(head))?.[0] ??
    after.find(([, pattern]) => pattern.test(tail))?.[0] ??
    'exactly'
  )
}
