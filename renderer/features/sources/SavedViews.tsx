import { BookmarkPlus, X } from 'lucide-react'
import { useState } from 'react'
import type { SavedView } from '../../../shared/model/saved-view.ts'
import { notify } from '../../notices.ts'
import { perform, useRead } from '../../query.ts'
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
  const { value: saved = [] } = useRead('savedViews.list', { screen: 'sources' })
  const [naming, setNaming] = useState(false)
  const [name, setName] = useState('')
  const save = async () => {
    const words = name.trim()
    if (words === '') return
    const twin = saved.find(one => one.name === words)
    const settings = asSettings(view)
    const outcome = await (twin
      ? perform('savedViews.update', { id: twin.id, patch: { settings } })
      : perform('savedViews.create', { screen: 'sources', name: words, settings }))
    if (!outcome.ok) return
    setNaming(false)
    setName('')
  }
  const open = (one: SavedView) => {
    const kept = viewSchema.safeParse(one.settings)
    if (kept.success) changeView(kept.data)
    else notify({ tone: 'problem', text: say('parts.viewUnfit', { name: one.name }) })
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
              onClick={() => open(one)}
            >
              <span className="sources-clipped">{one.name}</span>
            </button>
            <Button
              writes
              look="quiet"
              iconOnly
              icon={<X size={14} />}
              label={say('parts.removeView', { name: one.name })}
              onClick={() => void perform('savedViews.remove', { id: one.id })}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
