import { Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { SourceDescription } from '../../../shared/contract/sources.ts'
import { notify } from '../../notices.ts'
import { type OriginalFile, readOriginal } from '../../parts/original-bytes.ts'
import { perform } from '../../query.ts'
import { say, size } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { formatOf } from './formats.ts'
import { OriginalContent } from './OriginalContent.tsx'
import './original.css'

type Version = SourceDescription['versions'][number]

export const saveOriginal = async (version: Version): Promise<void> => {
  const outcome = await perform('files.save', { version: version.id })
  if (outcome.ok && outcome.value.path !== null)
    notify({ tone: 'plain', text: say('parts.saved', { path: outcome.value.path }) })
}

/**
 * The file of a text version as it was imported, shown so that nothing in it can act: characters as characters, pages as
 * pictures, archives as the list of what is in them. Held by test/journeys/library.test.ts.
 */
export const OriginalDialog = ({ version, onClose }: { version: Version; onClose: () => void }) => {
  const [file, setFile] = useState<OriginalFile | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    void readOriginal(version.id, leaving.signal).then(outcome => {
      if (leaving.signal.aborted) return
      if (outcome.ok) setFile(outcome.value)
      else setRefusal(outcome.message)
    })
    return () => leaving.abort()
  }, [version.id])
  const facts = [formatOf(version.mediaType), version.encoding, size(version.fileBytes)].filter(Boolean)
  return (
    <Dialog
      wide
      title={say('library.originalOf', { file: version.fileName })}
      closeLabel={say('shell.close')}
      onClose={onClose}
      footer={
        <>
          <span className="small muted sources-facts">{facts.join(' · ')}</span>
          <Button
            icon={<Download size={16} />}
            label={say('library.saveOriginal')}
            onClick={() => void saveOriginal(version)}
          />
          <Button look="primary" label={say('shell.close')} onClick={onClose} />
        </>
      }
    >
      {refusal === null ? null : <p className="refusal">{refusal}</p>}
      {file === null && refusal === null ? <p className="muted">{say('library.originalReading')}</p> : null}
      {file === null ? null : <OriginalContent file={file} encoding={version.encoding} />}
    </Dialog>
  )
}
