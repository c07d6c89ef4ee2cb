/** Words with a "not" or "no" in them that deny nothing, or only what stands behind a contrast. */
const harmless = new RegExp(
  [
    '\\bnot (?:only|just|merely|simply|least|to mention|necessarily)\\b',
    '\\b(?:no|not) (?:less|more|fewer|later|sooner|earlier|longer|higher|lower|greater|larger|smaller) than\\b',
    '\\bnot (?:exceed|over|under|above|below|before|after|until)(?:ing|s)?\\b',
    "n[’']t exceed\\b",
    '\\bno (?:doubt|wonder|matter|small|mean|ordinary|stranger)\\b',
    '\\bnothing (?:but|less than|short of|more than)\\b',
    '\\b(?:could|can) ?not but\\b',
    '\\bwhether or not\\b',
    '\\bwhy not\\b',
    '\\bif not\\b',
    '\\bwithout (?:delay|doubt|question|exception|precedent|fail)\\b',
    // A number, and a compound: "No. 5", "no-fly zone", "not-for-profit".
    '\\bno\\. ?\\d+',
    '\\b(?:no|not)-\\p{L}',
    // "It cost 3, not 2": what is said stands before the comma.
    ', (?:and )?not (?!(?:only|just|yet|be|have|been)\\b)[^,.;“”"]*(?=[,.;“”"]|$)',
  ].join('|'),
  'giu',
)

/** What would be so under a condition is not denied. */
const condition = /\b(?:if|unless|in case|lest)\b[^,.;“”"]*/gi

const negation =
  /\b(?:neither\b[^.;]{0,200}?\bnor|neither|not|never|nor|without|cannot|no one|nobody|nothing|none|nowhere|no longer|no|den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refus(?:e|es|ed|ing)|rul(?:e|es|ed|ing) out|dismiss(?:es|ed)|turn(?:s|ed) down|fail(?:s|ed) to|declin(?:e|es|ed) to|(?:un|not )able to(?<!not able to))\b|n[’']t\b/gi
/** With a negation beside them they may turn it round. */
const contrary = /\b(?:absence|lack|opposed|opposes?|objections?|objects?|impossible|unlikely|untrue|false)\b/i
/** Inside "neither … nor" a further negation may stand. */
const insideNeither = /\bneither\b([^.;]{0,200}?)\bnor\b([^.;]*)/i

/**
 * Whether the words deny something: true for one negation, false for none, null where one meets another or something
 * contrary, which is for the analyst to read.
 */
export const negatedIn = (text: string): boolean | null => {
  const plain = text.replace(harmless, ' ').replace(condition, ' ')
  const found = [...plain.matchAll(negation)]
  if (found.length === 0) return false
  const [, before = '', behind = ''] = plain.match(insideNeither) ?? []
  const inside = `${before} ${behind}`.match(new RegExp(negation.source, 'i')) !== null
  return found.length === 1 && !contrary.test(plain) && !inside ? true : null
}
