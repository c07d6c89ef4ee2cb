import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { ExcerptCard } from '../../../shared/contract/sources.ts'
import { navigate } from '../../location.ts'
import { say } from '../../say.ts'

export type Mentionable = { record: 'term' | 'risk' | 'source'; id: string; name: string }

/** The records that a text can point to, as they are in the case now. */
export type References = {
  excerpts: ReadonlyMap<string, ExcerptCard>
  mentions: ReadonlyMap<string, Mentionable>
}

/** One number for each distinct excerpt, in the order in which they are first cited: the numbers of the printed endnotes. */
export const numbersOf = (cited: readonly string[]): number[] => {
  const numbers = new Map<string, number>()
  return cited.map(excerpt => {
    const number = numbers.get(excerpt) ?? numbers.size + 1
    numbers.set(excerpt, number)
    return number
  })
}

const key = new PluginKey<DecorationSet>('references')

const marksOf = (document: Node, { excerpts }: References): DecorationSet => {
  const cited: { excerpt: string; from: number }[] = []
  document.descendants((node, from) => {
    if (node.type.name === 'citation') cited.push({ excerpt: node.attrs.excerpt, from })
  })
  const numbers = numbersOf(cited.map(one => one.excerpt))
  const marks = cited.map(({ excerpt, from }, index) => {
    const quote = excerpts.get(excerpt)?.anchor.exact
    return Decoration.node(from, from + 1, {
      class: quote === undefined ? 'editor-citation lost' : 'editor-citation',
      role: 'link',
      'data-number': String(numbers[index]),
      'aria-label':
        quote === undefined
          ? say('editor.lostCitation')
          : say('editor.citation', { number: numbers[index], quote: quote.slice(0, 200) }),
    })
  })
  return DecorationSet.create(document, marks)
}

/** What a citation or a mention says is never in the document: it is drawn from the case as it is now. */
export const referenceMarks = (read: () => References) =>
  Extension.create({
    name: 'references',
    // Before the keys of the kit: Enter on a chosen mark follows it and does not write over it.
    priority: 1000,
    addProseMirrorPlugins: () => [
      new Plugin({
        key,
        state: {
          init: (_config, { doc }) => marksOf(doc, read()),
          apply: (step, marks) => (step.docChanged || step.getMeta(key) ? marksOf(step.doc, read()) : marks),
        },
        props: { decorations: state => key.getState(state) },
      }),
    ],
    addKeyboardShortcuts() {
      const follow = () => {
        const { selection } = this.editor.state
        return selection instanceof NodeSelection && openReference(selection.node, read())
      }
      return { Enter: follow, 'Mod-Enter': follow }
    },
  })

/** Draws the marks and names again after the case has changed under an open text. */
export const redrawReferences = (editor: Editor, { mentions }: References): void => {
  editor.view.dispatch(editor.state.tr.setMeta(key, true).setMeta('addToHistory', false))
  // A mention is a leaf whose words the editor draws once and never looks at again, so they are set in place.
  for (const drawn of editor.view.dom.querySelectorAll<HTMLElement>('.editor-mention'))
    drawn.textContent = mentions.get(drawn.dataset.id ?? '')?.name ?? say('editor.lostMention')
}

/** Goes to what a citation or mention points to; false for every other node and for what is no longer in the case. */
export const openReference = ({ type, attrs }: Node, { excerpts, mentions }: References): boolean => {
  if (type.name === 'citation') {
    const card = excerpts.get(attrs.excerpt)
    if (card) navigate('reader', card.source, { excerpt: card.id })
    return card !== undefined
  }
  const mention = type.name === 'mention' ? mentions.get(attrs.id) : undefined
  if (mention?.record === 'term') navigate('matrix', null, { term: mention.id })
  else if (mention) navigate(mention.record === 'risk' ? 'risks' : 'reader', mention.id)
  return mention !== undefined
}
