import path from 'node:path'
import { say } from '../../say.ts'
import { type Answer, ask, openAt, type Place, valueIn } from '../verb.ts'

/** `backup CASE`: into the folder of its backups, looked through; with `-o OUT` a copy where it is told. */
export async function backUp(place: Place, { file, out }: { file: string; out: string | undefined }): Promise<Answer> {
  await openAt(place, file)
  if (out !== undefined) {
    valueIn(await place.workbench.copyTo(out))
    return {
      document: { case: path.resolve(file), backup: path.resolve(out) },
      text: `${say('cli.exported', { file: out })}\n`,
    }
  }
  const { made, bytes, state, savedAt } = await ask(place, 'backups.make', {})
  return {
    document: { case: path.resolve(file), made, bytes, state, savedAt },
    text: `${say(state === 'damaged' ? 'cli.backupDamaged' : 'cli.backedUp', { file, size: Math.ceil(bytes / 1024) })}\n`,
    failed: state === 'damaged',
  }
}

/** `restore CASE BACKUP`: the case is kept under another name beside it. */
export async function restoreBackup(place: Place, { file, backup }: { file: string; backup: string }): Promise<Answer> {
  const { keptAs } = valueIn(await place.workbench.restore(file, backup))
  return {
    document: { case: path.resolve(file), backup: path.resolve(backup), keptAs },
    text: `${say('cli.restored', { file, backup, keptAs })}\n`,
  }
}

/** `recover CASE -o OUT`: what is lost makes it fail, with everything else in OUT. */
export async function recoverInto(place: Place, { file, out }: { file: string; out: string }): Promise<Answer> {
  const { lost, rebuilt } = valueIn(await place.workbench.recover(file, out))
  const lines = [...lost, ...rebuilt, say('cli.recovered', { file, out, lost: lost.length, rebuilt: rebuilt.length })]
  return {
    document: { case: path.resolve(file), recovered: path.resolve(out), lost, rebuilt },
    text: `${lines.join('\n')}\n`,
    failed: lost.length > 0,
  }
}
