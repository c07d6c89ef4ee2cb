import type { Scales } from '../../../../shared/model/criteria.ts'
import { type ScalesDifference, scalesDifferences } from '../../../../shared/rules/register/scales-diff.ts'
import { say } from '../../../say.ts'

/** More than this is a list that nobody reads: the rest is counted. */
const most = 40

const whatOf = ({ part, what }: ScalesDifference): string =>
  part === 'appetite' && what === '' ? say('criteria.everyOther') : what

/** What is told beside a thing that came or went: an impact and a dimension are their words. */
const valueBeside = ({ part, before, after }: ScalesDifference): string =>
  part === 'impact' || part === 'dimension' ? '' : (after ?? before ?? '')

const Difference = ({ one }: { one: ScalesDifference }) => {
  const { before, after } = one
  const part = <span className="muted">{say(`criteria.part.${one.part}`)}</span>
  if (before === null || after === null) {
    const Mark = before === null ? 'ins' : 'del'
    return (
      <li>
        {part}
        <span>
          <span className="unseen">{say(before === null ? 'criteria.added' : 'criteria.gone')}</span>
          <span aria-hidden="true">{before === null ? '+' : '−'}</span> <Mark>{whatOf(one)}</Mark> {valueBeside(one)}
        </span>
      </li>
    )
  }
  const what = whatOf(one)
  return (
    <li>
      {part}
      <span>
        {what === '' || what === after ? null : <strong>{what} </strong>}
        <span className={one.part === 'impact' ? 'muted' : ''}>{before || say('parts.notStated')}</span> →{' '}
        {after || say('parts.notStated')}
      </span>
    </li>
  )
}

/** What became of one set of scales in another, a line each. */
export const Differences = ({ from, to }: { from: Scales; to: Scales }) => {
  const found = scalesDifferences(from, to)
  if (found.length === 0) return <p className="muted">{say('criteria.same')}</p>
  return (
    <ul className="criteria-differences">
      {found.slice(0, most).map(one => (
        <Difference key={`${one.part} ${one.what}`} one={one} />
      ))}
      {found.length > most ? (
        <li className="muted">{say('criteria.moreDifferences', { count: found.length - most })}</li>
      ) : null}
    </ul>
  )
}
