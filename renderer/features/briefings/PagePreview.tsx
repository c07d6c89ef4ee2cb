import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Briefing } from '../../../shared/model/briefing.ts'
import { navigate } from '../../location.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { flowsOf, laySheets, pageStyle } from './pages.ts'

const millimetre = 96 / 25.4
const widest = 1.25
const edge = 24

/** How much a sheet is scaled so that it fills the width of the pane. */
const zoomFor = (pane: number, sheetWidth: number) => Math.min(widest, (pane - 2 * edge) / (sheetWidth * millimetre))

type PagePreviewProps = {
  briefing: Pick<Briefing, 'id' | 'title' | 'marking'>
  /** The block to show, counted from 0; a new object asks again. */
  aim: { block: number } | null
}

/**
 * The briefing as it prints, page by page. The document is the same HTML that is printed; it stands in a shadow root
 * with its style sheet adopted, since the page's policy allows no style elements.
 */
export const PagePreview = ({ briefing, aim }: PagePreviewProps) => {
  const { id, title, marking } = briefing
  const { value, refusal } = useRead('briefings.html', { id })
  const host = useRef<HTMLDivElement>(null)
  const html = value?.html

  useLayoutEffect(() => {
    const element = host.current
    if (element === null || html === undefined) return
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    // Taken out before parsing: the policy of the page would report the style element even in a document that is never shown.
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? []
    const printed = new DOMParser().parseFromString(html.replace(`<style>${style}</style>`, ''), 'text/html')
    const sheets = [style, pageStyle].map(text => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(text)
      return sheet
    })
    root.adoptedStyleSheets = sheets
    const place = element.scrollTop
    root.replaceChildren(...flowsOf(printed, document))
    const lay = () =>
      laySheets(root, { title, marking, pageOf: (page, pages) => say('briefings.pageOf', { page, pages }) })
    lay()
    element.scrollTop = place
    // Faces that this text is the first to use change where it breaks.
    let current = true
    void document.fonts.ready.then(() => current && lay())
    return () => {
      current = false
    }
  }, [html, title, marking])

  useLayoutEffect(() => {
    const element = host.current
    if (element === null) return
    const scale = () => {
      element.style.setProperty('--zoom', zoomFor(element.clientWidth, 210).toFixed(3))
      element.style.setProperty('--wide-zoom', zoomFor(element.clientWidth, 297).toFixed(3))
    }
    const watch = new ResizeObserver(scale)
    watch.observe(element)
    scale()
    return () => watch.disconnect()
  }, [])

  useEffect(() => {
    const root = host.current?.shadowRoot
    if (html === undefined || !root) return
    for (const quote of root.querySelectorAll<HTMLElement>('[data-excerpt]')) {
      quote.tabIndex = 0
      quote.role = 'link'
      quote.title = say('briefings.openPassage')
    }
    const follow = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== 'Enter') return
      const target = event.target instanceof Element ? event.target : null
      const quote = target?.closest<HTMLElement>('[data-excerpt]')
      const link = target?.closest('a')
      if (quote) navigate('reader', quote.dataset.source, { excerpt: quote.dataset.excerpt ?? '' })
      else if (link) {
        event.preventDefault()
        aimAt(root, decodeURIComponent(link.hash.slice(1)))
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
    const root = host.current?.shadowRoot
    if (aim && root) aimAt(root, `section-${aim.block + 1}`)
  }, [aim])

  if (refusal) return <EmptyState sentence={refusal.message} />
  return (
    <div ref={host} className="briefings-pages" role="document" tabIndex={0} aria-label={say('briefings.preview')} />
  )
}

/** Brings a place of the preview into view and marks it until the next one is wanted. */
const aimAt = (root: ShadowRoot, id: string) => {
  root.querySelector('.aimed')?.classList.remove('aimed')
  const target = root.getElementById(id)
  target?.classList.add('aimed')
  target?.scrollIntoView({ block: target.localName === 'h2' ? 'start' : 'center', inline: 'center' })
}
