import { webcrypto } from 'node:crypto'
import { AFRelationship, PDFDict, type PDFDocument, PDFName, PDFStream } from '@cantoo/pdf-lib'
import type { Heading } from '../briefing/context.ts'
import { addBookmarks, nameBookmarks } from './bookmarks.ts'
import { describe, type PdfMeta } from './metadata.ts'
import { loadPdf } from './places.ts'
import { mendTags } from './tagging.ts'
import { writePdf } from './write.ts'

export type { PdfMeta } from './metadata.ts'

/** A file within the PDF. `relation` says what it is to the document (ISO 32000-2, 14.13): its data, or more than it tells. */
export type PdfAttachment = {
  name: string
  data: Uint8Array
  mediaType: string
  description: string
  relation: 'Data' | 'Source' | 'Supplement'
}

export type Finishing = {
  headings?: readonly Heading[]
  /** The words of all headings, in the order of the document: what the engine's bookmarks should say. */
  titles?: readonly string[]
  /** What links say of where they lead, by the name of their destination. */
  links?: ReadonlyMap<string, string>
  attachments?: readonly PdfAttachment[]
  /** Needed to open the document (AES-256); what is encrypted differs from one export to the next. */
  password?: string | null
}

/**
 * What the engine leaves out of a print: who wrote it and about what, the language, bookmarks where it has made none,
 * structure that is true, and the files that go with it. The same print and settings give the same bytes: no clock, no
 * random id; a password aside.
 */
export async function finishPdf(
  printed: Uint8Array | PDFDocument,
  meta: PdfMeta,
  { headings = [], titles = [], links = new Map(), attachments = [], password = null }: Finishing = {},
): Promise<Uint8Array> {
  const pdf = printed instanceof Uint8Array ? await loadPdf(printed) : printed
  mendTags(pdf, { headings: new Set(headings.map(({ anchor }) => anchor)), links })
  if (!pdf.catalog.has(PDFName.of('Outlines'))) addBookmarks(pdf, headings)
  else {
    pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
    nameBookmarks(pdf, titles)
  }
  for (const { name, data, mediaType, description, relation } of attachments.toSorted((left, right) =>
    left.name < right.name ? -1 : 1,
  ))
    await pdf.attach(data, name, {
      mimeType: mediaType,
      description,
      creationDate: meta.created,
      modificationDate: meta.created,
      afRelationship: AFRelationship[relation],
    })
  await pdf.flush()
  setParametersApart(pdf)
  describe(pdf, meta)
  if (password !== null) {
    // Node 18, which the oldest runtime has, keeps the source of randomness in a module.
    globalThis.crypto ??= webcrypto as Crypto
    pdf.encrypt({
      userPassword: password,
      ownerPassword: password,
      permissions: { printing: 'highResolution', copying: true, contentAccessibility: true },
    })
  }
  return writePdf(pdf)
}

/** What is said of an attached file stands beside its stream, where it is encrypted with everything else. */
function setParametersApart(pdf: PDFDocument): void {
  const parameters = PDFName.of('Params')
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    const held = object instanceof PDFStream ? object.dict.get(parameters) : undefined
    if (object instanceof PDFStream && held instanceof PDFDict) object.dict.set(parameters, pdf.context.register(held))
  }
}
