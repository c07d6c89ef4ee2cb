import { contract } from '../../shared/contract.ts'

/** A call that waits for its turn. */
export type QueuedCall = { id: number; name: string; input: unknown }

/** Writes that come by the hundred in an import: a read does not wait for those behind which it stands. */
const bulk = new Set(['files.add', 'sources.import'])

const isRead = (name: string) =>
  Object.hasOwn(contract, name) && contract[name as keyof typeof contract].kind === 'read'

/**
 * Which of the waiting calls comes next: the first, unless that is a bulk write and a read stands behind nothing but bulk
 * writes and reads. So writes keep their order among themselves, and whoever asks after a write that is not bulk gets
 * what it left.
 */
export const nextCall = (waiting: readonly QueuedCall[]): number => {
  const barrier = waiting.findIndex(({ name }) => !bulk.has(name))
  const first = waiting[barrier]
  return first && isRead(first.name) ? barrier : 0
}

/**
 * Calls one at a time. Between two of them the loop turns, so that calls which came in meanwhile take part in the choice;
 * a call that waits for something else itself does not hold up the next.
 */
export const createCallQueue = (serve: (call: QueuedCall) => void): ((call: QueuedCall) => void) => {
  const waiting: QueuedCall[] = []
  let scheduled = false

  const turn = () => {
    const [call] = waiting.splice(nextCall(waiting), 1)
    scheduled = waiting.length > 0
    if (scheduled) setImmediate(turn)
    if (call) serve(call)
  }

  return call => {
    waiting.push(call)
    if (scheduled) return
    scheduled = true
    setImmediate(turn)
  }
}
