import type { Briefing } from '../../../shared/model/briefing.ts'
import type { CaseDocument } from '../../../shared/model/case-document.ts'
import type { SourceId } from '../../../shared/model/id.ts'
import { byId } from '../../../shared/rules/groups.ts'
import { claimViews, comparisons, conflictViews, riskViews } from '../../../shared/rules/views.ts'
import { element, type Html, join } from '../html.ts'
import type { PrintEngine } from '../pdf/engine.ts'
import { briefingMatrix } from './case-matrix.ts'
import { collectCitations } from './citations.ts'
import { inBriefingOrder } from './conflicts.ts'
import type { Context, NamedSource } from './context.ts'
import { differencesOf } from './differences.ts'
import { titleWords } from './reference.ts'

/** The case as one briefing shows it: everything derived is derived once, here. */
export function contextOf(document: CaseDocument, briefing: Briefing, engine: PrintEngine): Context {
  const views = claimViews(document.claims, document)
  const claims = byId(views)
  const matrix = briefingMatrix(document)
  const sources: NamedSource[] = matrix.columns.flatMap(({ key }, index) => {
    const source = document.sources.find(({ id }) => id === key)
    return source === undefined ? [] : [{ ref: `S${index + 1}`, anchor: `source-${index + 1}`, source }]
  })
  const named = new Map<SourceId, NamedSource>(sources.map(each => [each.source.id, each]))
  const has: Context['has'] = kind => briefing.blocks.some(block => block.kind === kind)
  const shownTerms = new Set(
    briefing.blocks.flatMap(block =>
      block.kind === 'matrix'
        ? matrix.rows
            .filter(({ term }) => block.categories.length === 0 || block.categories.includes(term.category))
            .map(({ term }) => term.id)
        : [],
    ),
  )

  const linked = (words: string, anchor: string, there: boolean): Html =>
    element(there ? 'a' : 'span', { class: 'mention', href: there ? `#${anchor}` : undefined }, words)

  return {
    engine,
    document,
    briefing,
    citations: collectCitations(document),
    sources,
    sourceOf(id) {
      const found = named.get(id)
      if (found === undefined) throw new Error(`The case has no source ${id}.`)
      return found
    },
    matrix,
    claim: id => claims.get(id),
    conflicts: inBriefingOrder(conflictViews(document.conflicts, { ...document, claims: views })),
    differences: differencesOf(
      matrix.rows.map(({ term }) => term),
      comparisons({ ...document, claims: views }),
    ),
    // What was put away is kept in the case for maps of earlier days; a briefing tells of the register as it stands.
    risks: riskViews(
      document.risks.filter(({ status }) => status !== 'archived'),
      document,
    ),
    has,
    mention(record, id, label) {
      const term = record === 'term' && document.terms.find(each => each.id === id)
      if (term) return linked(`${term.ref} ${term.name}`, `term-${term.ref}`, shownTerms.has(term.id))
      const risk = record === 'risk' && document.risks.find(each => each.id === id)
      if (risk) return linked(`${risk.ref} ${risk.title}`, `risk-${risk.ref}`, has('register'))
      const source = record === 'source' && sources.find(each => each.source.id === id)
      if (source) return linked(`${source.ref} ${titleWords(source.source)}`, source.anchor, has('sources'))
      return join(label)
    },
  }
}
