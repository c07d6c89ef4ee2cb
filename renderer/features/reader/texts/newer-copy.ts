import { useState } from 'react'
import type { SourceId } from '../../../../shared/model/id.ts'
import type { SourceDraft } from '../../../../shared/model/text-version.ts'
import { call } from '../../../api.ts'
import { notify } from '../../../notices.ts'
import { createFileReaders } from '../../../parts/file-reader.ts'
import { sendFile } from '../../../parts/file-slices.ts'
import { forget } from '../../../query.ts'
import { say } from '../../../say.ts'

/** Reads a file in a worker and keeps it as the newest text of a source. What came of it is said in a notice. */
const importCopy = async (source: SourceId, file: File, reached: (words: string) => void): Promise<boolean> => {
  const readers = createFileReaders()
  reached(say('texts.reading', { file: file.name }))
  const read = await readers.read(file, file.name)
  readers.end()
  const problem = 'refusal' in read ? read.refusal : 'draft' in read ? null : say('texts.notACopy', { file: file.name })
  if (problem !== null || !('draft' in read)) {
    notify({ tone: 'problem', text: problem ?? '' })
    return false
  }
  reached(say('texts.keeping', { file: file.name }))
  const kept = await sendFile(file, file.name, last =>
    // The workbench looks the draft of an untrusted file over before it keeps anything.
    call('sources.addCopy', { source, draft: read.draft as SourceDraft, fileName: file.name, ...last }),
  )
  if (kept.ok) forget(kept.changed)
  notify(kept.ok ? { tone: 'plain', text: kept.value.message } : { tone: 'problem', text: kept.message })
  return kept.ok
}

/** The import of one newer copy at a time: what it is at, in words, and how to begin it. */
export const useNewerCopy = (source: SourceId, onKept: () => void) => {
  const [underWay, setUnderWay] = useState<string | null>(null)
  const begin = async (file: File | undefined) => {
    if (file === undefined || underWay !== null) return
    const kept = await importCopy(source, file, setUnderWay)
    setUnderWay(null)
    if (kept) onKept()
  }
  return { underWay, begin }
}
