import { type Stage, stage } from '../model/claim.ts'

/** A stage that words name, and the words that do. */
export type NamedStage = { stage: Stage; words: string }

/** Words that say outright how far a thing has come. What only may have come so far is left to the analyst. */
const cues: Partial<Record<Stage, RegExp>> = {
  rumoured: /\brumou?red\b/giu,
  proposed: /\b(?:proposed|put forward|tabled)\b/giu,
  countered: /\b(?:countered|counter-?offers?|counter-?propos(?:al|als|ed))\b/giu,
  'agreed in principle': /\bagree(?:d|ment) in principle\b|\b(?:provisionally agreed|agreed provisionally)\b/giu,
  'text agreed':
    /\bagreed (?:on )?the (?:final )?text\b|\b(?:the |final )text (?:was|is|has been|had been) agreed\b|\binitiall?ed\b/giu,
  signed: /\bsigned\b/giu,
  ratified: /\bratified\b/giu,
  'in force': /\b(?:is|are|was|were|remains?|entered|came|went) (?:now |still )?in(?:to)? force\b|\btook effect\b/giu,
  amended: /\bamended\b/giu,
  rejected: /\b(?:rejected|turned down)\b/giu,
  withdrawn:
    /\bwithdrew (?:the|its|his|her|their) (?:offer|proposal|draft|demand)\b|\b(?:offer|proposal|draft|demand) (?:was|has been|had been) withdrawn\b/giu,
}

/** Before such words in the same clause nothing has happened: it will, may, should, or did not. */
const unreal =
  /\b(?:will|would|could|can|may|might|should|shall|must|to be|to get|to have|yet to|if|once|unless|until|before|when|not|never|no|nor|neither|nothing|none|nobody|cannot|hardly|without|expect(?:s|ed)?|hop(?:es?|ed|ing)|plan(?:s|ned)?|refus(?:es|ed)|fail(?:s|ed)|declin(?:es|ed)|want(?:s|ed)?|await(?:s|ed|ing)?|being|was to|were to|is to|are to)\b|n[’']t\b/iu

const clauseBefore = (text: string, at: number) => text.slice(0, at).match(/[^,.;:!?()“”"—]*$/u)?.[0] ?? ''

/**
 * The stages that words name outright, each once, in the order of a negotiation: to be offered, never to be taken
 * unasked. "Will be signed" and "not signed" name none (test/shared/rules/stage-words.test.ts).
 */
export const namedStages = (text: string): NamedStage[] =>
  stage.options.flatMap(one => {
    const said = [...text.matchAll(cues[one] ?? /(?!)/g)].find(match => !unreal.test(clauseBefore(text, match.index)))
    return said === undefined ? [] : [{ stage: one, words: said[0] }]
  })
