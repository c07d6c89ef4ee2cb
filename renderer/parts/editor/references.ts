import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { ExcerptCard } from '../../../shared/contract/excerpts.ts'
import { clipped } from '../../../shared/rules/sentence.ts'
import { navigate } from '../../location.ts'
import { say } from '../../say.ts'

const labelLimit = 200

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

/** The citations of a document, each with what it cites as the case has it now; undefined where that is gone. */
const citationsIn = (document: Node, { excerpts }: References) => {
  const cited: { from: number; excerpt: string; quote: string | undefined }[] = []
  document.descendants((node, from) => {
    if (node.type.name !== 'citation') return
    const { excerpt } = node.attrs
    cited.push({ from, excerpt, quote: excerpts.get(excerpt)?.anchor.exact })
  })
  return cited
}

type Marks = { drawn: DecorationSet; quotes: (string | undefined)[] }

const key = new PluginKey<Marks>('references')

const marksOf = (document: Node, references: References): Marks => {
  const cited = citationsIn(document, references)
  const numbers = numbersOf(cited.map(one => one.excerpt))
  const marks = cited.map(({ from, quote }, index) =>
    Decoration.node(from, from + 1, {
      class: quote === undefined ? 'editor-citation lost' : 'editor-citation',
      role: 'link',
      'data-number': String(numbers[index]),
      'aria-label':
        quote === undefined
          ? say('editor.lostCitation')
          : say('editor.citation', { number: numbers[index], quote: clipped(quote, labelLimit) }),
    }),
  )
  return { drawn: DecorationSet.create(document, marks), quotes: cited.map(one => one.quote) }
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
        props: { decorations: state => key.getState(state)?.drawn },
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

/**
 * Draws the marks and names again after the case has changed under an open text, and only where they say something
 * else: a step of the editor that changes nothing could still take a caret back that is just being moved.
 */
export const redrawReferences = (editor: Editor, references: References): void => {
  const { state, view } = editor
  const before = key.getState(state)?.quotes
  const now = citationsIn(state.doc, references).map(one => one.quote)
  if (now.some((quote, index) => quote !== before?.[index])) view.dispatch(state.tr.setMeta(key, true))
  // A mention is a leaf whose words the editor draws once and never looks at again, so they are set in place.
  for (const drawn of view.dom.querySelectorAll<HTMLElement>('.editor-mention')) {
    const name = references.mentions.get(drawn.dataset.id ?? '')?.name ?? say('editor.lostMention')
    if (drawn.textContent !== name) drawn.textContent = name
  }
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
