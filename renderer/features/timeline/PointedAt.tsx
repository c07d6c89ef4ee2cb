import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { kindWords, sourceTitle, titleWords } from './entries.ts'
import type { ShownMark } from './marks.ts'
import { datesOf } from './PlotMark.tsx'

/** Lines of a mark of several that are shown before it is opened. */
const mostLines = 3

/** What stands behind the mark that is pointed at or has the keyboard. Its height never changes. */
export const PointedAt = ({ mark }: { mark: ShownMark | null }) => (
  <aside className="timeline-pointed">
    {mark === null ? (
      <p className="muted">{say('timeline.hint')}</p>
    ) : mark.entries.length > 1 ? (
      <Many mark={mark} />
    ) : (
      <One mark={mark} />
    )}
  </aside>
)

const One = ({ mark: { entries } }: { mark: ShownMark }) => {
  const [entry] = entries
  const cards = useRead('excerpts.list', entry.passage === null ? null : { ids: [entry.passage.excerpt] })
  const quote = cards.value?.[0]?.anchor.exact
  return (
    <>
      <p className="timeline-pointed-head">
        <Badge>{kindWords(entry.kind)}</Badge> <b>{datesOf({ entries })}</b> <bdi>{titleWords(entry)}</bdi>
      </p>
      <p className="timeline-pointed-line">
        {entry.detail} {entry.claim === null ? null : <bdi className="muted">{sourceTitle(entry)}</bdi>}
      </p>
      {entry.claim === null ? null : (
        <p className="timeline-pointed-line">
          {entry.passage === null ? (
            <Badge tone="warning">{say('timeline.unsupported')}</Badge>
          ) : (
            <span className="quote">
              <bdi>{quote}</bdi>
            </span>
          )}
        </p>
      )}
    </>
  )
}

const Many = ({ mark }: { mark: ShownMark }) => {
  const { entries } = mark
  const isOneDate = new Set(entries.map(({ date }) => date)).size === 1
  return (
    <>
      <p className="timeline-pointed-head">
        <b>{say('timeline.many', { count: entries.length, dates: datesOf(mark) })}</b>{' '}
        <span className="muted">{say(isOneDate ? 'timeline.enterLists' : 'timeline.enterZooms')}</span>
      </p>
      {entries.slice(0, mostLines - 1).map(entry => (
        <p key={entry.key} className="timeline-pointed-line">
          {titleWords(entry)} <span className="muted">{entry.detail}</span>
        </p>
      ))}
      {entries.length < mostLines ? null : (
        <p className="timeline-pointed-line muted">
          {say('timeline.andMore', { count: entries.length - mostLines + 1 })}
        </p>
      )}
    </>
  )
}
