/** Something found, by its number in the index, and how well it fits. */
export type Scored = { docid: number; score: number }

/** Whether `one` comes behind `other`: by score, of equals the one with the larger number. */
const isBehind = (one: Scored, other: Scored): boolean =>
  one.score < other.score || (one.score === other.score && one.docid > other.docid)

/**
 * Keeps the `most` best of whatever is offered, in a heap with the worst of them on top: what does not belong among
 * them costs one comparison, however many there are.
 */
export const keepBest = (most: number): { offer(docid: number, score: number): void; sorted(): Scored[] } => {
  const heap: Scored[] = []

  const swap = (one: number, other: number): void => {
    const kept = heap[one] as Scored
    heap[one] = heap[other] as Scored
    heap[other] = kept
  }
  const behind = (one: number, other: number): boolean => isBehind(heap[one] as Scored, heap[other] as Scored)

  const rise = (from: number): void => {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1
      if (!behind(at, parent)) return
      swap(at, parent)
      at = parent
    }
  }

  const sink = (): void => {
    for (let at = 0; ; ) {
      const left = 2 * at + 1
      if (left >= heap.length) return
      const child = left + 1 < heap.length && behind(left + 1, left) ? left + 1 : left
      if (!behind(child, at)) return
      swap(at, child)
      at = child
    }
  }

  return {
    offer: (docid, score) => {
      if (heap.length < most) {
        heap.push({ docid, score })
        rise(heap.length - 1)
        return
      }
      const worst = heap[0]
      if (worst === undefined || score < worst.score || !isBehind(worst, { docid, score })) return
      heap[0] = { docid, score }
      sink()
    },
    sorted: () => heap.toSorted((one, other) => (isBehind(one, other) ? 1 : -1)),
  }
}
