import type { RichText, RichTextNode } from '../../../shared/model/rich-text.ts'

/** How an editor is opened on a document in an element of the page. */
export type Open = (host: HTMLElement, document: RichText) => void

declare global {
  interface Window {
    typing: Record<string, Open>
    /** How long each key took, from its event to the frame after it, in milliseconds. */
    taken: number[]
    openTyping: (name: string, citations: number) => void
  }
}

/** An id of the kind that the case gives, of a number. */
const idOf = (number: number) => `0190a3c4-7b2e-7cc1-8f00-${number.toString(16).padStart(12, '0')}`

/** A note of so many citations of a third as many excerpts, five in each paragraph. */
const noteOf = (citations: number): RichText => {
  const sentence = (at: number): RichTextNode[] => [
    { type: 'text', text: `Sentence ${at} of a long note that leans on what was said` },
    { type: 'citation', attrs: { excerpt: idOf(at % Math.ceil(citations / 3)) } },
    { type: 'text', text: '. ' },
  ]
  return {
    type: 'doc',
    content: Array.from({ length: Math.ceil(citations / 5) }, (_, paragraph) => ({
      type: 'paragraph',
      content: Array.from({ length: 5 }, (_, at) => sentence(paragraph * 5 + at)).flat(),
    })),
  }
}

export const contend = (name: string, open: Open): void => {
  window.typing = { ...window.typing, [name]: open }
  window.taken = []
  window.openTyping = (chosen, citations) => {
    const host = document.querySelector<HTMLElement>('.typing-host')
    if (host) window.typing[chosen]?.(host, noteOf(citations))
    let begun = 0
    const begin = () => {
      begun = performance.now()
    }
    window.addEventListener('keydown', begin, true)
    window.addEventListener(
      'input',
      () =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => window.taken.push(performance.now() - begun)
          port2.postMessage(null)
        }),
      true,
    )
  }
}
