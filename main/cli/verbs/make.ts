import path from 'node:path'
import { say } from '../say.ts'
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
  valueIn(await place.workbench.openSample({ path: file, ...(originals === undefined ? {} : { originals }) }))
  const state = await ask(place, 'case.state', {})
  const counts = state?.counts
  const { sources = 0, excerpts = 0, claims = 0, openConflicts: conflicts = 0, risks = 0 } = counts ?? {}
  return {
    document: { case: path.resolve(file), counts },
    text: `${say('cli.sampleMade', { file, sources, excerpts, claims, conflicts, risks })}\n`,
  }
}
