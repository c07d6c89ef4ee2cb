import { type RefObject, useLayoutEffect, useState } from 'react'
import { keepingSheet } from './places.ts'

/** As wide as the pane, or a share of the printed size. */
export type Zoom = 'fit' | number

const millimetre = 96 / 25.4
const widest = 1.25
const edge = 24
const kept = 'briefing-zoom'

export const zoomSteps: readonly number[] = [0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 2]

/** How much a sheet is scaled so that it fills the width of the pane; both in pixels and millimetres of CSS. */
const zoomFor = (pane: number, sheetWidth: number): number =>
  Math.min(widest, (pane - 2 * edge) / (sheetWidth * millimetre))

/** The next step from a zoom, larger or smaller; the outermost again at either end. */
export const nextZoom = (from: number, by: 1 | -1): number =>
  by === 1
    ? (zoomSteps.find(step => step > from + 0.01) ?? zoomSteps.at(-1) ?? from)
    : (zoomSteps.findLast(step => step < from - 0.01) ?? zoomSteps[0] ?? from)

const readKept = (): Zoom => {
  const share = Number(localStorage.getItem(kept))
  return zoomSteps.includes(share) ? share : 'fit'
}

/** The size that the pages are shown at, kept for the next time, and how large that is now. */
export const useZoom = (host: RefObject<HTMLElement | null>) => {
  const [zoom, setZoom] = useState(readKept)
  const [share, setShare] = useState(1)
  useLayoutEffect(() => {
    const element = host.current
    if (element === null) return
    const scale = () => {
      const upright = zoom === 'fit' ? zoomFor(element.clientWidth, 210) : zoom
      const wide = zoom === 'fit' ? zoomFor(element.clientWidth, 297) : zoom
      keepingSheet(element, () => {
        element.style.setProperty('--zoom', upright.toFixed(3))
        element.style.setProperty('--wide-zoom', wide.toFixed(3))
      })
      setShare(upright)
    }
    const watch = new ResizeObserver(scale)
    watch.observe(element)
    scale()
    return () => watch.disconnect()
  }, [host, zoom])
  const choose = (next: Zoom) => {
    setZoom(next)
    localStorage.setItem(kept, String(next))
  }
  return { zoom, share, choose }
}
