import type { Opening } from '../shared/contract/safety.ts'
import type { WorkbenchEvent } from '../shared/event.ts'
import { recordName } from '../shared/model/record-name.ts'
import { done, type Outcome, Refused, refusal } from '../shared/outcome.ts'
import { reasonOf } from './first-look.ts'
import type { Keyring } from './keyring.ts'
import type { Sealing } from './operation.ts'
import type { Safekeeping } from './safekeeping.ts'
import { say } from './say.ts'
import { backupsOf } from './store/backups/backups.ts'
import type { CaseFile } from './store/case-file.ts'
import { type Cost, envelopeFor, newSeal, type Seal, sameBytes, sealFrom } from './store/disk/sealed-format.ts'
import { headerAt, isSealedAt, writeEnvelope } from './store/disk/sealed-header.ts'
import { type CopiesLeft, hasCopiesLeft, rewriteCase, rewriteCopies } from './store/sealing.ts'
import type { Task, Tasks } from './task.ts'

export type SealingParts = {
  keyring: Keyring
  tasks: Tasks
  safekeeping: Safekeeping
  keyCost?: Cost | undefined
  emit(event: WorkbenchEvent): void
  needCase(): CaseFile
  /** Closes the open case, to open it again in another form. */
  putAway(): void
  openAt(path: string): Promise<Outcome<null>>
  open(path: string): Promise<Outcome<Opening>>
  /** Carries out work while all other calls wait. */
  alone(operation: string, work: () => Promise<Outcome<null>>): Promise<Outcome<null>>
}

