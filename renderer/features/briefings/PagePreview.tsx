import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Briefing } from '../../../shared/model/briefing.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { flowsOf, pageStyle } from './pages.ts'

type PagePreviewProps = { id: Briefing['id']; shown: number | null; onShown: () => void }

/**
 * The briefing as it prints, page by page. The document is the same HTML that is printed; it stands in a shadow root
 * with its style sheet adopted, since the page's policy allows no style elements, and is cut into pages by the
 * engine's own column fragmentation, which obeys the same break rules as print.
 */
export const PagePreview = ({ id, shown, onShown }: PagePreviewProps) => {
  const { value, refusal } = useRead('briefings.html', { id })
  const host = useRef<HTMLDivElement>(null)
  const [ready, setReady] = useState(0)
  const html = value?.html

  useLayoutEffect(() => {
    const element = host.current
    if (element === null || html === undefined) return
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    // Taken out before parsing: the policy of the page would report the style element even in a document that is never shown.
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? []
    const printed = new DOMParser().parseFromString(html.replace(`<style>${style}</style>`, ''), 'text/html')
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
    const paging = new CSSStyleSheet()
    paging.replaceSync(pageStyle)
    root.adoptedStyleSheets = [sheet, paging]
    root.replaceChildren(...flowsOf(printed, document))
    setReady(count => count + 1)
  }, [html])

  // The number of pages of a flow is known once its fonts have loaded and its columns are laid out.
  useEffect(() => {
    const root = host.current?.shadowRoot
    if (ready === 0 || !root) return
    const count = () => {
      for (const flow of root.querySelectorAll<HTMLElement>('.flow')) {
        const text = flow.querySelector<HTMLElement>('.flow-text')
        if (text === null) continue
        const page = Number.parseFloat(getComputedStyle(text).columnWidth)
        const gap = Number.parseFloat(getComputedStyle(text).columnGap)
        flow.style.setProperty('--pages', String(Math.max(1, Math.round((text.scrollWidth + gap) / (page + gap)))))
      }
    }
    void document.fonts.ready.then(count)
    const follow = (event: Event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (link === null) return
      event.preventDefault()
      root
        .getElementById((link.getAttribute('href') ?? '').slice(1))
        ?.scrollIntoView({ block: 'center', inline: 'center' })
    }
    root.addEventListener('click', follow)
    return () => root.removeEventListener('click', follow)
  }, [ready])

  useEffect(() => {
    if (shown === null) return
    host.current?.shadowRoot
      ?.getElementById(`section-${shown + 1}`)
      ?.scrollIntoView({ block: 'start', inline: 'start' })
    onShown()
  }, [shown, onShown])

  if (refusal) return <EmptyState sentence={refusal.message} />
  return (
    <div ref={host} className="briefings-pages" role="document" tabIndex={0} aria-label={say('briefings.preview')} />
  )
}
