import { X } from 'lucide-react'
import { useState } from 'react'
import type { SavedView } from '../../shared/model/saved-view.ts'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'
import { useSavedViews } from './saved-views.ts'
import './data-table.css'

type SavedViewsDialogProps = {
  screen: SavedView['screen']
  /** What is looked at now, as it would be saved. */
  settings: SavedView['settings']
  /** Shows a saved one; false where it was saved by another version. */
  onOpen: (settings: SavedView['settings']) => boolean
  onClose: () => void
}

/** The filters of a screen that were given a name: opened, removed, and saved under a name, in place of one that has it. */
export const SavedViewsDialog = ({ screen, settings, onOpen, onClose }: SavedViewsDialogProps) => {
  const { saved, ...views } = useSavedViews(screen)
  const [name, setName] = useState('')
  const save = async () => {
    if (await views.save(name, settings)) onClose()
  }
  const open = (one: SavedView) => {
    if (views.open(one, onOpen)) onClose()
  }
  return (
    <Dialog title={say('parts.views')} closeLabel={say('shell.close')} onClose={onClose}>
      {saved.length === 0 ? <p className="muted">{say('parts.noViews')}</p> : null}
      <ul className="table-columns">
        {saved.map(one => (
          <li key={one.id}>
            <button type="button" className="saved-view" onClick={() => open(one)}>
              {one.name}
            </button>
            <Button
              writes
              look="quiet"
              iconOnly
              icon={<X size={14} />}
              label={say('parts.removeView', { name: one.name })}
              onClick={() => views.remove(one)}
            />
          </li>
        ))}
      </ul>
      <form
        className="saved-view-form"
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField writes label={say('parts.viewName')} value={name} onChange={event => setName(event.target.value)} />
        <Button writes type="submit" label={say('parts.saveView')} disabled={name.trim() === ''} />
      </form>
    </Dialog>
  )
}
