import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { z } from 'zod'
import type { Obstacle } from '../shared/contract/safety.ts'
import { contract, type InputOf, type OperationName, type OutputOf } from '../shared/contract.ts'
import { recordName } from '../shared/model/record-name.ts'
import { done, type Outcome, Refused, refusal } from '../shared/outcome.ts'
import { createImporter } from './cli/importer.ts'
import { logFailure } from './failure-log.ts'
import { lastCommand, nameOf, reasonOf } from './first-look.ts'
import type { Host } from './host.ts'
import type { ReadApart } from './import-file.ts'
import { createObstacles } from './obstacles.ts'
import type { Desk, Logged } from './operation.ts'
import { atDesk, reading, writing } from './operations/index.ts'
import { recentCases } from './recent-cases.ts'
import { analystOf, insertCaseInfo } from './records/case-info.ts'
import { readFactsInPause } from './records/claim-facts.ts'
import { firstCriteria } from './records/first-criteria.ts'
import { nameTransaction } from './records/log.ts'
import { prepareInPause } from './records/resemblance-index.ts'
import { readRegisterInPause } from './records/risk-facts.ts'
import { judge, standIn } from './records/stand-ins.ts'
import { now } from './records/table.ts'
import { criteriaTable } from './records/tables.ts'
import { caseMeaning } from './records/taking-back.ts'
import { createSafekeeping } from './safekeeping.ts'
import { addOriginals, fillSample } from './sample.ts'
import { say } from './say.ts'
import { restoreOver } from './store/backups/restore.ts'
import { type CaseFile, type Database, type FirstContent, openCase } from './store/case-file.ts'
import { damageIn } from './store/damage.ts'
import type { FileSystem } from './store/disk/file-system.ts'
import { recoverCase } from './store/recovery/recover.ts'
import type { Recovery } from './store/recovery/sentences.ts'
import { createTasks } from './task.ts'
import { type Verdict, verifyCase } from './verify.ts'

export type WorkbenchOptions = {
  host: Host
  /** Where the list of recent cases, the sample case and the log of failures are kept. */
  dataDirectory: string
  /** Where `case` and `digests` of the sample lie. */
  seedsDirectory: string
  /** The analyst whom a new case names, and with it the history of that case. */
  analyst?: string
  /** Reads an untrusted file as a draft, apart from the case: for the originals of the sample. A child process unless given. */
  importFile?: ReadApart
  /** Looks through a backup from end to end: apart from the case where that can be done, here unless given. */
  verify?: (path: string) => Promise<Verdict>
  /** The disk, where a test has one of its own. */
  files?: FileSystem
  /** Checks every answer against the contract: for tests and development. */
  checkAnswers?: boolean
}

const sampleName = 'Sample.gloss'

type InputAt<Name extends string> = Name extends OperationName ? InputOf<Name> : unknown
type ValueAt<Name extends string> = Name extends OperationName ? OutputOf<Name> : unknown

/** The one door. Nothing it offers throws: whatever goes wrong is an {@link Outcome}. */
export type Workbench = {
  /**
   * Carries out one operation of the contract. Anything not in it, whatever its name, is `invalid`, and so is input
   * that does not fit its schema. A write is one transaction: durable when the call returns, or as if never tried.
   */
  call<Name extends string>(name: Name, input: InputAt<Name>): Promise<Outcome<ValueAt<Name>>>
  /** Opens the case at `path` in place of the one that is open; a refusal leaves that one open. */
  open(path: string): Promise<Outcome<null>>
  /** Makes a new case at `path`, named after the file, and opens it. */
  create(path: string): Promise<Outcome<null>>
  /**
   * Opens the sample case, made at `path` (refused where a file is there already), or in the data directory when it is
   * not there yet. `originals` is a directory: those of its files that the digests stand for become text versions.
   */
  openSample(options?: { path?: string; originals?: string }): Promise<Outcome<null>>
  /** Opens the case at `path` to look at only, beside whoever has it and whatever is damaged. */
  openReadOnly(path: string): Promise<Outcome<null>>
  /** Puts the backup at `backup` in the place of the case at `path`, which is kept beside it, and opens it. */
  restore(path: string, backup: string): Promise<Outcome<{ keptAs: string }>>
  /** Makes a new case at `target` of everything that can be read in the one at `path`, and opens it. */
  recover(path: string, target: string): Promise<Outcome<Recovery>>
  /** Writes a copy of the open case to `target`, in place of a file of that name. */
  copyTo(target: string): Promise<Outcome<null>>
  /** What stands in the way of opening a case, for the page; null where it is a plain refusal. */
  obstacleAt(path: string, outcome: Outcome<unknown>): Promise<Obstacle | null>
  /**
   * To be called when nothing is asked for a while: the file is made whole, so that a copy of it alone is complete, and a
   * backup is made if one is due. Returns when that is done; nobody has to wait for it.
   */
  rest(): Promise<void>
  close(): Promise<void>
}

