import { mergeAttributes, Node } from '@tiptap/core'

/**
 * A live citation of an excerpt: an inline atom whose numbered mark is a decoration (`references.ts`). It is a plain
 * rendered node, not a React one, so that a note with hundreds of them types without lag (`test/journeys/notes.test.ts`).
 */
export const citationNode = Node.create({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({
    excerpt: {
      default: '',
      parseHTML: element => element.getAttribute('data-excerpt') ?? '',
      renderHTML: attributes => ({ 'data-excerpt': attributes.excerpt }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-excerpt]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes],
  renderText: () => '',
})

/** A mention of a term, a risk, a source or another note, shown by its name in the case as it is now; `wordsOf` says so when it is gone. */
export const mentionNode = (wordsOf: (record: string, id: string) => string) =>
  Node.create({
    name: 'mention',
    group: 'inline',
    inline: true,
    atom: true,
    selectable: true,
    addAttributes: () => ({
      record: {
        default: 'term',
        parseHTML: element => element.getAttribute('data-record') ?? 'term',
        renderHTML: attributes => ({ 'data-record': attributes.record }),
      },
      id: {
        default: '',
        parseHTML: element => element.getAttribute('data-id') ?? '',
        renderHTML: attributes => ({ 'data-id': attributes.id }),
      },
    }),
    parseHTML: () => [{ tag: 'span[data-record]' }],
    renderHTML: ({ node, HTMLAttributes }) => [
      'span',
      mergeAttributes(HTMLAttributes, { class: 'editor-mention', role: 'link' }),
      wordsOf(node.attrs.record, node.attrs.id),
    ],
    renderText: ({ node }) => wordsOf(node.attrs.record, node.attrs.id),
  })

/** A passage set apart from the run of the text, as a note at the foot of a page is: it holds paragraphs and lists. */
export const asideNode = Node.create({
  name: 'aside',
  group: 'block',
  content: '(paragraph | bulletList | orderedList)+',
  defining: true,
  parseHTML: () => [{ tag: 'aside' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-a': () => this.editor.commands.toggleWrap(this.name) }
  },
})

/** A reference to another block of the same briefing, shown by its heading; the pages set "Section 3" or "Table 2" in its place. */
export const crossReferenceNode = (wordsOf: (block: string) => string) =>
  Node.create({
    name: 'crossReference',
    group: 'inline',
    inline: true,
    atom: true,
    selectable: true,
    addAttributes: () => ({
      block: {
        default: '',
        parseHTML: element => element.getAttribute('data-block') ?? '',
        renderHTML: attributes => ({ 'data-block': attributes.block }),
      },
    }),
    parseHTML: () => [{ tag: 'span[data-block]' }],
    renderHTML: ({ node, HTMLAttributes }) => [
      'span',
      mergeAttributes(HTMLAttributes, { class: 'editor-cross-reference' }),
      wordsOf(node.attrs.block),
    ],
    renderText: ({ node }) => wordsOf(node.attrs.block),
  })
