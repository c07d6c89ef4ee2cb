import type { DefaultTreeAdapterTypes } from 'parse5'
import type { Statement } from '../../../shared/model/source.ts'
import { namesIn } from '../document/byline.ts'
import { readDate } from '../document/dates.ts'
import { brief, type Mark, statedAuthors, statedDate, statedWords } from '../document/statements.ts'
import { shownSpaces } from '../document/text-writer.ts'
import { authorMark } from './authorship.ts'
import type { PageParts } from './html-apparatus.ts'
import { ancestorsOf, attribute, elementsBelow, type HtmlElement, isInline, wordsBelow } from './html-tree.ts'
import { readLinkedData } from './json-ld.ts'
import { readSnapshotMarks } from './snapshot.ts'

/**
 * What a page says of itself, each mark for itself: JSON-LD of schema.org, Open Graph, Dublin Core and other meta
 * elements, `link`, `time` and author elements, and the program that saved it.
 */
export function readHtmlMetadata(document: DefaultTreeAdapterTypes.Document, parts: PageParts | null): Statement[] {
  const all = elementsBelow(document)
  const meta = metaOf(all)
  const shown = parts ? all.filter(element => !parts.isApart(element)) : []
  return [
    ...readLinkedData(all),
    ...linkOf(all, 'canonical'),
    ...meta.flatMap(statementsOf),
    ...titleOf(all),
    ...languageOf(all),
    ...authorsShown(shown),
    ...timesShown(shown),
    ...readSnapshotMarks(document, all),
  ]
}

type Meta = { name: string; called: string; values: string[] }

/** The values of the meta elements by name, in order. `called` is the name as it stands. */
function metaOf(all: HtmlElement[]): Meta[] {
  const meta = new Map<string, Meta>()
  for (const element of all.filter(({ tagName }) => tagName === 'meta')) {
    const value = brief(attribute(element, 'content'))
    const called =
      ['property', 'name', 'itemprop', 'http-equiv'].map(name => attribute(element, name)).find(Boolean) ?? ''
    for (const one of called
      .split(/\s+/)
      .filter(name => name !== '' && value !== '')
      .slice(0, 4)) {
      const name = one.toLowerCase().replace(/^(dc|dcterms):/, '$1.')
      const known = meta.get(name)
      if (known) known.values.push(value)
      else meta.set(name, { name, called: one, values: [value] })
    }
  }
  return [...meta.values()].sort((left, right) => placeOf(left.name) - placeOf(right.name))
}

/** The names of meta elements that state a field, the most telling first within it. */
const named = {
  title: 'og:title citation_title dc.title dcterms.title twitter:title parsely-title sailthru.title headline title',
  authors:
    'citation_author author article:author og:article:author dc.creator dcterms.creator parsely-author sailthru.author byl',
  publisher: 'og:site_name citation_publisher dc.publisher dcterms.publisher publisher application-name',
  published:
    'article:published_time og:article:published_time datepublished citation_publication_date citation_online_date citation_date dcterms.issued dc.date.issued dcterms.date dc.date dcterms.created date pubdate publishdate publish-date publish_date publication_date parsely-pub-date sailthru.date article:modified_time og:updated_time datemodified dcterms.modified dc.date.modified last-modified lastmod',
  url: 'og:url twitter:url parsely-link dc.identifier dcterms.identifier',
  language: 'og:locale dc.language dcterms.language content-language language',
} as const

const order = Object.entries(named).flatMap(([field, names]) =>
  names.split(' ').map(name => ({ name, field: field as keyof typeof named })),
)
const placeOf = (name: string) => order.findIndex(known => known.name === name)

const originOf = (name: string): Mark['origin'] => {
  if (/^(?:og|article):/.test(name)) return 'open graph'
  return /^(?:dc|dcterms)\./.test(name) ? 'dublin core' : 'meta element'
}

