import { attribute, type HtmlElement } from './html-tree.ts'

const classNames = /(?:^|[\s_-])(byline|author|author-?name|dateline)(?:$|[\s_-])/i

/** How an element says that it names an author, such as `rel author` or `class byline`; '' when it does not. */
export function authorMark(element: HtmlElement): string {
  if (/\bauthor\b/.test(attribute(element, 'itemprop'))) return 'itemprop author'
  if (/\bauthor\b/.test(attribute(element, 'rel'))) return 'rel author'
  const name = classNames.exec(attribute(element, 'class'))?.[1]
  return name ? `class ${name.toLowerCase()}` : ''
}
