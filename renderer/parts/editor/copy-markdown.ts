import type { Editor } from '@tiptap/core'
import type { RichText } from '../../../shared/model/rich-text.ts'
import type { MarkdownNames } from '../../../shared/rules/markdown/inline.ts'
import { markdownOf } from '../../../shared/rules/markdown/write.ts'
import { quotedWords } from '../../../shared/rules/sentence.ts'
import { notify } from '../../notices.ts'
import { say } from '../../say.ts'
import { dateOf, titleOf } from '../names.ts'
import { type Known, mentionName } from './known.ts'

/** What a text points to, by the words that Markdown shows in its place. */
const markdownNames = (known: Known): MarkdownNames => ({
  citation: excerpt => {
    const quote = known.quote(excerpt)
    if (!quote) return say('editor.lostCitation')
    const title = titleOf({ title: quote.sourceTitle })
    const page = quote.page === null ? '' : `, ${say('editor.page', { page: quote.page })}`
    return `${quotedWords(quote.exact)} ${title}${quote.published === null ? '' : `, ${dateOf(quote.published)}`}${page}.`
  },
  mention: (record, id) => {
    const mentioned = known.mention(record, id)
    return mentioned ? mentionName(mentioned) : say('editor.lostMention')
  },
  block: id => known.block(id) ?? say('editor.lostBlock'),
})

/** Writes words to the clipboard by the event of the engine, for which no permission has to be given. */
const copyWords = (words: string): void => {
  const write = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', words)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  document.addEventListener('copy', write, { capture: true })
  document.execCommand('copy')
  document.removeEventListener('copy', write, { capture: true })
}

/** The chosen part of a text as Markdown, or all of it where nothing is chosen. */
export const copyAsMarkdown = (editor: Editor, known: Known): void => {
  const { doc, selection } = editor.state
  const chosen = selection.empty ? doc : doc.type.create(null, selection.content().content)
  copyWords(markdownOf(chosen.toJSON() as RichText, markdownNames(known)))
  notify({ tone: 'plain', text: say('editor.markdownCopied') })
}
