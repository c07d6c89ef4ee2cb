import { basename } from 'node:path'
import type { ImportResult } from '../shared/contract/sources.ts'
import type { InputOf, OutputOf } from '../shared/contract.ts'
import { type Outcome, Refused, refusal } from '../shared/outcome.ts'
import type { ReadFile, TakeSlice } from './cli/importer.ts'

/** Reads an untrusted file as a draft, apart from the case, and hands its slices on while it does. */
export type ReadApart = (path: string, take: TakeSlice) => Promise<ReadFile>

/** How the workbench is asked to keep it. */
export type Call = {
  (name: 'files.add', input: InputOf<'files.add'>): Promise<Outcome<OutputOf<'files.add'>>>
  (name: 'files.drop', input: InputOf<'files.drop'>): Promise<Outcome<null>>
  (name: 'sources.import', input: InputOf<'sources.import'>): Promise<Outcome<ImportResult>>
}

/** Imports the file at `path` into the open case; `command` is that of the file before in the same import. */
export const importFileAt = async (
  call: Call,
  read: ReadApart,
  path: string,
  command: number | null = null,
): Promise<Outcome<ImportResult>> => {
  let upload: number | null = null
  try {
    const file = await read(path, async bytes => {
      const added = await call('files.add', { upload, bytes })
      if (!added.ok) throw new Refused(added.message, added.code)
      upload = added.value.upload
    })
    if ('draft' in file) return await call('sources.import', { ...file, fileName: basename(path), upload, command })
    if (upload !== null) await call('files.drop', { upload })
    return refusal('refused', file.refusal)
  } catch (error) {
    if (error instanceof Refused) return refusal(error.code, error.message)
    throw error
  }
}
