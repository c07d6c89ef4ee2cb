import PostalMime, { addressParser, decodeWords } from 'postal-mime'
import { NotImported } from '../draft.ts'
import { asWindows1252 } from '../text/encodings.ts'

type Parameters = { value: string; params: Record<string, string> }

/**
 * A part of a mail (RFC 2045) in the tree that postal-mime builds and does not declare
 * (test/renderer/importers/mail/mail.test.ts). Its own result decodes the words before we know how, and has no signatures.
 */
export type MailPart = {
  childNodes: MailPart[]
  contentType: { parsed: Parameters; multipart: string | false }
  contentDisposition: { parsed: Parameters }
  contentId?: string
  headers: { key: string; originalKey: string; value: string }[]
  /** The bytes after the transfer encoding is taken off; null for a part of parts. */
  content: ArrayBuffer | null
}

export const mailLimits = { depth: 40, parts: 2_000, headKilobytes: 1_024, enclosed: 200 }

/** The parts of a mail. @throws NotImported beyond the limits */
export async function readParts(bytes: Uint8Array<ArrayBuffer>): Promise<MailPart> {
  const parser = new PostalMime({
    forceRfc822Attachments: true,
    maxNestingDepth: mailLimits.depth,
    maxHeadersSize: mailLimits.headKilobytes * 1024,
  })
  try {
    await parser.parse(withLineFeeds(bytes))
  } catch (error) {
    const reason = error instanceof Error ? error.message : ''
    if (/nesting depth/i.test(reason)) throw new NotImported('mail.tooDeep', { limit: mailLimits.depth })
    if (/header/i.test(reason)) throw new NotImported('mail.headTooLarge', { limit: mailLimits.headKilobytes })
    throw error
  }
  const { root } = parser as unknown as { root: MailPart }
  let count = 0
  const counted = (part: MailPart) => {
    count += 1
    if (count > mailLimits.parts) throw new NotImported('mail.tooManyParts', { limit: mailLimits.parts })
    part.childNodes.forEach(counted)
  }
  counted(root)
  return root
}

/** Old Macintosh programs end lines with a carriage return alone, which the parser does not know. */
const withLineFeeds = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  bytes.includes(10) ? bytes : bytes.map(byte => (byte === 13 ? 10 : byte))

export const typeOf = (part: MailPart): string => part.contentType.parsed.value.toLowerCase()

/** A parameter of a part's type or disposition, decoded. */
const parameter = (words: string | undefined) => asWindows1252(decodeWords(words ?? '')).trim()

export const charsetOf = (part: MailPart): string => parameter(part.contentType.parsed.params.charset)

/** The name of the file that a part is; empty when it has none. */
export const fileNameOf = (part: MailPart): string =>
  parameter(part.contentDisposition.parsed.params.filename) || parameter(part.contentType.parsed.params.name)

/** A header of a mail as its words; empty when it is not there. The first one counts. */
export const headerOf = (part: MailPart, key: string): string =>
  asWindows1252(decodeWords(rawHeader(part, key)))
    .replace(/\s+/g, ' ')
    .trim()

const rawHeader = (part: MailPart, key: string) => part.headers.find(header => header.key === key)?.value ?? ''

/** The people of a header, groups opened: the name, and the name with the address. */
export const peopleOf = (part: MailPart, key: string): { name: string; named: string }[] =>
  addressParser(rawHeader(part, key), { flatten: true }).map(({ name, address = '' }) => {
    const words = asWindows1252(name).trim()
    return { name: words || address, named: words && address ? `${words} <${address}>` : words || address }
  })
