import type { SourceDraft } from '../../shared/model/text-version.ts'
import { beatSeconds } from '../../shared/rules/import-limits.ts'
import { say } from '../say.ts'
import type { Imported, ReferenceDraft } from './draft.ts'
import { importBytes, refusalUnread } from './index.ts'
import type { PdfPlaces } from './pdf/places.ts'

/**
 * What the page sends to a worker: a file, under the name it is shown by. With `placesOf`, a text that came of a PDF, not
 * the draft of the file is wanted but where on its pages the words of that text stand.
 */
export type ToReader = { file: File; name: string; placesOf?: string }

/** What the worker answers. Enclosed files come as files, so that the page does not hold their bytes. */
export type FromReader =
  | { draft: SourceDraft; enclosed: File[] }
  | { references: ReferenceDraft[]; warnings: string[] }
  | { places: PdfPlaces }
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

scope.addEventListener('message', async ({ data }) => {
  const beats = setInterval(() => scope.postMessage({ beat: true }), beatSeconds * 1000)
  if (data.placesOf !== undefined) {
    const answer = await places(data)
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
