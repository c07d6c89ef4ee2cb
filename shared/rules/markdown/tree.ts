/**
 * A tree of Markdown (mdast, https://github.com/syntax-tree/mdast) as far as a document of ours needs it: CommonMark with
 * GitHub's tables, task lists, footnotes and strikethrough. The parser is the caller's, as this folder knows no library.
 */
export type MarkdownTree = {
  type: string
  children?: readonly MarkdownTree[]
  value?: string
  depth?: number
  ordered?: boolean | null
  start?: number | null
  checked?: boolean | null
  lang?: string | null
  url?: string
  alt?: string | null
  identifier?: string
  label?: string | null
}

/**
 * What the addresses of records start with in Markdown: `glossator:excerpt/ID`, `glossator:term/ID`,
 * `glossator:block/ID`. Other tools show them as links that lead nowhere; read back, they are citations and mentions.
 */
export const scheme = 'glossator:'
