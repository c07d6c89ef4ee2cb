import { existsSync, realpathSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { done, Refused } from '../../shared/outcome.ts'
import { localDay } from '../../shared/rules/local-day.ts'
import type { AtDesk, Reading } from '../operation.ts'
import { readCaseInfo } from '../records/case-info.ts'
import { changesOfCommand, lifeOf } from '../records/life.ts'
import { nameVersion as keepName, latestCommands, namedVersions, sizeOfLog } from '../records/log.ts'
import { fileNameOf } from '../save-as.ts'
import { say } from '../say.ts'
import { openCase } from '../store/case-file.ts'
import { inSteps } from '../task.ts'

export const list: Reading<'history.list'> = (db, { limit, before }) => latestCommands(db, limit, before)

export const changes: Reading<'history.changes'> = (db, { tx }) => changesOfCommand(db, tx)

export const ofRecord: Reading<'history.ofRecord'> = (db, { record, id }) => lifeOf(db, record, id)

export const versions: Reading<'history.versions'> = db => namedVersions(db)

export const size: Reading<'history.size'> = db => sizeOfLog(db)

export const undo: AtDesk<'history.undo'> = desk => desk.needCase().undo()

export const redo: AtDesk<'history.redo'> = desk => desk.needCase().redo()

export const takeBack: AtDesk<'history.takeBack'> = (desk, { tx }) =>
  desk.needCase().takeBack(tx, (label, isUndo) => say(isUndo ? 'changes.broughtBack' : 'changes.takenBack', { label }))

/** A name is no command: it stands beside the log, and undo passes it by. */
export const nameVersion: AtDesk<'history.nameVersion'> = (desk, { tx, name }) => {
  desk.needCase().write('nameVersion', db => keepName(db, tx, name.trim()))
  // The kinds of record that make the history read again; none of them changed.
  return done(null, ['caseInfo'])
}

/** Copies the case beside the place, takes the copy back, and puts it in place whole: the case itself is only read. */
export const saveAsOf: AtDesk<'history.saveAsOf'> = async (desk, { tx }) => {
  const caseFile = desk.needCase()
  const { at, name } = caseFile.read(db => {
    const command = db.get<{ at: string }>('select at from tx where id = ?', [tx])
    if (!command) throw new Refused(say('changes.noCommand'), 'stale')
    return { at: command.at, name: readCaseInfo(db).name }
  })
  const suggested = fileNameOf(say('changes.asOfName', { name, day: localDay(at) }), 'gloss')
  const target = await desk.host.chooseSave({ suggested, kind: 'gloss' })
  if (target === null) return done({ path: null, degraded: [] })
  if (existsSync(target) && realpathSync(target) === caseFile.path)
    throw new Refused(say('changes.ontoItself', { path: target }))
  const beside = `${target}.part`
  await desk.tasks.run(say('changes.savingAsOf', { name: path.basename(target) }), async task => {
    try {
      await inSteps(caseFile.copy(beside), task, (done, total) => (40 * done) / total)
      const copy = await openCase(beside, desk.files ? { files: desk.files } : {})
      if (!copy.ok) throw new Refused(copy.message, copy.code)
      try {
        await inSteps(copy.value.rewind(tx), task, (done, total) => 40 + (55 * done) / total)
        // What came later must not be left in the free pages of a file that is given away.
        if (copy.value.read(pagesOf) < mostPages) copy.value.compact()
      } finally {
        copy.value.close()
      }
      renameSync(beside, target)
    } finally {
      for (const left of [beside, `${beside}-wal`]) if (existsSync(left)) rmSync(left)
    }
  })
  return done({ path: target, degraded: [] })
}

/** Pages of 4 KB up to which a copy is made compact, for which it is in memory whole: 256 MB. */
const mostPages = 65_536

const pagesOf = (db: { get<Row>(sql: string): Row | undefined }): number =>
  Number(Object.values(db.get<Record<string, number>>('pragma page_count') ?? {})[0] ?? 0)

/** It cannot be undone, so there is a backup of what was. */
export const merge: AtDesk<'history.merge'> = async (desk, { before }) => {
  await desk.safekeeping.make(desk.needCase())
  return desk.tasks.run(say('changes.merging'), async task => {
    const merged = await inSteps(desk.needCase().merge(before), task, (done, total) => (100 * done) / total)
    return done({ merged }, ['caseInfo'])
  })
}
