import { describe, expect, test } from 'vitest'
import { guessRegister } from '../../../../../shared/rules/exchange/risks/guess-register.ts'
import { savedFrom, savedOn } from '../../../../../shared/rules/exchange/risks/saved-mapping.ts'
import { daysBetween, orderOfDays, sheetDate } from '../../../../../shared/rules/exchange/risks/sheet-dates.ts'
import { guessMeaning, percentRange, stepsOfScale } from '../../../../../shared/rules/exchange/risks/value-words.ts'
import { icdScales } from '../../../../support/records.ts'

const fieldsOf = (heads: string, ...rows: string[]) => {
  const cells = [heads, ...rows].map(line => line.split(','))
  const { shape, columns, head } = guessRegister({ rows: cells }, icdScales)
  return { shape, fields: columns.map(({ at, field }) => `${cells[head]?.[at]}: ${field}`) }
}

describe('registers that are known by their heads', () => {
  test.each([
    [
      'nist-ir-8286',
      'ID,Priority,Risk Description,Risk Category,Likelihood,Impact,Exposure Rating,Risk Response Type,Risk Response Cost,Risk Response Description,Risk Owner,Status',
      [
        'Risk Description: event',
        'Risk Response Type: strategy',
        'Risk Response Description: action',
        'Exposure Rating: score',
      ],
    ],
    [
      'simplerisk',
      'Risk ID,Status,Subject,Category,Owner,Submission Date,Current Likelihood,Current Impact,Planning Strategy,Planned Mitigation Date,Current Solution',
      ['Subject: title', 'Planning Strategy: strategy', 'Submission Date: scored on'],
    ],
    [
      'ciso-assistant',
      'ref_id,assets,threats,name,description,existing_controls,current_impact,current_proba,current_risk,additional_controls,residual_impact,residual_proba,residual_risk,treatment,strength_of_knowledge',
      ['name: title', 'residual_proba: target likelihood', 'strength_of_knowledge: strength'],
    ],
    [
      'pmbok',
      'Risk ID,Risk Description,Category,Cause,Effect,Probability,Impact,Score,Risk Response,Response Owner,Trigger,Contingency Plan,Status',
      ['Trigger: indicator', 'Contingency Plan: contingency', 'Risk Response: action'],
    ],
    [
      'general',
      'Nr,Risk,Vulnerability,Gross likelihood,Gross impact,Residual likelihood,Residual impact,Risk treatment',
      ['Residual likelihood: current likelihood', 'Gross impact: inherent impact', 'Vulnerability: cause'],
    ],
  ])('%s', (shape, heads, expected) => {
    const found = fieldsOf(heads)
    expect(found.shape).toBe(shape)
    expect(found.fields).toEqual(expect.arrayContaining(expected))
  })

  test('what stands in a column decides where its head may mean two things', () => {
    expect(fieldsOf('Risk,Impact,Type', 'A thing,Trade stops for a month,Technical').fields).toEqual([
      'Risk: title',
      'Impact: consequence',
      'Type: category',
    ])
    expect(fieldsOf('Risk,Impact,Type', 'A thing,Major,Opportunity').fields).toEqual([
      'Risk: title',
      'Impact: current impact',
      'Type: kind',
    ])
  })

  test('heads are found below a title, and a saved mapping finds them in another order', () => {
    const rows = [['The register'], [], ['Risk', 'Owner', 'Likelihood', 'Impact'], ['A thing', 'Bo', 'odd', 'Major']]
    const mapping = guessRegister({ rows }, icdScales)
    expect(mapping.head).toBe(2)
    const said = {
      ...mapping,
      values: mapping.values.map(value => (value.theirs === 'odd' ? { ...value, ours: 'likely' } : value)),
    }
    const kept = savedFrom({ rows }, said)
    const turned = savedOn(
      {
        rows: [
          ['Impact', 'Likelihood', 'Risk'],
          ['Major', 'odd', 'B'],
        ],
      },
      kept,
      icdScales,
    )
    expect(turned.columns).toEqual([
      { at: 2, field: 'title' },
      { at: 1, field: 'current likelihood' },
      { at: 0, field: 'current impact' },
    ])
    expect(turned.values).toContainEqual({ field: 'likelihood', theirs: 'odd', ours: 'likely' })
  })
})

test('words and numbers of other scales fall on the steps of ours', () => {
  const likelihood = (words: string, steps: number | null = 5) => guessMeaning('likelihood', words, icdScales, steps)
  expect(['1', '2', '3', '4', '5', '6'].map(words => likelihood(words))).toEqual([
    'almost no chance',
    'unlikely',
    'roughly even chance',
    'very likely',
    'almost certain',
    '',
  ])
  expect([likelihood('4 - Likely'), likelihood('LIKELY'), likelihood('Possible (3)'), likelihood('odd')]).toEqual([
    'likely',
    'likely',
    'roughly even chance',
    '',
  ])
  expect(guessMeaning('impact', 'Catastrophic', icdScales)).toBe('severe')
  expect(guessMeaning('strategy', 'Transfer', icdScales)).toBe('share')
  expect(guessMeaning('status', 'Active — by the port', icdScales)).toBe('open')
  expect([
    stepsOfScale('Impact (1-3)', ['3']),
    stepsOfScale('Impact', ['2', '7']),
    stepsOfScale('Impact', ['High']),
  ]).toEqual([3, 10, null])
  expect([percentRange('40 %'), percentRange('20-30%'), percentRange('0.3'), percentRange('4')]).toEqual([
    { low: 40, high: 40 },
    { low: 20, high: 30 },
    { low: 30, high: 30 },
    null,
  ])
})

test('days in several spellings; one that can be read two ways is not guessed', () => {
  expect(
    ['2026-03-04', '2026-03-04T09:00:00Z', '4 March 2026', '31/12/2026', '2026/3/4', '04.03.26'].map(words =>
      sheetDate(words, true),
    ),
  ).toEqual(
    ['2026-03-04', '2026-03-04', '2026-03-04', '2026-12-31', '2026-03-04', '2026-03-04'].map(date => ({ date })),
  )
  expect(sheetDate('03/04/2026', null)).toEqual({ either: ['2026-04-03', '2026-03-04'] })
  expect([sheetDate('soon', true), sheetDate('45/45/2026', null)]).toEqual([null, null])
  expect([orderOfDays(['03/04/2026', '25/04/2026']), orderOfDays(['04/25/2026']), orderOfDays(['03/04/2026'])]).toEqual(
    [true, false, null],
  )
  expect(['quarterly', '30 days', 'often'].map(daysBetween)).toEqual([90, 30, null])
})
