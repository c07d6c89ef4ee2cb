import { type JSONContent, Node } from '@tiptap/core'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { TableKit } from '@tiptap/extension-table'
import { EditorContent, useEditor } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import { createRoot } from 'react-dom/client'
import type { RichText } from '../../../shared/model/rich-text.ts'
import { contend } from './contender.ts'

const citation = Node.create({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ excerpt: { default: '' } }),
  renderHTML: () => ['span', { class: 'citation' }],
})

const Alone = ({ document }: { document: RichText }) => {
  const editor = useEditor({
    injectCSS: false,
    content: document as JSONContent,
    extensions: [
      StarterKit.configure({ link: false }),
      TableKit.configure({ table: { resizable: false } }),
      TaskList,
      TaskItem,
      citation,
    ],
    editorProps: { attributes: { class: 'editor-text' } },
  })
  return <EditorContent editor={editor} />
}

contend('tiptap alone', (host, document) => createRoot(host).render(<Alone document={document} />))
