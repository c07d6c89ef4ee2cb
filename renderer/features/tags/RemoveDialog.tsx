import { FormDialog } from '../../parts/FormDialog.tsx'
import { say } from '../../say.ts'
import { named } from './names.ts'
import type { KnownTag } from './tag-rows.ts'

type RemoveDialogProps = {
  tags: readonly KnownTag[]
  tag: KnownTag
  onRemove: () => Promise<void>
  onClose: () => void
}

/** Says what goes with a tag before it goes. */
export const RemoveDialog = ({ tags, tag, onRemove, onClose }: RemoveDialogProps) => {
  const { id, name, excerpts, sources, parent } = tag
  const under = tags.filter(one => one.parent === id)
  const above = tags.find(one => one.id === parent)
  return (
    <FormDialog
      title={say('tags.removeTitle', { name })}
      saveLabel={say('tags.remove')}
      onSave={async () => {
        await onRemove()
        return { ok: true }
      }}
      onClose={onClose}
    >
      <div className="tags-asked">
        <ul>
          {excerpts + sources === 0 ? null : <li>{say('tags.removeBearers', { excerpts, sources })}</li>}
          {under.length === 0 ? null : (
            <li>
              {above === undefined
                ? say('tags.removeUnder', { names: named(under), count: under.length })
                : say('tags.removeUnderTo', { names: named(under), count: under.length, name: above.name })}
            </li>
          )}
        </ul>
        <p className="small muted">{say('tags.oneUndo')}</p>
      </div>
    </FormDialog>
  )
}
