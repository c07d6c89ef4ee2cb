import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Briefing } from '../../../../shared/model/briefing.ts'
import { type JudgementId, judgementId } from '../../../../shared/model/id.ts'
import { useCommands } from '../../../commands.ts'
import { navigate } from '../../../location.ts'
import { useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import type { Aim, Part } from '../aim.ts'
import { drawPages } from './draw.ts'
import './pages.css'
import { FindBar, PreviewTools } from './PreviewTools.tsx'
import { pageStyle } from './page-style.ts'
import { aimAt, keepingPlace, markShown, partOf, partRead, sheetRead, showPart } from './places.ts'
import { forgetLayout, laySheets } from './sheets.ts'
import { useFind } from './use-find.ts'
import { nextZoom, useZoom } from './zoom.ts'

type PagePreviewProps = {
  briefing: Pick<Briefing, 'id' | 'title' | 'marking'>
  aim: Aim | null
  /** The part that stands where the analyst is at work: marked in the margin. */
  current: Part | null
  /** The analyst read on to another part. */
  onReach: (part: Part) => void
  /** The analyst pressed on a part: it is to be opened among the blocks. */
  onOpen: (part: Part, judgement: JudgementId | null) => void
}

/**
 * The briefing as it prints, page by page. The document is the same HTML that is printed; it stands in a shadow root
 * with its style sheet adopted, since the page's policy allows no style elements. Where the headings fall is where they
 * fall in print (test/journeys/briefing-pages.test.ts).
 */
export const PagePreview = ({ briefing, aim, current, onReach, onOpen }: PagePreviewProps) => {
  const { id, title, marking } = briefing
  const { value, refusal } = useRead('briefings.html', { id })
  const host = useRef<HTMLDivElement>(null)
  const [page, setPage] = useState({ at: 0, of: 0 })
  /** Where we have scrolled to ourselves: not a sign that the analyst read on. */
  const ours = useRef(-1)
  const { zoom, share, choose } = useZoom(host)
  const html = value?.html
  const find = useFind(host, html)
  const latest = useRef({ onReach, onOpen })
  latest.current = { onReach, onOpen }

  useLayoutEffect(() => {
    const pane = host.current
    if (pane === null || html === undefined) return
    const root = pane.shadowRoot ?? pane.attachShadow({ mode: 'open' })
    const furniture = {
      title,
      marking,
      pageOf: (at: number, pages: number) => say('briefings.pageOf', { page: at, pages }),
    }
    const lay = () => {
      const { pages } = laySheets(root, furniture)
      setPage(({ at }) => ({ at: Math.min(at, Math.max(0, pages - 1)), of: pages }))
    }
    keepingPlace(root, pane, () => {
      drawPages(root, html, pageStyle)
      lay()
    })
    ours.current = pane.scrollTop
    for (const quote of root.querySelectorAll<HTMLElement>('[data-excerpt]')) {
      quote.tabIndex = 0
      quote.role = 'link'
      quote.title = say('briefings.openPassage')
    }
    // Faces that this text is the first to use change where it breaks.
    if (document.fonts.status === 'loaded') return
    let isCurrent = true
    void document.fonts.ready.then(() => {
      if (!isCurrent) return
      for (const flow of root.children) forgetLayout(flow)
      lay()
    })
    return () => {
      isCurrent = false
    }
  }, [html, title, marking])

  // Another size of the sheets has other distances; what stands on which page does not change.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `share` is the size.
  useLayoutEffect(() => {
    const [pane, root] = [host.current, host.current?.shadowRoot]
    if (!pane || !root) return
    ours.current = pane.scrollTop
  }, [share])

  useEffect(() => {
    const root = host.current?.shadowRoot
    if (html === undefined || !root) return
    const follow = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== 'Enter') return
      const target = event.target instanceof Element ? event.target : null
      const quote = target?.closest<HTMLElement>('[data-excerpt]')
      const link = target?.closest('a')
      if (quote) navigate('reader', quote.dataset.source, { excerpt: quote.dataset.excerpt ?? '' })
      else if (link) {
        event.preventDefault()
        aimAt(root, root.getElementById(decodeURIComponent(link.hash.slice(1))))
      } else if (event instanceof MouseEvent && document.getSelection()?.isCollapsed !== false) {
        const part = target?.closest('.cover, [data-block]')
        const judgement = target?.closest<HTMLElement>('[data-judgement]')?.dataset.judgement
        if (part) latest.current.onOpen(partOf(part), judgementId.safeParse(judgement).data ?? null)
      }
    }
    root.addEventListener('click', follow)
    root.addEventListener('keydown', follow)
    return () => {
      root.removeEventListener('click', follow)
      root.removeEventListener('keydown', follow)
    }
  }, [html])

  useEffect(() => {
    const pane = host.current
    if (pane === null) return
    let frame = 0
    const read = () => {
      frame = 0
      const root = pane.shadowRoot
      if (!root) return
      const at = sheetRead(root, pane)
      setPage(now => (now.at === at ? now : { ...now, at }))
      if (Math.abs(pane.scrollTop - ours.current) < 2) return
      ours.current = -1
      const part = partRead(root, pane)
      if (part) latest.current.onReach(partOf(part))
    }
    const scrolled = () => {
      if (frame === 0) frame = requestAnimationFrame(read)
    }
    pane.addEventListener('scroll', scrolled)
    return () => {
      cancelAnimationFrame(frame)
      pane.removeEventListener('scroll', scrolled)
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a part that was drawn anew is marked anew.
  useEffect(() => {
    const root = host.current?.shadowRoot
    if (root) markShown(root, current)
  }, [current, html])

  // What is aimed at may be on its way: a block just added is shown as soon as it stands on a page.
  const shown = useRef<Aim | null>(null)
  useEffect(() => {
    const [pane, root] = [host.current, host.current?.shadowRoot]
    if (html === undefined || !pane || !root || aim === null || shown.current === aim) return
    if (!aim.show) {
      shown.current = aim
      return
    }
    const target =
      aim.judgement === null ? null : root.querySelector<HTMLElement>(`[data-judgement="${aim.judgement}"]`)
    if (target) aimAt(root, target)
    else if (!showPart(root, pane, aim.part)) return
    shown.current = aim
    ours.current = pane.scrollTop
  }, [aim, html])

  const goTo = (number: number) => {
    const pane = host.current
    const sheet = pane?.shadowRoot?.querySelectorAll('.sheet')[number - 1]
    if (!pane || !sheet) return
    const [box, frame] = [sheet.getBoundingClientRect(), pane.getBoundingClientRect()]
    pane.scrollTop += box.top - frame.top - 16
    pane.scrollLeft += box.left < frame.left || box.right > frame.right ? box.left - frame.left - 16 : 0
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return
    if (event.key === 'PageDown') goTo(Math.min(page.of, page.at + 2))
    else if (event.key === 'PageUp') goTo(Math.max(1, page.at))
    else if (event.key === '+') choose(nextZoom(share, 1))
    else if (event.key === '-') choose(nextZoom(share, -1))
    else if (event.key === '0') choose('fit')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  useCommands([
    {
      id: 'briefings.find',
      title: say('briefings.find'),
      group: say('shell.briefings'),
      shortcut: 'Mod+F',
      run: find.open,
    },
  ])
  if (refusal) return <EmptyState sentence={refusal.message} />
  return (
    <div className="preview">
      <PreviewTools
        page={page.at + 1}
        pages={page.of}
        onPage={goTo}
        zoom={zoom}
        share={share}
        onZoom={choose}
        onFind={find.open}
      />
      {find.isOpen ? (
        <FindBar
          turn={find.turn}
          words={find.words}
          count={find.count}
          current={find.current}
          onWords={find.type}
          onStep={find.step}
          onClose={find.close}
        />
      ) : null}
      <div
        ref={host}
        className="briefings-pages"
        role="document"
        tabIndex={0}
        aria-label={say('briefings.preview')}
        onKeyDown={press}
      />
    </div>
  )
}
