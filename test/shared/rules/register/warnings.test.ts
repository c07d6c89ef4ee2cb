import { describe, expect, test } from 'vitest'
import { scoreWarnings } from '../../../../shared/rules/register/warnings.ts'
import { assessmentWith } from '../../../support/records.ts'

const at = (level: 'L' | 'M' | 'H', likelihoodHigh = 80) => assessmentWith(1, { level, likelihoodHigh })

describe('scores that do not fit together', () => {
  test.each([
    ['threat', at('M'), at('H'), null, ['The current level, H, is above the inherent one, M']],
    ['threat', at('H'), at('M'), at('H'), ['The target, H, is above the current level, M']],
    ['threat', at('H'), at('M'), at('L'), []],
    ['threat', at('M'), at('M', 90), null, ['The current level, M, is above the inherent one, M']],
    ['threat', null, at('H'), null, []],
    ['opportunity', at('L'), at('M'), at('H'), []],
    ['opportunity', at('M'), at('L'), null, ['The current level, L, is below the inherent one, M']],
    ['opportunity', null, at('M'), at('L'), ['The target, L, is below the current level, M']],
  ] as const)('of a %s', (kind, inherent, current, target, starts) => {
    const said = scoreWarnings({ kind }, { inherent, current, target })
    expect(said).toHaveLength(starts.length)
    for (const [index, start] of starts.entries()) expect(said[index]).toContain(start)
  })
})
