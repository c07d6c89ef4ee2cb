import { pageMark } from './flow.ts'

const voidTags = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const startTag = /<([a-z][\w:.-]*)((?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>/]+))?)*)\s*(\/?)>/gi

/** An XHTML page as HTML reads it: there, an element that closes itself is closed only if it is one of a few. */
export const plainTags = (page: string): string =>
  page
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, words: string) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;'))
    .replace(startTag, (tag, name: string, attributes: string, closed: string) =>
      closed === '' || voidTags.has(name.toLowerCase()) ? tag : `<${name}${attributes}></${name}>`,
    )

const attribute = (attributes: string, name: string): string =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes)?.slice(1).find(Boolean) ?? ''

/**
 * The page with a mark where a page of the printed book begins, and the labels of those pages. The number that stands in
 * the text at such a place becomes the label.
 * @param listed the label that a page list gives to an id
 */
export function markPages(
  page: string,
  listed: (id: string) => string | undefined,
): { page: string; labels: string[] } {
  const labels: string[] = []
  const marked = page.replace(
    /<([a-z][\w.-]*)\b([^<>]*)>(?:([^<>]{0,20})<\/\1>)?/gi,
    (whole, name: string, attributes: string, words: string | undefined) => {
      const label = listed(attribute(attributes, 'id'))
      const marks = /\bpagebreak\b/.test(`${attribute(attributes, 'epub:type')} ${attribute(attributes, 'role')}`)
      if (label === undefined && !marks) return whole
      const stated = attribute(attributes, 'title') || attribute(attributes, 'aria-label') || (words ?? '').trim()
      labels.push((label ?? stated).replace(/^(?:page|seite)\s+/i, ''))
      // An element that holds more than a number keeps it.
      const own = words !== undefined && (marks || words.trim() === '')
      if (own) return `<${name}>${pageMark}</${name}>`
      return words === undefined ? whole + pageMark : whole.replace('>', `>${pageMark}`)
    },
  )
  return { page: marked, labels }
}
