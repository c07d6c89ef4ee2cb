import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { RichText } from '../../../shared/model/rich-text.ts'
import { documentOf } from '../../../shared/rules/markdown/read.ts'
import type { MarkdownTree } from '../../../shared/rules/markdown/tree.ts'
import { isTooDeep } from './paste/plain-text.ts'

/** Markdown as a document; null where its nesting is no document any more. Words in, words out: it never fails. */
export const readMarkdownText = (text: string): RichText | null => {
  if (isTooDeep(text)) return null
  const tree = fromMarkdown(text.replace(/\r\n?/g, '\n'), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  return documentOf(tree as MarkdownTree)
}
