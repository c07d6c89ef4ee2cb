import { defence } from './defence.ts'
import { finance } from './finance.ts'
import { law } from './law.ts'
import { nothing } from './nothing.ts'
import { politics } from './politics.ts'
import { science } from './science.ts'
import { sport } from './sport.ts'
import { talks } from './talks.ts'

const kinds = ['percent', 'money', 'quantity', 'duration', 'date'] as const
export type Kind = (typeof kinds)[number]

/** A sentence with all that may be proposed of it. What is not listed must not be proposed. */
export type LabelledCase = {
  subject: string
  sentence: string
  /** The value in words as `valueWords` has them, without qualifier and basis. */
  values: Partial<Record<Kind, { words: string; qualifier: string }>>
  speaker: string | null
  /** `unclear`: one negation meets another, so that a denial must not be proposed. */
  polarity: 'asserts' | 'denies' | 'unclear'
  /** Every third case: not looked at while the rules were made. */
  heldOut: boolean
}

const caseOf = (line: string, subject: string, heldOut: boolean): LabelledCase => {
  const [sentence = '', labels = ''] = line.split(/\s*=>\s*/)
  const found: LabelledCase = { subject, sentence, values: {}, speaker: null, polarity: 'asserts', heldOut }
  for (const label of labels.split(/;\s*/).filter(Boolean)) {
    const [, kind = '', words = '', qualifier = 'exactly'] = label.match(/^(\w+)\s?(.*?)(?:\s\{(.+)\})?$/) ?? []
    if (kind === 'speaker') found.speaker = words
    else if (kind === 'denies' || kind === 'unclear') found.polarity = kind
    else if (kinds.some(one => one === kind)) found.values[kind as Kind] = { words, qualifier }
    else throw new Error(`No such label: ${label}`)
  }
  return found
}

const subjects = { talks, finance, law, defence, science, sport, nothing, politics }

/** Sentences of the project's own, one a line: `sentence => kind words {qualifier}; speaker NAME; denies`. */
export const labelledCases: readonly LabelledCase[] = Object.entries(subjects)
  .flatMap(([subject, lines]) =>
    lines
      .split('\n')
      .filter(line => line.trim() !== '')
      .map(line => ({ subject, line })),
  )
  .map(({ subject, line }, at) => caseOf(line, subject, at % 3 === 2))
