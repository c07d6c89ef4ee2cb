import { Download, Eye } from 'lucide-react'
import { useState } from 'react'
import type { SourceDescription } from '../../../shared/contract/sources.ts'
import { addressOf } from '../../location.ts'
import { useRead } from '../../query.ts'
import { day, say, size } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { formatOf } from './formats.ts'
import { OriginalDialog, saveOriginal } from './OriginalDialog.tsx'

type Version = SourceDescription['versions'][number]

const factsOf = ({ mediaType, encoding, fileBytes, pages, imageOnlyPages }: Version): string =>
  [
    formatOf(mediaType),
    encoding,
    size(fileBytes),
    pages === 0 ? '' : say('library.pages', { count: pages }),
    imageOnlyPages === 0 ? '' : say('library.imageOnly', { count: imageOnlyPages }),
  ]
    .filter(Boolean)
    .join(' · ')

/** The text versions of a source, each with its file as it was imported, and what was noticed in importing. */
export const SourceTexts = ({ described: { source, versions, original } }: { described: SourceDescription }) => {
  const { value: [counted] = [] } = useRead('sources.words', { ids: [source.id] })
  const [looked, setLooked] = useState<Version | null>(null)
  return (
    <>
      <h3 className="label">{say('sources.texts')}</h3>
      <ul className="small sources-versions-list">
        {versions.map(version => (
          <li key={version.id}>
            <span>
              {say('sources.versionLine', {
                number: version.number,
                reason: version.reason,
                file: version.fileName,
                date: day(version.created),
              })}
              <span className="muted sources-from">{factsOf(version)}</span>
              {version.note === '' ? null : <span className="muted sources-from">{version.note}</span>}
            </span>
            <Button
              look="quiet"
              iconOnly
              icon={<Eye size={14} />}
              label={say('library.openOriginalOf', { number: version.number })}
              onClick={() => setLooked(version)}
            />
            <Button
              look="quiet"
              iconOnly
              icon={<Download size={14} />}
              label={say('library.saveOriginalOf', { number: version.number })}
              onClick={() => void saveOriginal(version)}
            />
          </li>
        ))}
        <li>
          <a href={addressOf('texts', source.id)}>{say('texts.manage')}</a>
        </li>
        {counted ? <li className="muted">{say('sources.words', { count: counted.words })}</li> : null}
      </ul>
      {original ? <p className="small muted">{say('sources.original', { title: original.title })}</p> : null}
      {source.warnings.length === 0 ? null : (
        <>
          <h3 className="label">{say('sources.warnings')}</h3>
          <ul className="small sources-warnings">
            {source.warnings.map(warning => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </>
      )}
      {looked === null ? null : <OriginalDialog version={looked} onClose={() => setLooked(null)} />}
    </>
  )
}
