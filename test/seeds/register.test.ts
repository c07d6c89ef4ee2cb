import { describe, expect, test } from 'vitest'
import type { AsOf } from '../../shared/contract/risks.ts'
import type { Assessment } from '../../shared/model/assessment.ts'
import type { RiskId } from '../../shared/model/id.ts'
import { type RiskFact, standingAt } from '../../shared/rules/register/as-of.ts'
import { movesFrom, needsReason } from '../../shared/rules/register/life.ts'
import { moversBetween } from '../../shared/rules/register/movers.ts'
import { scoreWarnings } from '../../shared/rules/register/warnings.ts'
import { levelOf, newestAssessment, newestFirst, trendOf } from '../../shared/rules/scoring.ts'
import { digestText, readSample } from './sample.ts'

const sample = readSample()
const { criteria } = sample

const assessments: Assessment[] = sample.assessments.map(one => ({
  ...one,
  level: levelOf(criteria, one.likelihoodLow, one.likelihoodHigh, one.impacts),
  criteria: criteria.id,
  conflicts: [],
}))
const ofRisk = (risk: RiskId) => assessments.filter(one => one.risk === risk)

const facts: RiskFact[] = sample.risks.map(risk => ({
  ...risk,
  scores: ofRisk(risk.id).map(one => ({ ...one, impact: Math.max(...one.impacts.map(({ level }) => level)) })),
}))
const refOf = new Map(sample.risks.map(({ id, ref }) => [id, ref]))
const refs = (keep: (risk: (typeof sample.risks)[number]) => boolean) => sample.risks.filter(keep).map(({ ref }) => ref)

/** When an article came into the case, by the days on which the analyst worked: nothing can rest on it before. */
const arrived: Record<string, string> = {
  '003.txt': '2025-03-03',
  '002.txt': '2025-03-10',
  '000.txt': '2025-03-12',
  '001.txt': '2025-03-17',
  '004.txt': '2025-05-05',
}
const sourceOf = new Map(sample.sources.map(source => [source.id, source]))
const excerptOf = new Map(sample.excerpts.map(excerpt => [excerpt.id, excerpt]))
const claimOf = new Map(sample.claims.map(claim => [claim.id, claim]))

describe('each risk', () => {
  test('says cause, event and consequence, what is done, what would show it, and on what it rests', () => {
    expect(sample.risks).toHaveLength(17)
    for (const risk of sample.risks) {
      for (const words of [risk.cause, risk.event, risk.consequence, risk.owner, risk.strategy, risk.proximity])
        expect(words, risk.ref).toBeTruthy()
      expect(Math.min(risk.actions.length, risk.indicators.length, risk.evidence.length), risk.ref).toBeGreaterThan(0)
    }
  })

  test('at least twelve have two dated scorings of what is, with reasons and evidence', () => {
    const scored = sample.risks.filter(({ id }) => {
      const all = ofRisk(id).filter(({ kind }) => kind !== 'target')
      return new Set(all.map(({ date }) => date)).size >= 2
    })
    expect(scored).toHaveLength(sample.risks.length)
    for (const { reason, excerpts, claims } of assessments) {
      expect(reason).not.toBe('')
      expect(excerpts.length, reason).toBeGreaterThan(0)
      expect(claims.length + excerpts.length, reason).toBeGreaterThan(0)
    }
  })

  test('every passage that a scoring rests on stands once in its article', () => {
    for (const { excerpts, reason } of assessments)
      for (const id of excerpts) {
        const excerpt = excerptOf.get(id)
        const text = digestText(sourceOf.get(excerpt?.source ?? ('' as never))?.file ?? '')
        expect(text.split(excerpt?.quote ?? '').length, reason).toBe(2)
      }
  })

  test('a likelihood word stands with a range inside its own band, and impacts inside the scale', () => {
    const { likelihoods, impacts, dimensions } = criteria
    for (const assessment of assessments) {
      const band = likelihoods.find(({ word }) => word === assessment.likelihoodWord)
      expect(assessment.likelihoodLow, assessment.reason).toBeGreaterThanOrEqual(band?.low ?? Number.NaN)
      expect(assessment.likelihoodHigh, assessment.reason).toBeLessThanOrEqual(band?.high ?? Number.NaN)
      for (const impact of assessment.impacts) {
        expect(impact.level).toBeLessThan(impacts.length)
        expect(dimensions).toContain(impact.dimension)
        expect(impact.rationale).not.toBe('')
      }
    }
  })
})

