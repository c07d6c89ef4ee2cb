import { sentencesOf } from './prose.ts'

const capital = "(?:(?:\\p{Lu}\\.)+|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Prof|Rep|Gov|Lt|Col)\\.|\\p{Lu}[\\p{L}\\p{M}’'-]*)"
const office =
  'government|delegation|ministry|foreign ministry|defen[cs]e ministry|finance ministry|president|minister|officials?|office|parliament|embassy|envoy|side|spokesman|spokeswoman|spokesperson|team|newspaper|agency|air force|army|navy|central bank|court|police'
/** A name: up to ten capitalised words, with small words between them, and an office behind a nationality. */
const name = `${capital}(?:\\s+(?:(?:of|for|von|van|de|der)\\s+)?(?:the\\s+)?${capital}){0,9}(?:\\s+(?:${office}))?`
const adverb =
  '(?:also|later|then|recently|reportedly|repeatedly|publicly|privately|earlier|again|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)'
/** "Added" and "claimed" are of speech only where what is said follows: otherwise something was added, or won. */
const verb = `(?:has |have |had )?(?:${adverb} )*(?:(?:said|says|stated|states|announced|noted|argued|warned|declared|explained|emphasi[sz]ed|insisted|insists|confirmed|reported|reports|denied|denies|wrote|writes|acknowledged|stressed|told|expects|estimates|predicts|predicted|believes|maintains|maintained|testified|ruled|vowed)\\b(?! (?:by|to|out)\\b)|(?:held|found|concluded|complained|promised|pledged)\\b(?= that\\b)|(?:added|claimed|claims)\\b(?= (?:that|it|they|he|she|there|to have)\\b|\\s*[,:“"]|\\s*[.]?$)|(?:called|labell?ed|described|dubbed) (?=(?:the|it|this|that|them|him|her|his|its) ))`
const gerund = '(?:noting|saying|adding|warning)'
const spoke = '(?:said|says|added|noted|wrote|warned|argued|insisted|stressed|explained)'
const quotes = '[”"’]'
/** Between a name and its verb, set off by commas: "Mark Ellis, head of the mission, noted". */
const apposition = '(?:, [^,.;“”"]{3,90},)?'

const subject = new RegExp(`(?<![\\p{L}\\p{M}’'-])(${name})${apposition} ${verb}`, 'gu')
const patterns = [
  new RegExp(`\\b[Aa]ccording to (?:the )?(${name})`, 'gu'),
  new RegExp(`\\b[Ii]n the words of (?:the )?(${name})`, 'gu'),
  new RegExp(`\\b[Aa]s (?:the )?(${name}) (?:puts?|sees) it\\b`, 'gu'),
  new RegExp(`\\b(?:as )?(?:first )?reported by (?:the )?(${name})`, 'gu'),
  new RegExp(`\\b(${name})${apposition} [^.;“”"]{0,90}?, ${gerund}\\b`, 'gu'),
  new RegExp(`\\b(${name}) (?:was|is) quoted (?:as saying|by)\\b`, 'gu'),
  new RegExp(`(?:${quotes},?|,) ${spoke} (?:the )?(${name})`, 'gu'),
]

/** Capitalised because they open the sentence, or words of time: no part of a name. */
const openers = new Set(
  'A An The On In At As By For From But And Or So Yet Still Also Then Thus Hence When While Although Though Because After Before Since Until Yesterday Today Tomorrow Meanwhile However Moreover Earlier Later Recently Notably Finally Instead Despite Speaking Asked Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December'.split(
    ' ',
  ),
)
/** Stand for someone named elsewhere, or for no one. */
const nobody = new Set(
  'He She It They We I You This That These Those One Some Many Most Others Both Neither Who There Here What Nobody Observers Critics Experts Analysts Sources Officials His Her Their Its Our Doctors Residents Police Scientists Economists'.split(
    ' ',
  ),
)
/** Many people without a name, at the head of a sentence. */
const people = /^(?!Reuters$)\p{Lu}\p{Ll}+(?:ers|ors|ists|ants|ials|ents|ians|men)$/u

/** Before a name that belongs to someone else, who is the one that speaks: "the head of the National Bank". */
const belongs =
  /\b(?:to|of|for|from|with|near|by|at|in|on|against|about|behind|than|after|between|over|under|via|told|asked|met) (?:the )?$/i
/** Before a name that is the last of several. */
const joined = /[\p{L}.’'-] (?:and|or|&) (?:the )?$/iu

const cleaned = (found: string, after: string): string | null => {
  const words = found.split(/\s+/)
  let opener = ''
  while (words[0] !== undefined && openers.has(words[0])) opener = words.shift() ?? ''
  // "In Oslo Anna Berg said": where the place ends and the name begins, nothing tells.
  if (/^(?:On|In|At|By|For|From|Since|Until)$/.test(opener)) return null
  const [first] = words
  if (first === undefined || nobody.has(first) || !/^\p{Lu}/u.test(first)) return null
  if (words.length === 1 && people.test(first)) return null
  const name = words.join(' ')
  // "According to Anna Roth's paper" names her; "according to Moody's" ends with its name.
  return /^ \p{Ll}/u.test(after) ? name.replace(/[’']s$/, '') : name
}

/** Stands for speakers that cannot be told apart: with it there is more than one. */
const several = ''

const speakersIn = (text: string): string[] => {
  const found = new Set<string>()
  for (const match of text.matchAll(subject)) {
    const [, words = ''] = match
    const head = text.slice(Math.max(0, match.index - 40), match.index)
    const speaker = cleaned(words, '')
    if (speaker === null) continue
    // A day that opens the sentence has its own preposition: "On Tuesday Anna Roth said".
    const isOpened = words.trim() !== speaker
    if (joined.test(head)) found.add(several)
    else if (isOpened || !belongs.test(head)) found.add(speaker)
  }
  for (const expression of patterns)
    for (const match of text.matchAll(expression)) {
      const [whole, words = ''] = match
      const at = match.index + whole.indexOf(words) + words.length
      const speaker = cleaned(words, text.slice(at, at + 2))
      if (speaker !== null) found.add(speaker)
    }
  // "Rubio" and "Secretary of State Marco Rubio" are one speaker: the fuller form is kept.
  return [...found].filter(one => one === several || ![...found].some(other => other !== one && other.endsWith(one)))
}

/** The one speaker, or null: of several none is more likely than another. */
const only = (speakers: readonly string[]): string | null => (speakers.length === 1 && speakers[0] ? speakers[0] : null)

/**
 * Who is said to say the selected words: the one speaker named in them, else the one named in the sentences of the
 * context that they touch. Null when there is none, or more than one.
 */
export const speakerOf = (words: string, context: string): string | null => {
  const inside = speakersIn(words)
  if (inside.length > 0) return only(inside)
  const at = context.indexOf(words)
  if (at < 0 || words === '') return null
  const around = sentencesOf(context).filter(({ start, end }) => start < at + words.length && end > at)
  const first = around[0]
  const last = around.at(-1)
  return first && last ? only(speakersIn(context.slice(first.start, last.end))) : null
}
