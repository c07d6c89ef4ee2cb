import type { ExcerptMark, Passage } from '../../../shared/contract/excerpts.ts'
import type { HighlightColour } from '../../../shared/model/excerpt.ts'
import type { ExcerptId, SourceId, TextVersionId } from '../../../shared/model/id.ts'
import type { TextRange } from '../../../shared/model/text-version.ts'
import { perform } from '../../query.ts'

/** The words that an action is about: an excerpt that stands already, or a stretch of the text that becomes one by being cited. */
export type Place = TextRange & {
  source: SourceId
  textVersion: TextVersionId
  colour: HighlightColour
  excerpt: ExcerptMark | null
}

export const passageOf = ({ source, textVersion, start, end, colour }: Place): Passage => ({
  source,
  textVersion,
  start,
  end,
  colour,
})

/** What an operation is given to cite the place: the excerpt, or the passage to make one of in the same step of undo. */
export const citationOf = (place: Place): { excerpt: ExcerptId } | { passage: Passage } =>
  place.excerpt === null ? { passage: passageOf(place) } : { excerpt: place.excerpt.id }

/** The excerpt at the place, made when there is none yet; null when that was refused. */
export const excerptAt = async (place: Place): Promise<ExcerptId | null> => {
  if (place.excerpt !== null) return place.excerpt.id
  const made = await perform('excerpts.create', passageOf(place))
  return made.ok ? made.value.id : null
}
