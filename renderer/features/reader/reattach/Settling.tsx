import { useEffect, useMemo, useRef, useState } from 'react'
import type { ExcerptCard } from '../../../../shared/contract/excerpts.ts'
import type { SourceDetail } from '../../../../shared/contract/sources.ts'
import type { OutputOf } from '../../../../shared/contract.ts'
import type { TextRange } from '../../../../shared/model/text-version.ts'
import { useCommands } from '../../../commands.ts'
import { titleOf } from '../../../parts/names.ts'
import { perform, useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { usePress } from '../hands/use-press.ts'
import { useSelectedStretch } from '../hands/use-selected-stretch.ts'
import { reveal, usePaint } from '../page-hooks.ts'
import { selectionCommands } from '../selection-commands.ts'
import type { Readable } from '../stretches.ts'
import { TextColumn } from '../TextColumn.tsx'
import { Comparison, type Wish } from './Comparison.tsx'

type SettlingProps = {
  card: ExcerptCard
  /** Its place among those that need a look, from 1, and their number. */
  at: number
  count: number
  onStep: (by: 1 | -1) => void
  onSettled: () => void
}

/** One excerpt: what was quoted, beside what may be its place now, above the text in which any other place can be chosen. */
export const Settling = (props: SettlingProps) => {
  const { card } = props
  const { value: detail } = useRead('sources.read', { id: card.source })
  const { value: found } = useRead('excerpts.whereabouts', { id: card.id })
  if (detail === undefined) return null
  return <Loaded key={detail.version.id} {...props} detail={detail} found={found} />
}

type LoadedProps = SettlingProps & { detail: SourceDetail; found: OutputOf<'excerpts.whereabouts'> | undefined }

const none: readonly TextRange[] = []
const noHighlights: readonly never[] = []

const Loaded = ({ card, at, count, onStep, onSettled, detail, found }: LoadedProps) => {
  const { source, version } = detail
  const { text, blocks, pages } = version
  const root = useRef<HTMLDivElement>(null)
  const [tried, setTried] = useState(0)
  const readable = useMemo<Readable>(() => ({ text, blocks, language: source.language }), [text, blocks, source])
  const selected = useSelectedStretch(root, readable, false, noHighlights)
  usePress({ root, readable, selected })
  const candidates = found?.version === version.id ? found.candidates : none
  const candidate = candidates[tried]
  const { stretch } = selected
  const chosen = stretch ?? candidate ?? null
  usePaint(
    root,
    'reader-target',
    useMemo(() => (chosen === null ? none : [chosen]), [chosen]),
    text,
  )
  useEffect(() => {
    const frame = requestAnimationFrame(() => candidate && root.current && reveal(root.current, candidate, 'middle'))
    return () => cancelAnimationFrame(frame)
  }, [candidate])

  const turn = (by: 1 | -1) => {
    selected.select(null)
    if (candidates.length > 0) setTried((tried + by + candidates.length) % candidates.length)
  }
  const accept = async () => {
    if (chosen === null) return
    const { start, end } = chosen
    const placed = await perform('excerpts.place', { id: card.id, version: version.id, start, end })
    if (placed.ok) onSettled()
  }
  const acceptByEnter = () => {
    const held = document.activeElement
    // Enter on a button or another link is that button's or that link's.
    if (held instanceof HTMLElement && held.matches('button, summary, a:not([aria-current])')) held.click()
    else void accept()
  }
  const group = say('reattach.group')
  const command = (
    name: 'accept' | 'leave' | 'next' | 'previous' | 'nextPlace' | 'previousPlace',
    shortcut: string,
    run: () => void,
  ) => ({
    id: `reattach.${name}`,
    title: say(`reattach.${name}`),
    group,
    shortcut,
    run,
  })
  useCommands([
    ...selectionCommands(readable, selected),
    command('accept', 'Enter', acceptByEnter),
    command('leave', 'S', () => onStep(1)),
    command('next', 'J', () => onStep(1)),
    command('previous', 'K', () => onStep(-1)),
    command('nextPlace', ']', () => turn(1)),
    command('previousPlace', '[', () => turn(-1)),
    { id: 'reattach.clear', title: say('reader.leave'), group, shortcut: 'Escape', run: () => selected.select(null) },
  ])
  const wish: Wish | null =
    chosen === null
      ? null
      : { ...chosen, own: stretch !== null, page: stretch === null ? (found?.candidates[tried]?.page ?? null) : null }
  return (
    <div className="reattach">
      <Comparison
        card={card}
        at={at}
        count={count}
        version={version}
        stood={found?.stood ?? null}
        wish={wish}
        tried={tried}
        places={found === undefined ? null : candidates.length}
        onTurn={turn}
        onStep={onStep}
        onAccept={() => void accept()}
      />
      <div
        className="reattach-scroller reader-scroller"
        role="region"
        aria-label={say('reattach.text', { title: titleOf(source) })}
        tabIndex={0}
      >
        <div ref={root} className="reader-column reader-text" lang={source.language || undefined}>
          <TextColumn
            text={text}
            blocks={blocks}
            pages={pages}
            highlights={noHighlights}
            unfolded
            onToggle={() => undefined}
          />
        </div>
      </div>
    </div>
  )
}
