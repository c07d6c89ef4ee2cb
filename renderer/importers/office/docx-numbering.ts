import { type Numerals, numeral } from '../document/numerals.ts'
import { childAt, childElements, type XmlElement } from '../document/xml.ts'
import type { NumberingPlace } from './docx-styles.ts'

/** `numerals` is null for bullets and for numbers that are not written. */
type Level = { numerals: Numerals | null; text: string; start: number; restarts: boolean; legal: boolean }

const numeralsOf: Record<string, Numerals> = {
  decimal: 'decimal',
  decimalZero: 'decimal zero',
  lowerLetter: 'lower letter',
  upperLetter: 'upper letter',
  lowerRoman: 'lower roman',
  upperRoman: 'upper roman',
}

/** Writes the numbers of lists and numbered headings, which a document counts but does not hold (ECMA-376, 17.9). */
export type Numbering = {
  /** The number of the next paragraph at a place, such as `3.1` or `(a)`; '' for a bullet. */
  next(place: NumberingPlace): string
}

type List = { abstract: string; levels: Map<number, Level>; startOver: Map<number, number> }

/** @param listOfStyle the list that a numbering style has */
export function numberingOfDocument(
  numbering: XmlElement | undefined,
  listOfStyle: (style: string) => string | undefined,
): Numbering {
  const abstracts = new Map(
    childElements(numbering, 'w:abstractNum').map(abstract => [abstract.attributes['w:abstractNumId'] ?? '', abstract]),
  )
  const numbers = new Map(childElements(numbering, 'w:num').map(num => [num.attributes['w:numId'] ?? '', num]))
  const lists = new Map<string, List | null>()
  const listFor = (id: string): List | null => {
    let list = lists.get(id)
    if (list === undefined) {
      const num = numbers.get(id)
      list = num ? listOf(num, abstracts, numbers, listOfStyle) : null
      lists.set(id, list)
    }
    return list
  }
  const counters = new Map<string, (number | undefined)[]>()
  return {
    next({ list: id, depth }) {
      const list = listFor(id)
      const level = list?.levels.get(depth)
      if (!list || !level) return ''
      const counts = counters.get(list.abstract) ?? []
      counters.set(list.abstract, counts)
      const over = list.startOver.get(depth)
      if (over !== undefined) {
        counts[depth] = over - 1
        list.startOver.delete(depth)
      }
      counts[depth] = (counts[depth] ?? level.start - 1) + 1
      for (let deeper = depth + 1; deeper < 9; deeper += 1) {
        if (list.levels.get(deeper)?.restarts !== false) counts[deeper] = undefined
      }
      return labelOf(list, level, counts)
    },
  }
}

function labelOf(list: List, level: Level, counts: (number | undefined)[]): string {
  if (level.numerals === null) return ''
  return level.text.replace(/%([1-9])/g, (_, place: string) => {
    const depth = Number(place) - 1
    const other = list.levels.get(depth)
    const numerals = level.legal ? 'decimal' : (other?.numerals ?? 'decimal')
    return numeral(counts[depth] ?? other?.start ?? 1, numerals)
  })
}

function listOf(
  num: XmlElement,
  abstracts: Map<string, XmlElement>,
  numbers: Map<string, XmlElement>,
  listOfStyle: (style: string) => string | undefined,
): List | null {
  const abstractOf = (one: XmlElement | undefined) => childAt(one, 'w:abstractNumId')?.attributes['w:val'] ?? ''
  let id = abstractOf(num)
  // A numbering may stand in a style of its own and be only named here.
  const linked = childAt(abstracts.get(id), 'w:numStyleLink')?.attributes['w:val']
  if (linked !== undefined) id = abstractOf(numbers.get(listOfStyle(linked) ?? '')) || id
  const abstract = abstracts.get(id)
  if (!abstract) return null
  const levels = new Map(childElements(abstract, 'w:lvl').map(level => [depthOf(level), levelOf(level)]))
  const startOver = new Map<number, number>()
  for (const override of childElements(num, 'w:lvlOverride')) {
    const level = childAt(override, 'w:lvl')
    if (level) levels.set(depthOf(override), levelOf(level))
    const start = childAt(override, 'w:startOverride')?.attributes['w:val']
    if (start !== undefined) startOver.set(depthOf(override), wholeNumber(start, 1))
  }
  return { abstract: id, levels, startOver }
}

const depthOf = ({ attributes }: XmlElement) => wholeNumber(attributes['w:ilvl'], 0)

const wholeNumber = (words: string | undefined, otherwise: number) =>
  /^\d{1,6}$/.test(words ?? '') ? Number(words) : otherwise

function levelOf(level: XmlElement): Level {
  const said = (name: string) => childAt(level, name)?.attributes['w:val']
  return {
    numerals: numeralsOf[said('w:numFmt') ?? 'decimal'] ?? null,
    text: said('w:lvlText') ?? '',
    start: wholeNumber(said('w:start'), 0),
    restarts: said('w:lvlRestart') !== '0',
    legal: childAt(level, 'w:isLgl') !== undefined,
  }
}
