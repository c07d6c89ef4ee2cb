import { useMemo } from 'react'
import type { OutputOf } from '../../shared/contract.ts'
import { highlightColour } from '../../shared/model/excerpt.ts'
import type { TagId } from '../../shared/model/id.ts'
import type { TagPath } from '../../shared/model/tag.ts'
import { byId } from '../../shared/rules/groups.ts'
import { followPath, namesOfPath } from '../../shared/rules/tag-path.ts'
import { pathTo, treeLines } from '../../shared/rules/tree.ts'
import { perform, useRead } from '../query.ts'
import { say } from '../say.ts'
import { Picker, type PickerOption } from '../ui/Picker.tsx'
import { recentOf, rememberRecent } from './recent.ts'
import { TagMark } from './TagMark.tsx'
import './tag-picker.css'

type KnownTag = OutputOf<'tags.list'>[number]

type TagPickerProps = {
  onPick: (tag: TagId) => void
  /** Takes a tag that is not there yet by its path; without it the picker makes the tag itself, in a step of its own. */
  onCreate?: ((path: TagPath) => void) | undefined
  onCancel: () => void
  /** Tags that are not offered. */
  without?: ReadonlySet<TagId>
  /** What it is for, where that is not simply "Tag". */
  label?: string
}

/** The colour of the next new tag: the eight in turn. */
export const nextColour = (count: number) => highlightColour.options[count % highlightColour.options.length] ?? 'straw'

/** A tag as an option, found by its whole path, under which it stands. */
const optionOf =
  (tags: ReadonlyMap<string, KnownTag>) =>
  (tag: KnownTag): PickerOption => {
    const path = pathTo(tags, tag.id).map(({ name }) => name)
    const above = path.slice(0, -1)
    return {
      id: tag.id,
      label: tag.name,
      hint: tag.description || undefined,
      words: path.join(' / '),
      digit: tag.digit ?? undefined,
      mark: (
        <span className="tag-option">
          <TagMark colour={tag.colour} />
          {above.length === 0 ? null : <span className="muted">{`${above.join(' / ')} /`}</span>}
        </span>
      ),
    }
  }

/** What Enter makes of the words: the tag at the end of the path, under the tag that is there already. */
const createLabel = (tags: readonly KnownTag[], words: string): string => {
  const { known, missing } = followPath(tags, namesOfPath(words))
  const name = missing.join(' / ')
  return known === null
    ? say('parts.createTag', { words: name })
    : say('parts.createTagUnder', { name, above: known.name })
}

/**
 * Picks a tag by its name or its path, those picked lately first and a digit for the tag that has it, or makes a new one
 * from the words typed, also under others, as `Deal / Money`.
 */
export const TagPicker = ({ onPick, onCreate, onCancel, without, label = say('parts.tagPicker') }: TagPickerProps) => {
  const { value: tags } = useRead('tags.list', {})
  const offered = useMemo(() => {
    if (tags === undefined) return null
    const option = optionOf(byId(tags))
    const shown = tags.filter(({ id }) => !without?.has(id))
    const lines = treeLines(tags).flatMap(({ one }) => (without?.has(one.id) ? [] : [option(one)]))
    return { lines, recent: recentOf('tag', shown).slice(0, 6).map(option) }
  }, [tags, without])
  if (tags === undefined || offered === null) return null
  const pick = (tag: TagId) => {
    rememberRecent('tag', tag)
    onPick(tag)
  }
  const create = async (words: string) => {
    const path = { path: namesOfPath(words), colour: nextColour(tags.length) }
    if (onCreate) return onCreate(path)
    const made = await perform('tags.createPath', path)
    if (made.ok) pick(made.value.id)
  }
  return (
    <Picker
      label={label}
      placeholder={say('parts.tagPlaceholder')}
      options={offered.lines}
      recent={offered.recent}
      nothing={say('parts.noTags')}
      autoFocus
      onPick={id => {
        const tag = tags.find(one => one.id === id)
        if (tag) pick(tag.id)
      }}
      onCancel={onCancel}
      onCreate={words => void create(words)}
      createLabel={words => createLabel(tags, words)}
      isKnown={words => {
        const names = namesOfPath(words)
        return names.length === 0 || followPath(tags, names).missing.length === 0
      }}
    />
  )
}
