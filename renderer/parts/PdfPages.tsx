import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { type DrawnPdf, openDrawnPdf } from './pdf-drawing.ts'
import './pdf-pages.css'

/** The pages of a PDF as pictures, one at a time. `first` is the page to begin with, from 1. */
export const PdfPages = ({ bytes, first = 1 }: { bytes: Uint8Array; first?: number }) => {
  const [pdf, setPdf] = useState<DrawnPdf | null>(null)
  const [fault, setFault] = useState(false)
  const [page, setPage] = useState(first)
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let open: DrawnPdf | null = null
    let left = false
    openDrawnPdf(bytes).then(
      opened => {
        open = opened
        if (left) opened.close()
        else setPdf(opened)
      },
      () => setFault(true),
    )
    return () => {
      left = true
      open?.close()
    }
  }, [bytes])
  useEffect(() => {
    if (pdf && canvas.current) drawInto(pdf, page, canvas.current).catch(() => setFault(true))
  }, [pdf, page])
  if (fault) return <p className="refusal">{say('pdf.undrawable')}</p>
  const count = pdf?.pages ?? 0
  const go = (to: number) => setPage(Math.min(Math.max(to, 1), Math.max(count, 1)))
  const steps: Record<string, number> = { PageDown: page + 1, PageUp: page - 1, Home: 1, End: count }
  const byKey = (event: KeyboardEvent) => {
    const to = steps[event.key]
    if (to === undefined) return
    event.preventDefault()
    go(to)
  }
  return (
    <section className="pdf-pages" aria-label={say('pdf.pages')} onKeyDown={byKey}>
      <div className="pdf-pages-steps">
        <Button
          iconOnly
          icon={<ChevronLeft size={16} />}
          label={say('pdf.pageBefore')}
          disabled={page <= 1}
          onClick={() => go(page - 1)}
        />
        <span className="small numeric" aria-live="polite">
          {pdf ? say('pdf.page', { page, count }) : say('pdf.opening')}
        </span>
        <Button
          iconOnly
          icon={<ChevronRight size={16} />}
          label={say('pdf.pageAfter')}
          disabled={page >= count}
          onClick={() => go(page + 1)}
        />
      </div>
      <section className="pdf-pages-sheet" tabIndex={0} aria-label={say('pdf.sheet')}>
        <canvas ref={canvas} role="img" aria-label={say('pdf.page', { page, count })} />
      </section>
    </section>
  )
}

/** As wide as the place it has, sharp on the screen it is shown on. */
async function drawInto(pdf: DrawnPdf, page: number, canvas: HTMLCanvasElement) {
  const room = (canvas.parentElement?.clientWidth ?? 800) * (window.devicePixelRatio || 1)
  await pdf.draw(page, canvas, Math.min(room / (await pdf.sizeOf(page)).width, 4))
}
