import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ExcerptCard } from '../../../shared/contract/excerpts.ts'
import type { SourceDetail } from '../../../shared/contract/sources.ts'
import type { HighlightColour } from '../../../shared/model/excerpt.ts'
import type { TextRange, TextVersion } from '../../../shared/model/text-version.ts'
import { isOnlyPictures } from '../../../shared/rules/pages.ts'
import { addressOf, navigate } from '../../location.ts'
import { notify } from '../../notices.ts'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useWhyFixed } from '../../ui/fixed.ts'
import type { Act } from './acts.ts'
import { ClaimDraft } from './ClaimDraft.tsx'
import { CorrectionDraft } from './CorrectionDraft.tsx'
import { DocumentHead } from './DocumentHead.tsx'
import { isUnsettled, nextExcerpt, useExcerpts } from './highlights.ts'
import { Margin } from './Margin.tsx'
import { NoteDraft } from './NoteDraft.tsx'
import { reveal, useNear, usePaint, useSelectedStretch } from './page-hooks.ts'
import { type Place, passageOf } from './place.ts'
import { RiskDraft } from './RiskDraft.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import type { Readable } from './stretches.ts'
import { TagDraft } from './TagDraft.tsx'
import { TextColumn } from './TextColumn.tsx'
import { useFind } from './use-find.tsx'
import { useReaderCommands } from './use-reader-commands.ts'

type ReaderProps = { detail: SourceDetail; query: Record<string, string> }

const none: readonly TextRange[] = []

/** One source, open: its text with its highlights, and the margin with what rests on them. */
export const Reader = ({ detail, query }: ReaderProps) => {
  const { source, version } = detail
  const { text, blocks, pages } = version
  const whyFixed = useWhyFixed()
  const root = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const { value: cards } = useRead('excerpts.list', { source: source.id })
  // Asked before they are needed: a fast typist presses the digit of a term right after C.
  useRead('terms.list', {})
  const { placed, lost, highlights } = useExcerpts(cards)
  const [chosen, setChosen] = useState<string | null>(query.excerpt ?? null)
  const [unfolded, setUnfolded] = useState(false)
  const [colour, setColour] = useState<HighlightColour>('straw')
  const [draft, setDraft] = useState<{ act: Act; place: Place } | null>(null)
  const [awaited, setAwaited] = useState<TextRange | null>(null)
  const toggle = useCallback(() => setUnfolded(before => !before), [])

  const readable = useMemo<Readable>(
    () => ({
      text,
      blocks: unfolded ? blocks : blocks.filter(block => !block.apparatus),
      language: source.language,
    }),
    [text, blocks, unfolded, source.language],
  )
  const selected = useSelectedStretch(root, readable, draft !== null, highlights)
  const near = useNear(scroller, root)
  const find = useFind({ text, root, near, redraw: highlights, onUnfold: () => setUnfolded(true), blocks })

  const card = placed.find(one => one.id === chosen) ?? null
  const target = useMemo<TextRange | null>(() => targetOf(query), [query])
  usePaint(
    root,
    'reader-chosen',
    useMemo(() => (card === null ? none : [card.anchor]), [card]),
    highlights,
  )
  usePaint(
    root,
    'reader-target',
    useMemo(() => (target === null ? none : [target]), [target]),
    highlights,
  )
  usePaint(
    root,
    'reader-draft',
    useMemo(() => (draft === null ? none : [draft.place]), [draft]),
    highlights,
  )

  // Where the address leads: to an excerpt, or to a stretch that a search found.
  const wanted = query.excerpt
  const arrived = useRef<unknown>(null)
  const known = cards !== undefined
  useEffect(() => {
    if (!known || arrived.current === query || root.current === null) return
    arrived.current = query
    const excerpt = placed.find(one => one.id === wanted)
    if (excerpt) setChosen(excerpt.id)
    const place = excerpt?.anchor ?? target
    if (!place) return
    if (blocks.some(block => block.apparatus && block.start < place.end && block.end > place.start)) setUnfolded(true)
    const frame = requestAnimationFrame(() => root.current && reveal(root.current, place, 'middle'))
    return () => cancelAnimationFrame(frame)
  }, [known, placed, query, wanted, target, blocks])

  // An excerpt that an operation made in passing is known by its place, once the reader has been told of it.
  useEffect(() => {
    const made = awaited && placed.find(one => one.anchor.start === awaited.start && one.anchor.end === awaited.end)
    if (!made) return
    setChosen(made.id)
    setAwaited(null)
  }, [awaited, placed])

  const choose = useCallback((excerpt: ExcerptCard | undefined) => {
    setChosen(excerpt?.id ?? null)
    if (excerpt && root.current) reveal(root.current, excerpt.anchor)
  }, [])

  // A press on marked words chooses their excerpt; pressed again, the one beneath it.
  useEffect(() => {
    const element = root.current
    const press = (event: MouseEvent) => {
      if (!document.getSelection()?.isCollapsed || !(event.target instanceof Element)) return
      const ids: string[] = []
      for (let mark = event.target.closest('mark'); mark; mark = mark.parentElement?.closest('mark') ?? null) {
        if (mark.dataset.excerpt) ids.push(mark.dataset.excerpt)
      }
      setChosen(before => ids[(ids.indexOf(before ?? '') + 1) % ids.length] ?? null)
    }
    element?.addEventListener('click', press)
    return () => element?.removeEventListener('click', press)
  }, [])

  /** What an action is about: the selected words, else the chosen excerpt. */
  const placeNow = (): Place | null => {
    const stretch = selected.stretch ?? card?.anchor ?? null
    if (stretch === null) return null
    const { start, end } = stretch
    const excerpt = placed.find(one => one.anchor.start === start && one.anchor.end === end) ?? null
    return { source: source.id, textVersion: version.id, start, end, colour, excerpt }
  }
  const highlight = async (wish: HighlightColour = colour) => {
    if (draft !== null) return
    const place = placeNow()
    setColour(wish)
    if (place === null) return
    if (place.excerpt !== null) {
      await perform('excerpts.update', { id: place.excerpt.id, patch: { colour: wish } })
      setChosen(place.excerpt.id)
      return
    }
    const made = await perform('excerpts.create', { ...passageOf(place), colour: wish })
    if (made.ok) setChosen(made.value.id)
  }
  const act = (what: Act) => {
    if (whyFixed !== null) return notify({ tone: 'problem', text: whyFixed })
    const place = placeNow()
    if (place !== null && draft === null) setDraft({ act: what, place })
  }
  const finish = (excerpt: string | null) => {
    setAwaited(excerpt === null ? (draft?.place ?? null) : null)
    setDraft(null)
    selected.select(null)
    if (excerpt !== null) setChosen(excerpt)
    scroller.current?.focus({ preventScroll: true })
  }
  const close = () => {
    setDraft(null)
    scroller.current?.focus({ preventScroll: true })
  }
  useReaderCommands({
    readable,
    selected,
    highlight: wish => void highlight(wish),
    act,
    find: find.open,
    toggleApparatus: toggle,
    step: direction => {
      selected.select(null)
      choose(nextExcerpt(placed, card?.anchor ?? selected.stretch, direction))
    },
    leave: () => {
      if (draft !== null) close()
      else if (find.isOpen) find.close()
      else if (selected.stretch !== null) selected.select(null)
      else setChosen(null)
    },
    texts: () => navigate('texts', source.id),
    reattach: () => navigate('reattach', source.id),
    remove: () => {
      if (selected.stretch === null && card !== null) void perform('excerpts.remove', { ids: [card.id] })
    },
  })

  const nearCards = useMemo(
    () => placed.filter(one => (one.anchor.start < near.end && one.anchor.end > near.start) || one.id === chosen),
    [placed, near, chosen],
  )
  const drafting = draft && {
    at: draft.place,
    card: drawDraft({ ...draft, detail, onDone: finish, onClose: close }),
  }
  return (
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
            <DocumentHead detail={detail} unsettled={(cards ?? []).filter(isUnsettled).length} />
            <div ref={root} className="reader-text" lang={source.language || undefined}>
              <TextColumn
                text={text}
                blocks={blocks}
                pages={pages}
                highlights={highlights}
                unfolded={unfolded}
                onToggle={toggle}
              />
            </div>
            {isOnlyPictures(version) ? <OnlyPictures version={version} /> : null}
            <Lost source={source.id} cards={lost} />
          </div>
          <Margin
            root={root}
            scroller={scroller}
            cards={nearCards}
            pages={pages}
            chosen={chosen}
            onChoose={id => choose(placed.find(one => one.id === id))}
            draft={drafting}
          />
        </article>
      </div>
      {selected.stretch === null || draft !== null || whyFixed !== null ? null : (
        <SelectionBar root={root} stretch={selected.stretch} onHighlight={wish => void highlight(wish)} onAct={act} />
      )}
    </div>
  )
}

