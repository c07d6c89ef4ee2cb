/** How the number of a list item is written. */
export type Numerals = 'decimal' | 'decimal zero' | 'lower letter' | 'upper letter' | 'lower roman' | 'upper roman'

const roman: [string, number][] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
]

const romanOf = (value: number): string => {
  let rest = value
  return roman
    .map(([sign, worth]) => {
      const times = Math.floor(rest / worth)
      rest -= times * worth
      return sign.repeat(times)
    })
    .join('')
}

/** How letters go on after z: word processors repeat them (aa, bb), browsers count with them (aa, ab). */
export type LettersBeyondZ = 'repeated' | 'counted'

const letter = (place: number) => String.fromCharCode(97 + place)

function letterOf(value: number, beyond: LettersBeyondZ): string {
  const [place, round] = [(value - 1) % 26, Math.floor((value - 1) / 26)]
  if (beyond === 'repeated') return letter(place).repeat(round + 1)
  return (round === 0 ? '' : letterOf(round, beyond)) + letter(place)
}

/** A number as a list shows it. Numbers that the numerals cannot write, such as 0 or 40,000, are written in digits. */
export function numeral(value: number, numerals: Numerals, beyond: LettersBeyondZ = 'repeated'): string {
  if (numerals === 'decimal zero') return String(value).padStart(2, '0')
  if (numerals === 'decimal' || value < 1 || value > 5_000) return String(value)
  const word = numerals.endsWith('roman') ? romanOf(value) : letterOf(value, beyond)
  return numerals.startsWith('upper') ? word.toUpperCase() : word
}
