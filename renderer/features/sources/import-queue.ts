import { useSyncExternalStore } from 'react'
import type { SourceId } from '../../../shared/model/id.ts'
import type { SourceDraft } from '../../../shared/model/text-version.ts'
import { call } from '../../api.ts'
import type { Imported } from '../../importers/draft.ts'
import type { ImportRequest } from '../../importers/worker.ts'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'

/** One file on its way into the case, or what became of it. */
export type ImportItem = {
  key: number
  name: string
  state: 'waiting' | 'reading' | 'read' | 'saving' | 'imported' | 'version' | 'duplicate' | 'failed' | 'cancelled'
  /** Why it failed, or what the case said of it. */
  message: string
  source: SourceId | null
}

export type ImportRun = { phase: 'reading' | 'saving' | 'over'; items: readonly ImportItem[] }

// Kept outside the screen: an import goes on while the analyst looks at another one.
let run: ImportRun | null = null
let cancel: AbortController | null = null
let keys = 0
const listeners = new Set<() => void>()

const publish = (next: ImportRun | null) => {
  run = next
  for (const listener of listeners) listener()
}

const change = (key: number, patch: Partial<ImportItem>) => {
  if (run === null) return
  publish({ ...run, items: run.items.map(item => (item.key === key ? { ...item, ...patch } : item)) })
}

export const useImportRun = (): ImportRun | null =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => run,
  )

export const dismissImport = (): void => publish(null)
export const cancelImport = (): void => cancel?.abort()

/** Seconds that one file may take to be read. */
const patience = 30

/** Reads one file in a worker of its own, which is ended when it is done, takes too long or the import is cancelled. */
const readInWorker = (request: ImportRequest, signal: AbortSignal): Promise<Imported> =>
  new Promise(resolve => {
    const worker = new Worker(new URL('../../importers/worker.ts', import.meta.url), { type: 'module' })
    const finish = (outcome: Imported) => {
      worker.terminate()
      clearTimeout(timer)
      resolve(outcome)
    }
    const file = request.fileName
    const timer = setTimeout(
      () => finish({ refusal: say('sources.tooSlow', { file, seconds: patience }) }),
      patience * 1000,
    )
    signal.addEventListener('abort', () => finish({ refusal: say('sources.stateCancelled') }))
    worker.addEventListener('message', (event: MessageEvent<Imported>) => finish(event.data))
    worker.addEventListener('error', event => {
      finish({ refusal: say('sources.readerFailed', { file, reason: event.message ?? '' }) })
    })
    worker.postMessage(request)
  })

/** What is in a file; null when it cannot be read, as with a folder that was dropped or a file that is gone. */
const bytesOf = async (file: File): Promise<Uint8Array<ArrayBuffer> | null> => {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return null
  }
}

type Read = { key: number; file: File; draft: SourceDraft }

const readAll = async (files: readonly (readonly [number, File])[], signal: AbortSignal): Promise<Read[]> => {
  const found: Read[] = []
  const waiting = [...files]
  const readNext = async (): Promise<void> => {
    const next = waiting.shift()
    if (next === undefined || signal.aborted) return
    const [key, file] = next
    change(key, { state: 'reading' })
    const bytes = await bytesOf(file)
    const outcome =
      bytes === null
        ? { refusal: say('sources.unreadable', { file: file.name }) }
        : await readInWorker({ fileName: file.name, bytes }, signal)
    if ('draft' in outcome) {
      found.push({ key, file, draft: outcome.draft })
      change(key, { state: 'read' })
    } else change(key, { state: 'failed', message: outcome.refusal })
    return readNext()
  }
  await Promise.all([readNext(), readNext()])
  return found.toSorted((left, right) => left.key - right.key)
}

/** The newest transaction of the case; 0 before the first. */
const latestTransaction = async (): Promise<number> => {
  const history = await call('history.list', { limit: 1 })
  return history.ok ? (history.value[0]?.id ?? 0) : 0
}

/**
 * Takes back what an import kept, and answers what stays. Undo takes back whatever came last, so it is used only while
 * that is the import: where the analyst went on working meanwhile, new sources are removed one by one, and a new text of
 * a known source stays.
 */
const takeBack = async (kept: readonly ImportItem[], before: number): Promise<readonly ImportItem[]> => {
  const history = await call('history.list', { limit: kept.length + 1 })
  const since = history.ok ? history.value.filter(transaction => transaction.id > before) : []
  if (since.length === kept.length) {
    for (const _ of kept) await perform('history.undo', {})
    return []
  }
  for (const { state, source } of kept)
    if (state === 'imported' && source !== null) await perform('sources.remove', { id: source })
  return kept.filter(item => item.state === 'version')
}

/**
 * Imports files: all are read first, then kept one by one, each a step of undo. Cancelling ends the readers and takes
 * back what was kept already, and nothing else (test/journeys/sources.test.ts).
 */
export const importFiles = async (files: readonly File[]): Promise<void> => {
  if (files.length === 0 || (run !== null && run.phase !== 'over')) return
  const controller = new AbortController()
  cancel = controller
  const { signal } = controller
  const keyed = files.map(file => {
    keys += 1
    return [keys, file] as const
  })
  const items = keyed.map(([key, { name }]): ImportItem => ({ key, name, state: 'waiting', message: '', source: null }))
  publish({ phase: 'reading', items })
  const read = await readAll(keyed, signal)
  if (!signal.aborted && run) publish({ ...run, phase: 'saving' })
  const before = await latestTransaction()
  for (const { key, file, draft } of read) {
    if (signal.aborted) break
    change(key, { state: 'saving' })
    const bytes = await bytesOf(file)
    const outcome = bytes === null ? null : await perform('sources.import', { draft, fileName: file.name, bytes })
    if (outcome?.ok) {
      const { outcome: state, message, source } = outcome.value
      change(key, { state, message, source })
    } else change(key, { state: 'failed', message: outcome?.message ?? say('sources.unreadable', { file: file.name }) })
  }
  if (run === null) return
  if (signal.aborted) {
    const kept = run.items.filter(item => item.state === 'imported' || item.state === 'version')
    const stays = await takeBack(kept, before)
    const ended = (item: ImportItem) =>
      stays.find(one => one.key === item.key) ?? { ...item, state: 'cancelled' as const }
    publish({ phase: 'over', items: items.map(ended) })
  } else publish({ ...run, phase: 'over' })
}
