import { recordName } from '../../shared/model/record-name.ts'
import { done } from '../../shared/outcome.ts'
import type { AtDesk } from '../operation.ts'

export const unlock: AtDesk<'case.unlock'> = async (desk, { obstacle, passphrase }) => {
  const path = desk.obstacles.pathOf(obstacle)
  const outcome = await desk.sealing.unlock(path, passphrase)
  // The passphrase was right, and nothing is there but the backups that it opens.
  if (!outcome.ok && outcome.code === 'refused' && desk.files?.stamp(path) === null) return desk.obstacles.missing(path)
  return outcome.ok && outcome.value.opened ? done(outcome.value, [...recordName.options]) : outcome
}

export const seal: AtDesk<'case.seal'> = (desk, { passphrase }) => desk.sealing.seal(passphrase)

export const changePassphrase: AtDesk<'case.changePassphrase'> = (desk, { current, next }) =>
  desk.sealing.change(current, next)

export const unseal: AtDesk<'case.unseal'> = (desk, { passphrase }) => desk.sealing.unseal(passphrase)
