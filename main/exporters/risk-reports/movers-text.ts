import type { Mover, MoverReasons } from '../../../shared/contract/movers.ts'
import { moverChange } from '../../../shared/contract/movers.ts'
import { quotesWords, reasonHead, standingsWords } from '../../../shared/rules/register/mover-words.ts'
import { sentence } from '../../../shared/rules/sentence.ts'

/** What moved as plain text, by what became of it, each with its reasons and the passages behind them. */
export function moversText(movers: readonly Mover[], all: readonly MoverReasons[]): string {
  const reasons = new Map(all.map(one => [one.risk, one.reasons]))
  const told = (mover: Mover): string[] => [
    `  ${sentence('rules.moverLine', { ref: mover.ref, title: mover.title, what: standingsWords(mover) })}`,
    ...mover.changes
      .slice(1)
      .filter(change => change !== 'status')
      .map(change => `    ${sentence(`rules.mover.${change}`)}`),
    ...(reasons.get(mover.id) ?? []).flatMap(reason => [
      `    ${sentence('rules.moverReason', { words: reasonHead(reason), reason: reason.reason.replace(/\s+/g, ' ').trim() }).trim()}`,
      ...(reason.is === 'assessment' ? quotesWords(reason.quotes).map(words => `      ${words}`) : []),
    ]),
  ]
  return moverChange.options
    .flatMap(change => {
      const here = movers.filter(({ changes }) => changes[0] === change)
      return here.length === 0 ? [] : [[sentence(`rules.mover.${change}`), ...here.flatMap(told)].join('\n')]
    })
    .join('\n\n')
}
