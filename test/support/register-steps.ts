import { riskStatus } from '../../shared/model/risk.ts'
import {
  assessmentInput,
  importInput,
  passageOf,
  percentClaim,
  positionInput,
  riskInput,
  type TestCase,
  termInput,
} from './case.ts'

export const imported = async (one: TestCase, number: number) => {
  const text = `Source ${number}: half of the revenue goes to the fund, they said.`
  return (await one.ask('sources.import', importInput(text, { title: `Source ${number}` }))).source
}

/** What may be done to a register, each step with a number that chooses what it is done to. */
export const registerSteps = (one: TestCase, ids: { risks: string[]; terms: string[]; sources: string[] }) => {
  const at = (list: readonly string[], number: number) => list[number % Math.max(1, list.length)] ?? ''
  const whole = (number: number) => one.ask('risks.read', { id: at(ids.risks, number) })
  const action = { text: 'Ask', owner: '', due: '2025-09' as const, status: 'planned' as const, effect: '' }
  const indicator = {
    statement: 'A survey is ordered',
    direction: 'raises' as const,
    threshold: '',
    state: 'not seen' as const,
    excerpts: [],
  }
  return {
    risk: async number => ids.risks.push((await one.ask('risks.create', riskInput({ title: `Risk ${number}` }))).id),
    title: number => one.ask('risks.update', { id: at(ids.risks, number), patch: { title: `Named ${number}` } }),
    linked: number =>
      one.ask('risks.update', {
        id: at(ids.risks, number),
        patch: { terms: [{ term: at(ids.terms, number), effect: 'raises' }], strikesBy: `2025-0${1 + (number % 9)}` },
      }),
    treated: async number =>
      one.ask('risks.update', {
        id: at(ids.risks, number),
        patch: { actions: number % 3 ? [action] : [{ ...action, status: 'done' }, action], indicators: [indicator] },
      }),
    shown: async number => {
      const { id, indicators } = await whole(number)
      await one.ask('risks.indicate', {
        risk: id,
        indicator: indicators[0]?.id ?? '',
        state: number % 2 ? 'seen' : 'emerging',
      })
    },
    assessed: number =>
      one.ask(
        'risks.assess',
        assessmentInput({
          risk: at(ids.risks, number),
          kind: number % 5 === 0 ? 'inherent' : number % 7 === 0 ? 'target' : 'current',
          date: `2025-0${1 + (number % 9)}`,
          impacts: [{ dimension: 'legal', level: number % 5, rationale: '' }],
        }),
      ),
    quoted: async number =>
      one.ask('risks.assess', {
        ...assessmentInput({ risk: at(ids.risks, number) }),
        passage: await passageOf(one, at(ids.sources, number), 'half of the revenue'),
      }),
    cited: async number =>
      one.ask('risks.cite', {
        risk: at(ids.risks, number),
        role: 'indicates',
        passage: await passageOf(one, at(ids.sources, number), 'goes to the fund'),
      }),
    reviewed: number =>
      one.ask('risks.review', {
        risk: at(ids.risks, number),
        date: '2025-06-02',
        outcome: 'confirmed',
        note: '',
        next: number % 2 ? '2025-08' : null,
      }),
    moved: number =>
      one.ask('risks.move', {
        ids: [at(ids.risks, number), ...(number % 4 === 0 ? [at(ids.risks, number + 1)] : [])],
        status: at(riskStatus.options, number) as 'open',
        reason: 'So it is',
      }),
    accepted: number =>
      one.ask('risks.accept', {
        id: at(ids.risks, number),
        acceptance: { by: 'A', at: '2025-03-01', rationale: 'Small', validUntil: number % 2 ? '2025-04' : null },
      }),
    copied: async number => ids.risks.push((await one.ask('risks.duplicate', { id: at(ids.risks, number) })).id),
    joined: number =>
      one.ask('risks.merge', { into: at(ids.risks, number), from: [at(ids.risks, number + 1)], reason: 'The same' }),
    split: async number => {
      const part = { title: 'Part', cause: '', event: '', consequence: '' }
      const made = await one.ask('risks.split', { id: at(ids.risks, number), parts: [part, part], reason: 'Two' })
      for (const { id } of made) ids.risks.push(id)
    },
    position: number => one.ask('positions.create', positionInput({ term: at(ids.terms, number) })),
    claim: async number => {
      for (const share of [number, number + 1])
        await one.ask(
          'claims.create',
          percentClaim(at(ids.terms, number), at(ids.sources, share), 10 + (share % 2) * 30),
        )
    },
    disputed: async number => {
      const list = await one.ask('conflicts.list', {})
      const conflict = list[number % Math.max(1, list.length)]
      await one.ask('conflicts.resolve', {
        id: conflict?.id ?? '',
        resolution: 'first right',
        rationale: 'It saw the text.',
        evidence: [],
        risks: [at(ids.risks, number)],
      })
    },
    criteria: async number => {
      const { id: _, created: __, updated: ___, ...scales } = await one.ask('criteria.read', {})
      await one.ask('criteria.update', {
        ...scales,
        name: `Scales ${number}`,
        appetite: [{ category: '', level: number % 2 ? 'L' : 'M' }],
        cadence: [{ level: 'H', days: 1 + (number % 40) }],
      })
    },
    sourceGone: async number => {
      const [gone = ''] = ids.sources.splice(number % 3, 1)
      await one.ask('sources.remove', { id: gone })
      ids.sources.push(await imported(one, number))
    },
    termGone: async number => {
      const [gone = ''] = ids.terms.splice(number % 3, 1)
      ids.terms.push((await one.ask('terms.create', termInput({ name: `Term ${number}` }))).id)
      await one.ask('terms.remove', { id: gone })
    },
    undo: () => one.ask('history.undo', {}),
    redo: async () => {
      for (const name of ['history.undo', 'history.undo', 'history.redo'] as const) await one.ask(name, {})
    },
    takeBack: async number => {
      const list = await one.ask('history.list', { limit: 6 })
      await one.ask('history.takeBack', { tx: list[number % list.length]?.id ?? 0 })
    },
  } satisfies Record<string, (number: number) => unknown>
}

export type RegisterSteps = ReturnType<typeof registerSteps>

/** A case with three sources, terms and risks, and the steps that can be taken in it. */
export const beginRegister = async (one: TestCase): Promise<RegisterSteps> => {
  const ids = { risks: [] as string[], terms: [] as string[], sources: [] as string[] }
  for (const number of [1, 2, 3]) {
    ids.sources.push(await imported(one, number))
    ids.terms.push((await one.ask('terms.create', termInput({ name: `Term ${number}` }))).id)
  }
  const steps = registerSteps(one, ids)
  for (const step of [steps.risk, steps.risk, steps.risk]) await step(1)
  return steps
}
