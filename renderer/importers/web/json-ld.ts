import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import type { SourceKind, Statement } from '../../../shared/model/source.ts'
import { brief, type Mark, statedAuthors, statedDate, statedWords } from '../document/statements.ts'
import { attribute, type HtmlElement } from './html-tree.ts'

type Linkable = Record<string, unknown>

const kinds: Record<string, SourceKind> = {
  AnalysisNewsArticle: 'analysis',
  OpinionNewsArticle: 'analysis',
  Report: 'analysis',
  ScholarlyArticle: 'analysis',
  Dataset: 'dataset',
  Legislation: 'official document',
  GovernmentService: 'official document',
}
const kindOf = (type: string): SourceKind | '' =>
  kinds[type] ?? (/Article$|^(?:BlogPosting|LiveBlogPosting)$/.test(type) ? 'news article' : '')

const mark = (name: string): Mark => ({ origin: 'json-ld', mark: name })

/** What the first article says of itself that a page describes in JSON-LD with the words of schema.org. */
export function readLinkedData(all: HtmlElement[]): Statement[] {
  const records = all
    .filter(element => element.tagName === 'script' && /^application\/ld\+json\b/i.test(attribute(element, 'type')))
    .flatMap(script => parsed(script.childNodes.map(node => ('value' in node ? node.value : '')).join('')))
  const article = records.find(record => kindOf(typeOf(record)) !== '')
  if (!article) return []
  const people = [article.author ?? article.creator ?? []].flat().map(nameOf)
  return [
    ...statedWords('title', words(article.headline), mark('headline')),
    ...statedWords('title', words(article.name), mark('name')),
    ...statedAuthors(
      people.filter(name => !/^https?:/i.test(name)),
      mark('author'),
    ),
    ...statedWords('publisher', nameOf([article.publisher].flat()[0]), mark('publisher')),
    ...['datePublished', 'dateCreated', 'dateModified'].flatMap(name =>
      statedDate('published', words(article[name]), mark(name)),
    ),
    ...statedWords('url', addressOf(article.url), mark('url')),
    ...statedWords('url', addressOf(article.mainEntityOfPage), mark('mainEntityOfPage')),
    ...statedWords('language', languageOf(article.inLanguage), mark('inLanguage')),
    ...statedWords('kind', typeOf(article), mark('@type'), kindOf(typeOf(article))),
  ]
}

const isRecord = (value: unknown): value is Linkable =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The records of a script, those of its `@graph` too. Line ends within strings, which JSON forbids, are common. */
function parsed(json: string): Linkable[] {
  const bare = json.replace(/^\s*(?:\/\/)?\s*<!(?:--|\[CDATA\[)|(?:\/\/)?\s*(?:-->|\]\]>)\s*$/g, '')
  for (const text of [bare, bare.replace(/\p{Cc}+/gu, ' ')]) {
    try {
      const values = [JSON.parse(text) as unknown].flat()
      return values
        .flatMap(value => (isRecord(value) ? [value, ...[value['@graph'] ?? []].flat()] : []))
        .filter(isRecord)
    } catch {
      // Read once more without its control characters; what is no JSON then either states nothing.
    }
  }
  return []
}

/** Many systems write the entities of HTML into JSON. */
const words = (value: unknown): string => {
  if (typeof value !== 'string') return ''
  if (!/&[#\w]+;/.test(value)) return brief(value)
  const { childNodes } = parseFragment(value.slice(0, 10_000).replaceAll('<', '&lt;'))
  return brief(childNodes.map(node => (node as DefaultTreeAdapterTypes.TextNode).value ?? '').join(''))
}

const nameOf = (value: unknown): string => (isRecord(value) ? words([value.name].flat()[0]) : words(value))

const typeOf = (record: Linkable): string =>
  [record['@type']].flat().find((type): type is string => typeof type === 'string') ?? ''

const addressOf = (value: unknown): string => {
  const address = words(isRecord(value) ? (value['@id'] ?? value.url) : value)
  return /^https?:\/\/\S+$/i.test(address) ? address : ''
}

const languageOf = (value: unknown): string => {
  const language = words(isRecord(value) ? (value.alternateName ?? value.name) : [value].flat()[0])
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(language) ? language : ''
}
