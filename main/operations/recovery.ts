import { basename, extname } from 'node:path'
import { spokenLocale } from '../../shared/language.ts'
import { recordName } from '../../shared/model/record-name.ts'
import { done } from '../../shared/outcome.ts'
import { recoveryReport } from '../exporters/recovery-report.ts'
import type { AtDesk, Desk } from '../operation.ts'
import { recordCounts } from '../records/check-records.ts'
import { fileNameOf, saveAs } from '../save-as.ts'
import { say } from '../say.ts'

export const survey: AtDesk<'case.survey'> = (desk, { obstacle }) =>
  desk.tasks.run(say('keeping.surveying'), async task =>
    done(await desk.survey(desk.obstacles.pathOf(obstacle), progress => task.reached(progress.done, progress.total))),
  )

export const recover: AtDesk<'case.recover'> = async (desk, { obstacle }) => {
  const path = desk.obstacles.pathOf(obstacle)
  const name = basename(path, extname(path))
  const target = await desk.host.chooseNewCase(say('keeping.recoveredName', { name }))
  if (target === null) return done({ opened: false, obstacle: null, saved: [], lost: [], rebuilt: [] })
  const recovered = await desk.recover(path, target)
  if (!recovered.ok) return recovered
  const { lost, rebuilt } = recovered.value
  return done({ opened: true, obstacle: null, saved: savedIn(desk), lost, rebuilt }, recovered.changed)
}

/** What the new case holds, in the order of the model. */
const savedIn = (desk: Desk) => {
  const counts = desk.needCase().read(recordCounts)
  return recordName.options.flatMap(record => {
    const count = counts[record] ?? 0
    return count === 0 ? [] : [{ record, count }]
  })
}

export const saveReport: AtDesk<'case.saveRecoveryReport'> = async (desk, { fileName, ...recovered }) => {
  const name = basename(fileName, extname(fileName))
  const suggested = fileNameOf(say('recovery.reportName', { name }), 'txt')
  const path = await desk.host.chooseSave({ suggested, kind: 'txt' })
  if (path === null) return done({ path, degraded: [] })
  const { version } = await desk.host.about()
  const moment = new Date().toLocaleString(spokenLocale(), { dateStyle: 'long', timeStyle: 'short' })
  saveAs(path, recoveryReport({ name: fileName, moment, version, ...recovered }))
  return done({ path, degraded: [] })
}
