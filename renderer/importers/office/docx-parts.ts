import type { XmlElement } from '../document/xml.ts'
import type { Numbering } from './docx-numbering.ts'
import type { ParagraphStyle } from './docx-styles.ts'

/** What the body of a document refers to. */
export type DocxParts = {
  styleOf: (id: string | undefined) => ParagraphStyle
  numbering: Numbering
  footnotes: Map<string, XmlElement>
  endnotes: Map<string, XmlElement>
  comments: Map<string, XmlElement>
  /** The words of a diagram or chart by the id of its relation. */
  drawn: (id: string) => string[]
}

/** What was met while reading, for the warnings and the pages. */
export type Met = {
  deletions: number
  hidden: number
  comments: number
  /** Page breaks that somebody set. */
  setBreaks: number
  objects: number
}
