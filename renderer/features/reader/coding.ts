import type { TagId } from '../../../shared/model/id.ts'
import type { TagPath } from '../../../shared/model/tag.ts'
import { perform } from '../../query.ts'
import { type Place, passageOf } from './place.ts'

/** Puts tags, known or new by their path, on the words: with the excerpt, where there is none yet, in one step of undo. */
export const putTags = async (
  place: Place,
  tags: readonly TagId[],
  newTags: readonly TagPath[] = [],
): Promise<boolean> => {
  const named = { newTags: [...newTags] }
  const { ok } =
    place.excerpt === null
      ? await perform('excerpts.codeAll', { passages: [passageOf(place)], tags: [...tags], ...named })
      : await perform('excerpts.edit', {
          ids: [place.excerpt.id],
          patch: {},
          addTags: [...tags],
          removeTags: [],
          ...named,
        })
  return ok
}