const isOperation = (name: unknown): name is OperationName => typeof name === 'string' && Object.hasOwn(contract, name)

const faultIn = (name: string, error: z.ZodError): string => {
  const [issue] = error.issues
  const [field, fault] = [issue?.path.join('.') ?? '', issue?.message ?? '']
  return field === ''
    ? say('refusal.invalid', { operation: name, fault })
    : say('refusal.invalidField', { operation: name, field, fault })
}

/** The three tables of operations as seen by who must serve any name: input and value were checked by the contract. */
type AnyDesk = (desk: Desk, input: unknown) => Outcome<unknown> | Promise<Outcome<unknown>>
type AnyReading = (db: Database, input: unknown) => unknown
type AnyWriting = (db: Database, input: unknown, caseFile: CaseFile) => Logged<unknown>

export function createWorkbench(options: WorkbenchOptions): Workbench {
  const { host, dataDirectory, seedsDirectory, importFile } = options
  const { analyst = '', checkAnswers = process.env.NODE_ENV === 'test', verify = verifyCase } = options
  const disk = options.files ? { files: options.files } : {}
  let current: CaseFile | null = null

  /** Turns whatever was thrown into the answer. */
  const answerTo = (operation: string, error: unknown) => {
    if (error instanceof Refused) {
      if (error.code === 'broken') logFailure(dataDirectory, operation, error.cause ?? error)
      return refusal(error.code, error.message)
    }
    if (error instanceof Error && error.message.includes('FOREIGN KEY constraint failed'))
      return refusal('stale', say('refusal.lostLink'))
    logFailure(dataDirectory, operation, error)
    const reason = damageIn(error)
    if (reason !== null && current) return refusal('damaged', say('keeping.damageMet', { path: current.path, reason }))
    return refusal('broken', say('refusal.broken'))
  }

  const guarded = async <Value>(operation: string, work: () => Outcome<Value> | Promise<Outcome<Value>>) => {
    try {
      return await work()
    } catch (error) {
      return answerTo(operation, error)
    }
  }

  const clear = () => {
    current?.close()
    current = null
    safekeeping.forget()
  }

  /** Puts a case on the desk in place of the one that is there, once it has shown that it can be read. */
  const place = (caseFile: CaseFile): Outcome<null> => {
    const name = nameOf(caseFile)
    clear()
    current = caseFile
    try {
      desk.recent.add(caseFile.path, name)
    } catch (error) {
      // A list that cannot be kept is no reason not to work on the case.
      logFailure(dataDirectory, 'recent cases', error)
    }
    return done(null)
  }

  const isOpen = (path: string) =>
    current !== null && !current.readOnly && existsSync(path) && realpathSync(path) === current.path

  const openAt = async (path: string, first?: FirstContent): Promise<Outcome<null>> => {
    if (!first && isOpen(path)) return done(null)
    const opened = await openCase(path, {
      ...disk,
      actor: analystOf,
      meaning: caseMeaning,
      ...(first ? { create: first } : {}),
    })
    return opened.ok ? place(opened.value) : opened
  }

  const lookAt = (path: string): Promise<Outcome<null>> =>
    inTurn('openReadOnly', async () => {
      const opened = await openCase(path, { ...disk, readOnly: true })
      return opened.ok ? place(opened.value) : opened
    })

  let turn: Promise<unknown> = Promise.resolve()

  /** One change of the case on the desk after another: of two at once, the second would meet the lock of the first. */
  const inTurn = <Value>(operation: string, work: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> => {
    const next = turn.then(() => guarded(operation, work))
    turn = next
    return next
  }

  const open = (path: string): Promise<Outcome<null>> => inTurn('open', () => openAt(path))

  const create = (path: string): Promise<Outcome<null>> =>
    inTurn('create', () =>
      openAt(path, db => {
        const name = basename(path).replace(/\.gloss$/, '')
        insertCaseInfo(db, { name, analyst, marking: 'TLP:AMBER', scheme: null, created: now() })
        criteriaTable.create(db, firstCriteria)
      }),
    )

  const openSample: Workbench['openSample'] = ({ path, originals } = {}) =>
    inTurn('openSample', async () => {
      const kept = join(dataDirectory, sampleName)
      mkdirSync(dataDirectory, { recursive: true })
      const opened =
        path === undefined && existsSync(kept)
          ? await openAt(kept)
          : await openAt(path ?? kept, db => fillSample(db, seedsDirectory))
      if (!opened.ok || originals === undefined) return opened
      const importer = createImporter()
      try {
        return await addOriginals(originals, desk.needCase(), importFile ?? importer.read, call)
      } finally {
        importer.end()
      }
    })

  const close = () =>
    inTurn('close', async () => {
      clear()
      return done(null)
    })

  /**
   * After a failure of the disk the case is opened again from what is on it. What the disk said it has is written once
   * more by a checkpoint: after a failed sync nobody knows what of it is durable, and the system would not try again.
   */
  const reopen = async (broken: CaseFile): Promise<Outcome<null>> => {
    broken.close()
    const opened = await openCase(broken.path, { ...disk, actor: analystOf, meaning: caseMeaning })
    if (!opened.ok) return opened
    try {
      opened.value.checkpoint()
    } catch (error) {
      opened.value.close()
      return refusal('broken', reasonOf(error))
    }
    current = opened.value
    return done(null)
  }

  const notReopened = ({ path }: CaseFile, { message }: { message: string }) =>
    refusal('broken', say('keeping.notReopened', { path, message }))

  /** Carries out `work` on a case that can be read and written: one attempt to get there before, and one after a failure. */
  const mended = async <Value>(
    operation: string,
    isWrite: boolean,
    work: () => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>> => {
    if (current?.isBroken()) {
      const reopened = await reopen(current)
      if (!reopened.ok) return notReopened(current, reopened)
    }
    const [before, last] = [current, isWrite && current ? lastCommand(current) : null]
    const outcome = await guarded(operation, work)
    if (outcome.ok || !before?.isBroken() || current !== before) return outcome
    const reopened = await reopen(before)
    if (!reopened.ok) return notReopened(before, reopened)
    host.emit({ kind: 'changed', changed: [...recordName.options] })
    const isThere = isWrite && current !== null && lastCommand(current) !== last
    const key = isThere ? 'keeping.reopenedWhole' : 'keeping.reopened'
    return refusal('broken', say(key, { path: before.path, reason: outcome.message }))
  }

  const restore: Workbench['restore'] = (path, backup) =>
    inTurn('restore', async () => {
      let wasOpen = false
      const release = () => {
        wasOpen = current !== null && existsSync(path) && realpathSync(path) === current.path
        if (wasOpen) clear()
      }
      try {
        const keptAs = await tasks.run(say('keeping.restoring'), task =>
          restoreOver(path, backup, {
            ...disk,
            release,
            reached: ({ done: bytes, total }) => task.reached(bytes, total),
          }),
        )
        const opened = await openAt(path)
        return opened.ok ? done({ keptAs }, [...recordName.options]) : opened
      } catch (error) {
        // Nothing was put in its place: the analyst goes on with the case as it was.
        if (wasOpen) await openAt(path)
        throw error
      }
    })

  const recover: Workbench['recover'] = (path, target) =>
    inTurn('recover', async () => {
      const recovery = await tasks.run(say('keeping.recovering'), task =>
        recoverCase(path, target, {
          ...disk,
          standIn,
          judge,
          reached: ({ done: rows, total }) => task.reached(rows, total),
        }),
      )
      const opened = await openAt(target)
      return opened.ok ? done(recovery, [...recordName.options]) : opened
    })

  const copyTo: Workbench['copyTo'] = target =>
    mended('copyTo', false, () =>
      tasks.run(say('keeping.backingUp'), async task => {
        for (const { done: bytes, total } of desk.needCase().copy(target)) await task.reached(bytes, total)
        return done(null)
      }),
    )

  const tasks = createTasks(event => host.emit(event))
  const obstacles = createObstacles(options.files)
  const safekeeping = createSafekeeping({
    ...disk,
    tasks,
    verify,
    emit: event => host.emit(event),
    note: (what, error) => logFailure(dataDirectory, what, error),
  })

  const desk: Desk = {
    host,
    caseFile: () => current,
    needCase: () => {
      if (!current) throw new Refused(say('refusal.noCase'))
      return current
    },
    open: async path => obstacles.met(path, await open(path)),
    create: async path => obstacles.met(path, await create(path)),
    openSample: async () => obstacles.met(join(dataDirectory, sampleName), await openSample()),
    lookAt: async path => obstacles.met(path, await lookAt(path)),
    restore,
    recover,
    close,
    obstacles,
    safekeeping,
    ...disk,
    recent: recentCases(dataDirectory),
    tasks,
  }

  const carryOut = (name: OperationName, input: unknown): Outcome<unknown> | Promise<Outcome<unknown>> => {
    if (Object.hasOwn(atDesk, name)) return (atDesk as Record<string, AnyDesk>)[name]?.(desk, input) as Outcome<unknown>
    const caseFile = desk.needCase()
    const read = (reading as Record<string, AnyReading>)[name]
    if (read) return done(caseFile.read(db => read(db, input)))
    const write = (writing as Record<string, AnyWriting>)[name]
    if (!write) throw new Error(`The operation ${name} is in the contract and nowhere else`)
    const { value, changed } = caseFile.write(name, db => {
      const { label, value } = write(db, input, caseFile)
      nameTransaction(db, label)
      return value
    })
    return done(value, changed)
  }

  /** Calls so far: upkeep gives way to the next one. */
  let asked = 0

  const call: Workbench['call'] = (name, input) =>
    mended(String(name), isOperation(name) && contract[name].kind === 'write', async () => {
      asked++
      if (!isOperation(name)) return refusal('invalid', say('refusal.unknownOperation', { name: String(name) }))
      const { input: expected, output } = contract[name]
      const parsed = expected.safeParse(input)
      if (!parsed.success) return refusal('invalid', faultIn(name, parsed.error))
      const outcome = await carryOut(name, parsed.data)
      if (checkAnswers && outcome.ok) output.parse(outcome.value)
      return outcome as Outcome<never>
    })

  return {
    call,
    open,
    create,
    openSample,
    openReadOnly: lookAt,
    restore,
    recover,
    copyTo,
    obstacleAt: async (path, outcome) => {
      const met = await obstacles.met(path, outcome)
      return met.ok ? met.value.obstacle : null
    },
    rest: async () => {
      const before = asked
      const upkeep = () =>
        current !== null &&
        (current.idle() || readFactsInPause(current) || readRegisterInPause(current) || prepareInPause(current))
      while (asked === before && upkeep()) await new Promise(resolve => setImmediate(resolve))
      if (current) await safekeeping.whenIdle(current)
    },
    close: async () => {
      await close()
    },
  }
}
