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

export const isRunTogether = (text: string): boolean => letter.test(text)

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

/** How many letters a piece of a text has, from large to small: a text is only taken apart where such letters are. */
const sizes = [65_536, 2_048, 64, 1] as const

const holds = (text: string, ranges: typeof runTogether): string => `${text} glob '*[${classOf(ranges)}]*'`

const isLetter = (sign: string): string => `${sign} glob '[${runTogetherLetters}]'`

/** SQL of {@link pairsOf} for `text`, whose last letter only tells what the one before it stands beside. */
const piecesOf = (text: string, level = 0): string => {
  const size = sizes[level] ?? 1
  const step = `pieces${level}`
  const piece = `substr(${step}.text, ${step}.at, ${size + 1})`
  const taken =
    size === 1
      ? `case when not ${isLetter(`substr(${step}.text, ${step}.at, 1)`)} then substr(${step}.text, ${step}.at, 1)
          when ${isLetter(`substr(${step}.text, ${step}.at + 1, 1)`)} then ' ' || ${piece} || ' '
          else ' ' || substr(${step}.text, ${step}.at, 1) || ' ' end`
      : `case when ${holds(piece, maybeRunTogether)} then ${piecesOf(piece, level + 1)}
          else substr(${step}.text, ${step}.at, min(${size}, ${step}.letters - ${step}.at)) end`
  return `(with recursive ${step} (text, at, letters, done) as (
      select value, 1, length(value), '' from (select ${text} as value)
      union all select text, at + ${size}, letters, done || ${taken} from ${step} where at < letters)
    select done from ${step} where at >= letters)`
}

/**
 * SQL of {@link pairsOf}, for the index: in plain SQL, so that any SQLite reads, checks and keeps it
 * (test/main/store/search/scripts.test.ts holds the two together).
 */
export const sqlOfPairs = (text: string): string =>
  `case when ${holds(text, maybeRunTogether)} then ${piecesOf(`${text} || char(10)`)} else ${text} end`
