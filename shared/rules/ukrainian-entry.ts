import { spokenLanguage } from '../language.ts'

type Rewriting = readonly (readonly [RegExp, string])[]

/** A Ukrainian word as a whole: `\b` knows Latin letters alone. */
const word = (stem: string) => `(?<![\\p{L}’'])(?:${stem})(?![\\p{L}’'])\\.?`

const opening = (stem: string) => new RegExp(`^\\s*(?:${stem})(?![\\p{L}’'])\\s*`, 'iu')

/** What stands before a date, with the same meaning as the English words of typed-entry.ts. */
const dateHedges: Rewriting = [
  [opening('не раніше(?: ніж| за| від)?|після|починаючи з'), 'not before '],
  [opening('не пізніше(?: ніж| за| від)?|до'), 'by '],
  [opening('приблизно|орієнтовно|близько'), 'about '],
]

const hedges: Rewriting = [
  [opening('щонайменше|не менше(?: ніж| за| від)?|принаймні|мінімум|понад|більше(?: ніж| за)'), 'at least '],
  [opening('щонайбільше|не більше(?: ніж| за| від)?|максимум|менше(?: ніж| за)'), 'up to '],
  [opening('приблизно|орієнтовно|близько|майже'), 'about '],
  [opening('рівно|точно'), 'exactly '],
  [/^\s*від\s+(?=\d[^–-]*?\s+до\s+\d)/iu, 'between '],
  [/^\s*між\s+(?=\d)/iu, 'between '],
  [/^\s*від\s+(?=\d)/iu, 'from '],
  [/^\s*до\s+(?=\d)/iu, 'up to '],
  [/(\d[^\d]*?)\s+(?:до|і|й|та)\s+(?=\d)/iu, '$1 and '],
]

const monthStems = [
  ['січ(?:ень|ня|ні)?', 'January'],
  ['лют(?:ий|ого|ому)?', 'February'],
  ['бер(?:езень|езня|езні)?', 'March'],
  ['квіт(?:ень|ня|ні)?', 'April'],
  ['трав(?:ень|ня|ні)?', 'May'],
  ['черв(?:ень|ня|ні)?', 'June'],
  ['лип(?:ень|ня|ні)?', 'July'],
  ['серп(?:ень|ня|ні)?', 'August'],
  ['вер(?:есень|есня|есні)?', 'September'],
  ['жовт(?:ень|ня|ні)?', 'October'],
  ['лист(?:опад|опада|опаді)?', 'November'],
  ['груд(?:ень|ня|ні)?', 'December'],
] as const

const months: Rewriting = monthStems.map(([stem, name]) => [new RegExp(word(stem), 'giu'), name])

const dates: Rewriting = [
  ...months,
  [/(?<=\d{4})\s*(?:року|році|рік|р\.?)(?!\p{L})/giu, ''],
  [/^на початку /iu, 'early '],
  [/^(?:в|у) середині /iu, 'mid '],
  [/^наприкінці /iu, 'late '],
]

const scales: Rewriting = [
  [new RegExp(word('тис(?:яч[аіу]?)?'), 'giu'), 'thousand'],
  [new RegExp(word('млн|мільйон(?:а|и|ів)?'), 'giu'), 'million'],
  [new RegExp(word('млрд|мільярд(?:а|и|ів)?'), 'giu'), 'billion'],
  [new RegExp(word('трлн|трильйон(?:а|и|ів)?'), 'giu'), 'trillion'],
]

/** An amount, or a range of them, with the words of its size. */
const amount = '(\\d(?:[\\d.,\\s–-]|thousand|million|billion|trillion)*?)'
const before = (currency: string, sign: string): Rewriting[number] => [
  new RegExp(`${amount}\\s*(?<![\\p{L}])(?:${currency})(?!\\p{L})\\.?`, 'giu'),
  `${sign}$1`,
]

const currencies: Rewriting = [
  before('дол(?:\\.|ар(?:а|и|ів)?)?\\s*США', 'US$$'),
  before('дол(?:ар(?:а|и|ів)?)?', 'US$$'),
  before('євро', '€'),
  before('фунт(?:а|и|ів)?(?: стерлінгів)?', '£'),
  before('грн|гривень|гривн(?:я|і)', '₴'),
  [/(\d[^€£₴¥]*?)\s*([€£₴¥])(?!\s?\d)/gu, '$2$1'],
]

const after = (stem: string) => new RegExp(`(?<=\\d|thousand|million|billion)\\s*(?:${stem})(?![\\p{L}’'])\\.?`, 'giu')

const units: Rewriting = [
  [/(?<=%)\s+(?:від|із|з)\s+/giu, ' of '],
  [after('відсот(?:ок|ка|ки|ків)'), ' %'],
  [after('годин(?:а|и|у|ами)?|год'), ' hours'],
  [after('день|дня|дні|днів|днями|доба|доби|діб'), ' days'],
  [after('тиждень|тижня|тижні|тижнів|тижнями|тиж'), ' weeks'],
  [after('місяць|місяця|місяці|місяців|місяцями|міс'), ' months'],
  [after('рік|року|роки|років|роками'), ' years'],
]

const answers: Rewriting = [
  [opening('ще ні'), 'not yet '],
  [opening('так'), 'yes '],
  [opening('ні'), 'no '],
]

const rewritten = (words: string, rewriting: Rewriting): string =>
  rewriting.reduce((text, [expression, by]) => text.replace(expression, by), words)

/**
 * Groups of three by spaces that do not break, and a decimal comma, as Ukrainian writes numbers. A comma before three
 * digits is a decimal one only beside Ukrainian words or a percent sign: "US$1,250" was copied from an English text.
 */
const plainNumbers = (words: string): string =>
  words
    .replace(/(?<=\d)[\u00a0\u202f](?=\d{3}(?!\d))/g, ' ')
    .replace(/(\d),(?=\d+(?![\d,]))/g, (comma, digit: string, at: number) =>
      /^\d{3}(?!\d)/.test(words.slice(at + 2)) && !/[%\p{Script=Cyrillic}]/u.test(words) ? comma : `${digit}.`,
    )

/**
 * What an analyst typed in Ukrainian, in the English words and signs that the rules of figures and dates read: the words
 * that the product itself shows of a value are among them ("щонайменше 1 250,5 млн дол. США", "приблизно 11 березня 2025").
 * English words stay as they are; a comma within a number is a decimal one only where Ukrainian is spoken.
 * Held by test/shared/rules/ukrainian-entry.test.ts.
 */
export const ukrainianFigure = (words: string): string => {
  const isUkrainian = spokenLanguage() === 'uk'
  if (!isUkrainian && !/\p{Script=Cyrillic}/u.test(words)) return words
  const numbers = isUkrainian ? plainNumbers(words) : words
  return rewritten(numbers, [...scales, ...currencies, ...units, ...hedges]).trim()
}

/** The same of a date: "не раніше ніж 11 березня 2025 року" is "not before 11 March 2025". */
export const ukrainianDate = (words: string): string =>
  /\p{Script=Cyrillic}/u.test(words) ? rewritten(words, [...dateHedges, ...dates]).trim() : words

/** The same of an answer: "так" is "yes". */
export const ukrainianAnswer = (words: string): string =>
  /\p{Script=Cyrillic}/u.test(words) ? rewritten(words, answers).trim() : words
