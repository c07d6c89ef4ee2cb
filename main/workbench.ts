import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { basename, join } from 'node:path'
import { contract, type OperationName } from '../shared/contract.ts'
import { recordName } from '../shared/model/record-name.ts'
import { done, type Outcome, Refused, refusal } from '../shared/outcome.ts'
import { createImporter } from './cli/importer.ts'
import { logFailure } from './failure-log.ts'
import { hurtIn } from './findings.ts'
import { lastCommand, nameOf, reasonOf } from './first-look.ts'
import { createHanded } from './handed.ts'
import { inputOf, isOperation, unknownOperation } from './input-fault.ts'
import { createKeyring } from './keyring.ts'
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
import { createSealing } from './sealing.ts'
import { keptSettings } from './settings.ts'
import { restoreOver } from './store/backups/restore.ts'
import { type CaseFile, type Database, type FirstContent, openCase } from './store/case-file.ts'
import { damageIn } from './store/damage.ts'
import { isSealedAt } from './store/disk/sealed-header.ts'
import { recoverCase } from './store/recovery/recover.ts'
import { surveyCase } from './store/recovery/survey.ts'
import { diskUnder } from './store/sealing.ts'
import { createTasks } from './task.ts'
import { verifyCase } from './verify.ts'
import type { Workbench, WorkbenchOptions } from './workbench-promises.ts'

export type { Workbench, WorkbenchOptions }

const sampleName = 'Sample.gloss'

const fileStem = (path: string): string => basename(path).replace(/\.gloss$/, '')

/** The three tables of operations as seen by who must serve any name: input and value were checked by the contract. */
type AnyDesk = (desk: Desk, input: unknown) => Outcome<unknown> | Promise<Outcome<unknown>>
type AnyReading = (db: Database, input: unknown) => unknown
type AnyWriting = (db: Database, input: unknown, caseFile: CaseFile) => Logged<unknown>

