import type { Conflict, ConflictDecision, Resolution } from '../../../shared/model/conflict.ts'
import { whenAndWho } from '../../parts/RecordHistory.tsx'
import { say } from '../../say.ts'

/** "First" and "second" are the claims in the order they stand in above: by the dates they speak of. */
export const resolutionWords = {
  'first right': 'conflicts.firstRight',
  'second right': 'conflicts.secondRight',
  'both right on different bases': 'conflicts.bothRight',
  'superseded in time': 'conflicts.superseded',
  unresolved: 'conflicts.leftOpen',
} as const satisfies Record<Resolution, string>

/** Nobody opened it again, and the rationale is what its claims say now. */
export const isByItself = ({ by, state, resolution, rationale }: ConflictDecision): boolean =>
  by === '' && state === 'open' && resolution === null && rationale !== ''

const what = (decision: ConflictDecision): string => {
  if (decision.resolution !== null) return say(resolutionWords[decision.resolution])
  if (decision.state === 'dismissed') return say('conflicts.dismissedWord')
  return say('conflicts.openedAgain')
}

/**
 * Every decision about a conflict, newest first: who brought it into which state when, and why. The one by which it is
 * settled stands above in full already.
 */
export const Decisions = ({ state, decisions }: Pick<Conflict, 'state' | 'decisions'>) => {
  const told = (state === 'open' ? decisions : decisions.slice(0, -1)).toReversed()
  return told.length === 0 ? null : (
    <section className="conflicts-decisions">
      <h3 className="label">{say(state === 'open' ? 'conflicts.decisions' : 'conflicts.decisionsBefore')}</h3>
      <ol>
        {told.map(decision => (
          <li key={decision.id}>
            <p>
              <b>{isByItself(decision) ? say('conflicts.byItself') : what(decision)}</b>
              <span className="small muted">{whenAndWho({ at: decision.at, actor: decision.by })}</span>
            </p>
            {decision.rationale === '' ? null : (
              <p className="small">
                {isByItself(decision) ? say('conflicts.because', { reason: decision.rationale }) : decision.rationale}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
