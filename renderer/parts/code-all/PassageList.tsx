import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import type { FoundPassage } from '../../../shared/contract/search.ts'
import type { OutputOf } from '../../../shared/contract.ts'
import { grouped } from '../../../shared/rules/groups.ts'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Marked } from '../Marked.tsx'
import { keyOfPassage } from './key-of-passage.ts'

type PassageListProps = {
  passages: readonly FoundPassage[]
  titles: OutputOf<'search.passages'>['bySource']
  isChosen: (passage: FoundPassage) => boolean
  onTurn: (passages: readonly FoundPassage[], on: boolean) => void
}

type Row = { kind: 'source'; title: string; own: readonly FoundPassage[] } | { kind: 'passage'; passage: FoundPassage }

/** Passages under their sources, each with its words around it and a box to choose it by; only those near are drawn. */
export const PassageList = ({ passages, titles, isChosen, onTurn }: PassageListProps) => {
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => {
    const names = new Map(titles.map(({ source, title }) => [source, title]))
    return [...grouped(passages, ({ source }) => source)].flatMap(([source, own]): Row[] => [
      { kind: 'source', title: names.get(source) || say('search.notStated'), own },
      ...own.map((passage): Row => ({ kind: 'passage', passage })),
    ])
  }, [passages, titles])
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => (rows[index]?.kind === 'source' ? 32 : 50),
    overscan: 10,
  })
  return (
    <section className="code-all-passages" aria-label={say('search.codePassages')}>
      <header>
        <h3 className="label">{say('search.codePassages')}</h3>
        <Button look="quiet" label={say('search.codeAllChosen')} onClick={() => onTurn(passages, true)} />
        <Button look="quiet" label={say('search.codeNoneChosen')} onClick={() => onTurn(passages, false)} />
      </header>
      <div ref={scroller} className="code-all-list" tabIndex={0} role="group" aria-label={say('search.codePassages')}>
        <div style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            return row === undefined ? null : (
              <div
                key={row.kind === 'source' ? `source ${index}` : keyOfPassage(row.passage)}
                ref={virtual.measureElement}
                data-index={index}
                className={`code-all-row ${row.kind}`}
                style={{ transform: `translateY(${start}px)` }}
              >
                {row.kind === 'source' ? (
                  <SourceRow title={row.title} own={row.own} isChosen={isChosen} onTurn={onTurn} />
                ) : (
                  <PassageRow
                    passage={row.passage}
                    chosen={isChosen(row.passage)}
                    onTurn={on => onTurn([row.passage], on)}
                  />
                )}
              </div>
            )
          })}
        </div>
      </div>
    </section>
  )
}

type SourceRowProps = Pick<PassageListProps, 'isChosen' | 'onTurn'> & { title: string; own: readonly FoundPassage[] }

const SourceRow = ({ title, own, isChosen, onTurn }: SourceRowProps) => {
  const chosen = own.filter(isChosen).length
  return (
    <label>
      <input
        type="checkbox"
        aria-label={say('search.codeChooseSource', { title })}
        checked={chosen === own.length}
        ref={box => {
          if (box) box.indeterminate = chosen > 0 && chosen < own.length
        }}
        onChange={event => onTurn(own, event.target.checked)}
      />
      <b>{title}</b>
      <span className="small muted numeric">{say('search.codeOfSource', { chosen, count: own.length })}</span>
    </label>
  )
}

type PassageRowProps = { passage: FoundPassage; chosen: boolean; onTurn: (on: boolean) => void }

const PassageRow = ({ passage, chosen, onTurn }: PassageRowProps) => (
  <label>
    <input type="checkbox" checked={chosen} onChange={event => onTurn(event.target.checked)} />
    <span className="code-all-words">
      <span className="muted">{passage.before}</span>
      <span className="code-all-exact">
        <Marked words={passage.exact} marks={passage.marks} />
      </span>
      <span className="muted">{passage.after}</span>
      {passage.known ? <Badge tone="settled">{say('search.codeKnown')}</Badge> : null}
      {passage.apparatus ? <Badge>{say('search.codeApparatus')}</Badge> : null}
    </span>
  </label>
)
