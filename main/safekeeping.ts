import type { Backup } from '../shared/contract/safety.ts'
import type { WorkbenchEvent } from '../shared/event.ts'
import { Refused } from '../shared/outcome.ts'
import { say } from './say.ts'
import { backupsOf, type KeptBackup } from './store/backups/backups.ts'
import type { CaseFile } from './store/case-file.ts'
import type { FileSystem } from './store/disk/file-system.ts'
import type { Seal } from './store/disk/sealed-format.ts'
import type { Task, Tasks } from './task.ts'
import type { Verdict } from './verify.ts'

export type SafekeepingParts = {
  tasks: Tasks
  emit(event: WorkbenchEvent): void
  /** With the seal of a sealed case. */
  verify(path: string, seal?: Seal): Promise<Verdict>
  sealAt?(path: string): Seal | undefined
  files?: FileSystem
  /** For a failure that is told the analyst once and no more. */
  note(what: string, error: unknown): void
}

/** The keeping of backups: when one is due, how it is made, looked through and let go. */
export type Safekeeping = {
  /** To be called in a pause of work. Never rejects: a backup that fails is told once and is no obstacle. */
  whenIdle(caseFile: CaseFile): Promise<void>
  /** Makes one now, looks through it and lets older ones go. Rejects with what went wrong. */
  make(caseFile: CaseFile): Promise<KeptBackup>
  /** Returns when no backup is being made. */
  settled(): Promise<void>
  /** To be called when another case is on the desk. */
  forget(): void
}

/** Between two backups of a case that is being worked on. */
const interval = 30 * 60_000

export const savedAt = (caseFile: CaseFile): string | null =>
  caseFile.read(db => db.get<{ at: string }>('select at from tx order by id desc limit 1'))?.at ?? null

/** A backup as the page knows it. */
export const asBackup = ({ path: _, ...backup }: KeptBackup): Backup => backup

export const createSafekeeping = (parts: SafekeepingParts): Safekeeping => {
  const { tasks, emit, verify, sealAt, files, note } = parts
  let attempted = Number.NEGATIVE_INFINITY
  let busy = false
  /** The backup that is being made, or was made last. */
  let last: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const told = new Set<string>()

  const tell = (path: string, message: string) => {
    if (told.has(path)) return
    told.add(path)
    emit({ kind: 'problem', message })
  }

  const lookThrough = async (path: string, backup: KeptBackup): Promise<KeptBackup> => {
    const { state, faults } = await verify(backup.path, sealAt?.(backup.path))
    backupsOf(path, files).judge(backup.path, state)
    if (state === 'damaged') tell(`${path} damaged`, say('keeping.damageFound', { path, fault: faults[0] ?? '' }))
    return { ...backup, state }
  }

  const copied = async (caseFile: CaseFile, task: Task): Promise<KeptBackup> => {
    const now = new Date()
    const backups = backupsOf(caseFile.path, files)
    const path = backups.newPath(now)
    const saved = savedAt(caseFile)
    for (const { done, total } of caseFile.copy(path)) await task.reached(done, total)
    backups.note(path, now, saved)
    const made = backups.list().find(backup => backup.path === path)
    if (!made) throw new Error(`The backup ${path} vanished`)
    return made
  }

  const make = async (caseFile: CaseFile): Promise<KeptBackup> => {
    attempted = Date.now()
    const making = tasks.run(say('keeping.backingUp'), task => copied(caseFile, task))
    last = making
    const backup = await making
    const judged = await lookThrough(caseFile.path, backup)
    backupsOf(caseFile.path, files).rotate(new Date())
    return judged
  }

  const due = async (caseFile: CaseFile): Promise<void> => {
    const saved = savedAt(caseFile)
    const [newest] = backupsOf(caseFile.path, files).list()
    if (saved === null || newest?.savedAt === saved) {
      if (newest?.state === 'unverified') await lookThrough(caseFile.path, newest)
      return
    }
    const wait = attempted + interval - Date.now()
    clearTimeout(timer)
    if (wait > 0) timer = setTimeout(() => void whenIdle(caseFile), wait).unref()
    else await make(caseFile)
  }

  const whenIdle = async (caseFile: CaseFile): Promise<void> => {
    if (busy || caseFile.readOnly || caseFile.isBroken()) return
    busy = true
    try {
      await due(caseFile)
    } catch (error) {
      // Given up by the analyst, or the case was closed meanwhile: nothing to tell.
      if (error instanceof Refused) return
      note('backup', error)
      const reason = error instanceof Error ? error.message : String(error)
      tell(caseFile.path, say('keeping.backupFailed', { path: caseFile.path, reason }))
    } finally {
      busy = false
    }
  }

  return {
    whenIdle,
    make,
    settled: async () => {
      await last.catch(() => undefined)
    },
    forget: () => {
      clearTimeout(timer)
      attempted = Number.NEGATIVE_INFINITY
    },
  }
}
