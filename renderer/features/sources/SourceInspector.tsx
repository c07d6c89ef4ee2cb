import { BookOpen, Trash2 } from 'lucide-react'
import type { SourceRow } from '../../../shared/contract/sources.ts'
import { reliability } from '../../../shared/model/grades.ts'
import { type Source, sourceKind } from '../../../shared/model/source.ts'
import { navigate } from '../../location.ts'
import { reliabilityWords, titleOf } from '../../parts/names.ts'
import { RecordHistory } from '../../parts/RecordHistory.tsx'
import { perform, useRead } from '../../query.ts'
import { day, say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { choicesOf, SelectField } from '../../ui/Field.tsx'
import { DateReadings } from './DateReadings.tsx'
import { InlineDate, InlineField } from './InlineField.tsx'
import { SourceLineage } from './SourceLineage.tsx'
import { SourceTags } from './SourceTags.tsx'

type Patch = Partial<Omit<Source, 'id' | 'created' | 'updated' | 'warnings'>>

/** All that is known of one source, each field edited where it stands. What the document does not state says so. */
export const SourceInspector = ({ source }: { source: SourceRow }) => {
  const { value: described } = useRead('sources.describe', { id: source.id })
  const save = (patch: Patch) => void perform('sources.update', { ids: [source.id], patch })
  return (
    <section className="sources-inspector" aria-label={say('sources.inspector')}>
      <header>
        <h2>{say('sources.inspector')}</h2>
        <RecordHistory record="source" id={source.id} name={titleOf(source)} />
        <Button
          look="primary"
          icon={<BookOpen size={16} />}
          label={say('sources.open')}
          onClick={() => navigate('reader', source.id)}
        />
      </header>
      <div className="sources-name">
        <InlineField label={say('sources.title')} value={source.title} long onSave={title => save({ title })} />
      </div>
      <InlineField
        label={say('sources.authors')}
        value={source.authors.join('; ')}
        onSave={names =>
          save({
            authors: names
              .split(';')
              .map(name => name.trim())
              .filter(Boolean),
          })
        }
      />
      <div className="sources-pair">
        <InlineField
          label={say('sources.publisher')}
          value={source.publisher}
          onSave={publisher => save({ publisher })}
        />
        <SelectField
          writes
          label={say('sources.kind')}
          value={source.kind}
          choices={choicesOf(sourceKind.options)}
          onChoose={kind => save({ kind })}
        />
        <InlineDate
          label={say('sources.published')}
          value={source.published}
          onSave={published => save({ published })}
        />
        <InlineField label={say('sources.language')} value={source.language} onSave={language => save({ language })} />
      </div>
      <DateReadings source={source} />
      <SelectField
        writes
        label={say('sources.reliability')}
        value={source.reliability}
        choices={reliability.options.map(value => ({ value, label: reliabilityWords(value) }))}
        onChoose={grade => save({ reliability: grade })}
      />
      <InlineField
        label={say('sources.reliabilityReason')}
        value={described?.source.reliabilityReason ?? ''}
        long
        onSave={reason => save({ reliabilityReason: reason })}
      />
      <SourceLineage lineage={source.lineage} onSave={lineage => save({ lineage })} />
      <SourceTags tags={source.tags} onSave={tags => save({ tags })} />
      <InlineField
        label={say('sources.comment')}
        value={described?.source.comment ?? ''}
        long
        onSave={comment => save({ comment })}
      />
      <div className="sources-pair">
        <InlineField
          label={say('sources.publishedAsStated')}
          value={source.publishedStated}
          onSave={publishedStated => save({ publishedStated })}
        />
        <InlineDate label={say('sources.accessed')} value={source.accessed} onSave={accessed => save({ accessed })} />
      </div>
      <InlineField label={say('sources.url')} value={source.url} onSave={url => save({ url })} />
      <Texts source={source} />
      <Removal source={source} />
    </section>
  )
}

const Texts = ({ source }: { source: SourceRow }) => {
  const { value: detail } = useRead('sources.describe', { id: source.id })
  const { value: [counted] = [] } = useRead('sources.words', { ids: [source.id] })
  return (
    <>
      <h3 className="label">{say('sources.texts')}</h3>
      <ul className="small">
        {detail?.versions.map(version => (
          <li key={version.id}>
            {say('sources.versionLine', {
              number: version.number,
              reason: version.reason,
              file: version.fileName,
              date: day(version.created),
            })}
          </li>
        ))}
        {counted ? <li className="muted">{say('sources.words', { count: counted.words })}</li> : null}
      </ul>
      {detail?.original ? (
        <p className="small muted">{say('sources.original', { title: detail.original.title })}</p>
      ) : null}
      {detail === undefined || detail.source.warnings.length === 0 ? null : (
        <>
          <h3 className="label">{say('sources.warnings')}</h3>
          <ul className="small sources-warnings">
            {detail.source.warnings.map(warning => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** Removing is undone rather than asked about; what goes with the source is said before. */
const Removal = ({ source }: { source: SourceRow }) => {
  const { value: goes } = useRead('sources.removal', { id: source.id })
  return (
    <div className="sources-removal">
      <p className="small muted">{goes === undefined ? null : say('sources.removeWhat', goes)}</p>
      <Button
        writes
        icon={<Trash2 size={16} />}
        label={say('sources.remove')}
        onClick={() => void perform('sources.remove', { id: source.id })}
      />
    </div>
  )
}
