import { mostSliceBytes } from '../../shared/contract/files.ts'
import { type Outcome, type Refusal, refusal } from '../../shared/outcome.ts'
import { call } from '../api.ts'
import { say } from '../say.ts'

/** The end of a file on its way into the case: its last slice, and the upload that has those before. */
export type LastSlice = { bytes: Uint8Array<ArrayBuffer>; upload: number | null }

/** The bytes of a file from one of them on. Read from the file itself, never from a worker that has met its content. */
const sliceOf = async (file: File, from: number): Promise<Uint8Array<ArrayBuffer> | null> => {
  try {
    return new Uint8Array(await file.slice(from, from + mostSliceBytes).arrayBuffer())
  } catch {
    return null
  }
}

/**
 * Sends a file slice by slice; `keep` does with the last what makes a record of it. `name` is what the file is called
 * in a refusal. Given up between two slices, nothing of the file is kept. A draft that the workbench finds no draft is
 * refused as nonsense of its reader.
 */
export const sendFile = async <Value>(
  file: File,
  name: string,
  keep: (last: LastSlice) => Promise<Outcome<Value>>,
  signal?: AbortSignal,
): Promise<Outcome<Value>> => {
  let upload: number | null = null
  const givenUp = async (because: Refusal) => {
    if (upload !== null) await call('files.drop', { upload })
    return because
  }
  for (let from = 0; ; ) {
    if (signal?.aborted) return givenUp(refusal('refused', say('imports.outcome.cancelled')))
    const bytes = await sliceOf(file, from)
    if (bytes === null) return givenUp(refusal('refused', say('imports.gone', { file: name })))
    from += bytes.length
    if (from >= file.size) {
      const kept = await keep({ bytes, upload })
      if (kept.ok || kept.code !== 'invalid') return kept
      return givenUp(refusal('invalid', say('imports.nonsense', { file: name, reason: kept.message })))
    }
    const added: Outcome<{ upload: number }> = await call('files.add', { upload, bytes })
    if (!added.ok) return givenUp(added)
    upload = added.value.upload
  }
}
