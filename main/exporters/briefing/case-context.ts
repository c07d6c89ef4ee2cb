import type { Briefing } from '../../../shared/model/briefing.ts'
import type { ConflictId, SourceId, TermId } from '../../../shared/model/id.ts'
import { element, type Html, join } from '../html.ts'
import type { PrintEngine } from '../pdf/engine.ts'
import { caseViewsOf, once } from './case-views.ts'
import { collectCitations } from './citations.ts'
import type { Context } from './context.ts'
import { outlineOf } from './outline.ts'
import type { BriefingRecords } from './records.ts'
import { titleWords } from './reference.ts'
import { type BlockOf, chosenConflicts, chosenRisks, chosenRows } from './shown.ts'

/** The case as one briefing shows it: everything derived is derived once, when a block first needs it. */
export function contextOf(document: BriefingRecords, briefing: Briefing, engine: PrintEngine): Context {
  const blocksOf = <Kind extends BlockOf<Briefing['blocks'][number]['kind']>['kind']>(kind: Kind) =>
    briefing.blocks.filter((block): block is BlockOf<Kind> => block.kind === kind)
  const has: Context['has'] = kind => blocksOf(kind).length > 0

  const of = caseViewsOf(document)
  const categoryOf = (id: TermId) => of.terms().get(id)?.category ?? ''
  const matrix = () => of.matrix({ axis: 'sources', asOf: null })
  const shownConflicts = once(() => {
    const all = of.conflicts()
    const shown = new Set(blocksOf('conflicts').flatMap(block => chosenConflicts(block, all, categoryOf)))
    return { shown, inOrder: [...shown, ...all.filter(conflict => !shown.has(conflict))] }
  })
  const numbers = once(
    () => new Map<ConflictId, number>(shownConflicts().inOrder.map(({ id }, index) => [id, index + 1])),
  )
  const shown = once(() => ({
    term: new Set<string>(
      blocksOf('matrix').flatMap(block => chosenRows(block, matrix().rows).map(({ term }) => term.id)),
    ),
    risk: new Set<string>(
      blocksOf('register').flatMap(block => chosenRisks(block, { risks: of.risks() }).map(({ id }) => id)),
    ),
    conflict: new Set<string>([...shownConflicts().shown].map(({ id }) => id)),
  }))
  const anchors = new Map<string, number>()

  const linked = (words: string, anchor: string, there: boolean): Html =>
    element(there ? 'a' : 'span', { class: 'mention', href: there ? `#${anchor}` : undefined }, words)

  const outline = once(() => outlineOf(context))
  const editions = once(() =>
    document.editions.filter(each => each.briefing === briefing.id).sort((left, right) => left.number - right.number),
  )

  const context: Context = {
    engine,
    document,
    briefing,
    citations: collectCitations(document),
    get sources() {
      return of.sources()
    },
    sourceOf(id) {
      const found = of.named().get(id)
      if (found === undefined) throw new Error(`The case has no source ${id}.`)
      return found
    },
    get matrix() {
      return matrix()
    },
    matrixOf: asked => of.matrix(asked),
    holdings: id => of.holdings(id),
    claim: id => of.claims().get(id),
    get conflicts() {
      return shownConflicts().inOrder
    },
    conflictNumber: id => numbers().get(id) ?? null,
    get differences() {
      return of.differences()
    },
    get risks() {
      return of.risks()
    },
    get riskFacts() {
      return of.riskFacts()
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
      const term = record === 'term' && of.terms().get(id as TermId)
      if (term) return linked(`${term.ref} ${term.name}`, `term-${term.ref}`, context.shows('term', id))
      const risk = record === 'risk' && document.risks.find(each => each.id === id)
      if (risk) return linked(`${risk.ref} ${risk.title}`, `risk-${risk.ref}`, context.shows('risk', id))
      const source = record === 'source' && of.named().get(id as SourceId)
      if (source) return linked(`${source.ref} ${titleWords(source.source)}`, source.anchor, has('sources'))
      return join(label)
    },
  }
  return context
}
