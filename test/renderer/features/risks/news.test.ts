import { expect, test } from 'vitest'
import { newsOf } from '../../../../renderer/features/risks/news.ts'

test('what is worse for a threat is better for an opportunity', () => {
  expect([newsOf('threat', 'raised'), newsOf('threat', 'lowered')]).toEqual(['worse', 'better'])
  expect([newsOf('opportunity', 'raised'), newsOf('opportunity', 'lowered')]).toEqual(['better', 'worse'])
})
