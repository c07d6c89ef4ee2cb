import type { Scales } from '../../../../shared/model/criteria.ts'
import { type ScalesDifference, scalesDifferences } from '../../../../shared/rules/register/scales-diff.ts'
import { say } from '../../../say.ts'

/** More than this is a list that nobody reads: the rest is counted. */
const most = 40

const whatOf = ({ part, what }: ScalesDifference): string =>
  part === 'appetite' && what === '' ? say('criteria.everyOther') : what

/** What became of one set of scales in another, a line each. */
export const Differences = ({ from, to }: { from: Scales; to: Scales }) => {
  const found = scalesDifferences(from, to)
  if (found.length === 0) return <p className="muted">{say('criteria.same')}</p>
  return (
    <ul className="criteria-differences">
      {found.slice(0, most).map(one => (
        <li key={`${one.part} ${one.what}`}>
          <span className="small muted">{say(`criteria.part.${one.part}`)}</span> {whatOf(one)}
          {one.part === 'dimension' ? null : ': '}
          {one.before === null ? (
            <ins>
              {say('criteria.added')} {one.part === 'dimension' ? '' : one.after}
            </ins>
          ) : one.after === null ? (
            <del>
              {say('criteria.gone')} {one.part === 'dimension' ? '' : one.before}
            </del>
          ) : (
            <>
              {one.before || say('parts.notStated')} → <strong>{one.after || say('parts.notStated')}</strong>
            </>
          )}
        </li>
      ))}
      {found.length > most ? (
        <li className="muted">{say('criteria.moreDifferences', { count: found.length - most })}</li>
      ) : null}
    </ul>
  )
}
