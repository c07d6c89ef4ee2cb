import { MoveHorizontal, X, ZoomIn, ZoomOut } from 'lucide-react'
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { TextRange, TextVersion } from '../../../../shared/model/text-version.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import type { Ends, Selected } from '../hands/use-selected-stretch.ts'
import type { Highlight } from '../runs.ts'
import type { Readable } from '../stretches.ts'
import { PageSheet, pageTitle } from './PageSheet.tsx'
import {
  layoutOf,
  nextZoom,
  type PageLayout,
  type PagePlace,
  pageGap,
  pagesBetween,
  placeAt,
  printed,
  topOf,
} from './page-layout.ts'
import { shownPage, useInStep } from './use-in-step.ts'
import type { Original } from './use-original.ts'
import { usePagePress } from './use-page-press.ts'
import './pages.css'

export type PagesPaneProps = {
  title: string
  version: TextVersion
  original: Original
  root: RefObject<HTMLElement | null>
  frame: RefObject<HTMLDivElement | null>
  readable: Readable
  highlights: readonly Highlight[]
  chosen: (TextRange & { id: string }) | null
  selected: Selected
  onChoose: (id: string | null) => void
  onSelected: (ends: Ends) => void
  onClose: () => void
  /** What can be done with words that were selected here. */
  children: ReactNode
}

const zoomKey = 'reader-pages-zoom'

/** The scale that the analyst chose, kept as a habit; null fits the pages to the width. */
const keptZoom = (): number | null => Number(localStorage.getItem(zoomKey)) || null

/** The pages of the document that the text came of, with its highlights, kept in step with the text. */
export const PagesPane = (props: PagesPaneProps) => {
  const { title, version, original, root, frame, readable, highlights, chosen, selected, onChoose, onClose } = props
  const { pdf, sizes, places } = original
  const [view, setView] = useState({ top: 0, width: 0, height: 0 })
  const [zoom, setZoom] = useState(keptZoom)
  const layout = useMemo(() => layoutOf(sizes, scaleOf(sizes, zoom, view.width)), [sizes, zoom, view.width])

  useView(frame, setView)
  const anchor = useAnchor(frame, layout)
  useInStep({ root, frame, readable, pages: version.pages, places, layout })
  usePagePress({
    ...{ frame, layout, places, readable, selected, highlights, onChoose },
    chosen: chosen?.id ?? null,
    onSelected: props.onSelected,
  })
  useChosenInView(frame, props, layout)

  const change = (next: number | null) => {
    setZoom(next)
    localStorage.setItem(zoomKey, String(next ?? ''))
  }
  const zoomNow = layout.scale / printed
  const page = shownPage(layout, view.top, view.height)
  const go = (to: number) => {
    const at = Math.min(Math.max(to, 0), sizes.length - 1)
    if (frame.current) frame.current.scrollTop = (layout.tops[at] ?? 0) - pageGap / 2
  }
  const scrollTop = () => frame.current?.scrollTop ?? 0
  const byKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { key } = event
    if (key === 'PageDown') go(placeAt(layout, scrollTop() + pageGap).page + 1)
    else if (key === 'PageUp') go(placeAt(layout, scrollTop() - pageGap).page)
    else if (key === 'Home') go(0)
    else if (key === 'End') go(sizes.length - 1)
    else if (key === '+') change(nextZoom(zoomNow, 1))
    else if (key === '-') change(nextZoom(zoomNow, -1))
    else if (key === '0') change(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const near = pagesBetween(layout, view.top - view.height / 2, view.top + view.height * 1.5)
  const choose = useCallback((id: string) => onChoose(id), [onChoose])
  const count = sizes.length
  return (
    <section className="pages" aria-label={say('pages.name', { title })}>
      <div className="pages-bar">
        <GoTo key={page} page={page} count={count} onGo={go} />
        <span className="pages-status small muted" role="status">
          {count > 0 ? whereWords(original) : ''}
        </span>
        <Button
          iconOnly
          look="quiet"
          icon={<ZoomOut size={16} />}
          label={say('pages.smaller')}
          aria-keyshortcuts="-"
          onClick={() => change(nextZoom(zoomNow, -1))}
        />
        <Button
          iconOnly
          look="quiet"
          icon={<ZoomIn size={16} />}
          label={say('pages.larger')}
          aria-keyshortcuts="+"
          onClick={() => change(nextZoom(zoomNow, 1))}
        />
        <Button
          iconOnly
          look="quiet"
          icon={<MoveHorizontal size={16} />}
          label={say('pages.fit')}
          aria-keyshortcuts="0"
          aria-pressed={zoom === null}
          onClick={() => change(null)}
        />
        <Button iconOnly look="quiet" icon={<X size={16} />} label={say('pages.close')} onClick={onClose} />
      </div>
      <div
        ref={frame}
        className="pages-frame"
        role="region"
        aria-label={say('pages.sheets')}
        tabIndex={0}
        onKeyDown={byKey}
        onScroll={anchor}
      >
        {original.fault !== null ? (
          <p className="pages-fault refusal">{say('pages.fault', { reason: original.fault })}</p>
        ) : pdf === null ? (
          <p className="pages-fault muted">{say('pages.opening')}</p>
        ) : (
          <div className="pages-stack" style={{ height: layout.height, width: Math.max(layout.width, view.width) }}>
            {sizes.slice(near.from, near.to).map(({ width, height }, index) => {
              const at = near.from + index
              return (
                <PageSheet
                  key={at}
                  pdf={pdf}
                  page={at}
                  name={pageTitle(version.pages[at]?.label ?? '', at, count)}
                  top={layout.tops[at] ?? 0}
                  width={width * layout.scale}
                  height={height * layout.scale}
                  scale={layout.scale}
                  places={places}
                  highlights={highlights}
                  chosen={chosen?.id ?? null}
                  selected={selected.stretch}
                  onChoose={choose}
                />
              )
            })}
          </div>
        )}
      </div>
      {props.children}
    </section>
  )
}

const whereWords = ({ places, placesFault }: Original): string => {
  if (placesFault !== null) return say('pages.unfound', { reason: placesFault })
  return places === null ? say('pages.finding') : ''
}

/** Pixels for a point. Fitted, the widest page has the width; the first says how wide that is until all are known. */
const scaleOf = (sizes: Original['sizes'], zoom: number | null, width: number): number => {
  if (zoom !== null) return zoom * printed
  const widest = sizes.reduce((most, size) => Math.max(most, size.width), 0)
  return widest === 0 || width === 0 ? printed : Math.max(0.1, (width - 2 * pageGap) / widest)
}

const useView = (
  frame: RefObject<HTMLElement | null>,
  onView: (view: { top: number; width: number; height: number }) => void,
) => {
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    let asked = 0
    const look = () => onView({ top: element.scrollTop, width: element.clientWidth, height: element.clientHeight })
    const scroll = () => {
      cancelAnimationFrame(asked)
      asked = requestAnimationFrame(look)
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', scroll, { passive: true })
    return () => {
      cancelAnimationFrame(asked)
      observer.disconnect()
      element.removeEventListener('scroll', scroll)
    }
  }, [frame, onView])
}

