import { useEffect, useMemo, useState } from 'react'
import { useLocation } from '../../location.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useMedia } from '../../ui/media.ts'
import { Panes } from '../../ui/Panes.tsx'
import { CommandDetail } from './CommandDetail.tsx'
import { CommandList } from './CommandList.tsx'
import { HistorySize } from './HistorySize.tsx'
import './history.css'
import { fitting, laidOut, named, namedEntries, takenBack } from './log.ts'
import { useCommandLog } from './use-command-log.ts'

/** Commands found that fill any window: a filter reads on until it has as many. */
const enoughFound = 60

/** Every command of the case, newest first, and what the chosen one did. `#/history/TX` shows one. */
export const HistoryScreen = () => {
  const { id } = useLocation()
  const { entries, refusal, isWhole, more, reread } = useCommandLog()
  const { value: versions = [] } = useRead('history.versions', {})
  const { value: state } = useRead('case.state', {})
  const [words, setWords] = useState('')
  const [onlyNamed, setOnlyNamed] = useState(false)
  const narrow = useMedia('(max-width: 760px)')
  const known = useMemo(() => named(entries ?? [], versions), [entries, versions])
  const shown = useMemo(
    () => fitting(onlyNamed ? namedEntries(versions, known) : known, words),
    [known, versions, onlyNamed, words],
  )
  const rows = useMemo(() => laidOut(shown), [shown])
  const gone = useMemo(() => takenBack(known), [known])
  const searches = words.trim() !== '' && !onlyNamed && !isWhole && shown.length < enoughFound
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was read last decides whether to read on.
  useEffect(() => {
    if (searches) void more()
  }, [searches, known])

  if (refusal) return <EmptyState sentence={refusal.message} />
  if (entries === undefined || state === undefined || state === null) return null
  if (entries.length === 0) return <EmptyState sentence={say('history.none')} />
  const current =
    id === null ? shown[0] : (known.find(one => String(one.id) === id) ?? shown.find(one => String(one.id) === id))
  const list = (
    <div className="history-list">
      <div className="history-bar">
        <input
          className="input"
          type="search"
          aria-label={say('history.filter')}
          placeholder={say('history.filter')}
          value={words}
          onChange={event => setWords(event.target.value)}
        />
        <label className="history-named small">
          <input type="checkbox" checked={onlyNamed} onChange={event => setOnlyNamed(event.target.checked)} />
          {say('history.onlyNamed')}
        </label>
      </div>
      {shown.length > 0 ? (
        <CommandList rows={rows} current={current?.id ?? null} takenBack={gone} onEnd={() => void more()} />
      ) : searches ? (
        <EmptyState sentence={say('history.searching')} />
      ) : (
        <EmptyState sentence={say(onlyNamed && words.trim() === '' ? 'history.noneNamed' : 'history.noneFits')} />
      )}
      <HistorySize canMerge={!state.readOnly} onMerged={reread} />
    </div>
  )
  const detail =
    current === undefined && id === null ? (
      <EmptyState sentence={say('history.choose')} />
    ) : (
      <CommandDetail
        key={current?.id ?? id}
        tx={current?.id ?? Number(id)}
        entry={current ?? null}
        isTakenBack={current !== undefined && gone.has(current.id)}
        readOnly={state.readOnly}
      />
    )
  // Zoomed to 200 % there is no room for two panes: the one stands under the other, and the screen scrolls.
  if (narrow) {
    return (
      <div className="history-stacked">
        {list}
        {detail}
      </div>
    )
  }
  return (
    <Panes
      id="history"
      panes={[
        { id: 'commands', size: '42%', min: '320px', children: list },
        { id: 'command', min: '360px', children: detail },
      ]}
    />
  )
}
