import { useState } from 'react'
import type { TagId } from '../../../shared/model/id.ts'
import { withDescendants } from '../../../shared/rules/tree.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { TagPicker } from '../../parts/TagPicker.tsx'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { named } from './names.ts'
import type { KnownTag } from './tag-rows.ts'

type MergeDialogProps = {
  tags: readonly KnownTag[]
  /** One tag, to be merged into another that is picked, or several that become one of them. */
  selected: readonly TagId[]
  onDone: (into: TagId) => void
  onClose: () => void
}

/** Makes several tags one, once it was said what that changes. */
export const MergeDialog = ({ tags, selected, onDone, onClose }: MergeDialogProps) => {
  const [picked, setPicked] = useState<TagId | null>(null)
  const chosen = tags.filter(({ id }) => selected.includes(id))
  const [only] = chosen
  if (only !== undefined && chosen.length === 1 && picked === null) {
    return (
      <Dialog title={say('tags.mergeOne', { name: only.name })} closeLabel={say('shell.close')} onClose={onClose}>
        <p className="muted">{say('tags.mergeInto')}</p>
        <TagPicker
          label={say('tags.mergeTarget')}
          without={withDescendants(tags, only.id)}
          onPick={setPicked}
          onCancel={onClose}
        />
      </Dialog>
    )
  }
  const taking = picked === null ? undefined : tags.find(({ id }) => id === picked)
  return <Merging tags={tags} chosen={taking ? [taking, ...chosen] : chosen} {...{ onDone, onClose }} />
}

/** Those that the others can become: none of the others stands above them. */
const possible = (tags: readonly KnownTag[], chosen: readonly KnownTag[]): KnownTag[] =>
  chosen.filter(one => chosen.every(other => other.id === one.id || !withDescendants(tags, other.id).has(one.id)))

type MergingProps = Omit<MergeDialogProps, 'selected'> & { chosen: readonly KnownTag[] }

const Merging = ({ tags, chosen, onDone, onClose }: MergingProps) => {
  const targets = possible(tags, chosen)
  const [wanted, setWanted] = useState<string>(targets[0]?.id ?? '')
  const into = targets.find(({ id }) => id === wanted) ?? targets[0]
  const from = chosen.filter(({ id }) => id !== into?.id)
  const { value: counts } = useRead('tags.counts', { groups: [from.map(({ id }) => id)] })
  const under = tags.filter(
    ({ id, parent }) => from.some(one => one.id === parent) && !chosen.some(one => one.id === id),
  )
  const described = from.filter(({ description }) => description !== '')
  if (into === undefined) return null
  const name = into.name
  return (
    <FormDialog
      title={say('tags.mergeTitle')}
      saveLabel={say('tags.mergeDo', { count: from.length })}
      onSave={async () => {
        const outcome = await perform('tags.merge', { from: from.map(({ id }) => id), into: into.id })
        if (outcome.ok) onDone(into.id)
        return outcome
      }}
      onClose={onClose}
    >
      <div className="tags-asked">
        <SelectField
          label={say('tags.kept')}
          value={into.id}
          choices={targets.map(({ id, name: label }) => ({ value: id as string, label }))}
          onChoose={setWanted}
        />
        <ul>
          <li>{say('tags.mergeGoes', { names: named(from), name, count: from.length })}</li>
          {counts?.[0] === undefined || counts[0].excerpts + counts[0].sources === 0 ? null : (
            <li>{say('tags.mergeBearers', { ...counts[0], name })}</li>
          )}
          {under.length === 0 ? null : <li>{say('tags.mergeUnder', { names: named(under), name })}</li>}
          {described.length === 0 ? null : <li>{say('tags.mergeDescriptions', { names: named(described) })}</li>}
        </ul>
        <p className="small muted">{say('tags.oneUndo')}</p>
      </div>
    </FormDialog>
  )
}
