import { Plus, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import type { ExcerptCard } from '../../../shared/contract/excerpts.ts'
import type { InputOf } from '../../../shared/contract.ts'
import { credibility } from '../../../shared/model/grades.ts'
import type { ExcerptId, TagId } from '../../../shared/model/id.ts'
import { ColourChoice } from '../../parts/ColourChoice.tsx'
import { TagMark } from '../../parts/TagMark.tsx'
import { TagPicker } from '../../parts/TagPicker.tsx'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { type Choice, SelectField } from '../../ui/Field.tsx'
import { useWhyFixed } from '../../ui/fixed.ts'
import type { TagOf } from './ExcerptCell.tsx'

type ManyEditorProps = {
  ids: ExcerptId[]
  /** Those of them that are known; undefined where there are too many to ask for. */
  cards: readonly ExcerptCard[] | undefined
  tagOf: TagOf
}

type Edit = Omit<InputOf<'excerpts.edit'>, 'ids'>

const grades: readonly Choice<string>[] = [
  { value: 'none', label: say('parts.notStated') },
  ...(['1', '2', '3', '4', '5', '6'] as const).map(value => ({ value, label: say(`parts.credibility${value}`) })),
]

/** What all of them have, and how many of them have it. */
const shared = <Value,>(cards: readonly ExcerptCard[] | undefined, valueIn: (card: ExcerptCard) => Value) => {
  const values = new Set(cards?.map(valueIn))
  const [value] = values
  return values.size === 1 ? value : undefined
}

/** Tags, colour and credibility of one excerpt or of many: each change is one step of undo over all of them. */
export const ManyEditor = ({ ids, cards, tagOf }: ManyEditorProps) => {
  const isFixed = useWhyFixed() !== null
  const [picking, setPicking] = useState<'add' | 'remove' | null>(null)
  const edit = (change: Partial<Edit>) =>
    void perform('excerpts.edit', { ids, patch: {}, addTags: [], removeTags: [], ...change })
  const colour = shared(cards, card => card.colour)
  const grade = shared(cards, card => String(card.credibility ?? 'none'))
  const borne = new Map<TagId, number>()
  for (const card of cards ?? []) for (const tag of card.tags) borne.set(tag, (borne.get(tag) ?? 0) + 1)
  const pick = (how: 'add' | 'remove') => setPicking(before => (before === how ? null : how))
  return (
    <div className="excerpts-editor">
      <div className="excerpts-tags" role="group" aria-label={say('excerpts.column.tags')}>
        {[...borne].map(([id, count]) => {
          const tag = tagOf(id)
          return tag === undefined ? null : (
            <span key={id} className="badge">
              <TagMark colour={tag.colour} />
              {tag.name}
              {count < ids.length ? <span className="muted">{count}</span> : null}
              <button
                type="button"
                className="excerpts-untag"
                disabled={isFixed}
                aria-label={say('excerpts.removeTag', { name: tag.name, count: ids.length })}
                onClick={() => edit({ removeTags: [id] })}
              >
                <X size={12} aria-hidden="true" />
              </button>
            </span>
          )
        })}
        <Button
          writes
          look="quiet"
          icon={<Plus size={14} />}
          label={say('excerpts.addTag')}
          aria-expanded={picking === 'add'}
          onClick={() => pick('add')}
        />
        {cards === undefined ? (
          <Button
            writes
            look="quiet"
            icon={<X size={14} />}
            label={say('excerpts.takeTag')}
            aria-expanded={picking === 'remove'}
            onClick={() => pick('remove')}
          />
        ) : null}
      </div>
      {picking === null ? null : (
        <TagPicker
          onPick={tag => {
            setPicking(null)
            edit(picking === 'add' ? { addTags: [tag] } : { removeTags: [tag] })
          }}
          onCancel={() => setPicking(null)}
        />
      )}
      <ColourChoice
        label={say('excerpts.column.colour')}
        colour={colour ?? null}
        onChoose={one => edit({ patch: { colour: one } })}
      />
      <SelectField<string>
        writes
        label={say('excerpts.column.credibility')}
        value={grade ?? ''}
        choices={grade === undefined ? [{ value: '', label: say('excerpts.differing') }, ...grades] : grades}
        onChoose={value => {
          if (value !== '') edit({ patch: { credibility: value === 'none' ? null : credibility.parse(Number(value)) } })
        }}
      />
      <Button
        writes
        look="quiet"
        className="excerpts-remove"
        icon={<Trash2 size={16} />}
        label={say('excerpts.remove', { count: ids.length })}
        onClick={() => void perform('excerpts.remove', { ids })}
      />
    </div>
  )
}
