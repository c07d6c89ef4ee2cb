import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noMarks, withChanges } from '../../../renderer/features/reader/marks.ts'
import type { InputOf, OperationName } from '../../../shared/contract.ts'
import {
  assessmentInput,
  citing,
  claimInput,
  importInput,
  openTestCase,
  riskInput,
  type TestCase,
  termInput,
} from '../../support/case.ts'
import { allRisks } from '../../support/risks.ts'

let one: TestCase
beforeEach(async () => {
  one = await openTestCase()
})
afterEach(() => one.close())

const words = 'The fund gets 50 percent of new revenue, says the paper. Nobody knows of what, and nobody asks.'

/** Something to be done to the case: `pick` chooses among what there is of it. An edit that has nothing to be done to does nothing. */
type Edit = (pick: <Value>(values: readonly Value[]) => Value | undefined) => Promise<void>

const editsOf = async ({ ask, workbench }: TestCase, sources: readonly string[]): Promise<Edit[]> => {
  const excerpts = async () => (await ask('excerpts.list', {})).map(({ id }) => id)
  const claims = () => ask('claims.list', {})
  /** Refused edits, such as a relation that is there already, change nothing. */
  const tried = async <Name extends OperationName>(name: Name, input: InputOf<Name>) => {
    await workbench.call(name as string, input)
  }
  const place = async (pick: Parameters<Edit>[0]) => {
    const source = pick(sources)
    const known = (await ask('sources.list', {})).some(({ id }) => id === source)
    if (source === undefined || !known) return undefined
    const { version } = await ask('sources.read', { id: source })
    const start = pick([0, 4, 9, 14, 28]) ?? 0
    return { source, textVersion: version.id, start, end: start + (pick([4, 9, 20]) ?? 1), colour: 'straw' as const }
  }
  const create: Edit = async pick => {
    const passage = await place(pick)
    if (passage) await tried('excerpts.create', passage)
  }
  return [
    create,
    create,
    create,
    async pick => {
      const id = pick(await excerpts())
      const tags = (await ask('tags.list', {})).map(tag => tag.id)
      const tag = pick(tags)
      if (id === undefined) return
      const patches = [
        { colour: 'rose' as const },
        { comment: 'So.' },
        { credibility: 2 as const },
        { tags: tag ? [tag] : [] },
      ]
      await ask('excerpts.update', { id, patch: pick(patches) ?? {} })
    },
    async pick => {
      const [id, passage] = [pick(await excerpts()), await place(pick)]
      if (id === undefined || passage === undefined) return
      const { textVersion, start, end } = passage
      await tried('excerpts.adjust', { id, textVersion, start, end })
    },
    async pick => {
      const id = pick(await excerpts())
      if (id) await ask('excerpts.remove', { ids: [id] })
    },
    async pick =>
      void (await ask('tags.create', {
        name: `Tag ${await size(ask)}`,
        colour: 'sky',
        parent: null,
        description: pick(['', 'x']) ?? '',
      })),
    async pick => {
      const id = pick(await ask('tags.list', {}))?.id
      if (id) await ask('tags.update', { id, patch: { name: `Renamed ${await size(ask)}` } })
    },
    async pick => {
      const id = pick(await ask('tags.list', {}))?.id
      if (id) await ask('tags.remove', { id })
    },
    async () => void (await ask('terms.create', termInput({ name: `Term ${await size(ask)}` }))),
    async pick => {
      const [id, term, passage] = [pick(await excerpts()), pick(await ask('terms.list', {})), await place(pick)]
      if (term === undefined || passage === undefined) return
      const evidence = id === undefined ? [] : [{ excerpt: id, role: 'supports' as const }]
      await tried('claims.create', claimInput({ term: term.id, source: passage.source, evidence }))
    },
    async pick => {
      const [claim, term] = [pick(await claims()), pick(await ask('terms.list', {}))]
      if (claim && term) await tried('claims.update', { id: claim.id, patch: { term: term.id } })
    },
    async pick => {
      const id = pick(await claims())?.id
      if (id) await ask('claims.remove', { id })
    },
    async pick => {
      const id = pick(await ask('terms.list', {}))?.id
      if (id) await tried('terms.remove', { id })
    },
    async () => void (await ask('risks.create', riskInput())),
    async pick => {
      const [risk, excerpt] = [pick(await allRisks(ask)), pick(await excerpts())]
      if (risk && excerpt) await tried('risks.cite', { risk: risk.id, role: 'indicates', excerpt })
    },
    async pick => {
      const [risk, excerpt] = [pick(await allRisks(ask)), pick(await excerpts())]
      if (!risk || !excerpt) return
      const known = risk.indicators[0]
      const watched = { statement: 'Shots', direction: 'raises' as const, threshold: '', state: 'seen' as const }
      const indicators = known === undefined ? [{ ...watched, excerpts: [excerpt] }] : []
      await tried('risks.update', { id: risk.id, patch: { indicators } })
    },
    async pick => {
      const [risk, excerpt] = [pick(await allRisks(ask)), pick(await excerpts())]
      if (risk && excerpt) await tried('risks.assess', assessmentInput({ risk: risk.id, excerpts: [excerpt] }))
    },
    async pick => {
      const id = pick(await allRisks(ask))?.id
      if (id) await tried('risks.merge', { into: id, from: [pick(await allRisks(ask))?.id ?? id], reason: 'One' })
    },
    async pick => {
      const [first, second] = [pick(await excerpts()), pick(await excerpts())]
      if (first && second) await tried('notes.create', { title: 'A note', document: citing(first, second) })
    },
    async pick => {
      const id = pick(await ask('notes.list', {}))?.id
      if (id) await ask('notes.remove', { id })
    },
    async pick => {
      const [from, to] = [pick(await excerpts()), pick(await excerpts())]
      if (from && to) await tried('relations.create', { from, to, kind: 'supports', comment: '' })
    },
    async pick => {
      const [source, version] = [pick(sources), 0]
      if (source === undefined || !(await ask('sources.list', {})).some(({ id }) => id === source)) return
      const { version: text } = await ask('sources.read', { id: source })
      const start = text.text.indexOf(' ') + version
      await tried('sources.correct', {
        source,
        version: text.id,
        edits: [{ start, end: start, words: ' big' }],
        note: 'It was left out',
      } as InputOf<'sources.correct'>)
    },
    async pick =>
      void (pick([0, 1, 2]) === 0 && sources[1] ? await tried('sources.remove', { id: sources[1] }) : undefined),
    async () => tried('history.undo', {}),
    async () => tried('history.undo', {}),
    async () => tried('history.redo', {}),
  ]
}

