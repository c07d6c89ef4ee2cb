import { describe, expect, test } from 'vitest'
import { readSelection } from '../../../shared/rules/selection.ts'
import { valueWords } from '../../../shared/rules/words.ts'
import { type LabelledCase, labelledCases } from './labelled/cases.ts'

const kinds = ['percent', 'money', 'quantity', 'duration', 'date'] as const
const fields = ['value', ...kinds, 'qualifier', 'polarity', 'speaker'] as const
type Field = (typeof fields)[number]

type Count = { proposed: number; right: number; expected: number; mistakes: string[] }

const counts = (cases: readonly LabelledCase[]): Record<Field, Count> => {
  const result = Object.fromEntries(
    fields.map(field => [field, { proposed: 0, right: 0, expected: 0, mistakes: [] as string[] }]),
  ) as Record<Field, Count>
  const count = (field: Field, proposed: string | null, expected: string | null, sentence: string) => {
    const one = result[field]
    if (proposed !== null) one.proposed += 1
    if (expected !== null) one.expected += 1
    if (proposed !== null && proposed === expected) one.right += 1
    if (proposed !== expected) one.mistakes.push(`${field}: ${proposed} for ${expected}: ${sentence}`)
  }
  for (const { sentence, values, speaker, polarity } of cases) {
    const reading = readSelection(sentence, sentence)
    for (const kind of kinds) {
      const figure = reading[kind]
      const words =
        figure && valueWords({ raw: '', condition: '', basis: '', qualifier: 'exactly', value: figure.value })
      const expected = values[kind]
      count(kind, words, expected?.words ?? null, sentence)
      count('value', words, expected?.words ?? null, sentence)
      const stated = (qualifier: string | undefined) =>
        qualifier === undefined || qualifier === 'exactly' ? null : qualifier
      // Of values read rightly: of a wrong one no hedge is right.
      if (words !== null && words === expected?.words)
        count('qualifier', stated(figure?.qualifier), stated(expected.qualifier), sentence)
    }
    count('polarity', reading.negated === true ? 'denies' : null, polarity === 'denies' ? 'denies' : null, sentence)
    count('speaker', reading.speaker, speaker, sentence)
  }
  return result
}

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)

/** What was reached, rounded down: a rule that makes a field worse fails. Values have to be right in 19 of 20 anyway. */
const floors: Record<'tuned' | 'held out', Record<Field, readonly [precision: number, recall: number]>> = {
  tuned: {
    value: [0.99, 0.99],
    percent: [1, 1],
    money: [1, 1],
    quantity: [0.98, 0.98],
    duration: [1, 1],
    date: [1, 1],
    qualifier: [0.98, 0.98],
    polarity: [0.98, 0.98],
    speaker: [0.98, 0.98],
  },
  'held out': {
    value: [0.97, 0.99],
    percent: [1, 1],
    money: [1, 0.95],
    quantity: [0.89, 1],
    duration: [1, 1],
    date: [1, 1],
    qualifier: [0.96, 1],
    polarity: [1, 1],
    speaker: [1, 0.96],
  },
}

describe('the selection parser on the labelled set', () => {
  test('the set has over four hundred sentences with something to propose or not, over a hundred with nothing', () => {
    const silent = labelledCases.filter(
      one => Object.keys(one.values).length === 0 && one.speaker === null && one.polarity === 'asserts',
    )
    expect(labelledCases.length - silent.length).toBeGreaterThanOrEqual(400)
    expect(silent.length).toBeGreaterThanOrEqual(100)
    const sentences = labelledCases.map(({ sentence }) => sentence)
    expect(sentences.filter((sentence, at) => sentences.indexOf(sentence) !== at)).toEqual([])
  })

  test.each(['tuned', 'held out'] as const)('precision and recall of the part that was %s', part => {
    const cases = labelledCases.filter(({ heldOut }) => heldOut === (part === 'held out'))
    const found = counts(cases)
    const lines = fields.map(field => {
      const { proposed, right, expected } = found[field]
      return `${field.padEnd(10)} precision ${share(right, proposed).toFixed(3)} (${right} of ${proposed}), recall ${share(right, expected).toFixed(3)} (${right} of ${expected})`
    })
    console.log([`${part}: ${cases.length} sentences`, ...lines].join('\n'))
    if (part === 'tuned' && process.env.GLOSSATOR_MISTAKES)
      console.log(fields.flatMap(field => (field === 'value' ? [] : found[field].mistakes)).join('\n'))
    for (const field of fields) {
      const { proposed, right, expected } = found[field]
      const [precision, recall] = floors[part][field]
      expect([field, share(right, proposed)]).toEqual([field, expect.toSatisfy((one: number) => one >= precision)])
      expect([field, share(right, expected)]).toEqual([field, expect.toSatisfy((one: number) => one >= recall)])
    }
  })
})
