import { say } from '../../say.ts'
import type { SuggestionItem } from './suggestions.ts'

/** What the slash menu offers. */
export const insertions = (cite: () => void): SuggestionItem[] => [
  {
    id: 'citation',
    label: say('editor.cite'),
    hint: 'Ctrl Shift C',
    run: (editor, range) => {
      editor.chain().focus().deleteRange(range).run()
      cite()
    },
  },
  ...([1, 2, 3] as const).map(
    (level): SuggestionItem => ({
      id: `heading${level}`,
      label: say('editor.heading', { level }),
      run: (editor, range) => editor.chain().focus().deleteRange(range).setHeading({ level }).run(),
    }),
  ),
  {
    id: 'bulletList',
    label: say('editor.bulletList'),
    run: (editor, range) => editor.chain().focus().deleteRange(range).toggleBulletList().run(),
  },
  {
    id: 'orderedList',
    label: say('editor.orderedList'),
    run: (editor, range) => editor.chain().focus().deleteRange(range).toggleOrderedList().run(),
  },
  {
    id: 'taskList',
    label: say('editor.taskList'),
    run: (editor, range) => editor.chain().focus().deleteRange(range).toggleTaskList().run(),
  },
  {
    id: 'blockquote',
    label: say('editor.quote'),
    run: (editor, range) => editor.chain().focus().deleteRange(range).toggleBlockquote().run(),
  },
  {
    id: 'table',
    label: say('editor.table'),
    run: (editor, range) =>
      editor.chain().focus().deleteRange(range).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  {
    id: 'rule',
    label: say('editor.rule'),
    run: (editor, range) => editor.chain().focus().deleteRange(range).setHorizontalRule().run(),
  },
]
