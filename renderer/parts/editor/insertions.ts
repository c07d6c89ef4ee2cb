import type { ChainedCommands, Editor } from '@tiptap/core'
import { say } from '../../say.ts'
import type { SuggestionItem } from './suggestions.ts'

type Insertion = {
  id: string
  label: string
  hint?: string
  words?: string
  run: (chain: ChainedCommands) => ChainedCommands
}

const group = (name: string, all: readonly Insertion[]): SuggestionItem[] =>
  all.map(({ id, label, hint, words, run }) => ({
    id,
    label,
    group: name,
    ...(hint === undefined ? {} : { hint }),
    ...(words === undefined ? {} : { words }),
    run: (editor, range) => run(editor.chain().focus().deleteRange(range)).run(),
  }))

const blocks = (): Insertion[] => [
  ...([1, 2, 3] as const).map(
    (level): Insertion => ({
      id: `heading${level}`,
      label: say('editor.heading', { level }),
      hint: `Ctrl Alt ${level}`,
      run: chain => chain.setHeading({ level }),
    }),
  ),
  { id: 'paragraph', label: say('editor.paragraph'), hint: 'Ctrl Alt 0', run: chain => chain.setParagraph() },
  { id: 'blockquote', label: say('editor.quote'), hint: 'Ctrl Shift B', run: chain => chain.toggleBlockquote() },
  {
    id: 'aside',
    label: say('editor.aside'),
    hint: 'Ctrl Shift A',
    words: say('editor.asideWords'),
    run: chain => chain.toggleWrap('aside'),
  },
  { id: 'codeBlock', label: say('editor.codeBlock'), hint: 'Ctrl Alt C', run: chain => chain.toggleCodeBlock() },
  { id: 'rule', label: say('editor.rule'), run: chain => chain.setHorizontalRule() },
]

const lists = (): Insertion[] => [
  { id: 'bulletList', label: say('editor.bulletList'), hint: 'Ctrl Shift 8', run: chain => chain.toggleBulletList() },
  {
    id: 'orderedList',
    label: say('editor.orderedList'),
    hint: 'Ctrl Shift 7',
    run: chain => chain.toggleOrderedList(),
  },
  { id: 'taskList', label: say('editor.taskList'), hint: 'Ctrl Shift 9', run: chain => chain.toggleTaskList() },
]

/** What can be done to the table in which the caret stands. */
export const tableActs = (): Insertion[] => [
  { id: 'rowAfter', label: say('editor.addRow'), hint: 'Ctrl Alt ↓', run: chain => chain.addRowAfter() },
  { id: 'rowBefore', label: say('editor.addRowBefore'), hint: 'Ctrl Alt ↑', run: chain => chain.addRowBefore() },
  { id: 'columnAfter', label: say('editor.addColumn'), hint: 'Ctrl Alt →', run: chain => chain.addColumnAfter() },
  {
    id: 'columnBefore',
    label: say('editor.addColumnBefore'),
    hint: 'Ctrl Alt ←',
    run: chain => chain.addColumnBefore(),
  },
  { id: 'headRow', label: say('editor.headRow'), run: chain => chain.toggleHeaderRow() },
  { id: 'headColumn', label: say('editor.headColumn'), run: chain => chain.toggleHeaderColumn() },
  { id: 'mergeCells', label: say('editor.mergeCells'), run: chain => chain.mergeOrSplit() },
  { id: 'removeRow', label: say('editor.removeRow'), run: chain => chain.deleteRow() },
  { id: 'removeColumn', label: say('editor.removeColumn'), run: chain => chain.deleteColumn() },
  { id: 'removeTable', label: say('editor.removeTable'), run: chain => chain.deleteTable() },
]

export type Acts = { cite: () => void; link: () => void }

const references = (acts: Acts): SuggestionItem[] => {
  const act = (id: string, label: string, hint: string | undefined, run: (editor: Editor) => void): SuggestionItem => ({
    id,
    label,
    group: say('editor.groupReferences'),
    ...(hint === undefined ? {} : { hint }),
    run: (editor, range) => {
      editor.chain().focus().deleteRange(range).run()
      run(editor)
    },
  })
  return [
    act('citation', say('editor.cite'), 'Ctrl Shift C', acts.cite),
    act('mention', say('editor.mention'), '@', editor => editor.commands.insertContent('@')),
    act('link', say('editor.link'), 'Ctrl Alt K', acts.link),
  ]
}

/** What the slash menu offers: in a table its own acts first. */
export const insertions = (acts: Acts, isInTable: boolean): SuggestionItem[] => [
  ...(isInTable ? group(say('editor.groupTable'), tableActs()) : []),
  ...references(acts),
  ...group(say('editor.groupText'), blocks()),
  ...group(say('editor.groupLists'), lists()),
  ...(isInTable
    ? []
    : group(say('editor.groupTable'), [
        {
          id: 'table',
          label: say('editor.table'),
          run: chain => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
        },
      ])),
]

/** Those that have every word typed, the ones that start with them first. */
export const fittingInsertions = (items: readonly SuggestionItem[], typed: string): SuggestionItem[] => {
  const wanted = typed.trim().toLowerCase()
  const told = (item: SuggestionItem) => `${item.label} ${item.words ?? ''}`.toLowerCase()
  const fitting = items.filter(item => wanted.split(/\s+/).every(word => told(item).includes(word)))
  const starts = (item: SuggestionItem) => (item.label.toLowerCase().startsWith(wanted) ? 0 : 1)
  return wanted === '' ? fitting : fitting.toSorted((one, other) => starts(one) - starts(other))
}
