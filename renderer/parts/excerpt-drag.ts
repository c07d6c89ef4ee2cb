import type { DragEvent } from 'react'
import { type ExcerptId, excerptId } from '../../shared/model/id.ts'

const dragged = 'application/x-glossator-excerpt'

/** Lets an excerpt be dropped where it is cited: into a text, as its citation, or onto a list of passages. */
export const carryExcerpt = (event: DragEvent, { id, quote }: { id: ExcerptId; quote: string }): void => {
  event.dataTransfer.effectAllowed = 'copy'
  event.dataTransfer.setData(dragged, id)
  // What a rich text editor reads: the citation alone, as its own node has it.
  event.dataTransfer.setData('text/html', `<span data-excerpt="${id}"></span>`)
  event.dataTransfer.setData('text/plain', quote)
}

export const carriesExcerpt = (event: DragEvent): boolean => event.dataTransfer.types.includes(dragged)

/** The excerpt that is dropped; null for anything else. */
export const droppedExcerpt = (event: DragEvent): ExcerptId | null =>
  excerptId.safeParse(event.dataTransfer.getData(dragged)).data ?? null
