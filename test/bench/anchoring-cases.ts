// Quotations whose true places after edits are known: from made-up articles, from the digests of the sample case, and from both versions of the real articles.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { TextRange } from '../../shared/model/text-version.ts'
import { differsInSubstance, makeAnchor } from '../../shared/rules/anchoring.ts'
import { canonicalText } from '../../shared/rules/canonical-text.ts'
import type { Known } from './anchor-rivals.ts'
import { articleOf, randomFrom } from './corpus.ts'
import { edited, passagesIn, truthOf } from './edited-text.ts'

/** An old and a new text, and quotations of the old one. */
export type AnchoringCase = { before: string; after: string; known: Known[] }

const digests = path.resolve(import.meta.dirname, '../../seeds/digests')

const digestTexts = (): string[] =>
  readdirSync(digests)
    .filter(name => name.endsWith('.txt'))
    .map(name => canonicalText(readFileSync(path.join(digests, name), 'utf8')))

/** Rows that read alike but for a figure, such as every schedule of payments has. */
const schedule = (random: () => number): string =>
  Array.from({ length: 24 }, (_, row) => {
    const year = 2024 + (row % 6)
    const share = [5, 5, 10, 10, 12, 50][Math.floor(random() * 6)]
    return `In ${year} the fund is paid ${share} % of the revenue from licences of class ${'ABCD'[row % 4]}.\n\n`
  }).join('')

/** Texts to be edited: real words, made-up words, and rows that are hard to tell apart. */
const texts = (random: () => number): string[] => [
  ...digestTexts().flatMap(text => [text, text]),
  articleOf(random, 6_000),
  articleOf(random, 20_000),
  `${articleOf(random, 3_000)}\n\n${schedule(random)}${articleOf(random, 3_000)}`,
  digestTexts().join('\n\n'),
]

const knownOf = (before: string, after: string, range: TextRange, truth: TextRange | null): Known => {
  const anchor = makeAnchor(before, range.start, range.end)
  const altered = truth !== null && differsInSubstance(anchor.exact, after.slice(truth.start, truth.end))
  return { anchor, truth, altered }
}

/** `count` quotations over texts of which `share` of the words were edited; the same at every run. */
export const editedCases = (share: number, count: number, seed = 11): AnchoringCase[] => {
  const random = randomFrom(seed + Math.round(share * 1_000))
  const list = texts(random)
  return list.map(before => {
    const result = edited(random, before, share)
    const known = passagesIn(random, before, Math.ceil(count / list.length)).map(range =>
      knownOf(before, result.text, range, truthOf(result, range)),
    )
    return { before, after: result.text, known }
  })
}

/** Where one passage stands in two versions of a text. */
export type KnownPlace = { here: TextRange; there: TextRange | null }

/** Two texts that are versions of one, and quotations with their known places in both; a place is null where it is gone. */
export const pairCase = (before: string, after: string, places: readonly KnownPlace[]): AnchoringCase => ({
  before,
  after,
  known: places.map(({ here, there }) => knownOf(before, after, here, there)),
})
