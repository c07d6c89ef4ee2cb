import { describe, expect, test } from 'vitest'
import { type Briefing, briefing as briefingSchema } from '../../../../shared/model/briefing.ts'
import { blockId, judgementId } from '../../../../shared/model/id.ts'
import { plainText } from '../../../../shared/rules/rich-text.ts'
import { type BriefingFacts, checkBriefing, mendBriefing } from '../../../../shared/rules/tradecraft.ts'
import { idOf } from '../../../support/records.ts'
import { heldOutSentences } from './held-out-sentences.ts'
import { facts, judged, type LabelledSentence, prose } from './labelled.ts'
import { labelledBriefings } from './labelled-briefings.ts'
import { tunedSentences } from './tuned-sentences.ts'

let added = 5_000
const next = () => idOf<string>(added++)
const ids = { block: () => blockId.parse(next()), judgement: () => judgementId.parse(next()) }

const all: { name: string; briefing: Briefing; of: BriefingFacts; today: Parameters<typeof checkBriefing>[2] }[] = [
  ...[...tunedSentences, ...heldOutSentences].map(({ words, briefing }) => ({
    name: words,
    briefing,
    of: facts,
    today: null,
  })),
  ...labelledBriefings.map(({ name, briefing, facts: of, today }) => ({ name, briefing, of, today })),
]

describe('the quick fix of every finding of the labelled sets', () => {
  test('mends it, keeps to the contract, and brings no error with it', () => {
    let fixes = 0
    for (const { name, briefing, of, today } of all) {
      const before = checkBriefing(briefing, of, today)
      const errors = new Set(before.filter(({ severity }) => severity === 'error').map(({ key }) => key))
      for (const { key, fix, rule } of before) {
        const mend = mendBriefing(briefing, of, key, { today: today ?? null, ids })
        expect(mend?.words ?? null).toBe(fix)
        if (mend === null) continue
        fixes += 1
        expect(briefingSchema.safeParse(mend.mended).success, `${rule}: ${name}`).toBe(true)
        const after = checkBriefing(mend.mended, of, today)
        // A section that a fix adds has yet to be written: the finding stays until it is, and then offers nothing more.
        const left = after.find(one => one.key === key)
        if (!['bottom-line', 'key-judgements'].includes(rule)) expect(left, `${rule}: ${name}`).toBeUndefined()
        const brought = after.filter(one => one.severity === 'error' && !errors.has(one.key) && one.rule !== rule)
        expect(brought.filter(one => one.rule !== 'bottom-line' && one.rule !== 'misquote')).toEqual([])
      }
    }
    expect(fixes).toBeGreaterThan(40)
  })

  test('there is none for a key that no finding has', () => {
    const [{ briefing } = { briefing: undefined }] = tunedSentences
    expect(briefing && mendBriefing(briefing, facts, 'off-scale nothing', { today: null, ids })).toBe(null)
  })
})

const wordsOf = (briefing: Briefing) =>
  briefing.blocks.flatMap(block => {
    if (block.kind === 'prose') return [plainText(block.document)]
    return block.kind === 'key judgements' ? block.judgements.map(({ text }) => text) : []
  })

const mended = ({ briefing }: LabelledSentence, rule: string): string[] => {
  const finding = checkBriefing(briefing, facts).find(one => one.rule === rule)
  const mend = mendBriefing(briefing, facts, finding?.key ?? '', { today: null, ids })
  return mend === null ? [] : wordsOf(mend.mended)
}

test.each<[string, LabelledSentence, string, string]>([
  [
    'a word off the scale',
    prose('Highly likely, the annex is secret.'),
    'off-scale',
    'Very likely, the annex is secret.',
  ],
  ['an adverb', prose('It will virtually certainly fail.'), 'off-scale', 'It will virtually certainly fail.'],
  ['an article', prose('There is a remote chance of that.'), 'off-scale', 'There is almost no chance of that.'],
  [
    'likelihood with confidence',
    prose('We judge with high confidence that the text is likely.'),
    'likelihood-with-confidence',
    'The text is likely. High confidence attaches to this judgement.',
  ],
  [
    'likelihood with confidence in a judgement',
    judged('likely', 'We assess with low confidence that the annex is likely secret.'),
    'likelihood-with-confidence',
    'The annex is likely secret.',
  ],
  [
    'false precision',
    prose('There is a 67.3 % chance of a pause.'),
    'false-precision',
    'There is a 65 % chance of a pause.',
  ],
  [
    'a bare will',
    judged('very likely', 'The text will follow by June.'),
    'certainty',
    'The text will very likely follow by June.',
  ],
  ['a word of certainty', prose('Undoubtedly, a delay is likely.'), 'certainty', 'A delay is likely.'],
  [
    'a quotation that drifted',
    prose('It is “a jointly run reconstruction fund” from the start.'),
    'misquote',
    'It is “a jointly managed reconstruction fund” from the start.',
  ],
])('%s', (_, sentence, rule, expected) => {
  const words = mended(sentence, rule)
  if (sentence.words === expected) expect(words).toEqual([])
  else expect(words).toContain(expected)
})

test('an answer holds as long as rule, place and words do, whatever is written before them', () => {
  const { briefing } = prose('A pause is likely. It is highly likely that the annex is secret.')
  const [finding] = checkBriefing(briefing, facts)
  const answers = [{ finding: finding?.key ?? '', rule: 'off-scale', reason: 'Their words.', by: '', at: '' }]
  const later = prose('First of all. A pause is likely. It is highly likely that the annex is secret.').briefing
  expect(checkBriefing({ ...later, answers }, facts)).toMatchObject([{ rule: 'off-scale', answer: 'Their words.' }])
  const other = prose('It is highly likely that the list is secret.').briefing
  expect(checkBriefing({ ...other, answers }, facts)).toMatchObject([{ rule: 'off-scale', answer: null }])
})
