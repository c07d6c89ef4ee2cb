import type { PartialDate } from '../../../shared/model/partial-date.ts'
import { addressOf } from '../../location.ts'
import { say } from '../../say.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LetterMark, letterWords } from './CellContent.tsx'
import { useLatest } from './latest.ts'
import './compare.css'

const letters = ['v', 'd', 'n', 's', 'u'] as const
/** Gaps drawn: the most pressing; the rest is counted. */
const most = 100

/** What the signs of the map mean, and what to collect next, the most pressing first. */
export const CoverageDrawer = ({ asOf }: { asOf: PartialDate | null }) => {
  const { value: coverage, refusal } = useLatest('matrix.coverage', { asOf })
  const gaps = coverage?.gaps ?? []
  return (
    <aside className="matrix-drawer matrix-compare" aria-label={say('matrix.gaps')}>
      <header>
        <h2>{say('matrix.gaps')}</h2>
      </header>
      <ul className="matrix-letters" aria-label={say('matrix.legend')}>
        {letters.map(letter => (
          <li key={letter}>
            <LetterMark letter={letter} /> {letterWords(letter)}
          </li>
        ))}
      </ul>
      {refusal ? <p role="alert">{refusal.message}</p> : null}
      {coverage === undefined ? null : gaps.length === 0 ? (
        <EmptyState sentence={say('matrix.noGaps')} />
      ) : (
        <ol className="matrix-changes">
          {gaps.slice(0, most).map(gap => (
            <li key={gap.term}>
              <span className={`matrix-importance ${gap.importance}`} title={gap.importance}>
                {gap.importance}
              </span>
              <div>
                <a href={addressOf('matrix', null, { view: 'coverage', term: gap.term })}>
                  <span className="matrix-ref">{gap.ref}</span> {gap.name}
                </a>
                <p>{gap.sentence}</p>
              </div>
            </li>
          ))}
        </ol>
      )}
      {gaps.length > most ? <p className="muted">{say('matrix.gapsMore', { count: gaps.length - most })}</p> : null}
    </aside>
  )
}
