import type { ImportResult } from '../../../shared/contract/sources.ts'
import type { SourceId } from '../../../shared/model/id.ts'
import type { SourceDraft } from '../../../shared/model/text-version.ts'
import { type Outcome, type Refusal, refusal } from '../../../shared/outcome.ts'
import { call } from '../../api.ts'
import { hold } from '../../held.ts'
import { notify } from '../../notices.ts'
import { createFileReaders, type OpenFile } from '../../parts/file-reader.ts'
import { forget, perform } from '../../query.ts'
import { say } from '../../say.ts'

/** One file on its way into the case, or what became of it. */
export type ImportItem = {
  key: number
  name: string
  state: 'waiting' | 'reading' | 'saving' | 'imported' | 'version' | 'duplicate' | 'failed' | 'cancelled'
  /** Why it failed, or what the case said of it. */
  message: string
  source: SourceId | null
}

export type ImportRun = { over: boolean; items: readonly ImportItem[] }

// Kept outside the screen: an import goes on while the analyst looks at another one.
const run = hold<ImportRun | null>(null)
let cancel: AbortController | null = null
let keys = 0

export const useImportRun = run.use
export const dismissImport = (): void => run.set(null)
export const cancelImport = (): void => cancel?.abort()

/** Files in the hands of workers: the one that is kept and the ones read ahead. More are neither open nor in memory. */
const mostOpen = 3

/** Milliseconds between two drawings of the list, and between two of the library, which is as long as the case is large. */
const listEvery = 200
const libraryEvery = 2_000

/** Calls `work` at most once in so many milliseconds, and at the end of each such time. */
const throttled = (milliseconds: number, work: () => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    work()
  }
  return {
    ask: () => {
      timer ??= setTimeout(flush, milliseconds)
    },
    flush,
  }
}

/** Sends the slices of a file and keeps it, as part of the command that the import has begun. */
const keep = async (
  { file, slice }: OpenFile,
  draft: SourceDraft,
  command: number | null,
  signal: AbortSignal,
): Promise<Outcome<ImportResult>> => {
  let upload: number | null = null
  const givenUp = async (because: Refusal) => {
    if (upload !== null) await call('files.drop', { upload })
    return because
  }
  for (let from = 0; ; ) {
    const bytes = await slice(from)
    if (bytes === null) return givenUp(refusal('broken', say('sources.readerFailed', { file: file.name, reason: '' })))
    from += bytes.length
    if (from >= file.size) return call('sources.import', { draft, fileName: file.name, bytes, upload, command })
    if (signal.aborted) return givenUp(refusal('refused', say('sources.stateCancelled')))
    const added: Outcome<{ upload: number }> = await call('files.add', { upload, bytes })
    if (!added.ok) return givenUp(added)
    upload = added.value.upload
  }
}

/**
 * Takes back what an import kept, command by command: by undo while it is what came last, else out of order, so that
 * what the analyst did meanwhile stays.
 */
const takeBack = async (commands: readonly number[]): Promise<void> => {
  for (const tx of commands.toReversed()) {
    const latest = await call('history.list', { limit: 1 })
    const isLast = latest.ok && latest.value[0]?.id === tx
    const taken = isLast ? await perform('history.undo', {}) : await perform('history.takeBack', { tx })
    if (taken.ok && taken.value.skipped.length > 0) notify({ tone: 'problem', text: taken.value.skipped.join(' ') })
  }
}

/**
 * Imports files, in order: a few are read ahead while one is kept. Each is durable by itself, all are one step of undo,
 * unless something else is done meanwhile. Cancelling ends the readers and takes back what was kept already, and nothing
 * else (test/journeys/sources.test.ts).
 */
export const importFiles = async (files: readonly File[]): Promise<void> => {
  if (files.length === 0 || run.read()?.over === false) return
  cancel = new AbortController()
  const { signal } = cancel
  const items = files.map(({ name }): ImportItem => {
    keys += 1
    return { key: keys, name, state: 'waiting', message: '', source: null }
  })
  const changed = new Set<string>()
  const list = throttled(listEvery, () => run.set({ over: false, items: [...items] }))
  const library = throttled(libraryEvery, () => {
    forget([...changed])
    changed.clear()
  })
  const change = (index: number, patch: Partial<ImportItem>) => {
    const item = items[index]
    if (item) items[index] = { ...item, ...patch }
    list.ask()
  }
  list.flush()

  const commands: number[] = []
  const keepNext = async (index: number, opened: OpenFile): Promise<void> => {
    const { imported } = opened
    if ('refusal' in imported) return change(index, { state: 'failed', message: imported.refusal })
    if (!('draft' in imported)) return
    change(index, { state: 'saving' })
    const outcome = await keep(opened, imported.draft, commands.at(-1) ?? null, signal)
    if (!outcome.ok) return change(index, { state: 'failed', message: outcome.message })
    const { outcome: state, message, source, command } = outcome.value
    if (command !== null && command !== commands.at(-1)) commands.push(command)
    for (const record of outcome.changed) changed.add(record)
    library.ask()
    change(index, { state, message, source })
  }

  const readers = createFileReaders()
  signal.addEventListener('abort', readers.end)
  const open: Promise<OpenFile>[] = []
  for (let index = 0; index < files.length && !signal.aborted; index++) {
    while (open.length < mostOpen) {
      const next = index + open.length
      const file = files[next]
      if (!file) break
      change(next, { state: 'reading' })
      open.push(readers.open(file))
    }
    const opened = await open.shift()
    if (!opened) break
    if (!signal.aborted) await keepNext(index, opened)
    opened.close()
  }
  readers.end()
  if (signal.aborted) await takeBack(commands)
  library.flush()
  list.flush()
  run.set({ over: true, items: signal.aborted ? items.map(item => ({ ...item, state: 'cancelled' })) : [...items] })
}
