import type { ImportResult } from '../../../shared/contract/sources.ts'
import type { SourceId } from '../../../shared/model/id.ts'
import type { SourceDraft } from '../../../shared/model/text-version.ts'
import { enclosedName, shownPath } from '../../../shared/rules/file-names.ts'
import { mostEnclosures } from '../../../shared/rules/import-limits.ts'
import { call } from '../../api.ts'
import { hold } from '../../held.ts'
import { beginWork } from '../../leaving.ts'
import { createFileReaders, type ReadFile } from '../../parts/file-reader.ts'
import { sendFile } from '../../parts/file-slices.ts'
import { forget } from '../../query.ts'
import { say } from '../../say.ts'
import type { Found, FoundFile } from './found-files.ts'

/** One file on its way into the case, or what became of it. */
export type ImportItem = {
  key: number
  name: string
  /** How many files it is enclosed in: 1 for an attachment of a mail. */
  depth: number
  state:
    | 'waiting'
    | 'reading'
    | 'saving'
    | 'imported'
    | 'version'
    | 'references'
    | 'duplicate'
    | 'failed'
    | 'left out'
    | 'cancelled'
  /** Why it failed or was left out, or what the case said of it. */
  message: string
  source: SourceId | null
  resembles: ImportResult['resembles']
  /** What the importer noticed, each a sentence. */
  warnings: string[]
}

/** True while it is on its way. */
export const isUnfinished = ({ state }: Pick<ImportItem, 'state'>): boolean =>
  state === 'waiting' || state === 'reading' || state === 'saving'

export type ImportRun = { over: boolean; cancelled: boolean; items: readonly ImportItem[] }

// Kept outside the screen: an import goes on while the analyst looks at another one.
const run = hold<ImportRun | null>(null)
const last = hold<ImportRun | null>(null)
let underWay: { add: (found: Found) => void; cancel: AbortController } | null = null
let keys = 0

export const useImportRun = run.use
export const useLastImport = last.use
/** Puts the list away, to be looked at again. */
export const dismissImport = (): void => {
  last.set(run.read())
  run.set(null)
}
export const recallImport = (): void => run.set(last.read())
export const cancelImport = (): void => underWay?.cancel.abort()

/** Files in the hands of workers: the next one to be kept and those read ahead. More are neither open nor in memory. */
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

/** A file whose turn comes. `within`: the item and the source it is enclosed in. */
type Waiting = { key: number; found: FoundFile; within: { depth: number; source: SourceId } | null }

/** The items of a run in the order they are shown in, which files that turn up in others come into. */
const createList = () => {
  const order: number[] = []
  const items = new Map<number, ImportItem>()
  return {
    add: (
      item: Omit<ImportItem, 'key' | 'message' | 'source' | 'resembles' | 'warnings'> & { message?: string },
      after?: number,
    ) => {
      keys += 1
      items.set(keys, { message: '', source: null, resembles: [], warnings: [], key: keys, ...item })
      if (after === undefined) order.push(keys)
      else order.splice(order.indexOf(after) + 1, 0, keys)
      return keys
    },
    change: (key: number, patch: Partial<ImportItem>) => {
      const item = items.get(key)
      if (item) items.set(key, { ...item, ...patch })
    },
    all: (): ImportItem[] => order.flatMap(key => items.get(key) ?? []),
  }
}

const read = async (readers: ReturnType<typeof createFileReaders>, { name, open }: FoundFile) => {
  const file = await open().catch(() => null)
  const made: ReadFile = file
    ? await readers.read(file, name)
    : { refusal: say('imports.gone', { file: name }), unknownKind: false }
  return { file, made }
}

