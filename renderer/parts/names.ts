import type { Reliability } from '../../shared/model/grades.ts'
import type { PartialDate } from '../../shared/model/partial-date.ts'
import type { ValueType } from '../../shared/model/typed-value.ts'
import { partialDateWords } from '../../shared/rules/words.ts'
import { say } from '../say.ts'

/** A source's title; where it states none the name of its file, if that is known, or that it has none. */
export const titleOf = (source: { title: string; fileName?: string }): string =>
  source.title || source.fileName || say('parts.untitledSource')

/** A date as every screen writes it, or that the document states none. */
export const dateOf = (date: PartialDate | null): string =>
  date === null ? say('parts.notStated') : partialDateWords(date)

/** What a term asks for, as an analyst would say it. */
export const valueTypeWords = (type: ValueType): string => say(`parts.type.${type}`)

/** The letter of a source's grade with its descriptor (NATO Admiralty). */
export const reliabilityWords = (reliability: Reliability): string => say(`parts.reliability${reliability}`)
