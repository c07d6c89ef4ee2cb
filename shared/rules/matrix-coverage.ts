import type { CollectionGap, MatrixCoverage, MatrixFrameRow } from '../contract/matrix.ts'
import type { Term } from '../model/term.ts'
import { countOrigins } from './corroboration.ts'
import { counting, type MatrixFacts, type TermFacts } from './matrix-facts.ts'
import { type MatrixPlan, matrixFrameRow } from './matrix-frame.ts'
import { sentence } from './sentence.ts'

const importances: Readonly<Record<Term['importance'], number>> = { high: 3, medium: 2, low: 1 }
const severities: Readonly<Record<CollectionGap['kind'], number>> = {
  unread: 4,
  silent: 3,
  'no value': 2,
  'single origin': 1,
}

const gapSentence = (kind: CollectionGap['kind'], count: number): string => {
  if (kind === 'unread') return sentence('rules.gap.unread')
  if (kind === 'no value') return sentence('rules.gap.noValue')
  if (kind === 'single origin') return sentence('rules.gap.singleOrigin')
  return count === 1 ? sentence('rules.gap.silentOne') : sentence('rules.gap.silent', { count: String(count) })
}

/** How many independent origins stand behind a value or a denial of the term; deprecated ones count where no other is out. */
const answeringOrigins = ({ claims }: TermFacts, { asOf: { out }, around }: MatrixPlan): number =>
  countOrigins(
    counting(
      claims.filter(
        ({ source, polarity }) =>
          (polarity === 'asserts' || polarity === 'denies') && (out === null || out.has(source)),
      ),
    ),
    around.lineages,
  )

const gapOf = (of: TermFacts, { states, facts }: MatrixFrameRow, plan: MatrixPlan): CollectionGap | null => {
  const { id, ref, name, category, importance } = of.term
  const { unread, silent } = facts
  const origins = /[vd]/.test(states) ? answeringOrigins(of, plan) : 0
  const kind =
    origins > 1
      ? null
      : origins === 1
        ? 'single origin'
        : states.includes('n')
          ? 'no value'
          : states.includes('s')
            ? 'silent'
            : 'unread'
  return (
    kind && {
      term: id,
      ref,
      name,
      category,
      importance,
      kind,
      unread,
      silent,
      origins,
      sentence: gapSentence(kind, silent),
    }
  )
}

/**
 * Terms by sources, a letter each, and what to collect next: by importance (high 3, medium 2, low 1) times how little there
 * is (unread everywhere 4, silent everywhere 3, no value 2, a single origin 1), then what more sources are unread for. The
 * plan is one of sources.
 */
export const matrixCoverage = (
  facts: MatrixFacts,
  plan: MatrixPlan,
  rowOf: (of: TermFacts, plan: MatrixPlan) => MatrixFrameRow = matrixFrameRow,
): MatrixCoverage => {
  const rows = facts.terms.map(of => ({ of, row: rowOf(of, plan) }))
  const weight = ({ importance, kind }: CollectionGap) => importances[importance] * severities[kind]
  return {
    columns: [...plan.columns],
    rows: rows.map(({ of: { term }, row: { states } }) => {
      const { id, ref, name, category, importance } = term
      return { term: id, ref, name, category, importance, states }
    }),
    gaps: rows
      .flatMap(({ of, row }) => gapOf(of, row, plan) ?? [])
      .sort((left, right) => weight(right) - weight(left) || right.unread - left.unread),
  }
}
