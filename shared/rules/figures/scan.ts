import type { Qualifier, TypedValue } from '../../model/typed-value.ts'
import { qualifierAround } from './hedges.ts'

/** A figure or date read in a text: where, as what, and with which hedge of the document. UTF-16 code units. */
export type Found<Type extends TypedValue['type']> = {
  start: number
  end: number
  value: Extract<TypedValue, { type: Type }>
  qualifier: Qualifier
  /** It goes on with another figure, or is half of a change: alone it says what the words do not say. */
  isPart: boolean
}

export const pattern = (source: string): RegExp => new RegExp(source, 'giu')

/** Before a figure: another one that it goes on with ("10 or 12 percent"), or a sign. */
const goesOn = /(?:\d\s*(?:\bor|\band|\bto|\bplus|-|–|—|\/)\s*|[−±]\s?|(?<=^|[\s(])-|\b(?:minus|plus)\s)$/i
const fromBefore = /(?<!\b(?:rang(?:e|es|ed|ing)|anywhere) )\bfrom (?:about |some )?$/i

/** "From 40 % to 50 %" is a change, and "from £45" the least of several: neither is one figure. A date may follow "from". */
const isChange = (head: string, words: string, tail: string) =>
  fromBefore.test(head) && (/[$€£%]|\d\D*\d/.test(words) || /^\s*(?:to|until)\b/i.test(tail))

/** A range with "and" in it begins with "between": "300 and 400 tonnes" are two figures. */
const isList = (words: string) => /\band\b/i.test(words) && !/^between\b/i.test(words)

/** All matches of a pattern that `read` makes sense of. */
export const scan = <Type extends TypedValue['type']>(
  text: string,
  expression: RegExp,
  read: (match: RegExpExecArray) => Found<Type>['value'] | null,
): Found<Type>[] =>
  [...text.matchAll(expression)].flatMap(match => {
    const [words] = match
    const value = read(match)
    if (value === null) return []
    const [start, end] = [match.index, match.index + words.length]
    const head = text.slice(Math.max(0, start - 32), start)
    const isPart =
      goesOn.test(head) || isList(words) || (value.type !== 'date' && isChange(head, words, text.slice(end, end + 8)))
    return [{ start, end, value, qualifier: qualifierAround(text, start, end), isPart }]
  })