/** Sealing of the open case, and what of it was cut short and can be finished in a pause. */
export const createSealing = (parts: SealingParts): Sealing & { finish(caseFile: CaseFile): Promise<void> } => {
  const { keyring, tasks, emit, keyCost } = parts
  const { raw } = keyring
  const looked = new WeakSet<CaseFile>()
  /** What is being finished in a pause: whoever puts the copies under another seal waits for it. */
  let finishing: Promise<unknown> = Promise.resolve()
  const all = () => done(null, [...recordName.options])

  const writable = (sealed: boolean): string => {
    const caseFile = parts.needCase()
    const { path } = caseFile
    if (caseFile.readOnly) throw new Refused(say('sealed.readOnly', { path }))
    if (caseFile.sealed !== sealed)
      throw new Refused(say(sealed ? 'sealed.notSealed' : 'sealed.alreadySealed', { path }))
    return path
  }

  /** The seal of the open case, once the passphrase has shown to be its own. */
  const proven = async (path: string, passphrase: string): Promise<Seal> => {
    const header = headerAt(raw, path)
    const seal = keyring.sealAt(path)
    if (!header || !seal) throw new Refused(say('sealed.headersDamaged', { path }), 'damaged')
    const opened = await sealFrom(header.caseId, header.envelope, passphrase)
    if (!opened) throw new Refused(say('sealed.wrongCurrent'), 'sealed')
    opened.dataKey.fill(0)
    return seal
  }

  const reachedIn =
    (task: Task) =>
    ({ done: bytes, total }: { done: number; total: number }) =>
      task.reached(bytes, total)

  const tell = (path: string, { names, reason }: CopiesLeft): void => {
    const list = names.join(', ')
    if (names.length > 0)
      emit({ kind: 'problem', message: say('sealed.copiesLeft', { path, count: names.length, names: list, reason }) })
  }

  /** The backups follow the case, and no word of the analyst stops that half-way. */
  const follow = (label: string, path: string, seal: Seal | null, former: Seal | null): Promise<CopiesLeft> =>
    tasks.run(label, task =>
      rewriteCopies(raw, path, seal, former, progress => reachedIn(task)(progress).catch(() => undefined)),
    )

  /** Returns when no copy of the case is being made or rewritten. */
  const settled = async (): Promise<void> => {
    await finishing
    await parts.safekeeping.settled()
  }

  /** Puts the open case under another seal, and opens it again whatever came of it. */
  const rewritten = async (label: string, path: string, from: Seal | null, to: Seal | null): Promise<Outcome<null>> => {
    await settled()
    parts.putAway()
    if (to) keyring.add(path, to)
    let failure: unknown = null
    try {
      await tasks.run(label, task => rewriteCase(raw, path, [from, to], reachedIn(task)))
    } catch (error) {
      failure = error
    }
    const opened = await parts.openAt(path)
    if (failure instanceof Refused) throw failure
    if (failure !== null) return refusal('refused', say('sealed.failed', { path, reason: reasonOf(failure) }))
    return opened.ok ? all() : refusal(opened.code, say('sealed.notOpened', { path, message: opened.message }))
  }

  const headerFor = (path: string) =>
    headerAt(raw, path) ??
    (raw.stamp(path) && !isSealedAt(raw, path)
      ? null
      : (backupsOf(path, raw)
          .list()
          .map(backup => headerAt(raw, backup.path))
          .find(header => header !== null) ?? null))

  return {
    unlock: async (path, passphrase) => {
      // By its own headers, or, where those are damaged or it is gone, by those of a backup.
      const header = headerFor(path)
      if (!header)
        return isSealedAt(raw, path) ? refusal('damaged', say('sealed.headersDamaged', { path })) : parts.open(path)
      const seal = await sealFrom(header.caseId, header.envelope, passphrase)
      if (!seal) return refusal('sealed', say('sealed.wrong', { path }))
      const known = keyring.sealAt(path)
      if (known && sameBytes(known.dataKey, seal.dataKey)) seal.dataKey.fill(0)
      else keyring.add(path, seal)
      return parts.open(path)
    },
    seal: passphrase =>
      parts.alone('seal', async () => {
        const path = writable(false)
        const seal = await newSeal(passphrase, keyCost)
        const outcome = await rewritten(say('sealed.sealing'), path, null, seal)
        if (outcome.ok) tell(path, await follow(say('sealed.sealing'), path, seal, null))
        return outcome
      }),
    change: (current, next) =>
      parts.alone('change the passphrase', async () => {
        const path = writable(true)
        const seal = await proven(path, current)
        const envelope = await envelopeFor(seal, next, keyCost)
        try {
          writeEnvelope(raw, path, envelope)
        } catch (error) {
          const now = headerAt(raw, path)
          // Where the first of the two headers is written the new passphrase counts; the other follows.
          if (!now || !sameBytes(now.envelope.wrapped, envelope.wrapped))
            return refusal('refused', say('sealed.failed', { path, reason: reasonOf(error) }))
        }
        seal.envelope = envelope
        await settled()
        tell(path, await follow(say('sealed.changing'), path, seal, null))
        return all()
      }),
    unseal: passphrase =>
      parts.alone('unseal', async () => {
        const path = writable(true)
        const seal = await proven(path, passphrase)
        // No backup may be made between those that are rewritten and the case.
        parts.safekeeping.forget()
        await settled()
        // The backups first: if the rest fails they are sealed again, and none is left that nobody has a key of.
        const { names, reason } = await follow(say('sealed.unsealing'), path, null, seal)
        const outcome =
          names.length > 0
            ? refusal('refused', say('sealed.failed', { path: names.join(', '), reason }))
            : await rewritten(say('sealed.unsealing'), path, seal, null)
        if (!outcome.ok && isSealedAt(raw, path)) tell(path, await follow(say('sealed.sealing'), path, seal, null))
        return outcome
      }),
    finish: async caseFile => {
      const { path } = caseFile
      const seal = caseFile.sealed && !caseFile.readOnly ? keyring.sealAt(path) : undefined
      if (looked.has(caseFile) || !seal) return
      looked.add(caseFile)
      if (!hasCopiesLeft(raw, path, seal)) return
      const following = follow(say('sealed.sealing'), path, seal, null)
      finishing = following.catch(() => undefined)
      tell(path, await following)
    },
  }
}
