import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asTheyStood, idsOf, stepped } from '../../../../renderer/features/inquiries/table-order.ts'
import type { ClaimId } from '../../../../shared/model/id.ts'
import type { ClaimLine } from '../../../../shared/rules/inquiry-findings.ts'

const lineOf = (id: string) => ({ claim: { id } }) as ClaimLine
const ids = (words: string) => [...words] as ClaimId[]

test('lines stay as they stood while they are the same claims, and are put in order anew otherwise', () => {
  const lines = ids('abc').map(lineOf)
  expect(idsOf(asTheyStood(lines, ids('cab')) ?? [])).toEqual(ids('cab'))
  for (const other of ['ab', 'abcd', 'abd', '']) expect(asTheyStood(lines, ids(other))).toBeNull()
})

test('a step loses nothing and its way back is the way there; at the ends there is none', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(), { minLength: 1 }),
      fc.nat(),
      fc.constantFrom(1 as const, -1 as const),
      (all, at, by) => {
        const id = all[at % all.length] ?? 0
        const next = stepped(all, id, by)
        const isAtEnd = all.at(by === 1 ? -1 : 0) === id
        expect(next === null).toBe(isAtEnd)
        if (next === null) return
        expect(next.indexOf(id)).toBe(all.indexOf(id) + by)
        expect(stepped(next, id, by === 1 ? -1 : 1)).toEqual(all)
      },
    ),
  )
  expect(stepped([1, 2], 3, 1)).toBeNull()
})
