import { CheckCheck, Eraser, FolderInput, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { type Reliability, reliability } from '../../../shared/model/grades.ts'
import type { SourceId, TagId } from '../../../shared/model/id.ts'
import {
  type BibliographicField,
  type Bibliography,
  bibliographicField,
  type Source,
  sourceKind,
} from '../../../shared/model/source.ts'
import { readPartialDate } from '../../../shared/rules/read-date.ts'
import { fieldFrom, fieldLine } from '../../../shared/rules/statements.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { reliabilityWords, titleOf } from '../../parts/names.ts'
import { TagPicker } from '../../parts/TagPicker.tsx'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { type Choice, choicesOf, SelectField, TextField } from '../../ui/Field.tsx'
import { CitationMenu } from './CitationMenu.tsx'
import { CollectionPicker } from './CollectionPicker.tsx'
import type { LibrarySource } from './use-library.ts'

/** The fields of many sources that are edited as a line. Titles and addresses belong to one source each. */
const lines = ['authors', 'publisher', 'published', 'accessed', 'language'] as const satisfies BibliographicField[]
type Line = (typeof lines)[number]

const labels = {
  authors: 'sources.authors',
  publisher: 'sources.publisher',
  published: 'sources.published',
  accessed: 'sources.accessed',
  language: 'sources.language',
} as const

/** What is to become of a line: other words, or nothing at all. A line that is not here stays as it is. */
type Lines = Partial<Record<Line, string>>
type Choices = Partial<Pick<Source, 'kind' | 'reliability' | 'lineage' | 'reliabilityReason'>>

const faultIn = (field: Line, words: string | undefined): string | undefined =>
  (field === 'published' || field === 'accessed') && words?.trim() && readPartialDate(words) === null
    ? say('parts.dateShape')
    : undefined

const patchOf = (edited: Lines): Partial<Bibliography> =>
  Object.assign({}, ...lines.map(field => (edited[field] === undefined ? null : fieldFrom(field, edited[field] ?? ''))))

/** What the sources say in a field, where they all say the same; else how many different things they say. */
const common = (sources: readonly LibrarySource[], field: Line): string => {
  const values = new Set(sources.map(source => fieldLine(source, field)))
  const [value] = values
  return values.size > 1 ? say('library.differing', { count: values.size }) : value || say('parts.notStated')
}

/** Changes several sources at once, in one step of undo: only what is filled in here. */
export const BulkEditor = ({ sources }: { sources: readonly LibrarySource[] }) => {
  const { value: lineages = [] } = useRead('lineages.list', {})
  const [edited, setEdited] = useState<Lines>({})
  const [chosen, setChosen] = useState<Choices>({})
  const [picking, setPicking] = useState<'tag' | 'collection' | null>(null)
  const ids = sources.map(source => source.id)
  const patch = { ...patchOf(edited), ...chosen }
  const isFaulty = lines.some(field => faultIn(field, edited[field]) !== undefined)
  const leave = { value: '', label: say('sources.leave') }

  const apply = async () => {
    const saved = await perform('sources.update', { ids, patch })
    if (!saved.ok) return
    setEdited({})
    setChosen({})
  }
  const choose = <Key extends keyof Choices>(key: Key, value: Choices[Key] | undefined) => {
    const { [key]: _, ...others } = chosen
    setChosen(value === undefined ? others : { ...others, [key]: value })
  }
  const edit = (field: Line, words: string | undefined) => {
    const { [field]: _, ...others } = edited
    setEdited(words === undefined ? others : { ...others, [field]: words })
  }
  return (
    <section className="sources-inspector" aria-label={say('sources.selected', { count: sources.length })}>
      <header>
        <h2>{say('sources.selected', { count: sources.length })}</h2>
        <CitationMenu ids={ids} />
      </header>
      <ul className="small muted">
        {sources.slice(0, 6).map(source => (
          <li key={source.id} className="sources-clipped">
            {titleOf(source)}
          </li>
        ))}
        {sources.length > 6 ? <li>{say('library.andMore', { count: sources.length - 6 })}</li> : null}
      </ul>
      <Shelving ids={ids} sources={sources} picking={picking} onPick={setPicking} />
      {lines.map(field => (
        <div key={field} className="sources-edited">
          <TextField
            writes
            label={say(labels[field])}
            value={edited[field] ?? ''}
            placeholder={edited[field] === '' ? say('library.willBeEmpty') : common(sources, field)}
            error={faultIn(field, edited[field])}
            onChange={event => edit(field, event.target.value === '' ? undefined : event.target.value)}
          />
          <Button
            writes
            look="quiet"
            iconOnly
            icon={<Eraser size={14} />}
            label={say('library.emptyAll', { field: say(labels[field]) })}
            aria-pressed={edited[field] === ''}
            onClick={() => edit(field, edited[field] === '' ? undefined : '')}
          />
        </div>
      ))}
      <div className="sources-pair">
        <Choosing
          label={say('sources.kind')}
          choices={[leave, ...choicesOf(sourceKind.options, one => nameOf('sourceKind', one))]}
          value={chosen.kind ?? ''}
          onChoose={kind => choose('kind', sourceKind.safeParse(kind).data)}
        />
        <Choosing
          label={say('sources.reliability')}
          choices={[
            leave,
            ...reliability.options.map(value => ({ value, label: reliabilityWords(value as Reliability) })),
          ]}
          value={chosen.reliability ?? ''}
          onChoose={grade => choose('reliability', reliability.safeParse(grade).data)}
        />
      </div>
      <TextField
        writes
        label={say('sources.reliabilityReason')}
        value={chosen.reliabilityReason ?? ''}
        placeholder={say('sources.leave')}
        onChange={event => choose('reliabilityReason', event.target.value || undefined)}
      />
      <Choosing
        label={say('sources.lineage')}
        choices={[
          leave,
          { value: 'none', label: say('sources.noLineage') },
          ...lineages.map(one => ({ value: one.id, label: one.name })),
        ]}
        value={chosen.lineage === null ? 'none' : (chosen.lineage ?? '')}
        onChoose={id => choose('lineage', id === 'none' ? null : lineages.find(one => one.id === id)?.id)}
      />
      <div className="sources-row">
        <Button
          writes
          look="primary"
          label={say('sources.apply', { count: sources.length })}
          disabled={Object.keys(patch).length === 0 || isFaulty}
          onClick={() => void apply()}
        />
        <Button
          writes
          icon={<CheckCheck size={16} />}
          label={say('library.acceptAll')}
          onClick={() => void perform('sources.accept', { ids, fields: bibliographicField.options })}
        />
      </div>
    </section>
  )
}

type ChoosingProps = {
  label: string
  choices: readonly Choice<string>[]
  value: string
  onChoose: (value: string) => void
}

const Choosing = (props: ChoosingProps) => <SelectField<string> writes {...props} />

type ShelvingProps = {
  ids: SourceId[]
  sources: readonly LibrarySource[]
  picking: 'tag' | 'collection' | null
  onPick: (what: 'tag' | 'collection' | null) => void
}

/** Tags and collections of several sources: each press one step over all of them. Those that all have can be taken away. */
const Shelving = ({ ids, sources, picking, onPick }: ShelvingProps) => {
  const { value: tags = [] } = useRead('tags.list', {})
  const { value: collections = [] } = useRead('collections.list', {})
  const sharedTags = tags.filter(tag => sources.every(source => source.tags.includes(tag.id)))
  const sharedShelves = collections.filter(one => sources.every(source => source.collections.includes(one.id)))
  const untag = (tag: TagId) => void perform('sources.tag', { ids, add: [], remove: [tag] })
  return (
    <>
      <div className="sources-row">
        {sharedShelves.map(one => (
          <Chip
            key={one.id}
            name={one.name}
            label={say('library.takeOut', { name: one.name })}
            onRemove={() => void perform('sources.collect', { ids, into: [], outOf: [one.id] })}
          />
        ))}
        {sharedTags.map(tag => (
          <Chip
            key={tag.id}
            name={tag.name}
            label={say('sources.removeTag', { name: tag.name })}
            onRemove={() => untag(tag.id)}
          />
        ))}
        <Button
          writes
          icon={<FolderInput size={16} />}
          label={say('library.putInto')}
          aria-expanded={picking === 'collection'}
          onClick={() => onPick(picking === 'collection' ? null : 'collection')}
        />
        <Button
          writes
          icon={<Plus size={16} />}
          label={say('sources.addTag')}
          aria-expanded={picking === 'tag'}
          onClick={() => onPick(picking === 'tag' ? null : 'tag')}
        />
      </div>
      {picking === 'tag' ? (
        <TagPicker
          onPick={tag => {
            onPick(null)
            void perform('sources.tag', { ids, add: [tag], remove: [] })
          }}
          onCancel={() => onPick(null)}
        />
      ) : null}
      {picking === 'collection' ? (
        <CollectionPicker
          onPick={into => {
            onPick(null)
            void perform('sources.collect', { ids, into: [into], outOf: [] })
          }}
          onCancel={() => onPick(null)}
        />
      ) : null}
    </>
  )
}

const Chip = ({ name, label, onRemove }: { name: string; label: string; onRemove: () => void }) => (
  <span className="badge">
    {name}
    <button type="button" className="sources-untag" aria-label={label} onClick={onRemove}>
      <X size={12} aria-hidden="true" />
    </button>
  </span>
)
