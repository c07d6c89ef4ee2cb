import { isAbout } from '../../../shared/model/partial-date.ts'
import type { StatedValue } from '../../../shared/model/typed-value.ts'
import { sentence } from '../../../shared/rules/sentence.ts'
import { numberWords, partialDateWords } from '../../../shared/rules/words.ts'
import type { Held } from '../office/sheet.ts'

/** Excel keeps about 200 formats of a workbook's own; a value that would need one more stands as text. */
const mostFormats = 150
/** A format is no longer than this (Excel specifications and limits). */
const longestFormat = 255

/** Words that stand in a format as they are. */
const literal = (words: string): string => (words === '' ? '' : `"${words.replaceAll('"', '"\\""')}"`)

/** Digits as `numberWords` sets them: separators of thousands, as many decimals as the words have. A format is written as in English everywhere. */
const pattern = (digits: string): string => {
  const [whole = '', decimals = ''] = digits.split(numberWords(0.5).slice(1, 2))
  return `${/\D/.test(whole) ? '#,##0' : '0'}${decimals === '' ? '' : `.${'0'.repeat(decimals.length)}`}`
}

const scales = [
  ['words.trillion', 1e12, ',,,,'],
  ['words.billion', 1e9, ',,,'],
  ['words.million', 1e6, ',,'],
] as const

/** The words cut around a figure: what stands before it, its digits, what stands after. Null where they do not hold it. */
const around = (words: string, figure: number): { before: string; digits: string; after: string } | null => {
  const digits = numberWords(figure)
  const at = words.search(new RegExp(`(?<![\\d.,])${digits.replaceAll('.', '\\.')}(?![\\d]|[.,]\\d)`))
  return at < 0 ? null : { before: words.slice(0, at), digits, after: words.slice(at + digits.length) }
}

/**
 * Gives a cell the figure or the day that its words tell, with a format that shows exactly these words: "at least 50 % of
 * new licences" is 0.5, "US$ 350 billion" is 350000000000. A range, a partial date, a negative figure and more formats
 * than a workbook keeps stay words; so do words
 * longer than the characters that a cell has room for, because a figure is never set in two lines. Held by test/main/exporters/matrix/held-value.test.ts.
 */
export function heldValues(): (words: string, value: StatedValue['value'], room: number) => Held | undefined {
  const formats = new Set<string>()
  const fitting = (number: number, format: string): Held | undefined => {
    if (format.length > longestFormat || (formats.size >= mostFormats && !formats.has(format))) return undefined
    formats.add(format)
    return { number, format }
  }
  return (words, value, room) => {
    if (value === null || words.length > room || words.includes('…')) return undefined
    if (value.type === 'date') {
      const isDay = value.date.length === 10 && !isAbout(value.date)
      return isDay && words === partialDateWords(value.date) ? { day: value.date } : undefined
    }
    if (!('low' in value) || value.low !== value.high || value.low < 0) return undefined
    const { low } = value
    if (value.type === 'percent') {
      const found = around(words, low)
      if (!found?.after.startsWith(' %')) return undefined
      return fitting(low / 100, `${literal(found.before)}${pattern(found.digits)} %${literal(found.after.slice(2))}`)
    }
    if (value.type === 'money') {
      for (const [name, size, commas] of scales) {
        const scaled = around(words, low / size)
        if (scaled?.after.startsWith(` ${sentence(name)}`))
          return fitting(low, `${literal(scaled.before)}${pattern(scaled.digits)}${commas}${literal(scaled.after)}`)
      }
    }
    const found = around(words, low)
    return found === null
      ? undefined
      : fitting(low, `${literal(found.before)}${pattern(found.digits)}${literal(found.after)}`)
  }
}
