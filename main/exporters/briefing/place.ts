import type { BlockId } from '../../../shared/model/id.ts'
import { say } from '../../say.ts'

/** How a section is called: where its heading is, its words, and what it is numbered by. */
export type Place = {
  anchor: string
  title: string
  /** From 1, where the briefing numbers its sections. */
  number: number | null
  /** Of what the section shows; null where that carries none, or nothing is there to be shown. */
  caption: { kind: 'table' | 'figure'; number: number; anchor: string } | null
}

export type Outline = ReadonlyMap<BlockId, Place>

/** What a reference to a block says: "Table 2", "Section 3", or its heading where nothing is numbered. */
export const referenceWords = ({ caption, number, title }: Place): string => {
  if (caption !== null) return captionName(caption)
  return number === null ? say('briefing.inSection', { heading: title }) : say('briefing.section', { number })
}

export const captionName = ({ kind, number }: NonNullable<Place['caption']>): string =>
  say(`briefing.${kind}`, { number })
