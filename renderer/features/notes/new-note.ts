import { emptyRichText, type RichText } from '../../../shared/model/rich-text.ts'
import { plainText } from '../../../shared/rules/rich-text.ts'
import { navigate } from '../../location.ts'
import { notify } from '../../notices.ts'
import { readMarkdownText } from '../../parts/editor/markdown.ts'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { type NoteTemplate, templateDocument } from './templates.ts'

/** A new note, blank or by a method of the trade, which then opens. */
export const createNote = async (template: NoteTemplate | null = null): Promise<void> => {
  const draft =
    template === null
      ? { title: '', document: emptyRichText }
      : { title: say(`noteTemplates.${template}`), document: templateDocument(template) }
  const outcome = await perform('notes.create', draft)
  if (outcome.ok) navigate('notes', outcome.value.id)
}

/** In bytes: a book has fewer. */
const longestFile = 4_000_000

export const isMarkdownFile = ({ name }: Pick<File, 'name'>): boolean => /\.(md|markdown|mdown|txt)$/i.test(name)

/** Its first heading, where it begins with one, is the title; else the name of the file is. */
export const titled = (document: RichText, fileName: string): { title: string; document: RichText } => {
  const [first, ...rest] = document.content ?? []
  const words =
    first?.type === 'heading' && first.attrs?.level === 1 ? plainText({ type: 'doc', content: [first] }) : ''
  return words === ''
    ? { title: fileName.replace(/\.[^.]+$/, '').slice(0, 500), document }
    : { title: words.slice(0, 500), document: rest.length === 0 ? emptyRichText : { type: 'doc', content: rest } }
}

/** Makes a note of every Markdown file; what cannot be read is named with its reason. The last one made opens. */
export const readMarkdownFiles = async (files: readonly File[]): Promise<void> => {
  const failed: string[] = []
  let made = 0
  let last: string | null = null
  for (const file of files) {
    if (file.size > longestFile) {
      failed.push(say('notes.tooLong', { name: file.name }))
      continue
    }
    const document = readMarkdownText(await file.text())
    if (document === null) {
      failed.push(say('notes.tooDeep', { name: file.name }))
      continue
    }
    const outcome = await perform('notes.create', titled(document, file.name))
    // A refusal has been told.
    if (!outcome.ok) return
    made += 1
    last = outcome.value.id
  }
  if (last !== null) navigate('notes', last)
  if (failed.length > 0) notify({ tone: 'problem', text: failed.join(' ') })
  else if (made > 0) notify({ tone: 'plain', text: say('notes.filesRead', { count: made }) })
}
