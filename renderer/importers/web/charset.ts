const space = /[\t\n\f\r /]/

/**
 * The encoding that a page names at its start, as a label of the WHATWG Encoding Standard; '' when it names none
 * (WHATWG HTML, 13.2.3.2, "prescan a byte stream to determine its encoding"). What stands in comments or in other
 * elements' attributes does not count. A page whose label can be read so is in no form of UTF-16: then it is UTF-8.
 */
export function declaredEncoding(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, prescanned))
  const label = (metaLabel(start) || xmlLabel(start)).toLowerCase()
  if (/^(?:utf-16(?:le|be)?|ucs-2|unicode|csunicode|iso-10646-ucs-2|unicodefeff|unicodefffe)$/.test(label))
    return 'utf-8'
  return label === 'x-user-defined' ? 'windows-1252' : label
}

/** Snapshots put long comments before the element: more is looked at than the 1,024 bytes of the standard, in bytes. */
const prescanned = 8_192

const xmlLabel = (start: string) =>
  /^\s*<\?xml[^>]{1,200}?encoding\s*=\s*["']([\w:.-]{1,40})["']/i.exec(start)?.[1] ?? ''

function metaLabel(start: string): string {
  for (let at = start.indexOf('<'); at !== -1; at = start.indexOf('<', at)) {
    if (start.startsWith('<!--', at)) {
      const end = start.indexOf('-->', at + 2)
      if (end === -1) return ''
      at = end + 3
    } else if (/^<\/?[a-z]/i.test(start.slice(at, at + 3))) {
      const name = /^<\/?[^\t\n\f\r />]+/.exec(start.slice(at, at + 40))?.[0] ?? '<'
      const { attributes, next } = attributesAt(start, at + name.length)
      const label = name.toLowerCase() === '<meta' ? labelOf(attributes) : ''
      if (label) return label
      at = next
    } else at += 1
  }
  return ''
}

function labelOf(attributes: Map<string, string>): string {
  const charset = attributes.get('charset')
  if (charset) return charset.trim()
  if (attributes.get('http-equiv')?.toLowerCase() !== 'content-type') return ''
  return /charset\s*=\s*["']?\s*([^\s"';]{1,40})/i.exec(attributes.get('content') ?? '')?.[1] ?? ''
}

/** The attributes from a place within a tag, the first of each name, and the place after the tag. */
function attributesAt(start: string, from: number): { attributes: Map<string, string>; next: number } {
  const attributes = new Map<string, string>()
  const one =
    /[\t\n\f\r /]*([^\t\n\f\r />=][^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^\t\n\f\r >"'][^\t\n\f\r >]*)?))?/y
  one.lastIndex = from
  for (let found = one.exec(start); found; found = one.exec(start)) {
    const name = (found[1] ?? '').toLowerCase()
    if (!attributes.has(name)) attributes.set(name, found[2] ?? found[3] ?? found[4] ?? '')
    from = one.lastIndex
  }
  while (from < start.length && space.test(start[from] ?? '')) from += 1
  return { attributes, next: Math.max(from, 1) }
}
