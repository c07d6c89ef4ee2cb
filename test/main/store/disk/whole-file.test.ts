import { existsSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { walPath } from '../../../../main/store/disk/pages.ts'
import { addParty, newCase, opened, partyNames } from '../support.ts'

vi.mock('../../../../main/store/disk/virtual-file.ts', async original => ({
  ...(await original<typeof import('../../../../main/store/disk/virtual-file.ts')>()),
  brokenAssumption: () => 'A commit does not reach the virtual file.',
}))

test('when the inside of sql.js is no longer as expected, the case is kept by rewriting the file', async () => {
  const file = await newCase()
  file.write('Add', db => addParty(db, 'One'))
  expect(existsSync(walPath(file.path))).toBe(false)
  file.close()
  const again = await opened(file.path)
  expect(partyNames(again)).toEqual(['One'])
  expect(again.undo().ok).toBe(true)
})
