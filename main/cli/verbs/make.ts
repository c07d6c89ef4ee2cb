import { statSync } from 'node:fs'
import path from 'node:path'
import { Refused } from '../../../shared/outcome.ts'
import { say } from '../../say.ts'
import { type Answer, ask, type Place, valueIn } from '../verb.ts'

/** `new CASE`: an empty case. */
export async function makeCase({ workbench }: Place, { file }: { file: string }): Promise<Answer> {
  valueIn(await workbench.create(file))
  return { document: { case: path.resolve(file) }, text: `${say('cli.made', { file })}\n` }
}

/** `sample CASE`: the sample case, with the real articles where a directory has them. */
export async function makeSample(
  place: Place,
  command: { file: string; originals: string | undefined },
): Promise<Answer> {
  const { file, originals } = command
  if (originals !== undefined && !isDirectory(originals)) throw new Refused(say('cli.noDirectory', { originals }))
  valueIn(await place.workbench.openSample({ path: file, ...(originals === undefined ? {} : { originals }) }))
  const counts = (await ask(place, 'case.state', {}))?.counts
  const { sources = 0, excerpts = 0, claims = 0, openConflicts: conflicts = 0, risks = 0 } = counts ?? {}
  const arrived = (await ask(place, 'sources.list', {})).filter(({ versions }) => versions > 1).length
  const lines = [
    say('cli.sampleMade', { file, sources, excerpts, claims, conflicts, risks }),
    ...(originals === undefined ? [] : [say('cli.originals', { arrived, sources, originals })]),
  ]
  return {
    document: { case: path.resolve(file), originals: arrived, counts },
    text: `${lines.join('\n')}\n`,
    failed: originals !== undefined && arrived < sources,
  }
}

const isDirectory = (directory: string) => statSync(directory, { throwIfNoEntry: false })?.isDirectory() ?? false
