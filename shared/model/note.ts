import * as z from 'zod'
import { noteId } from './id.ts'
import { line, prose, stamps } from './record.ts'
import { richText } from './rich-text.ts'

/** Rich text by the analyst. `text` is derived from `document`, for search. */
export const note = z.object({ id: noteId, title: line, document: richText, text: prose, ...stamps })
export type Note = z.infer<typeof note>
