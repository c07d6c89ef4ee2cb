import { number, ordered, readNumber, to } from './number.ts'
import { type Found, pattern, scan } from './scan.ts'

const durationPattern = pattern(
  `(?:\\bbetween\\s+)?(?<![\\p{L}]-?)(${number})(?:${to}(${number}))?[\\s-](hour|day|week|month|year)s?\\b(?!-old|\\s(?:old|ago|earlier|later|before|after|of age)\\b)(?!\\s(?:and )?\\d+ (?:minute|hour|day|week|month))`,
)
const units = { hour: 'hour', day: 'day', week: 'week', month: 'month', year: 'year' } as const

/** Before a stretch of time that is told from others by its place: "the first two weeks". */
const oneOfSeveral =
  /\b(?:the|its|their|his|her|our|these|those) (?:first|last|next|past|previous|final|coming|following|initial|opening) $/i
const within = /\bwithin (?:the )?(?:first |next |coming |following )?$/i
/** "Over ten years" is during them, unless something lasted over ten years. */
const during =
  /(?<!\b(?:for|last|lasts|lasted|took|take|takes|waited|spent|well|just|little|slightly|bit)) over (?:a |the )?$/i

/** Lengths of time in hours to years, in digits or words. How old something is and how long ago it was are not read. */
export const findDurations = (text: string): Found<'duration'>[] =>
  scan<'duration'>(text, durationPattern, ([, low = '', high, unit = '']) => {
    const bounds = ordered(readNumber(low), high === undefined ? undefined : readNumber(high))
    return bounds && { type: 'duration', ...bounds, unit: units[unit.toLowerCase() as keyof typeof units] }
  }).flatMap(found => {
    const head = text.slice(0, found.start)
    if (within.test(head)) return [{ ...found, qualifier: found.qualifier === 'exactly' ? 'up to' : found.qualifier }]
    if (oneOfSeveral.test(head)) return []
    return [found.qualifier === 'at least' && during.test(head) ? { ...found, qualifier: 'exactly' } : found]
  })
