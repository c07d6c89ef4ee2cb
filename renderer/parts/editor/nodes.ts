import { mergeAttributes, Node } from '@tiptap/core'
import { say } from '../../say.ts'

/** Looks up what a node shows; answers undefined when the record is gone. */
export type Lookup = (id: string) => string | undefined

/**
 * A live citation of an excerpt: an inline atom drawn as a numbered mark. It is a plain rendered node, not a React
 * one, so that a note with hundreds of them types without lag; the hover card is one for the whole editor.
 */
export const citationNode = (quoteOf: Lookup) =>
  Node.create({
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
    renderHTML: ({ node, HTMLAttributes }) => {
      const quote = quoteOf(node.attrs.excerpt)
      return [
        'span',
        mergeAttributes(HTMLAttributes, {
          class: quote === undefined ? 'editor-citation lost' : 'editor-citation',
          role: 'link',
          'aria-label': quote === undefined ? say('editor.lostCitation') : say('editor.citation', { quote }),
        }),
      ]
    },
    renderText: () => '',
  })

/** A mention of a term, a risk or a source, shown by its name in the case as it is now. */
export const mentionNode = (nameOf: Lookup) =>
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
      nameOf(node.attrs.id) ?? say('editor.lostMention'),
    ],
    renderText: ({ node }) => nameOf(node.attrs.id) ?? '',
  })
