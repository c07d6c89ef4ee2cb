import type { ExportView } from '../../../shared/contract/exports.ts'
import { matrixCoverage } from '../../../shared/rules/matrix-coverage.ts'
import { claimWords, valueWords } from '../../../shared/rules/words.ts'
import { counted, type ExportedCase, type Tally } from './exported-case.ts'

const bytes = new TextEncoder()
const pieceSize = 1 << 16

function* recordsOf(exported: ExportedCase, view: ExportView): Generator<unknown> {
  const { terms } = exported
  switch (view) {
    case 'sources':
    case 'parties':
    case 'dates': {
      const plan = exported.plan(view)
      for (const of of terms) {
        const { position, facts } = exported.row(of, plan)
        const cells = [...exported.cells(of, plan).values()].map(({ shown, records }) => {
          const { only: _, more: __, ...told } = shown
          return {
            ...told,
            claims: records.claims.map(({ id }) => id),
            openConflicts: records.open,
            settledConflicts: records.settled,
          }
        })
        const { id, ref, category, name } = of.term
        yield { term: id, ref, category, name, position, facts, cells }
      }
      return
    }
    case 'coverage':
      yield* matrixCoverage({ ...exported.records.facts, terms }, exported.plan('sources')).rows
      return
    case 'positions':
      for (const of of terms)
        for (const one of exported.positions(of)) yield { ...one, termRef: of.term.ref, words: valueWords(one) }
      return
    case 'conflicts':
      for (const of of terms)
        for (const { stood, ...one } of exported.conflicts(of)) yield { ...one, termRef: of.term.ref, stood }
      return
    case 'evidence':
      for (const claim of exported.claims())
        for (const { excerpt, role } of claim.evidence) {
          const quoted = exported.excerpt(excerpt)
          yield {
            claim: claim.id,
            termRef: exported.termOf(claim.term)?.ref ?? '',
            words: claimWords(claim),
            source: claim.source,
            role,
            excerpt,
            quote: quoted?.exact ?? null,
            page: quoted?.page ?? null,
          }
        }
      return
    case 'claims':
      yield* exported.claims()
      return
    case 'terms':
      yield* terms.map(({ term }) => term)
  }
}

/**
 * A view as one JSON document, a record a line, in the order of the matrix: `{format: "glossator-matrix", version, case,
 * view, asOf, grain, columns, gaps, records}`. Columns are there for the views that have them.
 */
export function* matrixJson(
  exported: ExportedCase,
  view: ExportView,
  tally: Tally = { told: 0 },
): Generator<Uint8Array> {
  const { asked, records } = exported
  const isGrid = view === 'sources' || view === 'parties' || view === 'dates'
  const plan = isGrid ? exported.plan(view) : view === 'coverage' ? exported.plan('sources') : null
  const head = {
    format: 'glossator-matrix',
    version: 1,
    case: records.name,
    view,
    asOf: asked.asOf,
    grain: plan?.grain ?? null,
    columns: plan?.columns ?? null,
    gaps: plan && view === 'coverage' ? matrixCoverage({ ...records.facts, terms: exported.terms }, plan).gaps : null,
  }
  let gathered = `${JSON.stringify(head).slice(0, -1)},"records":[`
  let isFirst = true
  for (const record of counted(recordsOf(exported, view), tally)) {
    gathered += `${isFirst ? '' : ','}\n${JSON.stringify(record)}`
    isFirst = false
    if (gathered.length < pieceSize) continue
    yield bytes.encode(gathered)
    gathered = ''
  }
  yield bytes.encode(`${gathered}\n]}\n`)
}
