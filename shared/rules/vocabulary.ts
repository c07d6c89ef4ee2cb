import type { wordsMessages } from '../messages/words.ts'
import { sentence } from './sentence.ts'

type Key = keyof typeof wordsMessages
/** A vocabulary of the model, such as the stages of a term or the statuses of a risk. */
export type Vocabulary = Key extends infer One ? (One extends `words.${infer Name}.${string}` ? Name : never) : never
/** The values of a vocabulary, as the model has them. */
export type ValueOf<Name extends Vocabulary> = Key extends infer One
  ? One extends `words.${Name}.${infer Value}`
    ? Value
    : never
  : never

/** A value of the model in the language spoken. For people alone: data, exports that are read back and queries keep the value. */
export const nameOf = <Name extends Vocabulary>(vocabulary: Name, value: ValueOf<Name>): string =>
  sentence(`words.${vocabulary}.${value}` as Key)
