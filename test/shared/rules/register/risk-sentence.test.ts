import { expect, test } from 'vitest'
import { riskSentence } from '../../../../shared/rules/register/risk-sentence.ts'

const parts = (cause: string, event: string, consequence: string) => ({ cause, event, consequence })

test('cause, event and consequence are one sentence, and names keep their capitals', () => {
  expect(riskSentence(parts('The talks go on.', 'Washington stops its aid.', 'A gap opens in the U.S. share.'))).toBe(
    'Because the talks go on, it may happen that Washington stops its aid, so that a gap opens in the U.S. share.',
  )
})

test('what is not written is left out, or stands as a blank', () => {
  expect(riskSentence(parts('', 'The quay is closed.', ''))).toBe('It may happen that the quay is closed.')
  expect(riskSentence(parts('Storms', '', ''), '…')).toBe('Because Storms, it may happen that …, so that ….')
  expect(riskSentence(parts('Storms.', '', 'Losses.'))).toBe('Storms. Losses')
  expect(riskSentence(parts('', ' ', ''), '…')).toBe('')
})
