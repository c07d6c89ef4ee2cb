import { type Between, type Mover, type MoverReason, moverChange } from '../../../shared/contract/movers.ts'
import type { RiskView } from '../../../shared/contract/risks.ts'
import type { ExcerptId } from '../../../shared/model/id.ts'
import { comparePartialDates, daySpan, type PartialDate, partialDate } from '../../../shared/model/partial-date.ts'
import { byId } from '../../../shared/rules/groups.ts'
import { localDay } from '../../../shared/rules/local-day.ts'
import { reasonHead, standingsWords } from '../../../shared/rules/register/mover-words.ts'
import { isMovedBetween, isScoredBetween, moversBetween } from '../../../shared/rules/register/movers.ts'
import { sentence } from '../../../shared/rules/sentence.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { gravestImpact } from '../figures.ts'
import { element, type Html, join } from '../html.ts'
import type { Context } from './context.ts'
import { type BlockOf, isChosen } from './shown.ts'

type Moments = Between & { since: NonNullable<Between['since']>; words: string }

/** The day of the block; else the moment at which the last edition was issued; null where there is neither. */
function momentsOf({ since }: Pick<BlockOf<'movers'>, 'since'>, { editions }: Context): Moments | null {
  if (since !== null) {
    const { first } = daySpan(since)
    return {
      since: { dated: first },
      until: null,
      words: say('briefing.movedSinceDay', { date: partialDateWords(since) }),
    }
  }
  const last = editions.at(-1)
  if (last === undefined) return null
  const date = partialDateWords(localDay(last.created))
  const words = say('briefing.movedSinceVersion', { number: last.number, date })
  return { since: { recorded: last.created }, until: null, words }
}

type Told = { reason: MoverReason; cited: ExcerptId[] }

/** A risk that stands otherwise, how, and why. */
type Moved = { mover: Mover; risk: RiskView | undefined; words: string; told: Told[] }

/** What the block tells of, the weightiest change first; null where there is no moment to tell it since. */
export function movedRisks(
  block: BlockOf<'movers'>,
  context: Context,
): { moments: { words: string }; found: Moved[] } | null {
  const moments = momentsOf(block, context)
  if (moments === null) return null
  const known = byId(context.riskFacts)
  const found = moversBetween(context.riskFacts, moments)
    .filter(({ category }) => isChosen(block, category))
    .map((mover): Moved => {
      const also = mover.changes.slice(1).filter(change => change !== 'status')
      const risk = known.get(mover.id)
      return {
        mover,
        risk,
        words: [standingsWords(mover), ...also.map(change => sentence(`rules.mover.${change}`))].join(' · '),
        told: risk === undefined ? [] : reasonsOf(risk, moments, context),
      }
    })
  return { moments, found }
}

/** What stands otherwise in the register, by what became of it, each risk with the reasons on record and their passages. */
export function movers(block: BlockOf<'movers'>, context: Context): Html {
  const moved = movedRisks(block, context)
  if (moved === null) return element('p', {}, say('briefing.none.since'))
  const { found, moments } = moved
  const lead = element('p', { class: 'keep' }, say('briefing.moved', { count: found.length, since: moments.words }))
  const groups = moverChange.options.flatMap(change => {
    const here = found.filter(({ mover: { changes } }) => changes[0] === change)
    if (here.length === 0) return []
    return [
      element('h3', {}, sentence(`rules.mover.${change}`)),
      element('ul', { class: 'movers' }, ...here.map(one => entry(one, context))),
    ]
  })
  return join(lead, ...groups)
}

function entry({ mover, words, told }: Moved, context: Context): Html {
  const ref = element('span', { class: 'ref' }, mover.ref)
  return element(
    'li',
    {},
    element(
      'p',
      { class: 'keep' },
      context.shows('risk', mover.id) ? element('a', { href: `#risk-${mover.ref}` }, ref) : ref,
      ' ',
      element('b', {}, mover.title),
    ),
    element('p', { class: 'facts' }, words),
    ...told.map(({ reason, cited }) =>
      element(
        'p',
        {},
        element('span', { class: 'when' }, `${reasonHead(reason)}.`),
        ` ${reason.reason}`,
        context.citations.cite(cited),
      ),
    ),
  )
}

/** Why a risk moved, on one line. */
export const reasonWords = (reason: MoverReason): string => `${reasonHead(reason)}. ${reason.reason}`

function reasonsOf(risk: RiskView, moments: Moments, context: Context): Told[] {
  const scored = risk.assessments
    .filter(one => isScoredBetween(moments, one))
    .map((one): Told => {
      const impactWord = one.impactWords[one.impacts.findIndex(({ level }) => level === gravestImpact(one))] ?? ''
      const claims = one.claims.flatMap(id => context.claim(id)?.evidence.map(({ excerpt }) => excerpt) ?? [])
      return {
        reason: { is: 'assessment', ...one, impactWord, quotes: [] },
        cited: [...new Set([...one.excerpts, ...claims])],
      }
    })
  const moved = risk.moves
    .filter(move => isMovedBetween(moments, move))
    .map((move): Told => ({ reason: { is: 'move', ...move }, cited: [] }))
  return [...scored, ...moved].sort(
    (left, right) =>
      comparePartialDates(dayOf(left.reason), dayOf(right.reason)) ||
      recordedAt(left.reason).localeCompare(recordedAt(right.reason)) ||
      left.reason.id.localeCompare(right.reason.id),
  )
}

const recordedAt = (reason: MoverReason): string => (reason.is === 'move' ? reason.at : reason.created)

/** A target is dated by when it is to be reached: it stands where it was recorded. */
const dayOf = (reason: MoverReason): PartialDate =>
  reason.is === 'assessment' && reason.kind === 'target' ? partialDate.parse(reason.created.slice(0, 10)) : reason.date
