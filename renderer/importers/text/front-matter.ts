import type { Statement } from '../../../shared/model/source.ts'
import { namesIn } from '../document/byline.ts'
import { statedAuthors, statedDate, statedWords } from '../document/statements.ts'

/** What the front matter of a Markdown file states, and the rest of the file. */
export type FrontMatter = { statements: Statement[]; rest: string }

const fence = /^---[ \t]*\n(?<lines>(?:(?!---|\.\.\.).*\n){0,400}?)(?:---|\.\.\.)[ \t]*(?:\n|$)/
const field = /^(?<key>[A-Za-z][\w -]*?)[ \t]*:[ \t]*(?<value>.*)$/

/**
 * Reads front matter of the plain kind: `key: value` and lists of words. Anything else in it is left alone.
 * A file without a closing fence has none.
 */
export function readFrontMatter(text: string): FrontMatter {
  const found = fence.exec(text)
  if (!found) return { statements: [], rest: text }
  const values = valuesOf((found.groups?.lines ?? '').split('\n'))
  const first = (...keys: string[]) => keys.map(key => values.get(key)?.[0]).find(value => value) ?? ''
  const all = (...keys: string[]) => keys.map(key => values.get(key) ?? []).find(list => list.length > 0) ?? []
  const language = first('lang', 'language')
  const mark = (name: string) => ({ origin: 'front matter', mark: name }) as const
  const names = all('authors', 'author', 'by').flatMap(value => {
    const names = namesIn(value)
    return names.length > 0 ? names : [value]
  })
  return {
    statements: [
      ...statedWords('title', first('title'), mark('title')),
      ...statedAuthors(names, mark('authors')),
      ...statedWords('publisher', first('publisher', 'site', 'publication'), mark('publisher')),
      ...statedDate('published', first('date', 'published', 'publishdate', 'pubdate'), mark('date')),
      ...statedDate('accessed', first('accessed', 'retrieved'), mark('accessed')),
      ...statedWords('url', first('url', 'source', 'link', 'canonical'), mark('url')),
      ...statedWords('language', /^[A-Za-z-]{2,35}$/.test(language) ? language : '', mark('language')),
    ],
    rest: text.slice(found[0].length),
  }
}

function valuesOf(lines: string[]): Map<string, string[]> {
  const values = new Map<string, string[]>()
  let list: string[] = []
  for (const line of lines) {
    const item = /^\s*-\s+(.+)$/.exec(line)?.[1]
    const { key, value = '' } = field.exec(line)?.groups ?? {}
    if (item) list.push(unquoted(item))
    else if (key) {
      const inline = /^\[(.*)\]$/.exec(value.trim())?.[1]
      list = (inline === undefined ? [value] : inline.split(',')).map(unquoted).filter(entry => entry !== '')
      values.set(key.toLowerCase(), list)
    }
  }
  return values
}

const unquoted = (value: string) => value.trim().replace(/^(["'])(.*)\1$/, '$2')
