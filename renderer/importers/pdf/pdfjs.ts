import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { NotImported } from '../draft.ts'
import { characterMap } from './character-maps.ts'

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

let loaded: Promise<Pdfjs> | undefined

/**
 * PDF.js in this thread, which is a worker or a process of its own already. Its own worker's part is evaluated here
 * too, and found by it under the name `pdfjsWorker`.
 */
const loadPdfjs = (): Promise<Pdfjs> => {
  loaded ??= withStandIns(async () => {
    passOverStrays()
    letStreamsBeIterated()
    Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs') })
    return import('pdfjs-dist/legacy/build/pdf.mjs')
  })
  return loaded
}

/**
 * In a broken document PDF.js may leave a promise of its own unheeded beside the one that it answers with; the answer
 * tells what is wrong, and the stray would end a process of Node.
 */
function passOverStrays() {
  const { process: host, addEventListener: listen } = globalThis as unknown as Listening
  if (typeof host?.on === 'function') host.on('unhandledRejection', () => {})
  else listen?.('unhandledrejection', event => event.preventDefault())
}

/** PDF.js iterates streams, which Chromium can do from 124 on (test/electron/pdf.test.ts reads one with an older engine). */
function letStreamsBeIterated() {
  const streams: { [Symbol.asyncIterator]?: unknown } = ReadableStream.prototype
  streams[Symbol.asyncIterator] ??= async function* (this: ReadableStream) {
    const reader = this.getReader()
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
    } finally {
      await reader.cancel()
    }
  }
}

type Listening = {
  process?: { on?: (event: 'unhandledRejection', listener: () => void) => void }
  addEventListener?: (event: 'unhandledrejection', listener: (event: Event) => void) => void
}

/** What is not drawn is not needed: reading text asks only that the name be there. */
class Unused {}

/**
 * While PDF.js is evaluated it looks for a window (without one it takes this worker's messages for its own), for
 * drawing, and in Node for modules to load; it is handed none.
 */
async function withStandIns<Module>(evaluate: () => Promise<Module>): Promise<Module> {
  const scope = globalThis as Record<string, unknown>
  for (const name of ['DOMMatrix', 'Path2D', 'ImageData']) scope[name] ??= Unused
  const undo = [standIn(scope, 'window', globalThis)]
  if (typeof scope.process === 'object' && scope.process)
    undo.push(standIn(scope.process as Record<string, unknown>, 'getBuiltinModule', noModule))
  try {
    return await evaluate()
  } finally {
    for (const restore of undo) restore()
  }
}

const noModule = (name: string) => (name === 'module' ? { createRequire: () => () => ({}) } : undefined)

function standIn(owner: Record<string, unknown>, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, name)
  Object.defineProperty(owner, name, { value, configurable: true, writable: true })
  return () => {
    if (before) Object.defineProperty(owner, name, before)
    else delete owner[name]
  }
}

/** Where PDF.js asks for the data it does not carry: the maps of East Asian characters, which come with the program. */
class CarriedData {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl') throw new Error(`${filename} is not needed for reading text`)
    return characterMap(filename)
  }
}

/** What PDF.js calls the ways in which a document is broken. */
const broken = new Set(['InvalidPDFException', 'UnknownErrorException', 'FormatError', 'XRefParseException'])

/**
 * Opens a PDF for reading: nothing is fetched, no script of the document runs, nothing is compiled, no picture is
 * decoded. `withGlyphs`: the place of each glyph is told too. Throws `NotImported` for one that is locked or broken.
 */
export async function openPdf(bytes: Uint8Array, withGlyphs = false): Promise<PDFDocumentProxy> {
  const { getDocument, VerbosityLevel } = await loadPdfjs()
  const task = getDocument({
    // PDF.js takes what it is given for itself, and the file is still to be kept.
    data: bytes.slice(),
    BinaryDataFactory: CarriedData,
    cMapUrl: 'cmaps/',
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 0,
    enableXfa: false,
    // Tells where each glyph stands, by main/setup/mending.mjs.
    fontExtraProperties: withGlyphs,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    return await task.promise
  } catch (error) {
    await task.destroy()
    const name = error instanceof Error ? error.name : ''
    if (name === 'PasswordException') throw new NotImported('pdf.locked')
    if (broken.has(name)) throw new NotImported('pdf.damaged')
    throw error
  }
}
