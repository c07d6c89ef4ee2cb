import { basename } from 'node:path'
import type { Opening } from '../../shared/contract/safety.ts'
import { recordName } from '../../shared/model/record-name.ts'
import { done, type Outcome, refusal } from '../../shared/outcome.ts'
import { type AtDesk, logged, type Writing } from '../operation.ts'
import { readCaseInfo, updateCaseInfo } from '../records/case-info.ts'
import { bareExcerpts, briefings, claims, conflicts, notes, risks, sources } from '../records/tables.ts'
import { say } from '../say.ts'

export const state: AtDesk<'case.state'> = desk => {
  const caseFile = desk.caseFile()
  if (!caseFile) return done(null)
  const { undo, redo, savedAt } = caseFile.history()
  return done(
    caseFile.read(db => {
      const { name, analyst, marking, scheme } = readCaseInfo(db)
      return {
        name,
        fileName: basename(caseFile.path),
        analyst,
        marking,
        scheme,
        readOnly: caseFile.readOnly,
        sealed: caseFile.sealed,
        savedAt,
        undo,
        redo,
        counts: {
          sources: sources.count(db),
          excerpts: bareExcerpts.count(db),
          claims: claims.count(db),
          openConflicts: conflicts.count(db, `state = 'open'`),
          risks: risks.count(db),
          notes: notes.count(db),
          briefings: briefings.count(db),
        },
      }
    }),
  )
}

export const recent: AtDesk<'case.recent'> = desk => done(desk.recent.list())

/** Another case on the desk: everything that was read of the one before is out of date. */
const opened = (outcome: Outcome<Opening>): Outcome<Opening> =>
  outcome.ok && outcome.value.opened ? done(outcome.value, [...recordName.options]) : outcome

const dialogClosed = done<Opening>({ opened: false, obstacle: null })

export const create: AtDesk<'case.create'> = async desk => {
  const path = await desk.host.chooseNewCase('Case.gloss')
  return path === null ? dialogClosed : opened(await desk.create(path))
}

export const open: AtDesk<'case.open'> = async desk => {
  const path = await desk.host.chooseOpenCase()
  return path === null ? dialogClosed : opened(await desk.open(path))
}

export const openRecent: AtDesk<'case.openRecent'> = async (desk, { id }) => {
  const path = desk.recent.pathOf(id)
  if (path === undefined) return refusal('stale', say('refusal.recentGone'))
  if (desk.recent.list().some(one => one.id === id && one.state === 'missing')) return desk.obstacles.missing(path)
  const outcome = await desk.open(path)
  if (outcome.ok && outcome.value.obstacle?.kind === 'damaged') desk.recent.foundDamaged(path)
  return opened(outcome)
}

export const forgetRecent: AtDesk<'case.forgetRecent'> = (desk, { id }) => {
  desk.recent.remove(desk.recent.pathOf(id) ?? desk.obstacles.pathOf(id))
  return done(null, ['caseInfo'])
}

export const openHanded: AtDesk<'case.openHanded'> = async (desk, { id }) =>
  opened(await desk.open(desk.handed.pathOf(id)))

export const openSample: AtDesk<'case.openSample'> = async desk => opened(await desk.openSample())

export const openReadOnly: AtDesk<'case.openReadOnly'> = async (desk, { obstacle }) =>
  opened(await desk.lookAt(desk.obstacles.pathOf(obstacle)))

export const close: AtDesk<'case.close'> = async desk => {
  await desk.close()
  return done(null, [...recordName.options])
}

export const update: Writing<'case.update'> = (db, patch) => {
  updateCaseInfo(db, patch)
  return logged(say('log.caseChanged'), null)
}
