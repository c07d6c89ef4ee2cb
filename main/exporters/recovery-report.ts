import type { Recovered } from '../../shared/contract/safety.ts'
import { say } from '../say.ts'

/** `name`: of the damaged file; `moment` in the words of the analyst's language. */
export type RecoveryReport = Recovered & { name: string; moment: string; version: string }

const section = (heading: string, lines: readonly string[]): string =>
  [heading, ...lines.map(line => `- ${line}`), ''].join('\n')

/** What a recovery saved, lost and made again, as plain text with a line for each. */
export const recoveryReport = ({ name, moment, version, saved, lost, rebuilt }: RecoveryReport): string =>
  [
    section(say('recovery.reportHead', { name }), []),
    section(say('recovery.reportOf', { moment, version }), []),
    section(
      say('recovery.saved'),
      saved.length === 0
        ? [say('recovery.savedNone')]
        : saved.map(({ record, count }) =>
            say('safety.kindCount', { count, kind: say(`history.kind.${record}`, { count }) }),
          ),
    ),
    section(say('safety.lost', { count: lost.length }), lost),
    section(say('safety.rebuilt', { count: rebuilt.length }), rebuilt),
  ].join('\n')