export function createWorkbench(options: WorkbenchOptions): Workbench {
  const { host, dataDirectory, seedsDirectory, importFile } = options
  const { analyst = '', checkAnswers = process.env.NODE_ENV === 'test', verify = verifyCase } = options
  const keyring = createKeyring(options.files)
  /** The disk of a case, with its seal where it is sealed and unlocked. */
  const diskOf = (path: string) => {
    const seal = keyring.sealAt(path)
    return { files: keyring.raw, ...(seal ? { seal } : {}) }
  }
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
    const own = nameOf(caseFile)
    // A list on this computer says no more of a sealed case than a folder does.
    const name = caseFile.sealed ? fileStem(caseFile.path) : own
    clear()
    keyring.keepOnly(caseFile.path)
    current = caseFile
    try {
      desk.recent.add(caseFile.path, name)
    } catch (error) {
      // A list that cannot be kept is no reason not to work on the case.
      logFailure(dataDirectory, 'recent cases', error)
    }
    void host.opened(caseFile.path)
    return done(null)
  }

  const isOpen = (path: string) =>
    current !== null && !current.readOnly && existsSync(path) && realpathSync(path) === current.path

  const openAt = async (path: string, first?: FirstContent): Promise<Outcome<null>> => {
    if (!first && isOpen(path)) return done(null)
    const opened = await openCase(path, {
      ...(first ? { files: keyring.raw } : diskOf(path)),
      actor: analystOf,
      meaning: caseMeaning,
      ...(first ? { create: first } : {}),
    })
    return opened.ok ? place(opened.value) : opened
  }

  const lookAt = (path: string): Promise<Outcome<null>> =>
    inTurn('openReadOnly', async () => {
      const opened = await openCase(path, { ...diskOf(path), readOnly: true })
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
        const name = fileStem(path) || basename(path)
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
      keyring.keepOnly(null)
      return done(null)
    })

  /**
   * After a failure of the disk the case is opened again from what is on it. What the disk said it has is written once
   * more by a checkpoint: after a failed sync nobody knows what of it is durable, and the system would not try again.
   */
  const reopen = async (broken: CaseFile): Promise<Outcome<null>> => {
    broken.close()
    const opened = await openCase(broken.path, { ...diskOf(broken.path), actor: analystOf, meaning: caseMeaning })
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

  /** A sealed file of which no passphrase was given: it is not read, nor replaced by what may be plain. */
  const isUnknown = (path: string) => !keyring.sealAt(path) && isSealedAt(keyring.raw, path)

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
      const locked = [backup, path].find(isUnknown)
      if (locked !== undefined) return refusal('sealed', say('sealed.needsPassphrase', { path: locked }))
      const release = () => {
        wasOpen = current !== null && existsSync(path) && realpathSync(path) === current.path
        if (wasOpen) clear()
      }
      try {
        const keptAs = await tasks.run(say('keeping.restoring'), task =>
          restoreOver(path, backup, {
            files: keyring.files,
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
      if (isUnknown(path)) return refusal('sealed', say('sealed.needsPassphrase', { path }))
      const recovery = await tasks.run(say('keeping.recovering'), task =>
        recoverCase(path, target, {
          files: diskUnder(keyring.raw, keyring.sealAt(path) ?? null),
          standIn,
          judge,
          reached: ({ done: rows, total }) => task.reached(rows, total),
        }),
      )
      const opened = await openAt(target)
      if (!opened.ok) return opened
      // A byte may have changed where the file shows no damage: what was copied so is told with what is lost.
      const changed = await tasks.run(say('keeping.checking'), task => hurtIn(desk.needCase(), task))
      return done({ ...recovery, lost: [...new Set([...recovery.lost, ...changed])] }, [...recordName.options])
    })

  const copyTo: Workbench['copyTo'] = target =>
    mended('copyTo', false, () =>
      tasks.run(say('keeping.backingUp'), async task => {
        for (const { done: bytes, total } of desk.needCase().copy(target)) await task.reached(bytes, total)
        return done(null)
      }),
    )

  const tasks = createTasks(event => host.emit(event))
  const obstacles = createObstacles(keyring.files)
  const safekeeping = createSafekeeping({
    files: keyring.files,
    sealAt: keyring.sealAt,
    tasks,
    verify,
    emit: event => host.emit(event),
    note: (what, error) => logFailure(dataDirectory, what, error),
  })

  /** While the case is put under another seal nothing can be asked of it. */
  let held: Promise<unknown> | null = null

  const alone = (operation: string, work: () => Promise<Outcome<null>>): Promise<Outcome<null>> => {
    const carriedOut = inTurn(operation, work).finally(() => {
      held = null
    })
    held = carriedOut
    return carriedOut
  }

  const openHere = async (path: string) => obstacles.met(path, await open(path))
  const sealing = createSealing({
    keyring,
    tasks,
    safekeeping,
    keyCost: options.keyCost,
    emit: event => host.emit(event),
    needCase: () => desk.needCase(),
    putAway: clear,
    openAt,
    open: openHere,
    alone,
  })

  const desk: Desk = {
    host,
    caseFile: () => current,
    needCase: () => {
      if (!current) throw new Refused(say('refusal.noCase'))
      return current
    },
    open: openHere,
    create: async path => obstacles.met(path, await create(path)),
    openSample: async () => obstacles.met(join(dataDirectory, sampleName), await openSample()),
    lookAt: async path => obstacles.met(path, await lookAt(path)),
    restore,
    recover,
    survey: (path, reached) =>
      surveyCase(path, { files: diskUnder(keyring.raw, keyring.sealAt(path) ?? null), judge, reached }),
    close,
    sealing,
    settings: keptSettings(dataDirectory),
    dataDirectory,
    obstacles,
    safekeeping,
    files: keyring.files,
    recent: recentCases(dataDirectory, keyring.raw),
    handed: createHanded(),
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

  const call: Workbench['call'] = async (name, input) => {
    while (held && name !== 'task.cancel') await held
    return mended(String(name), isOperation(name) && contract[name].kind === 'write', async () => {
      asked++
      if (!isOperation(name)) return refusal('invalid', unknownOperation(name))
      const given = inputOf(name, input)
      if ('fault' in given) return refusal('invalid', given.fault)
      const { output } = contract[name]
      const outcome = await carryOut(name, given.input)
      if (checkAnswers && outcome.ok) output.parse(outcome.value)
      return outcome as Outcome<never>
    })
  }

  return {
    call,
    open,
    create,
    openSample,
    unlock: async (path, passphrase) => {
      const outcome = await sealing.unlock(path, passphrase)
      if (!outcome.ok) return outcome
      const { obstacle } = outcome.value
      return obstacle && obstacle.kind !== 'missing' ? refusal(obstacle.kind, obstacle.message) : done(null)
    },
    openReadOnly: lookAt,
    restore,
    recover,
    copyTo,
    handOver: path => host.emit({ kind: 'handed', id: desk.handed.take(path), fileName: basename(path) }),
    obstacleAt: async (path, outcome) => {
      const met = await obstacles.met(path, outcome)
      return met.ok ? met.value.obstacle : null
    },
    rest: async () => {
      const before = asked
      const upkeep = () =>
        current !== null &&
        (current.idle() || readFactsInPause(current) || readRegisterInPause(current) || prepareInPause(current))
      while (asked === before && !held && upkeep()) await new Promise(resolve => setImmediate(resolve))
      if (current && !held) await sealing.finish(current)
      if (current && !held) await safekeeping.whenIdle(current)
    },
    close: async () => {
      await close()
    },
  }
}
