import { expect, test } from 'vitest'
import { firstMoment } from '../../../../../renderer/features/risks/changes/since.ts'

test('changes are told since the last briefing, else since the first day; on that day itself all of it is new', () => {
  const edition = { id: 'one' as never, title: 'Talks', number: 1, created: '2025-03-18T09:00:00.000Z' }
  const later = { ...edition, number: 2, created: '2025-04-01T09:00:00.000Z' }
  expect(firstMoment([later, edition], ['2025-03-01'])).toEqual({ recorded: later.created })
  expect(firstMoment([], ['2025-03-01', '2025-03-04'])).toEqual({ dated: '2025-03-01' })
  expect(firstMoment([], ['2025-03-01'])).toEqual({ dated: '2025-02-28' })
  expect(firstMoment([], [])).toBeNull()
})
