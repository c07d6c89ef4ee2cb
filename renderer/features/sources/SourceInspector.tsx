import { BookOpen, CheckCheck, FileSearch, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { SourceDescription } from '../../../shared/contract/sources.ts'
import { reliability } from '../../../shared/model/grades.ts'
import { type Bibliography, bibliographicField, type Source, sourceKind } from '../../../shared/model/source.ts'
import { fieldFrom, fieldLine } from '../../../shared/rules/statements.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { useCommands } from '../../commands.ts'
import { moveTo, navigate, useLocation } from '../../location.ts'
import { Backlinks } from '../../parts/Backlinks.tsx'
import { InlineDate, InlineField } from '../../parts/InlineField.tsx'
import { reliabilityWords, titleOf } from '../../parts/names.ts'
import { RecordHistory } from '../../parts/RecordHistory.tsx'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { choicesOf, SelectField } from '../../ui/Field.tsx'
import { CitationMenu } from './CitationMenu.tsx'
import { DateReadings } from './DateReadings.tsx'
import { OriginalDialog } from './OriginalDialog.tsx'
import { SourceResemblances } from './resemblances/SourceResemblances.tsx'
import { SourceCollections } from './SourceCollections.tsx'
import { SourceLineage } from './SourceLineage.tsx'
import { SourceTags } from './SourceTags.tsx'
import { SourceTexts } from './SourceTexts.tsx'
import { StatedField } from './StatedField.tsx'
import { UnreadTerms } from './UnreadTerms.tsx'
import type { LibrarySource } from './use-library.ts'
import './inspector.css'

type Patch = Partial<Bibliography & Pick<Source, 'reliability' | 'reliabilityReason' | 'lineage' | 'tags' | 'comment'>>

type SourceInspectorProps = { row: LibrarySource; onChoose: (id: string) => void }

/** All that is known of one source, each field edited where it stands. What the document does not state says so. */
export const SourceInspector = ({ row, onChoose }: SourceInspectorProps) => {
  const { value: described } = useRead('sources.describe', { id: row.id })
  if (described === undefined) return null
  return <Described row={row} described={described} onChoose={onChoose} />
}

const Described = ({ row, described, onChoose }: SourceInspectorProps & { described: SourceDescription }) => {
  const { source, versions } = described
  // The reader leads here to the file of a text version: `#/sources/SOURCE?original=VERSION`.
  const { id: addressed, query } = useLocation()
  const wanted = addressed === source.id ? versions.find(({ id }) => id === query.original) : undefined
  const [looked, setLooked] = useState(wanted ?? null)
  const lookAtNewest = () => setLooked(versions.at(-1) ?? null)
  const lookAway = () => {
    setLooked(null)
    if (wanted) moveTo('sources', source.id)
  }
  const save = (patch: Patch) => void perform('sources.update', { ids: [source.id], patch })
  const unaccepted = bibliographicField.options.filter(field => !source.accepted.includes(field))
  const acceptAll = () => {
    if (unaccepted.length > 0) void perform('sources.accept', { ids: [source.id], fields: unaccepted })
  }
  const group = say('sources.group')
  useCommands([
    { id: 'sources.original', title: say('library.openOriginal'), group, shortcut: 'O', run: lookAtNewest },
    { id: 'sources.acceptAll', title: say('library.acceptAll'), group, shortcut: 'Mod+Shift+Enter', run: acceptAll },
  ])
  const line = (field: 'title' | 'authors' | 'publisher' | 'url' | 'language', label: string, long = false) => (
    <StatedField source={source} field={field} name={label} onSave={save}>
      <InlineField
        label={label}
        value={fieldLine(source, field)}
        long={long}
        onSave={words => save(fieldFrom(field, words) ?? {})}
      />
    </StatedField>
  )
  const date = (field: 'published' | 'accessed', label: string) => (
    <StatedField source={source} field={field} name={label} onSave={save}>
      <InlineDate label={label} value={source[field]} onSave={value => save({ [field]: value })} />
    </StatedField>
  )
  return (
    <section className="sources-inspector" aria-label={say('sources.inspector')}>
      <header>
        <h2>{say('library.source')}</h2>
        <RecordHistory record="source" id={source.id} name={titleOf(source)} />
        <CitationMenu ids={[source.id]} />
        <Button
          look="quiet"
          iconOnly
          icon={<FileSearch size={16} />}
          label={say('library.openOriginal')}
          onClick={lookAtNewest}
        />
        <Button
          look="primary"
          icon={<BookOpen size={16} />}
          label={say('sources.open')}
          onClick={() => navigate('reader', source.id)}
        />
      </header>
      {row.proposed === 0 ? null : (
        <p className="sources-proposed small">
          <span>{say('library.proposedHere', { count: row.proposed })}</span>
          <Button writes icon={<CheckCheck size={14} />} label={say('library.acceptAll')} onClick={acceptAll} />
        </p>
      )}
      <div className="sources-name">{line('title', say('sources.title'), true)}</div>
      {line('authors', say('sources.authors'))}
      {line('publisher', say('sources.publisher'))}
      {date('published', say('sources.published'))}
      {source.statements.some(({ field, readings }) => field === 'published' && readings.length > 1) ? null : (
        <DateReadings source={source} />
      )}
      <div className="sources-pair">
        <StatedField source={source} field="kind" name={say('sources.kind')} onSave={save}>
          <SelectField
            writes
            label={say('sources.kind')}
            value={source.kind}
            choices={choicesOf(sourceKind.options, one => nameOf('sourceKind', one))}
            onChoose={kind => save({ kind })}
          />
        </StatedField>
        {line('language', say('sources.language'))}
      </div>
      {line('url', say('sources.url'))}
      <div className="sources-pair">
        {date('accessed', say('sources.accessed'))}
        <InlineField
          label={say('sources.publishedAsStated')}
          value={source.publishedStated}
          onSave={publishedStated => save({ publishedStated })}
        />
      </div>
      <SelectField
        writes
        label={say('sources.reliability')}
        value={source.reliability}
        choices={reliability.options.map(value => ({ value, label: reliabilityWords(value) }))}
        onChoose={grade => save({ reliability: grade })}
      />
      <InlineField
        label={say('sources.reliabilityReason')}
        value={source.reliabilityReason}
        long
        onSave={reason => save({ reliabilityReason: reason })}
      />
      <SourceLineage lineage={source.lineage} onSave={lineage => save({ lineage })} />
      <SourceResemblances id={source.id} onChoose={onChoose} />
      <SourceCollections id={source.id} collections={source.collections} />
      <SourceTags tags={source.tags} onSave={tags => save({ tags })} />
      <Backlinks record="source" id={source.id} />
      <InlineField label={say('sources.comment')} value={source.comment} long onSave={comment => save({ comment })} />
      <Enclosures described={described} onChoose={onChoose} />
      <UnreadTerms id={source.id} count={row.unread} />
      <SourceTexts described={described} />
      <Removal id={source.id} />
      {looked === null ? null : <OriginalDialog version={looked} onClose={lookAway} />}
    </section>
  )
}

type EnclosuresProps = { described: SourceDescription; onChoose: (id: string) => void }

/** The mail a source came in, and what came in it. */
const Enclosures = ({ described: { enclosing, enclosed }, onChoose }: EnclosuresProps) => {
  const link = (one: { id: string; title: string }) => (
    <button key={one.id} type="button" className="sources-link" onClick={() => onChoose(one.id)}>
      {titleOf(one)}
    </button>
  )
  if (enclosing === null && enclosed.length === 0) return null
  return (
    <div className="sources-enclosures">
      {enclosing === null ? null : (
        <p className="small">
          {say('library.cameIn')} {link(enclosing)}
        </p>
      )}
      {enclosed.length === 0 ? null : (
        <>
          <h3 className="label">{say('library.cameInIt')}</h3>
          <ul className="small">
            {enclosed.map(one => (
              <li key={one.id}>{link(one)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** Removing is undone rather than asked about; what goes with the source is said before. */
const Removal = ({ id }: Pick<Source, 'id'>) => {
  const { value: goes } = useRead('sources.removal', { id })
  return (
    <div className="sources-removal">
      <p className="small muted">{goes === undefined ? null : say('sources.removeWhat', goes)}</p>
      <Button
        writes
        icon={<Trash2 size={16} />}
        label={say('sources.remove')}
        onClick={() => void perform('sources.remove', { id })}
      />
    </div>
  )
}
