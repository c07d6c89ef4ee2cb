import { attribute, type HtmlElement } from './html-tree.ts'

const roles = /\b(?:doc-footnotes?|doc-endnotes?|footnotes?|endnotes?|rearnotes?)\b/
const classes = /(?:^|[\s_-])(?:footnotes?|endnotes?|sdfootnote|sdendnote|references|reflist)(?:$|[\s_-])/i
const ids = /^(?:fn|ftn|edn|footnote|endnote|cite_note|sdfootnote|sdendnote)[-:_.]?\w+$/i
/** Names of the sign that calls a note, which stands in the text. */
const calls = /ref|call|anc\b|anchor|backlink|sym\b/i

/**
 * True for an element that holds the words of notes: by its role (DPUB-ARIA), its EPUB type, its class or its id, as
 * word processors, wikis and publishers write them.
 */
export function isNoteText(element: HtmlElement): boolean {
  if (/^(?:a|sup|span)$/.test(element.tagName)) return false
  if (roles.test(`${attribute(element, 'role')} ${attribute(element, 'epub:type')}`)) return true
  const names = attribute(element, 'class')
  if (classes.test(names) && !calls.test(names.replace(/references|reflist/gi, ''))) return true
  const id = attribute(element, 'id').replace(/^_/, '')
  return /^(?:li|p|div|dd|aside|section)$/.test(element.tagName) && ids.test(id) && !calls.test(id)
}
