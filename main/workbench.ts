import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { z } from 'zod'
import { contract, type InputOf, type OperationName, type OutputOf } from '../shared/contract.ts'
import { done, type Outcome, Refused, refusal } from '../shared/outcome.ts'
import { importFile as readApart } from './cli/importer.ts'
import { logFailure } from './failure-log.ts'
import type { Host } from './host.ts'
import type { ReadApart } from './import-file.ts'
import type { Desk, Logged } from './operation.ts'
import { atDesk, reading, writing } from './operations/index.ts'
import { recentCases } from './recent-cases.ts'
import { analystOf, insertCaseInfo, readCaseInfo } from './records/case-info.ts'
import { firstCriteria } from './records/first-criteria.ts'
import { nameTransaction } from './records/log.ts'
import { now } from './records/table.ts'
import { criteriaTable } from './records/tables.ts'
import { addOriginals, fillSample } from './sample.ts'
import { say } from './say.ts'
import { type CaseFile, type Database, type FirstContent, openCase } from './store/case-file.ts'
import { createTasks } from './task.ts'

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
  /** Checks every answer against the contract: for tests and development. */
  checkAnswers?: boolean
}

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
  /** To be called when nothing is asked for a while: the file is made whole, so that a copy of it alone is complete. */
  rest(): void
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
type AnyWriting = (db: Database, input: unknown) => Logged<unknown>

/** What the case calls itself. One that cannot even say that is not worth giving up the open one for: it is closed and refused. */
const nameOf = (caseFile: CaseFile): string => {
  try {
    return caseFile.read(readCaseInfo).name
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    caseFile.close()
    throw new Refused(say('refusal.unreadableCase', { path: caseFile.path, reason }), 'broken')
  }
}

export function createWorkbench(options: WorkbenchOptions): Workbench {
  const { host, dataDirectory, seedsDirectory, importFile = readApart } = options
  const { analyst = '', checkAnswers = process.env.NODE_ENV === 'test' } = options
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

  const isOpen = (path: string) => current !== null && existsSync(path) && realpathSync(path) === current.path

  const openAt = async (path: string, first?: FirstContent): Promise<Outcome<null>> => {
    if (!first && isOpen(path)) return done(null)
    const opened = await openCase(path, { actor: analystOf, ...(first ? { create: first } : {}) })
    return opened.ok ? place(opened.value) : opened
  }

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
        insertCaseInfo(db, { name, analyst, marking: 'TLP:AMBER', created: now() })
        criteriaTable.create(db, firstCriteria)
      }),
    )

  const openSample: Workbench['openSample'] = ({ path, originals } = {}) =>
    inTurn('openSample', async () => {
      const kept = join(dataDirectory, 'Sample.gloss')
      mkdirSync(dataDirectory, { recursive: true })
      const opened =
        path === undefined && existsSync(kept)
          ? await openAt(kept)
          : await openAt(path ?? kept, db => fillSample(db, seedsDirectory))
      if (!opened.ok || originals === undefined) return opened
      return addOriginals(originals, desk.needCase(), importFile, call)
    })

  const close = () =>
    inTurn('close', async () => {
      clear()
      return done(null)
    })

  const desk: Desk = {
    host,
    caseFile: () => current,
    needCase: () => {
      if (!current) throw new Refused(say('refusal.noCase'))
      return current
    },
    open,
    create,
    openSample: () => openSample(),
    close,
    recent: recentCases(dataDirectory),
    tasks: createTasks(event => host.emit(event)),
  }

  const carryOut = (name: OperationName, input: unknown): Outcome<unknown> | Promise<Outcome<unknown>> => {
    if (Object.hasOwn(atDesk, name)) return (atDesk as Record<string, AnyDesk>)[name]?.(desk, input) as Outcome<unknown>
    const caseFile = desk.needCase()
    const read = (reading as Record<string, AnyReading>)[name]
    if (read) return done(caseFile.read(db => read(db, input)))
    const write = (writing as Record<string, AnyWriting>)[name]
    if (!write) throw new Error(`The operation ${name} is in the contract and nowhere else`)
    const { value, changed } = caseFile.write(name, db => {
      const { label, value } = write(db, input)
      nameTransaction(db, label)
      return value
    })
    return done(value, changed)
  }

  const call: Workbench['call'] = (name, input) =>
    guarded(String(name), async () => {
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
    rest: () => current?.idle(),
    close: async () => {
      await close()
    },
  }
}
