import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import {
  Bold,
  ChevronDown,
  Heading2,
  Italic,
  Link,
  List,
  ListChecks,
  ListOrdered,
  MessageSquareQuote,
  PanelBottomClose,
  Quote,
  Search,
  Table,
} from 'lucide-react'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { tableActs } from './insertions.ts'

const size = 16

type EditorToolbarProps = {
  editor: Editor
  acts: { cite: () => void; link: () => void; find: (withReplace: boolean) => void }
}

/** The everyday formatting; everything else is in the slash menu. */
export const EditorToolbar = ({ editor, acts }: EditorToolbarProps) => {
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      heading: now.isActive('heading'),
      bulletList: now.isActive('bulletList'),
      orderedList: now.isActive('orderedList'),
      taskList: now.isActive('taskList'),
      blockquote: now.isActive('blockquote'),
      aside: now.isActive('aside'),
      link: now.isActive('link'),
      table: now.isActive('table'),
    }),
  })
  const chain = () => editor.chain().focus()
  return (
    <div className="editor-toolbar" role="toolbar" aria-label={say('editor.toolbar')}>
      <Button
        label={say('editor.bold')}
        icon={<Bold size={size} />}
        iconOnly
        look="quiet"
        aria-pressed={active.bold}
        onClick={() => chain().toggleBold().run()}
      />
      <Button
        label={say('editor.italic')}
        icon={<Italic size={size} />}
        iconOnly
        look="quiet"
        aria-pressed={active.italic}
        onClick={() => chain().toggleItalic().run()}
      />
      <Button
        label={say('editor.heading', { level: 2 })}
        icon={<Heading2 size={size} />}
        iconOnly
        look="quiet"
        aria-pressed={active.heading}
        onClick={() => chain().toggleHeading({ level: 2 }).run()}
      />
      <Button
        label={say('editor.bulletList')}
        icon={<List size={size} />}
        iconOnly
        look="quiet"
        aria-pressed={active.bulletList}
        onClick={() => chain().toggleBulletList().run()}
      />
      <Button
        label={say('editor.orderedList')}
        icon={<ListOrdered size={size} />}
        iconOnly
        look="quiet"
        aria-pressed={active.orderedList}
        onClick={() => chain().toggleOrderedList().run()}
      />
      <Button
        label={say('editor.taskList')}
        icon={<ListChecks size={size} />}
        iconOnly
        look="quiet"
        aria-pressed={active.taskList}
        onClick={() => chain().toggleTaskList().run()}
      />
      <Button
        label={say('editor.quote')}
        icon={<Quote size={size} />}
        iconOnly
        look="quiet"
        aria-pressed={active.blockquote}
        onClick={() => chain().toggleBlockquote().run()}
      />
      <Button
        label={say('editor.aside')}
        icon={<PanelBottomClose size={size} />}
        iconOnly
        look="quiet"
        aria-pressed={active.aside}
        onClick={() => chain().toggleWrap('aside').run()}
      />
      <Button
        label={say('editor.table')}
        icon={<Table size={size} />}
        iconOnly
        look="quiet"
        aria-pressed={active.table}
        onClick={() => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
      />
      <Button
        label={say('editor.link')}
        icon={<Link size={size} />}
        iconOnly
        look="quiet"
        aria-pressed={active.link}
        onClick={acts.link}
      />
      <Button
        label={say('editor.find')}
        icon={<Search size={size} />}
        iconOnly
        look="quiet"
        onClick={() => acts.find(false)}
      />
      <Button label={say('editor.cite')} icon={<MessageSquareQuote size={size} />} look="quiet" onClick={acts.cite} />
      {active.table ? (
        <div className="editor-table-acts">
          <Button label={say('editor.addRow')} look="quiet" onClick={() => chain().addRowAfter().run()} />
          <Button label={say('editor.addColumn')} look="quiet" onClick={() => chain().addColumnAfter().run()} />
          <Menu
            label={say('editor.tableActs')}
            className="button quiet"
            items={tableActs().map(({ id, label, run }) => ({ id, label, run: () => void run(chain()).run() }))}
          >
            {say('editor.tableActs')}
            <ChevronDown size={14} aria-hidden="true" />
          </Menu>
        </div>
      ) : null}
    </div>
  )
}
