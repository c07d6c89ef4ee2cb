import { type BodyStyle, relativeSize } from './headings.ts'
import type { Part } from './paragraphs.ts'

const captionStart =
  /^(?:fig(?:ure|\.)?|table|tab\.|scheme|chart|box|map|exhibit|listing|algorithm|abb(?:ildung|\.)|tabelle|tableau|tabla|figura|rys(?:unek|\.)|tabela|рис(?:унок|\.)|табл(?:ица|иця|\.)|图|表|図)\s*(?:\d+|[A-Z]\d*|[IVX]+)(?:[.\-–]\d+)*\s*(?:[.:|–—]|$|\s\p{Lu})/iu

const noteMark = /^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\d{1,3}[.)]?|[*†‡§¶#]{1,3}|\(?[a-z]\))\s*\S/u

/** Tells captions and footnotes from the paragraphs of one column. */
export function markNotes(parts: Part[], body: BodyStyle, pageHeight: number): void {
  for (const part of parts) if (isCaption(part)) part.kind = 'caption'
  // Footnotes are the last of their column: small, in its lower half, the first of them with its mark.
  let from = parts.length
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index]
    if (!part || !isSmall(part, body) || (part.lines[0]?.y ?? 0) < pageHeight * 0.35) break
    if (beginsNote(part)) from = index
  }
  from = Math.min(from, smallPrint(parts, body, pageHeight))
  for (const part of parts.slice(from)) if (part.kind !== 'table') asNote(part)
}

/** Small print without a mark at the foot of a column of text, such as the notice on the first page of an article. */
function smallPrint(parts: readonly Part[], body: BodyStyle, pageHeight: number): number {
  const from = parts.findLastIndex(part => !isSmall(part, body)) + 1
  const [before, first] = [parts[from - 1], parts[from]]
  const low = (first?.lines[0]?.y ?? 0) > pageHeight * 0.6
  return low && (before?.kind === 'paragraph' || before?.kind === 'list item') ? from : parts.length
}

function asNote(part: Part) {
  part.kind = 'footnote'
  delete part.level
  delete part.marker
}

const isCaption = ({ kind, lines }: Part) =>
  (kind === 'paragraph' || kind === 'heading') && lines.length <= 12 && captionStart.test(lines[0]?.words ?? '')

const isSmall = ({ lines, kind }: Part, body: BodyStyle) =>
  kind !== 'heading' && kind !== 'caption' && lines.every(line => relativeSize(line, body) <= 0.94)

const beginsNote = ({ lines }: Part) => {
  const [first] = lines
  return first !== undefined && (first.raised || noteMark.test(first.words))
}
