import type { MessageKey } from '../../shared/messages.ts'
import type { Bibliography } from '../../shared/model/source.ts'
import type { SourceDraft, TextBlock } from '../../shared/model/text-version.ts'

/** What becomes of a file: a draft for the analyst to look over, or a sentence that says why not. */
export type Imported = { draft: SourceDraft } | { refusal: string }

/** What an importer reads out of a file, before the head and the apparatus are told apart. */
export type Reading = {
  text: string
  blocks: TextBlock[]
  /** What the file says of itself outside its text: meta elements, front matter. It comes before what the text says. */
  stated: Partial<Bibliography>
}

/** An expected end of an import; `importBytes` answers it as a refusal that names the file. */
export class NotImported extends Error {
  constructor(
    readonly key: MessageKey,
    readonly values: Record<string, string | number> = {},
  ) {
    super(key)
  }
}