/** There is nothing to read in a scan; the library shows its pages. */
const OnlyPictures = ({ version: { id, source, pages } }: { version: TextVersion }) => (
  <EmptyState sentence={say('reader.onlyPictures', { count: pages.length })}>
    <Button
      look="primary"
      label={say('reader.goOriginal')}
      onClick={() => navigate('sources', source, { original: id })}
    />
  </EmptyState>
)

const targetOf = (query: Record<string, string>): TextRange | null => {
  const [start, end] = [Number(query.start ?? Number.NaN), Number(query.end ?? Number.NaN)]
  return start < end ? { start, end } : null
}

type DraftProps = {
  act: Act
  place: Place
  detail: SourceDetail
  onDone: (excerpt: string | null) => void
  onClose: () => void
}

const drawDraft = ({ act, place, detail, onDone, onClose }: DraftProps) => {
  const done = () => onDone(place.excerpt?.id ?? null)
  if (act === 'risk') return <RiskDraft place={place} onDone={done} onClose={onClose} />
  if (act === 'note') return <NoteDraft place={place} onDone={done} onClose={onClose} />
  if (act === 'tag') return <TagDraft place={place} onDone={done} onClose={onClose} />
  const { text, blocks } = detail.version
  if (act === 'correct') {
    const words = text.slice(place.start, place.end)
    return <CorrectionDraft place={place} words={words} onClose={onClose} />
  }
  const around = blocks.filter(block => block.start < place.end && block.end > place.start)
  const context = text.slice(around[0]?.start ?? place.start, around.at(-1)?.end ?? place.end)
  return (
    <ClaimDraft
      source={detail.source}
      place={place}
      words={text.slice(place.start, place.end)}
      context={context}
      onDone={onDone}
      onClose={onClose}
    />
  )
}

/** Passages of an earlier version that this one does not have: kept, never dropped. */
const Lost = ({ source, cards }: { source: string; cards: readonly ExcerptCard[] }) =>
  cards.length === 0 ? null : (
    <details className="reader-lost">
      <summary>{say('reader.lost', { count: cards.length })}</summary>
      {cards.map(card => (
        <p key={card.id} className="quote">
          <a href={addressOf('reattach', source, { excerpt: card.id })}>{card.anchor.exact}</a>
        </p>
      ))}
    </details>
  )
