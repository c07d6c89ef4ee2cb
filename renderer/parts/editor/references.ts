import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { MentionedRecord } from '../../../shared/rules/rich-text.ts'
import { clipped } from '../../../shared/rules/sentence.ts'
import { navigate } from '../../location.ts'
import { say } from '../../say.ts'
import { type Known, mentionName, type Pointers } from './known.ts'

const labelLimit = 200

/** One number for each distinct excerpt, in the order in which they are first cited: the numbers of the printed endnotes. */
export const numbersOf = (cited: readonly string[]): number[] => {
  const numbers = new Map<string, number>()
  return cited.map(excerpt => {
    const number = numbers.get(excerpt) ?? numbers.size + 1
    numbers.set(excerpt, number)
    return number
  })
}

/** The citations of a document in their order. */
const citationsIn = (document: Node): { from: number; excerpt: string }[] => {
  const cited: { from: number; excerpt: string }[] = []
  document.descendants((node, from) => {
    if (node.type.name === 'citation') cited.push({ from, excerpt: node.attrs.excerpt })
    return !node.isTextblock || hasPointer(node)
  })
  return cited
}

const isPointer = (node: Node) => node.type.name === 'citation' || node.type.name === 'mention'

const hasPointer = (block: Node): boolean => {
  for (let at = 0; at < block.childCount; at += 1) if (isPointer(block.child(at))) return true
  return false
}

/** What a document cites and mentions. */
export const pointersOf = (document: Node): Pointers => {
  const quotes = new Set<string>()
  const records = new Map<string, MentionedRecord>()
  document.descendants(({ type, attrs }) => {
    if (type.name === 'citation') quotes.add(attrs.excerpt)
    else if (type.name === 'mention') records.set(`${attrs.record} ${attrs.id}`, { record: attrs.record, id: attrs.id })
  })
  return { quotes: [...quotes], records: [...records.values()] }
}

/** `quotes`: the words of each citation as they are drawn, by which a later answer of the case is compared. */
type Marks = { drawn: DecorationSet; quotes: readonly (string | null | undefined)[] }

const key = new PluginKey<Marks>('references')

const marksOf = (document: Node, known: Known): Marks => {
  const cited = citationsIn(document)
  const numbers = numbersOf(cited.map(one => one.excerpt))
  const quotes = cited.map(({ excerpt }) => wordsOf(excerpt, known))
  const marks = cited.map(({ from }, index) => {
    const quote = quotes[index]
    const number = numbers[index] ?? 0
    return Decoration.node(from, from + 1, {
      class: quote === null ? 'editor-citation lost' : 'editor-citation',
      role: 'link',
      'data-number': String(number),
      'aria-label':
        quote === null
          ? say('editor.lostCitation')
          : say('editor.citation', { number, quote: clipped(quote ?? '', labelLimit) }),
    })
  })
  return { drawn: DecorationSet.create(document, marks), quotes }
}

const wordsOf = (excerpt: string, known: Known): string | null | undefined => {
  const quote = known.quote(excerpt)
  return quote ? quote.exact : quote
}

/** Whether a step takes out or puts in a node of a kind; all other steps only move what is drawn. */
const touches = (step: Transaction, wanted: (node: Node) => boolean): boolean => {
  const isIn = (document: Node, from: number, to: number) => {
    let found = false
    if (from < to)
      document.nodesBetween(from, to, node => {
        found ||= wanted(node)
        return !found
      })
    return found
  }
  return step.mapping.maps.some((map, at) => {
    let found = false
    const [before = step.before, after = step.doc] = [step.docs[at], step.docs[at + 1]]
    map.forEach((oldFrom, oldTo, newFrom, newTo) => {
      found ||= isIn(before, oldFrom, oldTo) || isIn(after, newFrom, newTo)
    })
    return found
  })
}

/**
 * What a citation or a mention says is never in the document: it is drawn from the case as it is now. While a person
 * types, the marks are moved and not made again, so that a letter costs the same however much is cited
 * (`test/bench/typing.bench.ts`).
 */
export const referenceMarks = (read: () => Known, goToBlock: (block: string) => void, ask: (more: Pointers) => void) =>
  Extension.create({
    name: 'references',
    // Before the keys of the kit: Enter on a chosen mark follows it and does not write over it.
    priority: 1000,
    addProseMirrorPlugins: () => [
      new Plugin({
        key,
        state: {
          init: (_config, { doc }) => marksOf(doc, read()),
          apply: (step, marks) => {
            if (step.getMeta(key)) return marksOf(step.doc, read())
            if (!step.docChanged) return marks
            if (touches(step, node => node.type.name === 'citation')) return marksOf(step.doc, read())
            return { ...marks, drawn: marks.drawn.map(step.mapping, step.doc) }
          },
        },
        props: { decorations: state => key.getState(state)?.drawn },
      }),
    ],
    onTransaction({ transaction }) {
      if (transaction.docChanged && touches(transaction, isPointer)) ask(pointersOf(transaction.doc))
    },
    addKeyboardShortcuts() {
      const follow = () => {
        const { selection } = this.editor.state
        return selection instanceof NodeSelection && openReference(selection.node, read(), goToBlock)
      }
      return { Enter: follow, 'Mod-Enter': follow }
    },
  })

/**
 * Draws the marks and names again after the case has changed under an open text, and only where they say something
 * else: a step of the editor that changes nothing could still take a caret back that is just being moved.
 */
export const redrawReferences = (editor: Editor, known: Known): void => {
  const { state, view } = editor
  const before = key.getState(state)?.quotes
  const now = citationsIn(state.doc).map(one => wordsOf(one.excerpt, known))
  if (now.some((quote, index) => quote !== before?.[index])) view.dispatch(state.tr.setMeta(key, true))
  // A leaf's words are drawn once and never looked at again by the editor, so they are set in place.
  const set = (drawn: HTMLElement, name: string) => {
    if (drawn.textContent !== name) drawn.textContent = name
  }
  for (const drawn of view.dom.querySelectorAll<HTMLElement>('.editor-mention'))
    set(drawn, mentionWords(drawn.dataset.record ?? '', drawn.dataset.id ?? '', known))
  for (const drawn of view.dom.querySelectorAll<HTMLElement>('.editor-cross-reference'))
    set(drawn, known.block(drawn.dataset.block ?? '') ?? say('editor.lostBlock'))
}

/** What a mention shows: nothing until the case has answered. */
export const mentionWords = (record: string, id: string, known: Known): string => {
  const mentioned = known.mention(record, id)
  if (mentioned === undefined) return '…'
  return mentioned === null ? say('editor.lostMention') : mentionName(mentioned)
}

/** Goes to what a citation, a mention or a cross-reference points to; false for every other node and for what is no longer in the case. */
export const openReference = (
  { type, attrs }: Node,
  known: Known,
  goToBlock: (block: string) => void = () => {},
): boolean => {
  if (type.name === 'crossReference') {
    if (!known.block(attrs.block)) return false
    goToBlock(attrs.block)
    return true
  }
  if (type.name === 'citation') {
    const quote = known.quote(attrs.excerpt)
    if (quote) navigate('reader', quote.source, { excerpt: quote.id })
    return Boolean(quote)
  }
  const mention = type.name === 'mention' ? known.mention(attrs.record, attrs.id) : undefined
  if (!mention) return false
  const screens = { term: 'matrix', risk: 'risks', source: 'reader', note: 'notes' } as const
  if (mention.record === 'term') navigate('matrix', null, { term: mention.id })
  else navigate(screens[mention.record], mention.id)
  return true
}
