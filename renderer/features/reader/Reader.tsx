import { useCallback, useMemo, useRef, useState } from 'react'
import type { SourceDetail } from '../../../shared/contract/sources.ts'
import type { TextRange } from '../../../shared/model/text-version.ts'
import { navigate } from '../../location.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { useWhyFixed } from '../../ui/fixed.ts'
import type { Act } from './acts.ts'
import { DocumentFoot } from './DocumentFoot.tsx'
import { DocumentHead } from './DocumentHead.tsx'
import { Draft } from './Draft.tsx'
import { announceHighlight } from './hands/spoken.ts'
import { useHands } from './hands/use-hands.tsx'
import { useSelectedStretch } from './hands/use-selected-stretch.ts'
import { isUnsettled, nextExcerpt, useHighlights } from './highlights.ts'
import { Margin } from './margin/Margin.tsx'
import { MarginFilterBar } from './margin/MarginFilterBar.tsx'
import { useFaded, useMarginFilter } from './margin/use-margin-filter.ts'
import { noMarks } from './marks.ts'
import { useCiteBeside } from './note/use-cite-beside.ts'
import { useNear, usePaint } from './page-hooks.ts'
import { BesidePages, usePages } from './pages/use-pages.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import type { Readable } from './stretches.ts'
import { TextColumn } from './TextColumn.tsx'
import { type PendingAct, useActing } from './use-acting.ts'
import { useChosen } from './use-chosen.ts'
import { useFind } from './use-find.tsx'
import { useMarks } from './use-marks.ts'
import { usePointed } from './use-pointed.ts'
import { useQuickTags } from './use-quick-tags.ts'
import { useReaderCommands } from './use-reader-commands.ts'
import { useRelating } from './use-relating.tsx'

type ReaderProps = { detail: SourceDetail; query: Record<string, string> }

const none: readonly TextRange[] = []

/** One source, open: its text with its highlights, and the margin with what rests on them. */
export const Reader = ({ detail, query }: ReaderProps) => {
  const { source, version } = detail
  const { text, blocks, pages } = version
  const whyFixed = useWhyFixed()
  const root = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  // Asked before they are needed: a fast typist presses the digit of a term right after C.
  useRead('terms.list', {})
  const marks = useMarks(source.id)
  const { placed, lost, highlights } = useHighlights(marks ?? noMarks)
  const [unfolded, setUnfolded] = useState(false)
  const unfold = useCallback(() => setUnfolded(true), [])
  const toggle = useCallback(() => setUnfolded(before => !before), [])
  const readable = useMemo<Readable>(
    () => ({
      text,
      blocks: unfolded ? blocks : blocks.filter(block => !block.apparatus),
      language: source.language,
    }),
    [text, blocks, unfolded, source.language],
  )

  const near = useNear(scroller, root)
  // What comes near the window is drawn then, and what was painted over its runs is painted again.
  const redraw = useMemo(() => ({ highlights, near }), [highlights, near])
  const [pending, setPending] = useState<PendingAct | null>(null)
  const selected = useSelectedStretch(root, readable, pending !== null, redraw)
  const chosen = useChosen({ root, query, placed: marks && placed, blocks, onUnfold: unfold })
  const { mark } = chosen
  const hands = useHands({ root, version, readable, selected, mark, isHeld: pending !== null, redraw })
  const { isAdjusting } = hands
  const acting = useActing({ version, placed, chosen, selected, isAdjusting, pending, onPending: setPending, scroller })
  const filtering = useMarginFilter(source.id, placed, query)
  useFaded(root, near, filtering, placed, redraw)
  const find = useFind({ source: source.id, root, near, redraw, onUnfold: unfold, blocks })
  usePaint(root, 'reader-chosen', useOne(hands.isMoving ? null : mark), redraw)
  usePaint(root, 'reader-target', useOne(chosen.target), redraw)
  usePaint(root, 'reader-draft', useOne(pending?.place ?? null), redraw)
  usePointed(root, placed)

  useQuickTags(acting.putTag)
  const relating = useRelating({ chosen, placeNow: acting.placeNow })
  useCiteBeside({
    placeNow: () => (pending === null ? acting.placeNow() : null),
    onCited: place => {
      if (place.excerpt === null) chosen.expect(place)
      selected.select(null)
    },
  })
  const act = (what: Act) => (what === 'relate' && relating.isWaiting ? relating.take() : acting.act(what))
  useReaderCommands({
    readable,
    selected,
    highlight: acting.highlight,
    act,
    find: find.open,
    toggleApparatus: toggle,
    step: direction => {
      const next = nextExcerpt(filtering.shown, chosen.mark ?? selected.stretch, direction)
      selected.select(null)
      chosen.show(next)
      announceHighlight(
        text,
        highlights.find(({ id }) => id === next?.id),
      )
    },
    leave: () => {
      if (pending !== null) acting.close()
      else if (find.isOpen) find.close()
      else if (relating.isWaiting) relating.cancel()
      else if (selected.stretch !== null) selected.select(null)
      else if (chosen.id !== null) chosen.choose(null)
      else selected.setCaret(false)
    },
    texts: () => navigate('texts', source.id),
    reattach: () => navigate('reattach', source.id),
    remove: () => {
      if (selected.stretch === null && chosen.mark !== null) acting.remove(chosen.mark.id)
    },
  })

  const draft = pending && {
    at: pending.place,
    card: <Draft {...pending} detail={detail} onDone={acting.finish} onClose={acting.close} />,
  }
  const canAct = selected.stretch !== null && !isAdjusting && pending === null && whyFixed === null
  const beside = usePages({
    ...{ detail, root, readable, highlights, selected },
    chosen: chosen.mark,
    onChoose: id => chosen.show(placed.find(one => one.id === id)),
    tools: canAct ? { highlight: acting.highlight, act } : null,
  })
  return (
    <BesidePages pages={beside}>
      <div className="reader">
        {find.bar}
        <div
          ref={scroller}
          className="reader-scroller"
          role="region"
          aria-label={say('reader.text', { title: source.title })}
          tabIndex={0}
        >
          <article className="reader-page">
            <div className="reader-column">
              <DocumentHead
                detail={detail}
                unsettled={marks?.ordered.filter(isUnsettled).length ?? 0}
                onPages={beside.toggle}
              />
              <div ref={root} className="reader-text" lang={source.language || undefined}>
                <TextColumn
                  text={text}
                  blocks={blocks}
                  pages={pages}
                  highlights={highlights}
                  near={near}
                  unfolded={unfolded}
                  onToggle={toggle}
                />
              </div>
              {hands.layer}
              <DocumentFoot version={version} lost={lost} />
            </div>
            <Margin
              root={root}
              scroller={scroller}
              version={version}
              marks={filtering.shown}
              names={(marks ?? noMarks).names}
              near={near}
              chosen={chosen.mark}
              onChoose={chosen.show}
              from={selected.stretch}
              draft={draft}
            >
              <MarginFilterBar placed={placed} filtering={filtering} />
            </Margin>
          </article>
        </div>
        {hands.bar}
        {relating.bar}
        {canAct && selected.stretch !== null && !beside.hasTools ? (
          <SelectionBar root={root} stretch={selected.stretch} onHighlight={acting.highlight} onAct={act} />
        ) : null}
      </div>
    </BesidePages>
  )
}

/** A list of the one stretch, the same for as long as that is. */
const useOne = (stretch: TextRange | null): readonly TextRange[] =>
  useMemo(() => (stretch === null ? none : [stretch]), [stretch])
