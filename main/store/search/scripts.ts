/**
 * Scripts that put no space between words: Thai, Lao, Burmese, Khmer, Chinese, Japanese, and Korean, whose words carry
 * their particles. As pairs of first and last code point; the Han ranges have room for what Unicode adds to them.
 */
const runTogether: readonly (readonly [number, number])[] = [
  [0xe01, 0xe3a],
  [0xe40, 0xe4e],
  [0xe81, 0xece],
  [0xedc, 0xedf],
  [0x1000, 0x103f],
  [0x1050, 0x108f],
  [0x1780, 0x17d3],
  [0x3005, 0x3007],
  [0x3041, 0x3096],
  [0x309d, 0x309f],
  [0x30a1, 0x30fa],
  [0x30fc, 0x30ff],
  [0x3105, 0x312f],
  [0x31a0, 0x31bf],
  [0x31f0, 0x31ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xff66, 0xff9f],
  [0x20000, 0x323af],
]

/** Wider, and quick to ask: what has none of these has no such script either. */
const maybeRunTogether: typeof runTogether = [
  [0xe01, 0x17d3],
  [0x3005, 0x323af],
]

const classOf = (ranges: typeof runTogether): string =>
  ranges.map(([first, last]) => `${String.fromCodePoint(first)}-${String.fromCodePoint(last)}`).join('')

/** A letter of such a script, for a class of a regular expression with the flag `u`, without its brackets. */
export const runTogetherLetters = classOf(runTogether)

const letter = new RegExp(`[${runTogetherLetters}]`, 'u')
const run = new RegExp(`[${runTogetherLetters}]+`, 'gu')

/**
 * Marks of the scripts of India and South-East Asia, vowels among them: part of a word, where the tokenizer would cut. It
 * knows marks above Latin letters itself.
 */
export const wordMarks = Array.from({ length: 0x17de - 0x900 }, (_, at) => String.fromCodePoint(0x900 + at))
  .filter(sign => /\p{M}/u.test(sign))
  .join('')

/**
 * What the index is given for a text: every letter of such a script together with the one behind it as a word, and the
 * last of a run alone. So any part of a run is a phrase of words, and a single letter the beginning of one
 * (as Lucene's CJKAnalyzer does; McNamee & Mayfield, "Character N-Gram Tokenization", 2004).
 */
export const pairsOf = (text: string): string =>
  letter.test(text)
    ? text.replace(run, letters => {
        const all = [...letters]
        return all.map((one, at) => ` ${one}${all[at + 1] ?? ''} `).join('')
      })
    : text

const lastRun = new RegExp(`([${runTogetherLetters}]+)[^\\p{L}\\p{N}\\p{Co}${wordMarks}]*$`, 'u')

/**
 * The same for words that are looked for, as a phrase of MATCH: a run at their end may go on in the text, a word at their
 * end only if `prefix`.
 */
export const pairsSought = (text: string, prefix: boolean): string => {
  const last = lastRun.exec(text)
  if (!last) return `${pairsOf(text)}${prefix ? '*' : ''}`
  const letters = [...(last[1] ?? '')]
  const pairs = letters.slice(1).map((one, at) => `${letters[at]}${one}`)
  return `${pairsOf(text.slice(0, last.index))} ${pairs.length > 0 ? pairs.join(' ') : `${letters[0]}*`}`.trim()
}

/** A text is taken apart into pieces of this squared, those into stretches of this, those into letters: only where such letters are. */
const size = 256

const holds = (text: string): string => `${text} glob '*[${classOf(maybeRunTogether)}]*'`

const isLetter = (sign: string): string => `${sign} glob '[${runTogetherLetters}]'`

/** The piece that a text begins with, and a letter more: what the last one stands beside. */
const firstPiece = `substr(rest, 1, ${size * size + 1})`

const stretch = `case when mixed then substr(piece, i * ${size} + 1, ${size + 1}) else piece end`

/** SQL of {@link pairsOf} for `text` where it holds such letters. A `limit` keeps SQLite from cutting the same again for every letter. */
const pairsSql = (text: string): string => `(with recursive
  number (i) as (select 0 union all select i + 1 from number where i < ${size - 1}),
  step (at, rest) as (
    select 1, ${text} || char(10)
    union all select at + 1, substr(rest, ${size * size + 1}) from step where length(rest) > ${size * size + 1}),
  big (at, piece, mixed) as (select at, ${firstPiece}, ${holds(firstPiece)} from step limit -1),
  small (at, part, words, mixed) as (
    select at, i, ${stretch}, mixed and ${holds(`(${stretch})`)} from big cross join number
    where i = 0 or mixed and i * ${size} + 1 < length(piece) limit -1),
  letter (at, part, i, one, next) as (
    select at, part, i, case when mixed then substr(words, i + 1, 1) else substr(words, 1, length(words) - 1) end,
      case when mixed then substr(words, i + 2, 1) else '' end
    from small cross join number where i = 0 or mixed and i + 1 < length(words) limit -1)
  select group_concat(case
    when not ${isLetter('one')} then one
    when ${isLetter('next')} then ' ' || one || next || ' '
    else ' ' || one || ' ' end, '') from (select one, next from letter order by at, part, i))`

/**
 * SQL of {@link pairsOf}, for the index: in plain SQL, so that any SQLite reads, checks and keeps it, and not nested, as
 * the parser of those before 3.46 goes no deeper than a hundred (test/main/store/search/scripts.test.ts).
 */
export const sqlOfPairs = (text: string): string => `case when ${holds(text)} then ${pairsSql(text)} else ${text} end`
