import { type Child, childrenOf, documentText, element, type Html, styleElement, textOf } from '../html.ts'

/** What a document is given on paper: the page of each heading, and what stands in the margins. */
export type OnPaper = { pages: Readonly<Record<string, number>>; css: string }

const isHtml = (child: Child): child is Html => typeof child === 'object' && child !== null && 'attributes' in child
const hasClass = (piece: Html, name: string): boolean =>
  String(piece.attributes.class ?? '')
    .split(' ')
    .includes(name)

/**
 * A document as it is printed: numbers in its contents, furniture in its margins, and lists of names and words said to be
 * lists, because the engine forgets what else they are. The words are those of the document.
 */
export function onPaper(root: Html, { pages, css }: OnPaper): string {
  const set = (child: Child, page: number | null): Child => {
    if (Array.isArray(child)) return child.map(each => set(each, page))
    if (!isHtml(child)) return child
    const { tag, attributes } = child
    const own = tag === 'a' && typeof attributes.href === 'string' ? (pages[attributes.href.slice(1)] ?? null) : page
    if (tag === 'span' && hasClass(child, 'contents-page')) return { ...child, children: own === null ? [] : [own] }
    const children = child.children.map(each => set(each, own))
    if (tag === 'head' && css !== '') return { ...child, children: [...children, styleElement(css)] }
    if (tag !== 'dl' || !childrenOf(child).every(each => isHtml(each) && each.tag === 'div'))
      return { ...child, children }
    return element(
      'dl',
      { ...attributes, role: 'list' },
      ...childrenOf({ ...child, children }).map(each =>
        isHtml(each) ? { ...each, attributes: { ...each.attributes, role: 'listitem' } } : each,
      ),
    )
  }
  const made = set(root, null)
  return documentText(isHtml(made) ? made : root)
}

/** Everything in a document that something in it leads to. */
export const linksTo = (root: Html): ReadonlySet<string> => new Set(linkWords(root, []).keys())

/** What the links within a document say, by where they lead; a link to a heading says the heading. */
export function linkWords(
  root: Html,
  headings: readonly { anchor: string; title: string }[],
): ReadonlyMap<string, string> {
  const words = new Map(headings.map(({ anchor, title }) => [anchor, title]))
  const visit = (piece: Html) => {
    const { href, 'aria-label': label } = piece.attributes
    if (piece.tag === 'a' && typeof href === 'string' && href.startsWith('#') && !words.has(href.slice(1)))
      words.set(href.slice(1), String(label ?? textOf(piece)))
    for (const child of childrenOf(piece)) if (isHtml(child)) visit(child)
  }
  visit(root)
  return words
}

const headingTag = /^h[1-6]$/

/** The words of every heading, in the order of the document. */
export function headingWords(root: Html): string[] {
  const found: string[] = []
  const visit = (piece: Html) => {
    if (piece.tag !== null && headingTag.test(piece.tag)) found.push(textOf(piece).replace(/\s+/g, ' ').trim())
    else for (const child of childrenOf(piece)) if (isHtml(child)) visit(child)
  }
  visit(root)
  return found
}
