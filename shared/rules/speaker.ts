import { sentencesOf } from './prose.ts'

const capital = "(?:(?:\\p{Lu}\\.)+|(?:Mr|Mrs|Ms|Dr|Gen|Sen)\\.|\\p{Lu}[\\p{L}\\p{M}’'-]*)"
const office =
  'government|delegation|ministry|president|minister|officials?|office|parliament|embassy|envoy|side|spokesman|spokeswoman|spokesperson|team|newspaper|agency'
/** A name: capitalised words, with small words between them, and an office behind a nationality. */
const name = `${capital}(?:\\s+(?:(?:of|for|von|van|de|der)\\s+)?(?:the\\s+)?${capital})*(?:\\s+(?:${office}))?`
const verb =
  '(?:has |have |had )?(?:also |later |then |recently )?(?:said|says|stated|states|announced|noted|added|argued|warned|claimed|declared|explained|emphasi[sz]ed|insisted|confirmed|reported|reports|denied|wrote|acknowledged|stressed|told)\\b'
const gerund = '(?:noting|saying|adding|warning)'

const patterns = [
  new RegExp(`\\b[Aa]ccording to (?:the )?(${name})`, 'gu'),
  new RegExp(`\\b(?:as )?(?:first )?reported by (?:the )?(${name})`, 'gu'),
  new RegExp(`\\b(?:[Aa]s )?(?<![\\p{L}\\p{M}’'-])(${name})(?:, [^,.;“”"]{3,90},)? ${verb}(?! by\\b)`, 'gu'),
  new RegExp(`\\b(${name})(?:, [^,.;“”"]{3,90},)? [^.;“”"]{0,90}?, ${gerund}\\b`, 'gu'),
  new RegExp(`[”"’],? (?:said|says|added|noted|wrote|warned|argued) (?:the )?(${name})`, 'gu'),
]

/** Capitalised because they open the sentence, or words of time: no part of a name. */
const openers = new Set(
  'A An The On In At As By For From But And Or So Yet Still Also Then Thus Hence When While Although Though Because After Before Since Until Yesterday Today Tomorrow Meanwhile However Moreover Earlier Later Recently Notably Finally Instead Despite Speaking Asked Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December'.split(
    ' ',
  ),
)
/** Stand for someone named elsewhere, or for no one. */
const nobody = new Set(
  'He She It They We I You This That These Those One Some Many Most Others Both Neither Who There Here What Nobody Observers Critics Experts Analysts Sources Officials His Her Their Its Our'.split(
    ' ',
  ),
)

const cleaned = (found: string): string | null => {
  const words = found.split(/\s+/)
  while (words[0] !== undefined && openers.has(words[0])) words.shift()
  const [first] = words
  if (first === undefined || nobody.has(first) || !/^\p{Lu}/u.test(first)) return null
  return words.join(' ').replace(/[’']s$/, '')
}

const speakersIn = (text: string): string[] => {
  const found = new Set<string>()
  for (const expression of patterns)
    for (const [, words = ''] of text.matchAll(expression)) {
      const speaker = cleaned(words)
      if (speaker !== null) found.add(speaker)
    }
  // "Rubio" and "Secretary of State Marco Rubio" are one speaker: the fuller form is kept.
  return [...found].filter(one => ![...found].some(other => other !== one && other.endsWith(one)))
}

/**
 * Who is said to say the selected words: the one speaker named in them, else the one named in the sentences of the
 * context that they touch. Null when there is none, or more than one.
 */
export const speakerOf = (words: string, context: string): string | null => {
  const inside = speakersIn(words)
  if (inside.length > 0) return inside.length === 1 ? (inside[0] ?? null) : null
  const at = context.indexOf(words)
  if (at < 0 || words === '') return null
  const around = sentencesOf(context).filter(({ start, end }) => start < at + words.length && end > at)
  const first = around[0]
  const last = around.at(-1)
  const speakers = first && last ? speakersIn(context.slice(first.start, last.end)) : []
  return speakers.length === 1 ? (speakers[0] ?? null) : null
}
