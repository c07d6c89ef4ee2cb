import { dateWords, isDateFormat } from './date-format.ts'
import { type FormatToken, sectionsOf, signsOf, tokensOf } from './format-tokens.ts'

/** The formats that a spreadsheet names by number only (ECMA-376, 18.8.30). Dates that follow the system's taste are written as ISO 8601. */
const builtIn: Record<number, string> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '$#,##0;-$#,##0',
  6: '$#,##0;-$#,##0',
  7: '$#,##0.00;-$#,##0.00',
  8: '$#,##0.00;-$#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  37: '#,##0;(#,##0)',
  38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  41: '#,##0;-#,##0;"-"',
  42: '$#,##0;-$#,##0;"-"',
  43: '#,##0.00;-#,##0.00;"-"',
  44: '$#,##0.00;-$#,##0.00;"-"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
}

/** The format with a number of its own, or one of the given ones. */
export const formatCode = (id: number, own: ReadonlyMap<number, string>): string =>
  own.get(id) ?? builtIn[id] ?? 'General'

/**
 * A number as a cell of that format shows it, wide enough and in English.
 * @param from1904 true when days are counted from 1904-01-01 rather than from 1900
 */
export function shownNumber(value: number, code: string, from1904 = false): string {
  const sections = sectionsOf(code)
  const chosen = sectionFor(value, sections)
  const shown = chosen.absolute ? Math.abs(value) : value
  if (/general/i.test(signsOf(chosen.code))) {
    const words = tokensOf(chosen.code).map(token => token.words)
    return words.join('').replace(/general/i, general(shown))
  }
  if (isDateFormat(chosen.code)) return dateWords(value, chosen.code, from1904) ?? general(value)
  return withNumber(shown, chosen.code)
}

/** Words as a cell of that format shows them: most formats leave them alone. */
export function shownText(words: string, code: string): string {
  const section = sectionsOf(code)[3] ?? (code.includes('@') ? code : '@')
  if (!section.includes('@')) return words
  return tokensOf(section)
    .map(token => (token.literal ? token.words : token.words.replaceAll('@', () => words)))
    .join('')
}

/** The part of a format for a number; `absolute` when it shows a minus itself, if it wants one. */
type Section = { code: string; absolute: boolean }

const condition = /\[(<=|>=|<>|<|>|=)\s*(-?[\d.]+)\]/

function sectionFor(value: number, sections: readonly string[]): Section {
  const conditional = sections.slice(0, 3).map(section => condition.exec(section))
  if (conditional.some(Boolean)) {
    const found = conditional.findIndex(known => known && holds(value, known[1] ?? '', Number(known[2])))
    const otherwise = conditional.findIndex(known => !known)
    const code = sections[found !== -1 ? found : otherwise !== -1 ? otherwise : 0] ?? 'General'
    return { code, absolute: found > 0 }
  }
  const [positive = 'General', negative, zero] = sections
  if (value < 0 && negative !== undefined) return { code: negative, absolute: true }
  if (value === 0 && zero !== undefined) return { code: zero, absolute: true }
  return { code: positive, absolute: false }
}

const holds = (value: number, sign: string, limit: number): boolean =>
  ({
    '<': value < limit,
    '>': value > limit,
    '<=': value <= limit,
    '>=': value >= limit,
    '=': value === limit,
    '<>': value !== limit,
  })[sign] ?? false

/** A number without a format: as many as eleven digits, large and small ones with an exponent. */
function general(value: number): string {
  const magnitude = Math.abs(value)
  const sign = value < 0 ? '-' : ''
  if (magnitude === 0) return '0'
  if (magnitude >= 1e11 || magnitude < 1e-9) {
    const [digits = '', exponent = ''] = Number(magnitude.toPrecision(6)).toExponential().split('e')
    return `${sign}${digits}E${exponent.replace(/^([+-])(\d)$/, '$10$2')}`
  }
  const whole = Math.floor(magnitude).toString().length
  return sign + String(Number(magnitude.toFixed(Math.max(0, Math.min(9, 10 - whole)))))
}