describe('the levels', () => {
  /** The newest of each kind, as the grid gives them: written out, so that a change of scale or scoring shows here. */
  test.each([
    ['R-01', 'VH VH M'],
    ['R-02', 'H M L'],
    ['R-03', 'H H M'],
    ['R-04', 'VH VH M'],
    ['R-05', 'VH VH M'],
    ['R-06', 'VH H M'],
    ['R-07', 'H H -'],
    ['R-08', 'H H M'],
    ['R-09', 'H H -'],
    ['R-10', 'H M -'],
    ['R-11', 'H H -'],
    ['R-12', 'H M L'],
    ['R-13', 'M L -'],
    ['R-14', 'H H H'],
    ['R-15', 'VH H -'],
    ['R-16', 'H M L'],
    ['R-17', 'VH M -'],
  ])('of %s without treatment, now and as a target are %s', (ref, levels) => {
    const own = assessments.filter(({ risk }) => refOf.get(risk) === ref)
    const level = (kind: Assessment['kind']) => newestAssessment(own, kind)?.level ?? '-'
    expect([level('inherent'), level('current'), level('target')].join(' ')).toBe(levels)
  })

  test('fit together: none is worse with treatment, and no target is worse than today', () => {
    const odd = sample.risks.flatMap(({ id, ref, kind }) => {
      const newest = (of: Assessment['kind']) => newestAssessment(ofRisk(id), of)
      const said = scoreWarnings(
        { kind },
        {
          inherent: newest('inherent'),
          current: newest('current'),
          target: newest('target'),
        },
      )
      return said.map(sentence => `${ref} ${sentence}`)
    })
    expect(odd).toEqual([])
  })

  test('of the newest step rise and fall, each by a passage of the article on the signing', () => {
    const moved = sample.risks.map(({ id, ref }) => ({ ref, trend: trendOf(ofRisk(id)), own: ofRisk(id) }))
    const are = (trend: string) => moved.filter(one => one.trend === trend).map(({ ref }) => ref)
    expect(are('raised')).toEqual(['R-01', 'R-05', 'R-11', 'R-14'])
    expect(are('lowered')).toEqual(['R-02', 'R-06', 'R-07', 'R-10', 'R-12', 'R-13', 'R-15', 'R-17'])
    for (const { ref, own } of moved.filter(one => ['R-01', 'R-11', 'R-14', 'R-02', 'R-06'].includes(one.ref))) {
      const [newest] = newestFirst(own, 'current')
      const files = newest?.excerpts.map(id => sourceOf.get(excerptOf.get(id)?.source ?? ('' as never))?.file)
      expect(files, ref).toContain('004.txt')
    }
  })

  test('have a cadence, and every category of the register an appetite', () => {
    expect(criteria.cadence.map(({ level }) => level)).toEqual(['VH', 'H', 'M', 'L', 'VL'])
    const borne = criteria.appetite.map(({ category }) => category)
    for (const { category, ref } of sample.risks) expect(borne, ref).toContain(category)
  })
})

