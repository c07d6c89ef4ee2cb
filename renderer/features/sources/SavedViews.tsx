import { BookmarkPlus, X } from 'lucide-react'
import { useState } from 'react'
import type { SavedView } from '../../../shared/model/saved-view.ts'
import { useSavedViews } from '../../parts/saved-views.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { changeView, type View, view as viewSchema } from './view.ts'

const asSettings = (view: View): SavedView['settings'] => JSON.parse(JSON.stringify(view))

/** Whether a saved filter is the one that is looked through at the moment. */
const isCurrent = (saved: SavedView, view: View): boolean => {
  const kept = viewSchema.safeParse(saved.settings)
  const [a, b] = [kept.data, view]
  return a !== undefined && JSON.stringify([a.filter, a.shelf]) === JSON.stringify([b.filter, b.shelf])
}

/** Filters that were given a name, with the columns and the order they were saved with. */
export const SavedViews = ({ view }: { view: View }) => {
  const { saved, ...views } = useSavedViews('sources')
  const [naming, setNaming] = useState(false)
  const [name, setName] = useState('')
  const save = async () => {
    if (!(await views.save(name, asSettings(view)))) return
    setNaming(false)
    setName('')
  }
  const show = (settings: SavedView['settings']) => {
    const kept = viewSchema.safeParse(settings)
    if (kept.success) changeView(kept.data)
    return kept.success
  }
  return (
    <section className="sources-views" aria-label={say('parts.views')}>
      <header>
        <h2 className="label">{say('parts.views')}</h2>
        <Button
          writes
          look="quiet"
          iconOnly
          icon={<BookmarkPlus size={16} />}
          label={say('parts.saveView')}
          aria-expanded={naming}
          onClick={() => setNaming(before => !before)}
        />
      </header>
      {naming ? (
        <form
          onSubmit={event => {
            event.preventDefault()
            void save()
          }}
        >
          <TextField
            label={say('parts.viewName')}
            value={name}
            autoFocus
            onChange={event => setName(event.target.value)}
            onKeyDown={event => {
              if (event.key === 'Escape') setNaming(false)
            }}
          />
          <Button writes type="submit" label={say('library.saveViewNow')} disabled={name.trim() === ''} />
        </form>
      ) : null}
      {saved.length === 0 && !naming ? <p className="small muted">{say('parts.noViews')}</p> : null}
      <ul>
        {saved.map(one => (
          <li key={one.id}>
            <button
              type="button"
              className="sources-shelf"
              title={one.name}
              aria-current={isCurrent(one, view) ? 'true' : undefined}
              onClick={() => views.open(one, show)}
            >
              <span className="sources-clipped">{one.name}</span>
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
    </section>
  )
}
