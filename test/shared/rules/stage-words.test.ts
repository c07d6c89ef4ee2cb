import { expect, test } from 'vitest'
import { namedStages } from '../../../shared/rules/stage-words.ts'

const stagesIn = (words: string) => namedStages(words).map(({ stage }) => stage)

test.each([
  ['The two ministers signed the agreement on Wednesday.', ['signed']],
  ['Kyiv agreed in principle to the fund.', ['agreed in principle']],
  ['The Rada ratified it, and it entered into force in May.', ['ratified', 'in force']],
  ['Zelensky rejected the first draft.', ['rejected']],
  ['Washington put forward a new text.', ['proposed']],
  ['Kyiv sent a counter-proposal.', ['countered']],
  ['The first draft was rejected, but a new one was signed.', ['signed', 'rejected']],
  ['The delegations agreed on the final text.', ['text agreed']],
  ['Washington withdrew its offer.', ['withdrawn']],
])('“%s” names %j', (words, stages) => expect(stagesIn(words)).toEqual(stages))

test.each([
  'The agreement will be signed on Friday.',
  'It was not signed.',
  'The deal has yet to be signed.',
  'Once it is ratified, the fund starts.',
  'They hoped it would be agreed in principle.',
  'He refused to have it amended.',
  'It wasn’t rejected.',
  'Nothing was signed on Monday.',
  'Kyiv wanted it ratified first.',
  'A designed plan.',
  'Troops withdrew from the town.',
  '',
])('“%s” names none', words => expect(stagesIn(words)).toEqual([]))

test('the words that name it are told', () => {
  expect(namedStages('They Agreed in Principle.')).toEqual([
    { stage: 'agreed in principle', words: 'Agreed in Principle' },
  ])
})
