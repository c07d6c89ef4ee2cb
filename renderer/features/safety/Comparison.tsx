import type { Difference } from '../../../shared/contract/safety.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'

const ways = ['returning', 'vanishing', 'changing'] as const

/** What restoring a backup would change in the case, kind by kind and by name. */
export const Comparison = ({ id, obstacle }: { id: string; obstacle: string | null }) => {
  const { value, refusal } = useRead('backups.compare', { id, obstacle })
  if (refusal) return <p role="alert">{refusal.message}</p>
  if (value === undefined) return <p className="muted">{say('safety.comparing')}</p>
  const { comparedWith, differences } = value
  const told = differences.filter(one => ways.some(way => one[way].count > 0))
  if (told.length === 0 && comparedWith === 'case') return <p>{say('safety.same')}</p>
  return (
    <>
      <p className="muted">{say(comparedWith === 'case' ? 'safety.wouldChange' : 'safety.holds')}</p>
      {ways.map(way => (
        <Way key={way} way={way} differences={told.filter(one => one[way].count > 0)} />
      ))}
    </>
  )
}

const Way = ({ way, differences }: { way: (typeof ways)[number]; differences: readonly Difference[] }) =>
  differences.length === 0 ? null : (
    <section className={`safety-way ${way}`}>
      <h3>{say(`safety.${way}`)}</h3>
      {differences.map(({ record, [way]: { count, names } }) => (
        <details key={record} open={count <= 12}>
          <summary>{say('safety.kindCount', { count, kind: say(`history.kind.${record}`, { count }) })}</summary>
          <ul>
            {names.map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two records may bear one name, and the list never changes.
              <li key={index}>{name === '' ? say('shell.notStated') : name}</li>
            ))}
            {count > names.length ? (
              <li className="muted">{say('safety.moreNames', { count: count - names.length })}</li>
            ) : null}
          </ul>
        </details>
      ))}
    </section>
  )