describe('the lives', () => {
  test('follow the allowed moves, each with its reason, and end where the risk stands', () => {
    for (const { ref, moves, status, statusReason } of sample.risks) {
      let was = 'draft'
      let last = ''
      for (const move of moves) {
        expect(move.was, ref).toBe(was)
        expect(movesFrom[move.was], ref).toContain(move.status)
        expect(move.reason !== '' || !needsReason(move.was, move.status), ref).toBe(true)
        expect(move.at > last, ref).toBe(true)
        was = move.status
        last = move.at
      }
      expect(was, ref).toBe(status)
      expect(moves.at(-1)?.reason, ref).toBe(statusReason)
    }
  })

  test('show each status and what can come of a risk', () => {
    const standing = Object.fromEntries(sample.risks.map(({ ref, status }) => [ref, status]))
    expect(standing).toMatchObject({
      'R-01': 'treating',
      'R-02': 'monitoring',
      'R-03': 'open',
      'R-07': 'accepted',
      'R-15': 'materialised',
      'R-17': 'closed',
    })
    const went = (from: string, to: string) =>
      refs(({ moves }) => moves.some(({ was, status }) => was === from && status === to))
    expect(went('closed', 'open')).toEqual(['R-10'])
    expect(went('open', 'materialised')).toEqual(['R-15'])
    // One acceptance still holds, with its end; the other was revoked before the risk was scored again.
    expect(refs(({ acceptance }) => acceptance !== null)).toEqual(['R-07'])
    expect(sample.risks.find(({ ref }) => ref === 'R-07')?.acceptance).toMatchObject({ validUntil: '2025-11-05' })
    expect(went('accepted', 'monitoring')).toEqual(['R-11'])
    expect(refs(({ kind }) => kind === 'opportunity')).toEqual(['R-14'])
    expect(refs(({ origins }) => origins.length > 0)).toEqual(['R-16'])
    expect(refs(({ strikesBy }) => strikesBy !== null)).toEqual(['R-04'])
    expect(refs(({ contingency }) => contingency !== '').length).toBeGreaterThanOrEqual(10)
    expect(refs(({ fallback }) => fallback !== '').length).toBeGreaterThanOrEqual(10)
  })

  test('nothing is scored while it is accepted', () => {
    for (const { id, ref, moves } of sample.risks)
      for (const [at, move] of moves.entries()) {
        if (move.status !== 'accepted') continue
        const until = moves[at + 1]?.at ?? '9999'
        expect(
          ofRisk(id).filter(({ created }) => created > move.at && created < until),
          ref,
        ).toEqual([])
      }
  })

  test('indicators say which way they point, and one that shows has a passage and the day', () => {
    const all = sample.risks.flatMap(({ indicators }) => indicators)
    const states = (state: string) => all.filter(one => one.state === state)
    expect(states('seen').length).toBeGreaterThanOrEqual(5)
    expect(states('emerging').length).toBeGreaterThanOrEqual(4)
    expect(states('not seen').length).toBeGreaterThanOrEqual(8)
    expect(all.filter(({ direction }) => direction === 'lowers').length).toBeGreaterThanOrEqual(8)
    for (const one of all.filter(({ state }) => state !== 'not seen'))
      expect(one.excerpts.length, one.statement).toBeGreaterThan(0)
  })

  test('reviews have a note and a next date, and go with a scoring or a move of their day', () => {
    expect(sample.reviews.length).toBeGreaterThanOrEqual(12)
    expect(new Set(sample.reviews.map(({ outcome }) => outcome)).size).toBe(4)
    for (const { risk, date, outcome, note, next } of sample.reviews) {
      const ref = refOf.get(risk)
      const own = sample.risks.find(({ id }) => id === risk)
      expect(note, ref).not.toBe('')
      if (outcome === 'raised' || outcome === 'lowered')
        expect(
          ofRisk(risk).some(one => one.date === date && one.kind === 'current'),
          ref,
        ).toBe(true)
      if (outcome === 'closed')
        expect(
          own?.moves.some(move => move.status === 'closed' && move.date === date),
          ref,
        ).toBe(true)
      else expect(next, ref).not.toBeNull()
    }
    for (const { id, ref, nextReview } of sample.risks) {
      const newest = sample.reviews.filter(({ risk }) => risk === id).at(-1)
      if (newest) expect(newest.next, ref).toBe(nextReview)
    }
  })
})

