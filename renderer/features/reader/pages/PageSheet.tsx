import { memo, useEffect, useMemo, useRef, useState } from 'react'
import type { TextRange } from '../../../../shared/model/text-version.ts'
import type { DrawnPdf } from '../../../parts/pdf-drawing.ts'
import type { PageBox, TextPlaces } from '../../../parts/text-places.ts'
import { say } from '../../../say.ts'
import type { Highlight } from '../runs.ts'

type PageSheetProps = {
  pdf: DrawnPdf
  /** From 0. */
  page: number
  name: string
  top: number
  width: number
  height: number
  scale: number
  places: TextPlaces | null
  highlights: readonly Highlight[]
  chosen: string | null
  selected: TextRange | null
  onChoose: (id: string) => void
}

/** One page as it looks, with the boxes of its highlights. The list says where it stands. */
export const PageSheet = memo((props: PageSheetProps) => {
  const { pdf, page, name, top, width, height, scale, places, highlights, chosen, selected, onChoose } = props
  const picture = useRef<HTMLDivElement>(null)
  const [undrawn, setUndrawn] = useState(false)
  useEffect(() => {
    const stop = new AbortController()
    drawn(pdf, page + 1, scale, stop.signal).then(
      canvas => {
        if (stop.signal.aborted) return
        picture.current?.replaceChildren(canvas)
        setUndrawn(false)
      },
      () => {
        if (!stop.signal.aborted) setUndrawn(true)
      },
    )
    return () => stop.abort()
  }, [pdf, page, scale])

  const boxes = useMemo(
    () => highlights.map(one => ({ highlight: one, boxes: places === null ? [] : boxesOn(places, page, one) })),
    [places, page, highlights],
  )
  const selection = useMemo(
    () => (places === null || selected === null ? [] : boxesOn(places, page, selected)),
    [places, page, selected],
  )
  return (
    <div className="pages-sheet" data-page={page} style={{ top, width, height }}>
      <div ref={picture} className="pages-picture" role="img" aria-label={name} />
      {undrawn ? <p className="pages-undrawn">{say('pages.undrawn')}</p> : null}
      {boxes.map(({ highlight, boxes: own }) =>
        own.map((box, index) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: the boxes of one highlight follow each other as its lines do.
            key={`${highlight.id} ${index}`}
            type="button"
            // By key highlights are walked in the text; a box is for those who point, and for those who read the page out.
            tabIndex={-1}
            className={`pages-box reader-${highlight.colour}${highlight.id === chosen ? ' chosen' : ''}`}
            style={styleOf(box, scale)}
            aria-hidden={index > 0}
            aria-label={highlight.name}
            aria-pressed={highlight.id === chosen}
            data-excerpt={highlight.id}
            onClick={() => onChoose(highlight.id)}
          />
        )),
      )}
      {selection.map((box, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one selection.
        <div key={index} className="pages-selected" style={styleOf(box, scale)} />
      ))}
    </div>
  )
})

const boxesOn = (places: TextPlaces, page: number, range: TextRange): PageBox[] => {
  const within = places.stretchOn(page)
  if (within === null || range.start >= within.end || range.end <= within.start) return []
  const part = { start: Math.max(range.start, within.start), end: Math.min(range.end, within.end) }
  return places.boxesOf(part).filter(box => box.page === page)
}

const styleOf = ({ left, top, width, height }: PageBox, scale: number) => ({
  left: left * scale,
  top: top * scale,
  width: width * scale,
  height: height * scale,
})

/** The most pixels of one picture: what is larger is drawn coarser, as memory is not without end. */
const mostPixels = 16_000_000

/** One page is drawn at a time: the pages that are passed in scrolling are given up before their turn comes. */
let queue: Promise<unknown> = Promise.resolve()

const drawn = (pdf: DrawnPdf, page: number, scale: number, signal: AbortSignal): Promise<HTMLCanvasElement> => {
  const draw = async () => {
    signal.throwIfAborted()
    const { width, height } = await pdf.sizeOf(page)
    const wished = scale * (window.devicePixelRatio || 1)
    const canvas = document.createElement('canvas')
    await pdf.draw(page, canvas, Math.min(wished, Math.sqrt(mostPixels / (width * height))), signal)
    return canvas
  }
  const turn = queue.then(draw)
  queue = turn.catch(() => undefined)
  return turn
}

/** What a page is called: by the number printed on it where there is one. */
export const pageTitle = (label: string, page: number, count: number): string =>
  label === '' || label === String(page + 1)
    ? say('pdf.page', { page: page + 1, count })
    : say('pages.labelled', { label, page: page + 1, count })
