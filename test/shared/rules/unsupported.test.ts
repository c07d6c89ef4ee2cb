import { expect, test } from 'vitest'
import {
  isUnsupportedClaim,
  isUnsupportedPosition,
  isUnsupportedRisk,
  unsupportedIn,
} from '../../../shared/rules/unsupported.ts'
import {
  assessmentWith,
  blockWith,
  briefingWith,
  claimWith,
  idOf,
  judgementWith,
  positionWith,
  riskWith,
} from '../../support/records.ts'

test('a claim needs a passage, silence does not', () => {
  expect(isUnsupportedClaim(claimWith(1))).toBe(false)
  expect(isUnsupportedClaim(claimWith(1, { evidence: [] }))).toBe(true)
  expect(isUnsupportedClaim(claimWith(1, { evidence: [], polarity: 'silent' }))).toBe(false)
  expect(isUnsupportedClaim(claimWith(1, { evidence: [], polarity: 'no-value' }))).toBe(true)
})

test('a risk needs a claim or a passage, its own or one of an assessment', () => {
  expect(isUnsupportedRisk(riskWith(1))).toBe(true)
  expect(isUnsupportedRisk(riskWith(1), [assessmentWith(1)])).toBe(true)
  expect(isUnsupportedRisk(riskWith(1, { claims: [idOf(1)] }))).toBe(false)
  expect(isUnsupportedRisk(riskWith(1, { evidence: [{ excerpt: idOf(1), role: 'indicates' }] }))).toBe(false)
  expect(isUnsupportedRisk(riskWith(1), [assessmentWith(1), assessmentWith(2, { excerpts: [idOf(1)] })])).toBe(false)
  expect(isUnsupportedRisk(riskWith(1), [assessmentWith(2, { claims: [idOf(1)] })])).toBe(false)
})

test('a position needs a claim', () => {
  expect(isUnsupportedPosition(positionWith(1))).toBe(false)
  expect(isUnsupportedPosition(positionWith(1, { claims: [] }))).toBe(true)
})

test('all that lacks evidence is listed with a sentence that names it', () => {
  const listed = unsupportedIn({
    claims: [claimWith(1), claimWith(2, { evidence: [], raw: 'half' })],
    risks: [riskWith(3), riskWith(4)],
    assessments: [assessmentWith(1, { risk: idOf(4), excerpts: [idOf(1)] })],
    positions: [positionWith(5, { claims: [], raw: 'a third' })],
    briefings: [
      briefingWith({
        id: idOf(6),
        blocks: [
          blockWith('key judgements', {
            judgements: [judgementWith(), judgementWith({ id: idOf(2), excerpts: [], text: 'It will hold.' })],
          }),
        ],
      }),
    ],
  })
  expect(listed).toEqual([
    { record: 'claim', id: idOf(2), sentence: 'The claim “half” quotes no passage.' },
    { record: 'risk', id: idOf(3), sentence: 'The risk R-03 rests on no claim and no passage.' },
    { record: 'position', id: idOf(5), sentence: 'The position “a third” relies on no claim.' },
    {
      record: 'briefing',
      id: idOf(6),
      sentence: 'The judgement “It will hold.” in “Minerals talks” cites no passage.',
    },
  ])
})