const carryOut = async (first: Found): Promise<void> => {
  const cancel = new AbortController()
  const { signal } = cancel
  const list = createList()
  const waiting: Waiting[] = []
  let next = 0
  const shown = throttled(listEvery, () => run.set({ over: false, cancelled: false, items: list.all() }))
  const changed = new Set<string>()
  const library = throttled(libraryEvery, () => {
    forget([...changed])
    changed.clear()
  })
  const change = (key: number, patch: Partial<ImportItem>) => {
    list.change(key, patch)
    shown.ask()
  }
  const add = (found: Found) => {
    for (const file of found.files) {
      const named = { ...file, name: shownPath(file.name) }
      waiting.push({ key: list.add({ name: named.name, depth: 0, state: 'waiting' }), found: named, within: null })
    }
    for (const { name, reason } of found.leftOut)
      list.add({ name: shownPath(name), depth: 0, state: 'left out', message: reason })
    shown.ask()
  }
  underWay = { add, cancel }
  add(first)
  shown.flush()

  /** Puts what came in a file next in turn, and under it. */
  const addEnclosed = (files: readonly File[], parent: Waiting, source: SourceId) => {
    const depth = (parent.within?.depth ?? 0) + 1
    let after = parent.key
    const added = files.flatMap((file): Waiting[] => {
      const name = enclosedName(file.name, say('imports.enclosed'))
      const isTooDeep = depth > mostEnclosures
      const message = isTooDeep ? say('imports.enclosedTooDeep', { limit: mostEnclosures }) : ''
      after = list.add({ name, depth, state: isTooDeep ? 'left out' : 'waiting', message }, after)
      const found = { name, cameAlong: true, open: async () => file }
      return isTooDeep ? [] : [{ key: after, found, within: { depth, source } }]
    })
    waiting.splice(next, 0, ...added)
  }

  let command: number | null = null
  const keepDocument = async (one: Waiting, file: File, made: { draft: unknown; enclosed: File[] }): Promise<void> => {
    change(one.key, { state: 'saving' })
    const place = { command, enclosedIn: one.within?.source ?? null }
    const { name } = one.found
    // The workbench looks the draft over before it keeps anything.
    const draft = made.draft as SourceDraft
    const outcome = await sendFile(
      file,
      name,
      last => call('sources.import', { ...last, ...place, draft, fileName: name }),
      signal,
    )
    if (!outcome.ok)
      return change(one.key, { state: signal.aborted ? 'cancelled' : 'failed', message: outcome.message })
    const { outcome: state, message, source, resembles } = outcome.value
    command = outcome.value.command ?? command
    for (const record of outcome.changed) changed.add(record)
    change(one.key, { state, message, source, resembles, warnings: state === 'imported' ? draft.warnings : [] })
    // Of a mail that is there already an attachment may be missing, as when its import was cancelled.
    addEnclosed(made.enclosed, one, source)
  }
  const keepReferences = async (
    { key, found }: Waiting,
    made: Extract<ReadFile, { references: unknown }>,
  ): Promise<void> => {
    change(key, { state: 'saving' })
    const outcome = await call('sources.importReferences', { fileName: found.name, references: made.references })
    if (!outcome.ok) {
      const isNonsense = outcome.code === 'invalid'
      const reason = outcome.message
      const message = isNonsense ? say('imports.nonsense', { file: found.name, reason }) : reason
      return change(key, { state: 'failed', message })
    }
    for (const record of outcome.changed) changed.add(record)
    change(key, { state: 'references', message: [outcome.value.message, ...made.warnings].join(' ') })
  }
  const keep = async (one: Waiting, { file, made }: Awaited<ReturnType<typeof read>>): Promise<void> => {
    if ('references' in made) await keepReferences(one, made)
    else if ('draft' in made && file) await keepDocument(one, file, made)
    else if ('refusal' in made)
      change(one.key, { state: made.unknownKind && one.found.cameAlong ? 'left out' : 'failed', message: made.refusal })
    library.ask()
  }

  const readers = createFileReaders()
  signal.addEventListener('abort', readers.end)
  const open: { one: Waiting; reading: ReturnType<typeof read> }[] = []
  while (!signal.aborted) {
    while (open.length < mostOpen) {
      const one = waiting[next]
      if (!one) break
      next += 1
      change(one.key, { state: 'reading' })
      open.push({ one, reading: read(readers, one.found) })
    }
    const oldest = open.shift()
    if (!oldest) break
    const made = await oldest.reading
    if (!signal.aborted) await keep(oldest.one, made)
  }
  readers.end()
  underWay = null
  library.flush()
  shown.flush()
  const items = list.all().map(item => (isUnfinished(item) ? { ...item, state: 'cancelled' as const } : item))
  run.set({ over: true, cancelled: signal.aborted, items })
}

/**
 * Imports files, in order: a few are read ahead while one is kept. Each is durable by itself, all are one step of undo,
 * unless something else is done meanwhile. More that come while an import is under way come after it. Cancelling ends
 * the readers and keeps what was finished (test/journeys/importing.test.ts).
 */
export const importFiles = async (found: Found): Promise<void> => {
  if (found.files.length + found.leftOut.length === 0) return
  if (underWay) underWay.add(found)
  else {
    // It belongs to the case that is open: with that, or with the window, it ends where nothing is half done.
    const over = beginWork(() => {
      cancelImport()
      return work
    })
    const work = carryOut(found)
    await work
    over()
  }
}
