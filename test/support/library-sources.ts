import type { Names } from '../../renderer/features/sources/fields.ts'
import type { LibrarySource } from '../../renderer/features/sources/use-library.ts'
import { blankSource, stamps } from './records.ts'

/** A row of the library as it is before anything is known of it. */
export const librarySource = (id: string, patch: Partial<LibrarySource> = {}): LibrarySource => {
  const { statements: _, warnings: __, comment: ___, reliabilityReason: ____, ...slim } = blankSource
  return {
    ...slim,
    ...stamps,
    id: id as LibrarySource['id'],
    title: `Title ${id}`,
    reliability: 'F',
    versions: 1,
    fileName: '',
    mediaType: 'text/plain',
    noticed: 0,
    proposed: 0,
    excerpts: 0,
    claims: 0,
    unread: 0,
    ...patch,
  }
}

/** Names that are the ids themselves, and long fields that say nothing unless they are given. */
export const plainNames = (long: Record<string, string> = {}): Names => ({
  tag: id => `tag ${id}`,
  collection: id => `collection ${id}`,
  lineage: id => `lineage ${id}`,
  title: id => `title ${id}`,
  long: (_field, id) => long[id] ?? '',
})
