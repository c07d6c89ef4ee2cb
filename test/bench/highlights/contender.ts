import { firstEndingAfter } from '../../../renderer/features/reader/runs.ts'
import type { ExcerptMark } from '../../../shared/contract/excerpts.ts'
import type { TextBlock } from '../../../shared/model/text-version.ts'

/** The same for every contender: a text, its blocks and its highlights in the order of the text. */
export type Work = { text: string; blocks: readonly TextBlock[]; marks: readonly ExcerptMark[] }

/** A way of showing highlights over a text, in a page of its own. */
export type Contender = {
  /** Shows text and highlights in `host`; gives the number of highlights shown when it stopped for want of time. */
  draw(host: HTMLElement, work: Work, milliseconds: number): number
  /** Whether what is to be seen has been put on the page. */
  isDrawn(): boolean
  /** Whether everything else has, too; what is drawn in one go says nothing. */
  isWhole?(): boolean
  add(mark: ExcerptMark): void
  isAdded(mark: ExcerptMark): boolean
  /** The highlight at a point of the window. */
  idAt(x: number, y: number): string | undefined
}

declare global {
  interface Window {
    /** Ways by the names they are asked for. */
    contenders: Record<string, () => Contender>
  }
}

export const contend = (name: string, make: () => Contender): void => {
  window.contenders = { ...window.contenders, [name]: make }
}

/** The blocks as paragraphs of nothing but text, in groups under `content-visibility` or not. */
export const bareText = (host: HTMLElement, { text, blocks }: Work, perGroup: number | null): void => {
  const parts = document.createDocumentFragment()
  let group: ParentNode & Node = parts
  blocks.forEach(({ start, end }, at) => {
    if (perGroup !== null && at % perGroup === 0) {
      const next = document.createElement('div')
      next.className = 'reader-group'
      parts.append(next)
      group = next
    }
    const paragraph = document.createElement('p')
    paragraph.textContent = text.slice(start, end)
    group.append(paragraph)
  })
  host.append(parts)
}

/** Offsets in the text as the page has it, where nothing stands between two blocks. */
export const flattening = (blocks: Work['blocks']): ((offset: number) => number) => {
  const begins: number[] = []
  let at = 0
  for (const { start, end } of blocks) {
    begins.push(at)
    at += end - start
  }
  return offset => {
    const block = Math.min(firstEndingAfter(blocks, offset - 1), blocks.length - 1)
    return (begins[block] ?? 0) + Math.max(0, offset - (blocks[block]?.start ?? 0))
  }
}
