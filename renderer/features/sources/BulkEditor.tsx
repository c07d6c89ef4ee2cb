import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { SourceRow } from '../../../shared/contract/sources.ts'
import { type Reliability, reliability } from '../../../shared/model/grades.ts'
import type { TagId } from '../../../shared/model/id.ts'
import { type SourceKind, sourceKind } from '../../../shared/model/source.ts'
import { reliabilityWords, titleOf } from '../../parts/names.ts'
import { TagPicker } from '../../parts/TagPicker.tsx'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { choicesOf, SelectField, TextField } from '../../ui/Field.tsx'

/** Changes several sources at once, in one step of undo: only what is chosen here. */
export const BulkEditor = ({ sources }: { sources: readonly SourceRow[] }) => {
  const [kind, setKind] = useState<SourceKind | ''>('')
  const [grade, setGrade] = useState<Reliability | ''>('')
  const [publisher, setPublisher] = useState('')
  const [tagging, setTagging] = useState(false)
  const leave = { value: '', label: say('sources.leave') } as const
  const patch = {
    ...(kind === '' ? {} : { kind }),
    ...(grade === '' ? {} : { reliability: grade }),
    ...(publisher.trim() === '' ? {} : { publisher: publisher.trim() }),
  }
  const apply = async () => {
    const saved = await perform('sources.update', { ids: sources.map(source => source.id), patch })
    if (!saved.ok) return
    setKind('')
    setGrade('')
    setPublisher('')
  }
  /** The tag goes onto the tags that each source has: sources with the same tags are changed together. */
  const addTag = async (tag: TagId) => {
    setTagging(false)
    const lacking = sources.filter(source => !source.tags.includes(tag))
    const alike = new Map<string, SourceRow[]>()
    for (const source of lacking) {
      const key = source.tags.join(' ')
      alike.set(key, [...(alike.get(key) ?? []), source])
    }
    for (const group of alike.values()) {
      const tags = [...(group[0]?.tags ?? []), tag]
      await perform('sources.update', { ids: group.map(source => source.id), patch: { tags } })
    }
  }
  return (
    <section className="sources-inspector" aria-label={say('sources.selected', { count: sources.length })}>
      <header>
        <h2>{say('sources.selected', { count: sources.length })}</h2>
      </header>
      <ul className="small muted">
        {sources.slice(0, 8).map(source => (
          <li key={source.id} className="sources-clipped">
            {titleOf(source)}
          </li>
        ))}
        {sources.length > 8 ? <li>…</li> : null}
      </ul>
      <SelectField
        writes
        label={say('sources.kind')}
        value={kind}
        choices={[leave, ...choicesOf(sourceKind.options)]}
        onChoose={setKind}
      />
      <SelectField
        writes
        label={say('sources.reliability')}
        value={grade}
        choices={[leave, ...reliability.options.map(value => ({ value, label: reliabilityWords(value) }))]}
        onChoose={setGrade}
      />
      <TextField
        writes
        label={say('sources.publisher')}
        value={publisher}
        placeholder={say('sources.leave')}
        onChange={event => setPublisher(event.target.value)}
      />
      <div className="sources-row">
        <Button
          writes
          look="primary"
          label={say('sources.apply', { count: sources.length })}
          disabled={Object.keys(patch).length === 0}
          onClick={() => void apply()}
        />
        <Button
          writes
          icon={<Plus size={16} />}
          label={say('sources.addTag')}
          aria-expanded={tagging}
          onClick={() => setTagging(before => !before)}
        />
      </div>
      {tagging ? <TagPicker onPick={tag => void addTag(tag)} onCancel={() => setTagging(false)} /> : null}
    </section>
  )
}
