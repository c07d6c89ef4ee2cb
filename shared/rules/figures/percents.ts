import { number, ordered, readNumber, to } from './number.ts'
import { type Found, pattern, scan } from './scan.ts'

const percentSign = '\\s?-?(?:%|\\bpercent\\b|\\bper cent\\b|\\bpct\\b)(?!\\s*-?points?)'
const percentPattern = pattern(
  `(?:\\bbetween\\s+)?(?<![\\p{L}])(${number})(?:(?:${percentSign})?${to}(${number}))?${percentSign}`,
)

/** Parts that are a round share of something named; hedged ones, and those of a time or a match, are not read. */
const parts: readonly [RegExp, number][] = [
  [
    /(?<!\b(?:first|second|other|latter|one|nearly|almost|about|around|roughly|than|over|under) )\bhalf of (?=(?:the|its|their|all|future|our|any) )(?!the (?:year|month|week|day|decade|century|game|match|season))/giu,
    50,
  ],
  [/\bthree[ -]quarters of (?=(?:the|its|their|all) )(?!the (?:year|game|match|season))/giu, 75],
]

/** Shares in percent up to 100, and halves and three quarters of something. A list, a change from one to another, and points are not read. */
export const findPercents = (text: string): Found<'percent'>[] => [
  ...scan<'percent'>(text, percentPattern, ([, low = '', high]) => {
    const bounds = ordered(readNumber(low), high === undefined ? undefined : readNumber(high))
    return bounds && bounds.high <= 100 ? { type: 'percent', ...bounds } : null
  }),
  ...parts.flatMap(([expression, share]) =>
    // The words up to "of", so that what it is a share of follows, as it does behind a percent sign.
    scan<'percent'>(text, expression, () => ({ type: 'percent', low: share, high: share })).map(found => ({
      ...found,
      end: found.end - ' of '.length,
    })),
  ),
]
