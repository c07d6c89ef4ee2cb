import { expect, test } from 'vitest'
import { type RuleId, tradecraftRules } from '../../../../shared/rules/tradecraft/catalogue.ts'
import { checkBriefing } from '../../../../shared/rules/tradecraft.ts'
import { heldOutSentences } from './held-out-sentences.ts'
import { facts, type LabelledSentence } from './labelled.ts'
import { type LabelledBriefing, labelledBriefings } from './labelled-briefings.ts'
import { tunedSentences } from './tuned-sentences.ts'

type Count = { raised: number; right: number; expected: number }
type Labelled = { raised: readonly string[]; expected: readonly string[]; words: string }

const inSentence = ({ words, briefing, raises }: LabelledSentence): Labelled => ({
  words,
  expected: raises,
  raised: [...new Set(checkBriefing(briefing, facts).map(({ rule }) => rule))],
})

const inBriefing = ({ name, briefing, facts: of, today, raises }: LabelledBriefing): Labelled => ({
  words: name,
  expected: raises,
  raised: [...new Set(checkBriefing(briefing, of, today).map(({ rule }) => rule))],
})

const measure = (set: readonly Labelled[]) => {
  const counts = new Map<string, Count>()
  const mistakes: string[] = []
  for (const { words, raised, expected } of set) {
    for (const rule of new Set([...raised, ...expected])) {
      const count = counts.get(rule) ?? { raised: 0, right: 0, expected: 0 }
      if (raised.includes(rule)) count.raised += 1
      if (expected.includes(rule)) count.expected += 1
      if (raised.includes(rule) && expected.includes(rule)) count.right += 1
      else mistakes.push(`${raised.includes(rule) ? 'wrongly' : 'missed'} ${rule}: ${words}`)
      counts.set(rule, count)
    }
  }
  return { counts, mistakes }
}

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)
const precision = ({ right, raised }: Count) => share(right, raised)
const recall = ({ right, expected }: Count) => share(right, expected)

const table = (counts: ReadonlyMap<string, Count>) =>
  [...counts]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(
      ([rule, count]) =>
        `${rule.padEnd(28)} precision ${precision(count).toFixed(2)}  recall ${recall(count).toFixed(2)}  of ${count.expected}`,
    )
    .join('\n')

const floor = 0.9

/** Every rule above the floor, over all sentences that hold it or should not. */
const holds = (counts: ReadonlyMap<string, Count>) => {
  for (const [rule, count] of counts) {
    expect(precision(count), `precision of ${rule}`).toBeGreaterThanOrEqual(floor)
    expect(recall(count), `recall of ${rule}`).toBeGreaterThanOrEqual(floor)
  }
}

test('there are enough sentences and briefings, and every rule is in them', () => {
  const sentences = [...tunedSentences, ...heldOutSentences]
  expect(sentences.length).toBeGreaterThanOrEqual(120)
  expect(new Set(sentences.map(({ words }) => words)).size).toBeGreaterThanOrEqual(120)
  expect(labelledBriefings.length).toBeGreaterThanOrEqual(12)
  const all = new Set([...sentences, ...labelledBriefings].flatMap(({ raises }) => raises))
  expect((Object.keys(tradecraftRules) as RuleId[]).filter(rule => !all.has(rule))).toEqual([])
})

test('on the sentences it was made with', () => {
  const { counts, mistakes } = measure(tunedSentences.map(inSentence))
  console.info(`${tunedSentences.length} sentences\n${table(counts)}\n${mistakes.join('\n')}`)
  holds(counts)
})

test('on sentences it was never mended with', () => {
  const { counts, mistakes } = measure(heldOutSentences.map(inSentence))
  console.info(`${heldOutSentences.length} sentences\n${table(counts)}\n${mistakes.join('\n')}`)
  holds(counts)
})

test('on small briefings', () => {
  const { counts, mistakes } = measure(labelledBriefings.map(inBriefing))
  console.info(`${labelledBriefings.length} briefings\n${table(counts)}\n${mistakes.join('\n')}`)
  holds(counts)
})
