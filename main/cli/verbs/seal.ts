import path from 'node:path'
import { say } from '../../say.ts'
import { type Answer, ask, openAt, type Place } from '../verb.ts'

type Sealed = { file: string; verb: 'seal' | 'unseal' | 'passphrase' }

const done = { seal: 'cli.sealed', unseal: 'cli.unsealed', passphrase: 'cli.passphraseChanged' } as const

/** `seal CASE`, `unseal CASE`, `passphrase CASE`: encrypts the case and its backups, makes them plain again, or changes what opens them. */
export async function sealCase(place: Place, { file, verb }: Sealed): Promise<Answer> {
  await openAt(place, file)
  const state = await ask(place, 'case.state', {})
  const present = state?.sealed ? await place.passphrase('present', file) : '-'
  if (verb === 'unseal') await ask(place, 'case.unseal', { passphrase: present })
  else {
    const next = state?.sealed === (verb === 'passphrase') ? await place.passphrase('new', file) : '--------'
    if (verb === 'seal') await ask(place, 'case.seal', { passphrase: next })
    else await ask(place, 'case.changePassphrase', { current: present, next })
  }
  return {
    document: { case: path.resolve(file), sealed: verb !== 'unseal' },
    text: `${say(done[verb], { file })}\n`,
    // A backup was left as it was.
    failed: place.problems.length > 0,
  }
}