function statementsOf({ name, called, values }: Meta): Statement[] {
  const field = order[placeOf(name)]?.field
  const mark: Mark = { origin: originOf(name), mark: called }
  switch (field) {
    case 'title':
    case 'publisher':
      return statedWords(field, values[0], mark)
    case 'authors':
      return statedAuthors(values.filter(value => !isAddress.test(value)).flatMap(namesStated), mark)
    case 'published':
      return values.flatMap(value => statedDate('published', value, mark))
    case 'url':
      return values.flatMap(value => statedWords('url', value, mark, webAddress(value)))
    case 'language':
      return statedWords('language', values[0], mark, languageTag(values[0] ?? ''))
    default:
      return []
  }
}

/** Sites name themselves as authors: "https://daily.example/jane-roe", "daily.example". */
const isAddress = /^(?:https?:|\S+\.[a-z]{2,}$)/i

const namesStated = (value: string) => {
  const bare = value.replace(/^by\s+/i, '')
  const names = namesIn(bare)
  return names.length > 0 ? names : [bare]
}

const webAddress = (address: string) => (/^https?:\/\/\S+$/i.test(address) ? address : '')

const languageTag = (words: string) => {
  const tag = words.trim().replaceAll('_', '-')
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag) ? tag : ''
}

function titleOf(all: HtmlElement[]): Statement[] {
  const title = all.find(({ tagName, parentNode }) => tagName === 'title' && parentNode?.nodeName === 'head')
  const [words] = title?.childNodes ?? []
  return statedWords('title', words && 'value' in words ? words.value : '', { origin: 'meta element', mark: 'title' })
}

function linkOf(all: HtmlElement[], rel: string): Statement[] {
  const link = all.find(element => element.tagName === 'link' && attribute(element, 'rel').toLowerCase() === rel)
  const address = link ? attribute(link, 'href').trim() : ''
  return statedWords('url', address, { origin: 'meta element', mark: rel }, webAddress(address))
}

function languageOf(all: HtmlElement[]): Statement[] {
  const html = all.find(({ tagName }) => tagName === 'html')
  const words = html ? attribute(html, 'lang') || attribute(html, 'xml:lang') : ''
  return statedWords('language', words, { origin: 'meta element', mark: 'lang' }, languageTag(words))
}

/** Elements that say they name an author: bylines need no "By" then. No byline has more characters. */
const longestByline = 160
const mostShown = 8

function authorsShown(shown: HtmlElement[]): Statement[] {
  return shown
    .flatMap(element => {
      const mark = authorMark(element)
      if (mark === '') return []
      const words = shownSpaces(wordsBelow(element))
      const names = words.length > longestByline ? [] : namesIn(words.replace(/^by:?\s+/i, ''))
      return statedAuthors(names, { origin: 'text', mark })
    })
    .slice(0, mostShown)
}

/** The `time` elements that stand alone, those marked as the day of publication first; one within running text tells of something else. */
function timesShown(shown: HtmlElement[]): Statement[] {
  return shown
    .filter(element => element.tagName === 'time' && readDate(attribute(element, 'datetime')) && standsAlone(element))
    .map(element => ({ element, mark: timeMark(element) }))
    .sort((left, right) => Number(right.mark === timePublished) - Number(left.mark === timePublished))
    .slice(0, mostShown)
    .flatMap(({ element, mark }) => {
      const words = brief(shownSpaces(wordsBelow(element)))
      return statedDate('published', attribute(element, 'datetime'), { origin: 'text', mark }).map(one =>
        words ? { ...one, words } : one,
      )
    })
}

const timePublished = 'time, published'

function timeMark(element: HtmlElement): string {
  const says = ['itemprop', 'class'].map(name => attribute(element, name)).join(' ')
  if (/modified|updated/i.test(says)) return 'time, updated'
  return /published/i.test(says) || element.attrs.some(({ name }) => name === 'pubdate') ? timePublished : 'time'
}

function standsAlone(element: HtmlElement): boolean {
  const block = ancestorsOf(element).find(above => !isInline(above))
  return block === undefined || shownSpaces(wordsBelow(block)).length <= longestByline
}