const size = async (ask: TestCase['ask']) => (await ask('history.size', {})).changes

test('the marks that changed, taken into those of before, are always the marks of the whole list', async () => {
  const made = [one.ask('sources.import', importInput(words)), one.ask('sources.import', importInput(`Also: ${words}`))]
  const sources = (await Promise.all(made)).map(({ source }) => source)
  const edits = await editsOf(one, sources)
  const [source = ''] = sources
  const changes = (since: string | null) => one.ask('excerpts.changes', { source, since })
  let told = await changes(null)
  let marks = withChanges(noMarks, told, noMarks)
  let followed = 0
  let marked = 0
  const steps = fc.sample(
    fc.record({ edit: fc.nat(edits.length - 1), picks: fc.infiniteStream(fc.nat(1000)), asks: fc.nat(3) }),
    {
      numRuns: 400,
      seed: 5,
    },
  )
  for (const { edit, picks, asks } of steps) {
    const pick = <Value>(values: readonly Value[]) => values[picks.next().value % Math.max(1, values.length)]
    await edits[edit]?.(pick)
    if (asks === 0) continue
    told = await changes(told.at)
    marks = withChanges(marks, told, marks)
    const all = await changes(null)
    expect(marks.ordered).toEqual(all.marks)
    expect(Object.fromEntries(marks.names)).toMatchObject(all.names)
    if (!told.whole) followed += 1
    marked = Math.max(marked, all.marks.filter(mark => mark.terms.length + mark.risks.length + mark.notes > 0).length)
  }
  expect(followed).toBeGreaterThan(200)
  expect(marked).toBeGreaterThan(2)
})
