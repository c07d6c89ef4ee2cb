import type { SearchHit } from '../../shared/contract/search.ts'
import { addressOf } from '../location.ts'

/** Where a hit is shown: a source at the first place found, an excerpt in its source, the others on their screens. */
export const addressOfHit = ({ kind, id, source, at }: Pick<SearchHit, 'kind' | 'id' | 'source' | 'at'>): string => {
  switch (kind) {
    case 'source':
      return addressOf('reader', id, at ? { start: String(at.start), end: String(at.end) } : {})
    case 'excerpt':
      return source === null ? addressOf('excerpts') : addressOf('reader', source, { excerpt: id })
    case 'claim':
      return addressOf('matrix', null, { claim: id })
    case 'term':
      return addressOf('matrix', null, { term: id })
    case 'risk':
      return addressOf('risks', id)
    case 'note':
      return addressOf('notes', id)
  }
}
