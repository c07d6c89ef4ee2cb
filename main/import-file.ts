import type { ReferencesResult } from '../shared/contract/library.ts'
import type { ImportResult } from '../shared/contract/sources.ts'
import type { InputOf, OutputOf } from '../shared/contract.ts'
import type { SourceId } from '../shared/model/id.ts'
import { type Outcome, Refused } from '../shared/outcome.ts'
import { shownPath } from '../shared/rules/file-names.ts'
import type { FileToRead, ReadFile, TakeSlice } from './cli/importer.ts'

/** Reads an untrusted file, apart from the case, and hands its slices on while it does. */
export type ReadApart = (file: FileToRead, take: TakeSlice) => Promise<ReadFile>

/** How the workbench is asked to keep it. */
export type Call = {
  (name: 'files.add', input: InputOf<'files.add'>): Promise<Outcome<OutputOf<'files.add'>>>
  (name: 'files.drop', input: InputOf<'files.drop'>): Promise<Outcome<null>>
  (name: 'sources.import', input: InputOf<'sources.import'>): Promise<Outcome<ImportResult>>
  (name: 'sources.importReferences', input: InputOf<'sources.importReferences'>): Promise<Outcome<ReferencesResult>>
}

/** Where in an import a file stands: the command of the one before, and the source that it came in. */
export type Place = { command: number | null; enclosedIn: SourceId | null }

/** What became of a file, and the files that came in it, which are to be imported after it. */
export type Arrived =
  | (ImportResult & { enclosed: FileToRead[] })
  | { outcome: 'references'; message: string }
  | { outcome: 'failed'; message: string; unknownKind: boolean }

const failed = (message: string): Arrived => ({ outcome: 'failed', message, unknownKind: false })

/** Imports a file into the open case. Whatever is the matter with the file is an outcome; nothing of a failed one is kept. */
export const importFileAt = async (
  call: Call,
  read: ReadApart,
  file: FileToRead,
  place: Place = { command: null, enclosedIn: null },
): Promise<Arrived> => {
  let upload: number | null = null
  const fileName = shownPath(file.name)
  try {
    const made = await read({ ...file, name: fileName }, async bytes => {
      const added = await call('files.add', { upload, bytes })
      if (!added.ok) throw new Refused(added.message, added.code)
      upload = added.value.upload
    })
    if ('draft' in made) {
      const { draft, bytes } = made
      const kept = await call('sources.import', { ...place, draft, bytes, fileName, upload })
      if (!kept.ok) return failed(kept.message)
      return { ...kept.value, enclosed: made.enclosed.map(one => ({ name: one.name, from: one.bytes })) }
    }
    if (upload !== null) await call('files.drop', { upload })
    if ('refusal' in made) return { outcome: 'failed', message: made.refusal, unknownKind: made.unknownKind }
    const kept = await call('sources.importReferences', { fileName, references: made.references })
    if (!kept.ok) return failed(kept.message)
    return { outcome: 'references', message: [kept.value.message, ...made.warnings].join(' ') }
  } catch (error) {
    if (error instanceof Refused) return failed(error.message)
    throw error
  }
}
