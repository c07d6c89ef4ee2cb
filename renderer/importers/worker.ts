import type { Book } from '../../shared/model/sheet.ts'
import type { SourceDraft } from '../../shared/model/text-version.ts'
import { beatSeconds } from '../../shared/rules/import-limits.ts'
import { say } from '../say.ts'
import type { Imported, ReferenceDraft } from './draft.ts'
import { importBytes, refusalUnread } from './index.ts'
import type { PdfPlaces } from './pdf/places.ts'

/**
 * What the page sends to a worker: a file, under the name it is shown by. With `placesOf`, a text that came of a PDF, not
 * the draft of the file is wanted but where on its pages the words of that text stand; with `asBook`, the cells of its sheets.
 */
export type ToReader = { file: File; name: string; placesOf?: string; asBook?: true }

/** What the worker answers. Enclosed files come as files, so that the page does not hold their bytes. */
export type FromReader =
  | { draft: SourceDraft; enclosed: File[] }
  | { references: ReferenceDraft[]; warnings: string[] }
  | { places: PdfPlaces }
  | { book: Book }
  | { refusal: string; unknownKind?: boolean }
  /** It is still at it. */
  | { beat: true }

/** The part of a worker's global scope that is used; the compiler is set up for pages. */
type WorkerScope = {
  addEventListener(kind: 'message', listener: (event: MessageEvent<ToReader>) => void): void
  postMessage(message: FromReader): void
}

const scope = globalThis as unknown as WorkerScope

const read = async ({ file, name }: ToReader): Promise<Imported> => {
  const refusal = refusalUnread(name, file.size)
  if (refusal !== null) return { refusal }
  try {
    return await importBytes(name, new Uint8Array(await file.arrayBuffer()))
  } catch {
    // The file is gone, or is a folder: `importBytes` itself answers and does not throw.
    return { refusal: say('imports.gone', { file: name }) }
  }
}

const places = async ({ file, name, placesOf = '' }: ToReader): Promise<FromReader> => {
  try {
    const { placesOfText } = await import('./pdf/text-places.ts')
    return { places: await placesOfText(new Uint8Array(await file.arrayBuffer()), placesOf) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { refusal: say('importing.unreadable', { file: name, reason }) }
  }
}

const bookOf = async ({ file, name }: ToReader): Promise<FromReader> => {
  const refusal = refusalUnread(name, file.size)
  if (refusal !== null) return { refusal }
  try {
    const { readBook } = await import('./sheets/read-book.ts')
    const read = readBook(name, new Uint8Array(await file.arrayBuffer()))
    return 'refusal' in read ? read : { book: read }
  } catch {
    return { refusal: say('imports.gone', { file: name }) }
  }
}

scope.addEventListener('message', async ({ data }) => {
  const beats = setInterval(() => scope.postMessage({ beat: true }), beatSeconds * 1000)
  if (data.placesOf !== undefined || data.asBook) {
    const answer = await (data.asBook ? bookOf(data) : places(data))
    clearInterval(beats)
    scope.postMessage(answer)
    return
  }
  const imported = await read(data)
  clearInterval(beats)
  scope.postMessage(
    'draft' in imported
      ? { draft: imported.draft, enclosed: imported.enclosed.map(({ name, bytes }) => new File([bytes], name)) }
      : imported,
  )
})
