import type { CollectionGap } from '../../../shared/contract/matrix.ts'
import type { PartialDate } from '../../../shared/model/partial-date.ts'
import { grouped } from '../../../shared/rules/groups.ts'
import { addressOf } from '../../location.ts'
import { useLatest } from '../../parts/latest.ts'
import { say } from '../../say.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LetterMark, letterWords } from './CellContent.tsx'
import './compare.css'

const letters = ['v', 'd', 'n', 's', 'u'] as const
/** Gaps drawn: the most pressing; the rest is counted. */
const most = 100

const kindWords = {
  unread: 'matrix.gapUnread',
  silent: 'matrix.gapSilent',
  'no value': 'matrix.gapNoValue',
  'single origin': 'matrix.gapSingleOrigin',
} as const

type Together = Pick<CollectionGap, 'importance' | 'kind'> & { alike: CollectionGap[] }

/** Gaps of one importance and kind are one list, since they are told by the same words; the order of the gaps stays. */
const gapsTogether = (gaps: readonly CollectionGap[]): Together[] =>
  [...grouped(gaps, ({ importance, kind }) => `${importance} ${kind}`).values()].flatMap(alike => {
    const [first] = alike
    return first === undefined ? [] : [{ importance: first.importance, kind: first.kind, alike: [...alike] }]
  })

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
        gapsTogether(gaps.slice(0, most)).map(({ importance, kind, alike }) => (
          <section key={`${importance} ${kind}`} className="matrix-gaps">
            <h3>
              <span className={`matrix-importance ${importance}`}>{importance}</span>
              {say(kindWords[kind])}
            </h3>
            <ol>
              {alike.map(gap => (
                <li key={gap.term}>
                  <a href={addressOf('matrix', null, { view: 'coverage', term: gap.term })}>
                    <span className="matrix-ref">{gap.ref}</span> {gap.name}
                  </a>
                  {gap.unread === 0 || gap.kind === 'unread' ? null : (
                    <span className="small muted">{say('matrix.gapUnreadBy', { count: gap.unread })}</span>
                  )}
                </li>
              ))}
            </ol>
          </section>
        ))
      )}
      {gaps.length > most ? <p className="muted">{say('matrix.gapsMore', { count: gaps.length - most })}</p> : null}
    </aside>
  )
}
