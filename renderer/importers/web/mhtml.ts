import { NotImported, type Reading } from '../draft.ts'
import { decode } from '../text/decode.ts'
import { declaredEncoding } from './charset.ts'
import { readHtml } from './html.ts'
import { type MimePart, parameter, readMime } from './mime.ts'
import { savedAs } from './snapshot.ts'

/**
 * Reads a web archive (RFC 2557; .mhtml, .mht): its page, with the pages of its frames in their places. Pictures and
 * whatever else it holds is left alone.
 * @throws NotImported when it holds no page
 */
export function readMhtml(bytes: Uint8Array): Reading {
  const { headers, parts } = readMime(bytes)
  const pages = parts.filter(({ type }) => type === 'text/html' || type === 'application/xhtml+xml')
  const location = headers.get('snapshot-content-location') ?? headers.get('content-location') ?? ''
  const root = rootOf(pages, parameter(headers.get('content-type') ?? '', 'start'), location)
  if (!root) throw new NotImported('importing.noPage')
  const base = root.headers.get('content-location') ?? location
  const { text, encoding, warnings } = charactersOf(root)
  const reading = readHtml(text, address => {
    const page = pages.find(part => isAt(part, address, base))
    return page && page !== root ? charactersOf(page).text : undefined
  })
  const saved = savedAs(location || base, headers.get('date') ?? '', 'web archive')
  return { ...reading, statements: [...reading.statements, ...saved], encoding, warnings }
}

/** The part that the archive names as its start, else the one saved from its own address, else the first page. */
const rootOf = (pages: MimePart[], start: string, location: string): MimePart | undefined =>
  pages.find(({ headers }) => start !== '' && headers.get('content-id') === start) ??
  pages.find(({ headers }) => location !== '' && headers.get('content-location') === location) ??
  pages[0]

const charactersOf = (part: MimePart) => {
  const bytes = part.bytes()
  return decode(bytes, parameter(part.headers.get('content-type') ?? '', 'charset') || declaredEncoding(bytes))
}

function isAt({ headers }: MimePart, address: string, base: string): boolean {
  if (/^cid:/i.test(address)) return headers.get('content-id') === `<${address.slice(4)}>`
  const location = headers.get('content-location')
  return location !== undefined && address !== '' && absolute(location, base) === absolute(address, base)
}

const absolute = (address: string, base: string): string => {
  try {
    return new URL(address, base || undefined).href
  } catch {
    return address
  }
}
