import { element, type Html, join } from '../html.ts'

/** The reference of a term or a risk, or a range of percent: engines break both at their dash. */
const whole = /(\b[A-Z]{1,2}-\d+\b|\d+–\d+(?:\u00a0%)?)/

/** Words in which no reference and no range is broken over two lines. What they say stays the same. */
export const unbroken = (words: string): Html =>
  join(
    ...words.split(whole).map((part, index) => (index % 2 === 1 ? element('span', { class: 'figure' }, part) : part)),
  )