describe('the two clocks', () => {
  test('nothing rests on an article that had not come yet', () => {
    const early = assessments.flatMap(({ risk, created, excerpts, claims }) => {
      const read = [...excerpts.map(id => excerptOf.get(id)?.source), ...claims.map(id => claimOf.get(id)?.source)].map(
        id => sourceOf.get(id ?? ('' as never))?.file ?? '',
      )
      return read
        .filter(file => (arrived[file] ?? '9999') > created.slice(0, 10))
        .map(file => `${refOf.get(risk)} ${file}`)
    })
    expect(early).toEqual([])
  })

  test('nothing is recorded before its risk was, or before the day it is about; a target is for a day to come', () => {
    for (const { id, ref, created, moves } of sample.risks)
      for (const at of [...moves.map(move => move.at), ...ofRisk(id).map(one => one.created)])
        expect(at > created, ref).toBe(true)
    for (const { date, created, kind, reason } of assessments)
      if (kind !== 'target') expect(created.slice(0, 10) >= date, reason).toBe(true)
      else expect(created.slice(0, 10) < `${date}-99`, reason).toBe(true)
  })

  test('what was recorded later than its day is there by one clock and not by the other', () => {
    const late = assessments.filter(({ kind, date, created }) => kind !== 'target' && created.slice(0, 10) > date)
    expect(late.map(({ risk, date, created }) => `${refOf.get(risk)} ${date} ${created.slice(0, 10)}`)).toEqual([
      'R-04 2025-03-14 2025-03-20',
      'R-05 2025-03-04 2025-03-10',
      'R-16 2025-03-17 2025-05-05',
    ])
    const there = (asOf: AsOf) => facts.filter(fact => standingAt(fact, asOf) !== null).map(({ ref }) => ref)
    expect(there({ dated: '2025-03-17' })).toContain('R-16')
    expect(there({ recorded: '2025-03-18T08:00:00.000Z' })).not.toContain('R-16')
  })
})

describe('since the edition of the briefing', () => {
  const [edition] = sample.editions
  const before: AsOf = { recorded: edition?.created ?? '' }
  const moved = facts.flatMap(fact => {
    const [then, now] = [standingAt(fact, before), standingAt(fact, null)]
    const told = (standing: typeof then) => {
      const score = standing?.current ?? standing?.inherent
      return score ? `${standing?.status} ${score.level} ${score.likelihoodLow}–${score.likelihoodHigh}` : 'absent'
    }
    return told(then) === told(now) ? [] : [`${fact.ref} ${told(then)} → ${told(now)}`]
  })

  test('there is one, of the one briefing, issued between the two readings', () => {
    expect(sample.editions).toHaveLength(1)
    expect(edition).toMatchObject({ briefing: sample.briefings[0]?.id, number: 1 })
    expect(sample.positions.filter(({ created }) => created <= (edition?.created ?? ''))).toHaveLength(7)
  })

  test('exactly these moved', () => {
    const movers = moversBetween(facts, { since: before, until: null })
    expect(movers.map(({ ref, changes }) => `${ref} ${changes.join(', ')}`)).toEqual([
      'R-10 re-opened, lowered',
      'R-17 closed, lowered',
      'R-16 new',
      'R-01 raised, status',
      'R-11 raised, revoked',
      'R-14 raised',
      'R-15 lowered',
      'R-06 lowered',
      'R-12 lowered',
      'R-02 lowered, status',
      'R-13 lowered',
      'R-07 accepted, within its level',
      // The same level on weaker knowledge: no source spoke of either since.
      'R-04 within its level',
      'R-08 within its level',
    ])
    expect(moved).toEqual([
      'R-01 open H 45–55 → treating VH 80–95',
      'R-02 treating H 55–80 → monitoring M 20–35',
      'R-06 treating VH 80–95 → treating H 45–55',
      'R-07 open H 80–95 → accepted H 55–80',
      'R-10 closed H 45–55 → monitoring M 20–45',
      'R-11 accepted M 45–55 → monitoring H 55–80',
      'R-12 open H 55–80 → open M 45–55',
      'R-13 treating H 55–80 → treating L 20–45',
      'R-14 open M 20–45 → open H 45–55',
      'R-15 materialised VH 95–99 → materialised H 95–99',
      'R-16 absent → open M 25–45',
      'R-17 open H 20–45 → closed M 5–20',
    ])
  })
})
