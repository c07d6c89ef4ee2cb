import type { DefaultTreeAdapterTypes } from 'parse5'
import type { SourceKind, Statement } from '../../../shared/model/source.ts'
import { readDate } from '../document/dates.ts'
import { namesIn } from '../document/byline.ts'
import { brief, statedAuthors, statedDate, statedWords } from '../document/statements.ts'
import { shownSpaces } from '../document/text-writer.ts'
import { attribute, elementsBelow, type HtmlElement, hasAttribute, wordsBelow } from './html-tree.ts'

/** What a page says of itself: meta elements, Open Graph, JSON-LD of schema.org, `time` and `link` elements. */
export function readHtmlMetadata(document: DefaultTreeAdapterTypes.Document): Statement[] {
  const all = elementsBelow(document)
  const meta = metaOf(all)
  const linked = linkedData(all)
  const first = (...names: string[]) => names.map(name => meta.get(name)?.[0]).find(value => value) ?? ''
  const date =
    linked.published ||
    first(
      'article:published_time',
      'datepublished',
      'citation_publication_date',
      'citation_date',
      'dc.date',
      'dcterms.date',
      'date',
      'pubdate',
    )
  const element = { origin: 'meta element', mark: '' } as const
  return [
    ...statedWords(
      'title',
      linked.title || first('og:title', 'citation_title', 'dc.title', 'twitter:title', 'title') || titleOf(all),
      element,
    ),
    ...statedAuthors(authorsOf(all, meta, linked), element),
    ...statedWords(
      'publisher',
      linked.publisher || first('og:site_name', 'citation_publisher', 'dc.publisher', 'publisher', 'application-name'),
      element,
    ),
    ...(date ? statedDate('published', date, element) : timeOf(all)),
    ...statedWords('url', webAddress(linkOf(all, 'canonical') || first('og:url') || linked.url), element),
    ...statedWords('language', languageOf(all, first('og:locale', 'dc.language')), element),
    ...statedWords('kind', linked.kind, element),
  ]
}

/** The values of the meta elements by lower-case name, in order. */
function metaOf(all: HtmlElement[]): Map<string, string[]> {
  const meta = new Map<string, string[]>()
  for (const element of all.filter(({ tagName }) => tagName === 'meta')) {
    const name = (
      attribute(element, 'property') ||
      attribute(element, 'name') ||
      attribute(element, 'itemprop')
    ).toLowerCase()
    const value = brief(attribute(element, 'content'))
    if (name && value) meta.set(name, [...(meta.get(name) ?? []), value])
  }
  return meta
}

const titleOf = (all: HtmlElement[]) => {
  const title = all.find(({ tagName, parentNode }) => tagName === 'title' && parentNode?.nodeName === 'head')
  const [words] = title?.childNodes ?? []
  return words && 'value' in words ? brief(words.value) : ''
}

const linkOf = (all: HtmlElement[], rel: string) => {
  const link = all.find(element => element.tagName === 'link' && attribute(element, 'rel').toLowerCase() === rel)
  return link ? attribute(link, 'href') : ''
}

const webAddress = (address: string) => (/^https?:\/\/\S+$/i.test(address) ? address : '')

function authorsOf(all: HtmlElement[], meta: Map<string, string[]>, linked: Linked): string[] {
  if (linked.authors.length > 0) return linked.authors
  const named = ['author', 'article:author', 'citation_author', 'dc.creator', 'parsely-author', 'byl']
    .map(name => (meta.get(name) ?? []).filter(value => !/^https?:/i.test(value)))
    .find(values => values.length > 0)
  if (named) return named.flatMap(value => splitNames(value.replace(/^by\s+/i, '')))
  const marked = all.find(
    element => attribute(element, 'rel') === 'author' || attribute(element, 'itemprop') === 'author',
  )
  return marked ? namesIn(shownSpaces(wordsBelow(marked)).replace(/^by\s+/i, '')) : []
}

const splitNames = (value: string) => {
  const names = namesIn(value)
  return names.length > 0 ? names : [value]
}

/** The first `time` that is marked as the day of publication, else the first with a date at all. */
function timeOf(all: HtmlElement[]): Statement[] {
  const times = all.filter(element => element.tagName === 'time' && readDate(attribute(element, 'datetime')))
  const time =
    times.find(element => hasAttribute(element, 'pubdate') || attribute(element, 'itemprop') === 'datePublished') ??
    times[0]
  if (!time) return []
  const words = brief(shownSpaces(wordsBelow(time)))
  return statedDate('published', attribute(time, 'datetime'), { origin: 'meta element', mark: 'time' }).map(one =>
    words ? { ...one, words } : one,
  )
}

const languageOf = (all: HtmlElement[], fallback: string) => {
  const html = all.find(({ tagName }) => tagName === 'html')
  const language = (html ? attribute(html, 'lang') || attribute(html, 'xml:lang') : '') || fallback.replace('_', '-')
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(language) ? language : ''
}

type Linked = { title: string; authors: string[]; publisher: string; published: string; url: string; kind: SourceKind }

const kinds: Record<string, SourceKind> = {
  AnalysisNewsArticle: 'analysis',
  OpinionNewsArticle: 'analysis',
  Report: 'analysis',
  ScholarlyArticle: 'analysis',
  Dataset: 'dataset',
  Legislation: 'official document',
  GovernmentService: 'official document',
}

/** The first article that the page describes in JSON-LD. */
function linkedData(all: HtmlElement[]): Linked {
  const records = all
    .filter(element => element.tagName === 'script' && /^application\/ld\+json$/i.test(attribute(element, 'type')))
    .flatMap(script => parsed(script.childNodes.map(node => ('value' in node ? node.value : '')).join('')))
  const article =
    records.find(record => typeOf(record) in kinds || /Article$|^(?:BlogPosting|Report)$/.test(typeOf(record))) ?? {}
  const people = [article.author ?? article.creator ?? []].flat()
  return {
    title: words(article.headline) || words(article.name),
    authors: people.map(nameOf).filter(name => name !== '' && !/^https?:/i.test(name)),
    publisher: nameOf(article.publisher),
    published: words(article.datePublished),
    url: words(article.url),
    kind: kinds[typeOf(article)] ?? 'news article',
  }
}

type Linkable = Record<string, unknown>

const isRecord = (value: unknown): value is Linkable =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(json: string): Linkable[] {
  try {
    const values = [JSON.parse(json) as unknown].flat()
    return values.flatMap(value => (isRecord(value) ? [value, ...[value['@graph'] ?? []].flat()] : [])).filter(isRecord)
  } catch {
    return []
  }
}

const words = (value: unknown) => (typeof value === 'string' ? brief(value) : '')
const nameOf = (value: unknown): string => (isRecord(value) ? words(value.name) : words(value))
const typeOf = (record: Linkable) =>
  ([record['@type']].flat().find(type => typeof type === 'string') as string | undefined) ?? ''
