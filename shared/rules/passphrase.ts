/** How long a passphrase must be that somebody chooses, in UTF-16 code units. */
export const shortestPassphrase = 8

/** How hard a passphrase is to guess, in the words that the page has for it. */
export type PassphraseStrength = 'common' | 'weak' | 'fair' | 'strong'

/** What stands first on the lists by which passphrases are guessed (after the yearly lists of leaked passwords). */
const common = [
  'password passw passphrase pass secret hidden letmein letmeinnow welcome login admin administrator master root guest user',
  'iloveyou ilove monkey dragon sunshine princess football baseball basketball superman batman starwars shadow michael',
  'jordan ashley charlie trustno trustnoone changeme changeit default test testing computer internet whatever killer',
  'qwerty qwertyuiop qwertz azerty asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc abc abcd abcdef abcdefg abcdefgh',
  'пароль привет любовь йцукен слава україна ukraine glossator correcthorsebatterystaple opensesame hunter',
]
  .join(' ')
  .split(' ')

const known = new Set(common)

/** Letters for the figures and signs by which people think to hide them. */
const plain: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** Neighbours in the alphabet, among figures, and on the rows of keyboards. */
const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'йцукенгшщзхї',
  'фівапролджє',
]

const areNeighbours = (one: string, other: string): boolean =>
  rows.some(row => row.includes(one + other) || row.includes(other + one))

const onlyLetters = (text: string): string => text.replace(/[^\p{L}]/gu, '')

const isCommon = (lower: string): boolean => {
  const core = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const unhidden = Array.from(core, character => plain[character] ?? character).join('')
  return core === '' ? new Set(lower).size <= 4 : [lower, core, unhidden].some(word => known.has(onlyLetters(word)))
}

/** Bits that a character adds where a person chose it: letters of words say little, figures and signs a little more. */
const bitsOf = (character: string): number => (/\p{L}/u.test(character) ? 2.4 : /\p{N}/u.test(character) ? 2.8 : 3.6)

/** Bits of a word that stands among others. */
const bitsOfWord = 14

/** Bits of what follows from the character before: the same again, or its neighbour. */
const bitsOfRepeat = 0.5

const weakBelow = 38
const fairBelow = 56

/**
 * How hard a passphrase is to guess, told in words and never as a promise: what is on every list, then a count of bits by
 * what people choose, in which repeats and neighbours count for little and mixed characters for more, unless they are
 * only hung onto a word. It knows no dictionary.
 */
export const strengthOf = (passphrase: string): PassphraseStrength => {
  const lower = passphrase.normalize('NFKC').toLowerCase().trim()
  if (isCommon(lower)) return 'common'
  const characters = Array.from(lower.replace(/(?:19|20)\d\d/g, '9'))
  let bits = 0
  for (const [place, character] of characters.entries()) {
    const before = characters[place - 1]
    const follows = before !== undefined && (before === character || areNeighbours(before, character))
    bits += follows ? bitsOfRepeat : bitsOf(character)
  }
  const whole = lower.replace(/^(.{1,6})\1+$/su, '$1')
  if (whole !== lower) bits = Math.min(bits, Array.from(whole).length * 3)
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}\s]/u].filter(kind => kind.test(passphrase)).length
  const isWordWithTail = /^\p{L}+[^\p{L}]*$/u.test(lower)
  const words = new Set(lower.split(/[^\p{L}]+/u).filter(word => Array.from(word).length >= 3)).size
  const counted = Math.max(kinds >= 3 && !isWordWithTail ? bits * 1.6 : bits, words >= 3 ? words * bitsOfWord : 0)
  return counted < weakBelow ? 'weak' : counted < fairBelow ? 'fair' : 'strong'
}
