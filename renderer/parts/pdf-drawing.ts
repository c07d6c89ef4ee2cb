import type { PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { characterMap } from '../importers/pdf/character-maps.ts'

/** The size of a page in points, as it is seen. */
export type PageSize = { width: number; height: number }

/** A PDF whose pages can be drawn. Pages count from 1. */
export type DrawnPdf = {
  pages: number
  sizeOf: (page: number) => Promise<PageSize>
  /**
   * Draws a page onto a canvas, which becomes as large as the page at this scale; 1 is a pixel for a point. Given up where
   * `signal` says so: then it throws as for a page that cannot be drawn.
   */
  draw: (page: number, canvas: HTMLCanvasElement, scale: number, signal?: AbortSignal) => Promise<void>
  close: () => void
}

/** The files beside the page that drawing may need: faces of fonts a PDF does not carry, and readers of scanned pictures. */
const beside = () => new URL('pdf/', document.baseURI).href

/** Everything PDF.js asks for comes with the program. */
class CarriedData {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind === 'cMapUrl') return characterMap(filename)
    const answer = await fetch(beside() + filename)
    if (!answer.ok) throw new Error(`${filename} is missing`)
    return new Uint8Array(await answer.arrayBuffer())
  }
}

/**
 * Opens a PDF for drawing in a worker of its own. Nothing of it acts: no script runs, no link leads anywhere, no form can
 * be filled. Throws for one that is locked or broken. Held by test/journeys/pdf-pages.test.ts.
 */
export async function openDrawnPdf(bytes: Uint8Array): Promise<DrawnPdf> {
  const { getDocument, PDFWorker: Reader, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' })
  const worker: PDFWorker = new Reader({ port: port as never })
  const task = getDocument({
    data: bytes.slice(),
    worker,
    BinaryDataFactory: CarriedData,
    cMapUrl: 'cmaps/',
    standardFontDataUrl: beside(),
    wasmUrl: beside(),
    useWorkerFetch: false,
    useSystemFonts: false,
    // Glyphs are drawn as shapes: the policy of the page lets no document bring fonts in.
    disableFontFace: true,
    useWasm: false,
    enableXfa: false,
    // A picture larger than this is a bomb or a poster; the page is drawn without it.
    maxImageSize: 100_000_000,
    verbosity: VerbosityLevel.ERRORS,
  })
  const close = () => {
    void task.destroy()
    worker.destroy()
    port.terminate()
  }
  try {
    const pdf = await task.promise
    return {
      pages: pdf.numPages,
      sizeOf: async page => {
        const { width, height } = (await pdf.getPage(page)).getViewport({ scale: 1 })
        return { width, height }
      },
      draw: async (number, canvas, scale, signal) => {
        const page = await pdf.getPage(number)
        signal?.throwIfAborted()
        const viewport = page.getViewport({ scale })
        canvas.width = Math.ceil(viewport.width)
        canvas.height = Math.ceil(viewport.height)
        const drawing = page.render({ canvas, viewport, annotationMode: 1 })
        const giveUp = () => drawing.cancel()
        signal?.addEventListener('abort', giveUp)
        try {
          await drawing.promise
        } finally {
          signal?.removeEventListener('abort', giveUp)
          page.cleanup()
        }
      },
      close,
    }
  } catch (error) {
    close()
    throw error
  }
}
