import type { MessageKey } from '../../shared/messages.ts'
import type { Bibliography, Statement } from '../../shared/model/source.ts'
import type { SourceDraft, TextBlock, TextPage } from '../../shared/model/text-version.ts'

/** A file that came inside another, such as an attachment of a mail: imported as a source of its own. */
export type EnclosedFile = { name: string; bytes: Uint8Array<ArrayBuffer> }

/** An entry of a list of references: what is known of a document that is not there. */
export type ReferenceDraft = { bibliography: Bibliography; statements: Statement[]; abstract: string }

/** A list of references, and what the analyst should know of the reading, each a sentence. */
export type References = { references: ReferenceDraft[]; warnings: string[] }

/** Why a file is not imported. `unknownKind`: there is no reader for what it is, so that of many such one word is enough. */
export type Refused = { refusal: string; unknownKind?: boolean }

/** What becomes of a file: a draft, with the files it encloses; a list of references; or a sentence that says why not. */
export type Imported = { draft: SourceDraft; enclosed: EnclosedFile[] } | References | Refused

/** What an importer reads out of a document, before the head and the apparatus are told apart. */
export type Reading = {
  /** The canonical text; every character of it that is not white space lies in a block. */
  text: string
  blocks: TextBlock[]
  /** In order; empty for what has no pages. */
  pages?: TextPage[]
  /** What the document says of itself outside its text, the most trusted first. It comes before what the text says. */
  statements: Statement[]
  /** The encoding it was read in and how that is known; empty where the format settles it. */
  encoding?: string
  /** What the analyst should know of the reading, each a sentence. */
  warnings?: string[]
  enclosed?: EnclosedFile[]
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
