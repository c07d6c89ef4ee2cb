import { briefingsMessages } from './messages/briefings.ts'
import { conflictsMessages } from './messages/conflicts.ts'
import { editorMessages } from './messages/editor.ts'
import { importingMessages } from './messages/importing.ts'
import { matrixMessages } from './messages/matrix.ts'
import { notesMessages } from './messages/notes.ts'
import { partsMessages } from './messages/parts.ts'
import { quotesMessages } from './messages/quotes.ts'
import { readerMessages } from './messages/reader.ts'
import { risksMessages } from './messages/risks.ts'
import { shellMessages } from './messages/shell.ts'
import { sourcesMessages } from './messages/sources.ts'

/**
 * The catalogue: every word the product shows, as ICU MessageFormat patterns by key. One file per feature in
 * `shared/messages/`; the part of a key before the dot is the feature.
 */
export const messages = {
  ...conflictsMessages,
  ...importingMessages,
  ...matrixMessages,
  ...quotesMessages,
  ...risksMessages,
  ...partsMessages,
  ...readerMessages,
  ...editorMessages,
  ...notesMessages,
  ...briefingsMessages,
  ...shellMessages,
  ...sourcesMessages,
}

export type MessageKey = keyof typeof messages
