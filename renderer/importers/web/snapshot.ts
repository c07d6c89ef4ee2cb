import type { Statement } from '../../../shared/model/source.ts'
import { type Mark, statedDate, statedWords } from '../document/statements.ts'
import { attribute, type HtmlElement, type HtmlNode, isElement } from './html-tree.ts'

const mark = (name: string): Mark => ({ origin: 'snapshot', mark: name })

/** The comments that programs leave in the pages they save: where from and when. */
const programs: readonly { called: string; left: RegExp }[] = [
  // Zotero's snapshots are SingleFile's too.
  {
    called: 'SingleFile',
    left: /Page saved with SingleFile\s[\s\S]*?\burl:\s*(?<url>\S+)(?:\s+saved date:\s*(?<date>[^\n]+))?/,
  },
  { called: 'saved from url', left: /^\s*saved from url=\(\d+\)(?<url>\S+)/ },
  { called: 'monolith', left: /^\s*Saved from (?<url>\S+) at (?<date>\S+) using monolith/ },
  { called: 'HTTrack', left: /^\s*Mirrored from (?<url>\S+) by HTTrack [^\]]*\],\s*(?<date>[^\n]+?)\s*$/ },
  { called: 'Internet Archive, archived', left: /FILE ARCHIVED ON (?<date>[\d:]+ \w+ \d+, \d{4}) AND RETRIEVED/ },
  {
    called: 'Internet Archive, retrieved',
    left: /RETRIEVED FROM THE\s+INTERNET ARCHIVE ON (?<date>[\d:]+ \w+ \d+, \d{4})/,
  },
]

/** What the program that saved a page says of it: the address it was saved from, and when. */
export function readSnapshotMarks(document: { childNodes: HtmlNode[] }, all: HtmlElement[]): Statement[] {
  const comments = commentsAtTop(document.childNodes)
  return [
    ...programs.flatMap(({ called, left }) =>
      comments.slice(0, mostComments).flatMap(comment => {
        const { url = '', date = '' } = left.exec(comment)?.groups ?? {}
        return savedAs(url, date, called)
      }),
    ),
    ...savedByElements(all),
  ]
}

/** Where a page was saved from, and when, by the name of who says so. */
export const savedAs = (url: string, date: string, called: string): Statement[] => [
  ...statedWords('url', url, mark(called), webAddress(url)),
  ...statedDate('accessed', date, mark(called)),
]

/** An address of the web; '' for any other. HTTrack leaves the scheme out. */
const webAddress = (url: string): string => {
  if (/^https?:\/\/\S+$/i.test(url)) return url
  return /^[a-z\d-]+(?:\.[a-z\d-]+)+(?:\/\S*)?$/i.test(url) ? `http://${url}` : ''
}

/** Pages have thousands of comments; those of programs stand at the top or at the very end. */
const mostComments = 400

const commentsAtTop = (nodes: HtmlNode[]): string[] =>
  nodes.flatMap(node => {
    if (node.nodeName === '#comment') return 'data' in node ? [node.data.slice(0, 4_000)] : []
    return isElement(node) && /^(?:html|head|body)$/.test(node.tagName) ? commentsAtTop(node.childNodes) : []
  })

/** Save Page WE writes meta elements, WebScrapBook attributes of the root. */
function savedByElements(all: HtmlElement[]): Statement[] {
  const metaOf = (name: string) => {
    const found = all.find(element => element.tagName === 'meta' && attribute(element, 'name') === name)
    return found ? attribute(found, 'content') : ''
  }
  const root = all.find(({ tagName }) => tagName === 'html')
  const created = root ? attribute(root, 'data-scrapbook-create').slice(0, 8) : ''
  return [
    ...savedAs(metaOf('savepage-url'), metaOf('savepage-date'), 'Save Page WE'),
    ...(root ? savedAs(attribute(root, 'data-scrapbook-source'), created, 'WebScrapBook') : []),
  ]
}
