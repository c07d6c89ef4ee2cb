import { Merge, Split, Trash2 } from 'lucide-react'
import type { Tag } from '../../../shared/model/tag.ts'
import { byId } from '../../../shared/rules/groups.ts'
import { pathTo, withDescendants } from '../../../shared/rules/tree.ts'
import { addressOf } from '../../location.ts'
import { ColourChoice } from '../../parts/ColourChoice.tsx'
import { InlineField } from '../../parts/InlineField.tsx'
import { RecordHistory } from '../../parts/RecordHistory.tsx'
import { TagMark } from '../../parts/TagMark.tsx'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { type Choice, SelectField } from '../../ui/Field.tsx'
import type { KnownTag } from './tag-rows.ts'
import type { TagBook } from './use-tag-book.ts'

/** What is known of the tag in hand, changed where it stands; for several, what can be done with all of them. */
export const TagDetail = ({ book }: { book: TagBook }) => {
  const { tags, selected, active } = book
  if (active === undefined) return <EmptyState sentence={say('tags.choose')} />
  if (selected.length > 1) {
    return (
      <section className="tags-detail" aria-label={say('tags.detail')}>
        <h2>{say('tags.selected', { count: selected.length })}</h2>
        <ul className="tags-chosen">
          {tags
            .filter(({ id }) => selected.includes(id))
            .map(tag => (
              <li key={tag.id}>
                <TagMark colour={tag.colour} /> {tag.name}
              </li>
            ))}
        </ul>
        <div className="tags-deeds">
          <Button writes label={say('tags.mergeThese')} icon={<Merge size={14} />} onClick={() => book.ask('merge')} />
        </div>
      </section>
    )
  }
  return <OneTag key={active.id} book={book} tag={active} />
}

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9]

const digitChoices = (tags: readonly KnownTag[], tag: KnownTag): Choice<string>[] => [
  { value: '', label: say('tags.noDigit') },
  ...digits.map(digit => {
    const holder = tags.find(one => one.digit === digit && one.id !== tag.id)
    return {
      value: String(digit),
      label: holder ? say('tags.digitTaken', { digit, name: holder.name }) : String(digit),
    }
  }),
]

const OneTag = ({ book, tag }: { book: TagBook; tag: KnownTag }) => {
  const { tags } = book
  const { id, name, excerpts, sources } = tag
  const save = (patch: Partial<Pick<Tag, 'name' | 'colour' | 'description' | 'digit'>>) =>
    void perform('tags.update', { id, patch })
  const above = pathTo(byId(tags), id).slice(0, -1)
  const family = [...withDescendants(tags, id)]
  const { value: counts } = useRead('tags.counts', family.length === 1 ? null : { groups: [family] })
  return (
    <section className="tags-detail" aria-label={say('tags.detail')}>
      <header>
        <h2>
          <TagMark colour={tag.colour} />
          <span>
            {above.length === 0 ? null : (
              <span className="small muted">{`${above.map(one => one.name).join(' / ')} /`}</span>
            )}{' '}
            {name}
          </span>
        </h2>
        <RecordHistory record="tag" id={id} name={name} />
      </header>
      <InlineField
        label={say('tags.name')}
        value={name}
        fault={words => (words === '' ? say('tags.nameMissing') : undefined)}
        onSave={words => save({ name: words })}
      />
      <ColourChoice label={say('tags.colour')} colour={tag.colour} onChoose={colour => save({ colour })} />
      <SelectField
        writes
        label={say('tags.digitOf')}
        hint={say('tags.digitHint')}
        value={String(tag.digit ?? '')}
        choices={digitChoices(tags, tag)}
        onChoose={digit => save({ digit: digit === '' ? null : Number(digit) })}
      />
      <InlineField
        long
        label={say('tags.description')}
        placeholder={say('tags.descriptionPlaceholder')}
        value={tag.description}
        onSave={description => save({ description })}
      />
      <div className="tags-borne">
        <h3 className="small muted">{say('tags.borne')}</h3>
        <p>
          {excerpts === 0 ? (
            say('tags.excerptCount', { count: 0 })
          ) : (
            <a href={addressOf('excerpts', null, { tag: id })}>{say('tags.excerptCount', { count: excerpts })}</a>
          )}
          {sources === 0 ? null : `, ${say('tags.sourceCount', { count: sources })}`}
        </p>
        {counts?.[0] === undefined ? null : (
          <p className="muted">
            {say('tags.withBelow', {
              tags: family.length - 1,
              excerpts: counts[0].excerpts,
              sources: counts[0].sources,
            })}
          </p>
        )}
      </div>
      <div className="tags-deeds">
        <Button writes label={say('tags.merge')} icon={<Merge size={14} />} onClick={() => book.ask('merge')} />
        <Button
          writes
          label={say('tags.split')}
          icon={<Split size={14} />}
          disabled={excerpts === 0}
          title={excerpts === 0 ? say('tags.splitNothing') : undefined}
          onClick={() => book.ask('split')}
        />
        <Button
          writes
          look="quiet"
          label={say('tags.remove')}
          icon={<Trash2 size={14} />}
          onClick={() => book.askRemovalOf(tag)}
        />
      </div>
    </section>
  )
}