function withNumber(value: number, section: string): string {
  const tokens = tokensOf(section)
  const signs = signsOf(section)
  if (!/[0#?]/.test(signs)) return tokens.map(({ words }) => words).join('')
  if (/[0#?]\s*\/\s*[0#?\d]/.test(signs)) return fraction(value, tokens)
  const percent = (signs.match(/%/g) ?? []).length
  const core = signs.slice(signs.search(/[0#?]/), lastPlace(signs) + 1)
  const thousands = /^,*/.exec(signs.slice(lastPlace(signs) + 1))?.[0].length ?? 0
  const magnitude = (Math.abs(value) * 100 ** percent) / 1000 ** thousands
  if (/^[0#?]+[^0#?.,E]/.test(core) && !/[.,E]/.test(core)) return filled(value, magnitude, tokens)
  const digits = /E[+-]/i.test(core) ? scientific(magnitude, core) : decimal(magnitude, core)
  return placed(digits, tokens, signs, value < 0 && /[1-9]/.test(digits))
}

/** Digits between signs, such as `000-00-0000`: the places are filled from the right, the first takes the rest. */
function filled(value: number, magnitude: number, tokens: readonly FormatToken[]): string {
  let digits = roundedAt(magnitude, 0)
  const first = tokens.findIndex(({ words, literal }) => !literal && /[0#?]/.test(words))
  let shown = ''
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const { words = '', literal = true } = tokens[index] ?? {}
    if (literal || !/[0#?]/.test(words)) shown = words + shown
    else if (index === first) shown = (digits || (words === '0' ? '0' : '')) + shown
    else {
      shown = (digits.slice(-1) || (words === '0' ? '0' : '')) + shown
      digits = digits.slice(0, -1)
    }
  }
  return value < 0 ? `-${shown}` : shown
}

const lastPlace = (signs: string) => Math.max(signs.lastIndexOf('0'), signs.lastIndexOf('#'), signs.lastIndexOf('?'))

/** Puts the digits where the places stand, with the words before and after them. */
function placed(digits: string, tokens: readonly FormatToken[], signs: string, minus: boolean): string {
  const first = signs.search(/[0#?]/)
  const last = lastPlace(signs)
  let at = 0
  let before = ''
  let between = ''
  let after = ''
  for (const { words, literal } of tokens) {
    // Every literal is one sign in `signs`.
    const inside = at >= first && at <= last
    if (literal && inside) between += words
    else if (at < first) before += words
    else if (at > last && !(words === ',' && !literal)) after += words
    at += literal ? 1 : words.length
  }
  return `${minus ? '-' : ''}${before}${digits}${between}${after}`
}

/** Digits in the places of a format such as `#,##0.0?`. */
function decimal(magnitude: number, places: string): string {
  const [wholePlaces = '', partPlaces = ''] = places.replace(/[^0#?.,]/g, '').split('.')
  const fixed = magnitude < 1e15 ? roundedAt(magnitude, partPlaces.length) : String(magnitude)
  const [whole = '0', part = ''] = fixed.split('.')
  const least = (wholePlaces.match(/0/g) ?? []).length
  const shown = (whole === '0' ? '' : whole).padStart(least, '0')
  const grouped = wholePlaces.includes(',') ? shown.replace(/\B(?=(?:\d{3})+$)/g, ',') : shown
  const kept = [...part].map((digit, index) => ({ digit, place: partPlaces[index] }))
  while (kept.at(-1)?.digit === '0' && kept.at(-1)?.place !== '0') kept.pop()
  const decimals = kept.map(({ digit }) => digit).join('')
  return partPlaces === '' && !places.includes('.') ? grouped : `${grouped}.${decimals}`
}

/** Rounds half away from zero as spreadsheets do, on the decimal digits that the number is written with. */
function roundedAt(magnitude: number, places: number): string {
  const shifted = Number(`${magnitude.toPrecision(15)}e${places}`)
  if (!Number.isFinite(shifted)) return magnitude.toFixed(places)
  const digits = String(BigInt(Math.round(shifted))).padStart(places + 1, '0')
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
}

function scientific(magnitude: number, core: string): string {
  const [mantissa = '0', sign = 'E+', exponentPlaces = '00'] = core.split(/(E[+-])/i)
  const wholePlaces = mantissa.split('.')[0]?.replace(/[^0#?]/g, '').length || 1
  let exponent = magnitude === 0 ? 0 : Math.floor(Math.log10(magnitude))
  exponent = Math.floor(exponent / wholePlaces) * wholePlaces
  let digits = decimal(magnitude / 10 ** exponent, mantissa)
  if (Number(digits.replaceAll(',', '')) >= 10 ** wholePlaces) {
    exponent += wholePlaces
    digits = decimal(magnitude / 10 ** exponent, mantissa)
  }
  const shown = exponent < 0 ? '-' : sign.endsWith('+') ? '+' : ''
  return `${digits}E${shown}${String(Math.abs(exponent)).padStart(exponentPlaces.length, '0')}`
}

/** A number as a whole and a fraction: `1 3/4`. */
function fraction(value: number, tokens: readonly FormatToken[]): string {
  const signs = tokens.map(({ words }) => words).join('')
  const [, wholePlaces = '', below = ''] = /([0#?]+\s+)?[0#?]+\s*\/\s*([0#?\d]+)/.exec(signs) ?? []
  const magnitude = Math.abs(value)
  const whole = wholePlaces === '' ? 0 : Math.floor(magnitude)
  const fixed = /^\d+$/.test(below) && !/^0+$/.test(below) ? Number(below) : null
  const [over, under] = nearest(magnitude - whole, fixed, 10 ** below.length - 1)
  const sign = value < 0 ? '-' : ''
  if (over === 0) return `${sign}${whole}`
  if (over === under && wholePlaces !== '') return `${sign}${whole + 1}`
  return `${sign}${whole > 0 ? `${whole} ` : ''}${over}/${under}`
}

function nearest(part: number, fixed: number | null, most: number): [number, number] {
  if (fixed !== null) return [Math.round(part * fixed), fixed]
  let best: [number, number] = [Math.round(part), 1]
  for (let under = 1; under <= Math.min(most, 999); under += 1) {
    const over = Math.round(part * under)
    if (Math.abs(part - over / under) < Math.abs(part - best[0] / best[1]) - 1e-12) best = [over, under]
  }
  return best
}