/** Whatever becomes of the layout, the place at the upper edge stays there. Gives what is to be called after scrolling. */
const useAnchor = (frame: RefObject<HTMLElement | null>, layout: PageLayout): (() => void) => {
  const place = useRef<PagePlace>({ page: 0, y: 0 })
  const drawn = useRef(layout)
  useLayoutEffect(() => {
    if (drawn.current !== layout && frame.current && frame.current.scrollTop > 0)
      frame.current.scrollTop = topOf(layout, place.current)
    drawn.current = layout
  }, [frame, layout])
  return useCallback(() => {
    if (frame.current) place.current = placeAt(drawn.current, frame.current.scrollTop)
  }, [frame])
}

/** Brings the chosen excerpt into view on its page. */
const useChosenInView = (
  frame: RefObject<HTMLElement | null>,
  { chosen, original }: PagesPaneProps,
  layout: PageLayout,
) => {
  const latest = useRef(layout)
  latest.current = layout
  const start = chosen?.start ?? null
  const { places } = original
  useLayoutEffect(() => {
    if (start === null || places === null) return
    // After the two panes have come into step.
    const asked = requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const [element, box] = [frame.current, places.boxFrom(start)]
        if (!element || !box) return
        const top = topOf(latest.current, { page: box.page, y: box.top })
        const isSeen = top > element.scrollTop + pageGap && top < element.scrollTop + element.clientHeight - 3 * pageGap
        if (!isSeen) element.scrollTop = top - element.clientHeight / 3
      }),
    )
    return () => cancelAnimationFrame(asked)
  }, [frame, start, places])
}

/** The page that is shown, and where to go by its number. */
const GoTo = ({ page, count, onGo }: { page: number; count: number; onGo: (page: number) => void }) => (
  <form
    className="pages-go"
    onSubmit={event => {
      event.preventDefault()
      const wished = Number(new FormData(event.currentTarget).get('page'))
      if (Number.isInteger(wished) && wished >= 1) onGo(wished - 1)
    }}
  >
    <input
      className="input"
      name="page"
      inputMode="numeric"
      autoComplete="off"
      aria-label={say('pages.go')}
      defaultValue={count > 0 ? page + 1 : ''}
      disabled={count === 0}
      onFocus={event => event.currentTarget.select()}
    />
    <span className="small muted numeric">{count > 0 ? say('pages.of', { count }) : ''}</span>
  </form>
)
