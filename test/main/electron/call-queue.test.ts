import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCallQueue, nextCall, type QueuedCall } from '../../../main/electron/call-queue.ts'
import { contract } from '../../../shared/contract.ts'

const names = ['files.add', 'sources.import', 'sources.list', 'search.find', 'claims.create', 'notes.update', 'no.such']
const isBulk = (name: string) => name === 'files.add' || name === 'sources.import'
const isRead = (name: string) => contract[name as keyof typeof contract]?.kind === 'read'
const calls = fc
  .array(fc.constantFrom(...names), { maxLength: 12 })
  .map(list => list.map((name, id): QueuedCall => ({ id, name, input: null })))

const served = (waiting: QueuedCall[]) => {
  const left = [...waiting]
  return Array.from(waiting, () => left.splice(nextCall(left), 1)[0] as QueuedCall)
}

test('writes keep their order, reads theirs, and a read overtakes nothing but bulk writes', () => {
  fc.assert(
    fc.property(calls, waiting => {
      const order = served(waiting)
      expect(order.map(({ id }) => id).toSorted((one, other) => one - other)).toEqual(waiting.map(({ id }) => id))
      for (const [place, later] of order.entries())
        for (const earlier of order.slice(0, place))
          if (earlier.id > later.id) expect([isRead(earlier.name), isBulk(later.name)]).toEqual([true, true])
    }),
  )
})

test('a read that stands behind nothing but bulk writes is next', () => {
  const waiting = ['files.add', 'sources.import', 'sources.import', 'sources.list'].map((name, id) => ({
    id,
    name,
    input: null,
  }))
  expect(nextCall(waiting)).toBe(3)
})

test('calls that come in while one is served take part in the choice', async () => {
  const order: string[] = []
  const finished = new Promise<void>(resolve => {
    const queue = createCallQueue(({ name }) => {
      order.push(name)
      if (order.length === 1)
        for (const [id, next] of ['sources.import', 'sources.list', 'claims.create', 'search.find'].entries())
          queue({ id, name: next, input: null })
      if (order.length === 5) resolve()
    })
    queue({ id: 9, name: 'sources.import', input: null })
  })
  await finished
  expect(order).toEqual(['sources.import', 'sources.list', 'sources.import', 'claims.create', 'search.find'])
})
