import type { Between } from '../../shared/contract/movers.ts'
import { done, Refused } from '../../shared/outcome.ts'
import { moversBetween } from '../../shared/rules/register/movers.ts'
import { moversText } from '../exporters/risk-reports/movers-text.ts'
import type { AtDesk, Reading } from '../operation.ts'
import { registerFacts } from '../records/risk-facts.ts'
import { readReasons } from '../records/risk-reasons.ts'
import { say } from '../say.ts'

/** Two moments of one clock can be told apart: the earlier comes first. */
const inOrder = ({ since, until }: Between): Between => {
  const isTurned =
    since === null
      ? until !== null
      : until !== null &&
        (('recorded' in since && 'recorded' in until && since.recorded > until.recorded) ||
          ('dated' in since && 'dated' in until && since.dated > until.dated))
  if (isTurned) throw new Refused(say('movers.turned'), 'invalid')
  return { since, until }
}

export const movers: Reading<'risks.movers'> = (db, moments) => moversBetween(registerFacts(db).facts, inOrder(moments))

export const reasons: Reading<'risks.reasons'> = (db, { ids, ...moments }) => readReasons(db, ids, inOrder(moments))

export const copy: AtDesk<'risks.copyMovers'> = async (desk, moments) => {
  const text = desk.needCase().read(db => {
    const found = moversBetween(registerFacts(db).facts, inOrder(moments))
    return moversText(
      found,
      readReasons(
        db,
        found.map(({ id }) => id),
        moments,
      ),
    )
  })
  await desk.host.copyText(text)
  return done(null)
}
