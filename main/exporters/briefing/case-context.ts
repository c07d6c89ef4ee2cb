import type { Briefing } from '../../../shared/model/briefing.ts'
import type { ConflictId, SourceId, TermId } from '../../../shared/model/id.ts'
import { byId } from '../../../shared/rules/groups.ts'
import { matrixFactsOf } from '../../../shared/rules/matrix-facts.ts'
import { byRef } from '../../../shared/rules/scoring.ts'
import { claimViews, comparisons, conflictViews, riskViews } from '../../../shared/rules/views.ts'
import { gravestImpact } from '../figures.ts'
import { element, type Html, join } from '../html.ts'
import type { PrintEngine } from '../pdf/engine.ts'
import { briefingMatrix } from './case-matrix.ts'
import { collectCitations } from './citations.ts'
import { inBriefingOrder } from './conflicts.ts'
import type { Context, NamedSource } from './context.ts'
import { differencesOf } from './differences.ts'
import { outlineOf } from './outline.ts'
import type { BriefingRecords } from './records.ts'
import { titleWords } from './reference.ts'
import { type BlockOf, chosenConflicts, chosenRisks, chosenRows } from './shown.ts'

/** Made when first asked for, and kept. */
const once = <Made>(make: () => Made): (() => Made) => {
  let made: { value: Made } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** The case as one briefing shows it: everything derived is derived once, when a block first needs it. */
export function contextOf(document: BriefingRecords, briefing: Briefing, engine: PrintEngine): Context {
  const blocksOf = <Kind extends BlockOf<Briefing['blocks'][number]['kind']>['kind']>(kind: Kind) =>
    briefing.blocks.filter((block): block is BlockOf<Kind> => block.kind === kind)
  const has: Context['has'] = kind => blocksOf(kind).length > 0

  const views = once(() => claimViews(document.claims, document))
  const claims = once(() => byId(views()))
  const termOf = once(() => byId(document.terms))
  const categoryOf = (id: TermId) => termOf().get(id)?.category ?? ''
  const facts = once(() => matrixFactsOf(document))
  const matrix = once(() => briefingMatrix(facts(), document))
  const matrices = new Map<string, ReturnType<typeof matrix>>()
  const sources = once((): NamedSource[] => {
    const known = byId(document.sources)
    return matrix().columns.flatMap(({ key }, index) => {
      const source = known.get(key as SourceId)
      return source === undefined ? [] : [{ ref: `S${index + 1}`, anchor: `source-${index + 1}`, source }]
    })
  })
  const named = once(() => new Map<SourceId, NamedSource>(sources().map(each => [each.source.id, each])))

  const shownConflicts = once(() => {
    const all = inBriefingOrder(conflictViews(document.conflicts, { ...document, claims: views() }))
    const shown = new Set(blocksOf('conflicts').flatMap(block => chosenConflicts(block, all, categoryOf)))
    return { shown, inOrder: [...shown, ...all.filter(conflict => !shown.has(conflict))] }
  })
  const numbers = once(
    () => new Map<ConflictId, number>(shownConflicts().inOrder.map(({ id }, index) => [id, index + 1])),
  )
  // What was put away is kept in the case for maps of earlier days; a briefing tells of the register as it stands.
  const risks = once(() =>
    riskViews(
      document.risks.filter(({ status }) => status !== 'archived'),
      document,
    ),
  )
  const shown = once(() => ({
    term: new Set<string>(
      blocksOf('matrix').flatMap(block => chosenRows(block, matrix().rows).map(({ term }) => term.id)),
    ),
    risk: new Set<string>(
      blocksOf('register').flatMap(block => chosenRisks(block, { risks: risks() }).map(({ id }) => id)),
    ),
    conflict: new Set<string>([...shownConflicts().shown].map(({ id }) => id)),
  }))
  const anchors = new Map<string, number>()

  const linked = (words: string, anchor: string, there: boolean): Html =>
    element(there ? 'a' : 'span', { class: 'mention', href: there ? `#${anchor}` : undefined }, words)

  const outline = once(() => outlineOf(context))
  const differences = once(() =>
    differencesOf(
      matrix().rows.map(({ term }) => term),
      comparisons({ ...document, claims: views() }),
    ),
  )
  const riskFacts = once(() => {
    const all = riskViews(document.risks, document).sort(byRef)
    return all.map(risk => ({
      ...risk,
      scores: risk.assessments.map(score => ({ ...score, impact: gravestImpact(score) })),
    }))
  })
  const editions = once(() =>
    document.editions.filter(each => each.briefing === briefing.id).sort((left, right) => left.number - right.number),
  )

  const context: Context = {
    engine,
    document,
    briefing,
    citations: collectCitations(document),
    get sources() {
      return sources()
    },
    sourceOf(id) {
      const found = named().get(id)
      if (found === undefined) throw new Error(`The case has no source ${id}.`)
      return found
    },
    get matrix() {
      return matrix()
    },
    matrixOf({ axis, asOf }) {
      if (axis === 'sources' && asOf === null) return matrix()
      const key = `${axis} ${asOf ?? ''}`
      const made = matrices.get(key) ?? briefingMatrix(facts(), document, { axis, asOf, grain: null })
      matrices.set(key, made)
      return made
    },
    claim: id => claims().get(id),
    get conflicts() {
      return shownConflicts().inOrder
    },
    conflictNumber: id => numbers().get(id) ?? null,
    get differences() {
      return differences()
    },
    get risks() {
      return risks()
    },
    get riskFacts() {
      return riskFacts()
    },
    get editions() {
      return editions()
    },
    get outline() {
      return outline()
    },
    has,
    shows: (record, id) => shown()[record].has(id),
    anchor(name) {
      const count = (anchors.get(name) ?? 0) + 1
      anchors.set(name, count)
      return count === 1 ? name : `${name}-${count}`
    },
    mention(record, id, label) {
      const term = record === 'term' && termOf().get(id as TermId)
      if (term) return linked(`${term.ref} ${term.name}`, `term-${term.ref}`, context.shows('term', id))
      const risk = record === 'risk' && document.risks.find(each => each.id === id)
      if (risk) return linked(`${risk.ref} ${risk.title}`, `risk-${risk.ref}`, context.shows('risk', id))
      const source = record === 'source' && named().get(id as SourceId)
      if (source) return linked(`${source.ref} ${titleWords(source.source)}`, source.anchor, has('sources'))
      return join(label)
    },
  }
  return context
}
