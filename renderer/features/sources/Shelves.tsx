import { ChevronDown, ChevronRight, Ellipsis, FolderPlus } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import type { OutputOf } from '../../../shared/contract.ts'
import type { CollectionId } from '../../../shared/model/id.ts'
import { siblingBefore, type TreeLine, treeLines } from '../../../shared/rules/tree.ts'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { useWhyFixed } from '../../ui/fixed.ts'
import { Menu } from '../../ui/Menu.tsx'
import { SavedViews } from './SavedViews.tsx'
import { draggedSources } from './SourceTable.tsx'
import type { LibrarySource } from './use-library.ts'
import { changeView, type Shelf, type View } from './view.ts'
import './shelves.css'

export type Shelved = OutputOf<'collections.list'>[number]

/** A collection that is being named: a new one under a parent, or one that is there. */
type Naming = { parent: CollectionId | null } | { id: CollectionId }

type ShelvesProps = { collections: readonly Shelved[]; sources: readonly LibrarySource[]; view: View }

/** What the library can be narrowed to: everything, collections within collections, filters that were given a name. */
export const Shelves = ({ collections, sources, view }: ShelvesProps) => {
  const [folded, setFolded] = useState<ReadonlySet<CollectionId>>(new Set())
  const [naming, setNaming] = useState<Naming | null>(null)
  const tree = useRef<HTMLDivElement>(null)
  const isFixed = useWhyFixed() !== null
  const lines = treeLines(collections, id => folded.has(id))
  const unshelved = sources.filter(one => one.collections.length === 0).length

  const fold = (id: CollectionId, isFolded: boolean) => {
    const next = new Set(folded)
    if (isFolded) next.add(id)
    else next.delete(id)
    setFolded(next)
  }
  const update = (id: CollectionId, patch: Partial<Pick<Shelved, 'name' | 'parent' | 'sequence'>>) =>
    void perform('collections.update', { id, patch })
  const actions = (line: TreeLine<Shelved>) => {
    const { one: collection, at, siblings } = line
    const { id, parent } = collection
    const before = siblingBefore(collections, collection)
    const above = collections.find(one => one.id === parent)
    return {
      rename: () => setNaming({ id }),
      addWithin: () => {
        fold(id, false)
        setNaming({ parent: id })
      },
      earlier: at === 0 ? null : () => update(id, { sequence: at - 1 }),
      later: at === siblings - 1 ? null : () => update(id, { sequence: at + 1 }),
      inward: before === undefined ? null : () => update(id, { parent: before.id }),
      outward: above === undefined ? null : () => update(id, { parent: above.parent, sequence: above.sequence + 1 }),
      remove: () => {
        if (view.shelf === id) changeView({ shelf: 'all' })
        void perform('collections.remove', { id })
      },
    }
  }
  const focusAt = (at: number) => tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[at]?.focus()

  const press = (event: KeyboardEvent, line: TreeLine<Shelved> | null, at: number) => {
    if (event.target !== event.currentTarget) return
    const count = lines.length + 2
    const to: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }
    const act = line && actions(line)
    const move: Record<string, (() => void) | null | undefined> = {
      ArrowUp: act?.earlier,
      ArrowDown: act?.later,
      ArrowRight: act?.inward,
      ArrowLeft: act?.outward,
    }
    if (event.altKey) {
      if (isFixed || !(event.key in move)) return
      move[event.key]?.()
    } else if (to[event.key] !== undefined) focusAt(Math.max(0, Math.min(count - 1, to[event.key] ?? 0)))
    else if (event.key === 'ArrowRight' && line?.hasChildren) fold(line.one.id, false)
    else if (event.key === 'ArrowLeft' && line?.hasChildren) fold(line.one.id, true)
    else if (event.key === 'Enter' || event.key === ' ')
      event.currentTarget.querySelector<HTMLElement>('.sources-shelf')?.click()
    else if (act && !isFixed && event.key === 'F2') act.rename()
    else if (act && !isFixed && event.key === 'Delete') act.remove()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const common = (shelf: Shelf, at: number, line: TreeLine<Shelved> | null) => ({
    selected: view.shelf === shelf,
    tabIndex: view.shelf === shelf ? 0 : -1,
    onKeyDown: (event: KeyboardEvent) => press(event, line, at),
  })
  const name = async (words: string) => {
    const asked = naming
    setNaming(null)
    if (asked === null || words.trim() === '') return
    if ('id' in asked) return update(asked.id, { name: words.trim() })
    const made = await perform('collections.create', { name: words.trim(), parent: asked.parent })
    if (made.ok) changeView({ shelf: made.value.id })
  }
  const field = (level: number, words: string) => (
    <NameField level={level} words={words} onDone={given => void name(given)} onCancel={() => setNaming(null)} />
  )
  const newAt = naming !== null && 'parent' in naming ? naming.parent : undefined

  return (
    <nav className="sources-shelves" aria-label={say('library.shelves')}>
      <header>
        <h2 className="label">{say('library.collections')}</h2>
        <Button
          writes
          look="quiet"
          iconOnly
          icon={<FolderPlus size={16} />}
          label={say('library.newCollection')}
          onClick={() => setNaming({ parent: null })}
        />
      </header>
      <div ref={tree} role="tree" aria-label={say('library.collections')}>
        <FixedShelf {...common('all', 0, null)}>
          <ShelfButton shelf="all" label={say('library.everything')} count={sources.length} />
        </FixedShelf>
        <FixedShelf {...common('none', 1, null)}>
          <ShelfButton shelf="none" label={say('library.unshelved')} count={unshelved} />
        </FixedShelf>
        {lines.map((line, at) => {
          const { one: collection, level } = line
          if (naming !== null && 'id' in naming && naming.id === collection.id)
            return <div key={collection.id}>{field(level, collection.name)}</div>
          return (
            <div key={collection.id}>
              <TreeItem
                line={line}
                isFolded={folded.has(collection.id)}
                onFold={() => fold(collection.id, !folded.has(collection.id))}
                actions={isFixed ? null : actions(line)}
                {...common(collection.id, at + 2, line)}
              />
              {newAt === collection.id ? field(level + 1, '') : null}
            </div>
          )
        })}
        {newAt === null ? field(1, '') : null}
      </div>
      {collections.length === 0 && naming === null ? (
        <p className="small muted">{say('library.noCollections')}</p>
      ) : null}
      <SavedViews view={view} />
    </nav>
  )
}

type TreePlace = { selected: boolean; tabIndex: number; onKeyDown: (event: KeyboardEvent) => void }

/** A shelf that is always there. */
const FixedShelf = ({ selected, tabIndex, onKeyDown, children }: TreePlace & { children: ReactNode }) => (
  <div role="treeitem" aria-level={1} aria-selected={selected} tabIndex={tabIndex} onKeyDown={onKeyDown}>
    {children}
  </div>
)

type ShelfButtonProps = { shelf: Shelf; label: string; count: number }

const ShelfButton = ({ shelf, label, count }: ShelfButtonProps) => (
  <button type="button" tabIndex={-1} className="sources-shelf" title={label} onClick={() => changeView({ shelf })}>
    <span className="sources-clipped">{label}</span>
    <span className="small muted numeric">{say('library.shelfCount', { count })}</span>
  </button>
)

type Actions = Record<'earlier' | 'later' | 'inward' | 'outward', (() => void) | null> &
  Record<'rename' | 'addWithin' | 'remove', () => void>

type TreeItemProps = TreePlace & {
  line: TreeLine<Shelved>
  isFolded: boolean
  onFold: () => void
  actions: Actions | null
}

const TreeItem = ({ line, isFolded, onFold, actions, selected, tabIndex, onKeyDown }: TreeItemProps) => {
  const { one: collection, level, hasChildren, at, siblings } = line
  const [over, setOver] = useState(false)
  const takes = (event: DragEvent) => actions !== null && event.dataTransfer.types.includes(draggedSources)
  const drop = (event: DragEvent) => {
    setOver(false)
    if (!takes(event)) return
    event.preventDefault()
    event.stopPropagation()
    const ids = JSON.parse(event.dataTransfer.getData(draggedSources))
    void perform('sources.collect', { ids, into: [collection.id], outOf: [] })
  }
  const offered = (
    id: string,
    label: string,
    run: (() => void) | null,
    more: { hint?: string; apart?: boolean } = {},
  ) => (run === null ? [] : [{ id, label, run, ...more }])
  return (
    <div
      role="treeitem"
      aria-selected={selected}
      tabIndex={tabIndex}
      onKeyDown={onKeyDown}
      className={over ? 'over' : ''}
      aria-level={level}
      aria-posinset={at + 1}
      aria-setsize={siblings}
      aria-expanded={hasChildren ? !isFolded : undefined}
      style={{ paddingInlineStart: (level - 1) * 16 }}
      onDragOver={event => {
        if (!takes(event)) return
        event.preventDefault()
        event.stopPropagation()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {hasChildren ? (
        <button
          type="button"
          tabIndex={-1}
          className="sources-fold"
          aria-label={say(isFolded ? 'library.unfold' : 'library.fold', { name: collection.name })}
          onClick={onFold}
        >
          {isFolded ? <ChevronRight size={14} aria-hidden="true" /> : <ChevronDown size={14} aria-hidden="true" />}
        </button>
      ) : null}
      <ShelfButton shelf={collection.id} label={collection.name} count={collection.sources} />
      {actions === null ? null : (
        <Menu
          label={say('library.collectionActions', { name: collection.name })}
          className="sources-more"
          items={[
            ...offered('rename', say('library.rename'), actions.rename, { hint: 'F2' }),
            ...offered('within', say('library.newWithin'), actions.addWithin),
            ...offered('earlier', say('library.earlier'), actions.earlier, { hint: 'Alt ↑', apart: true }),
            ...offered('later', say('library.later'), actions.later, { hint: 'Alt ↓' }),
            ...offered('inward', say('library.inward'), actions.inward, { hint: 'Alt →' }),
            ...offered('outward', say('library.outward'), actions.outward, { hint: 'Alt ←' }),
            ...offered('remove', say('library.removeCollection'), actions.remove, { hint: 'Delete', apart: true }),
          ]}
        >
          <Ellipsis size={14} aria-hidden="true" />
        </Menu>
      )}
    </div>
  )
}

type NameFieldProps = { level: number; words: string; onDone: (words: string) => void; onCancel: () => void }

const NameField = ({ level, words, onDone, onCancel }: NameFieldProps) => {
  // Escape takes the field away, which blurs it: what was typed is not kept then.
  const left = useRef(false)
  return (
    <div role="treeitem" aria-level={level} aria-selected={false} style={{ paddingInlineStart: (level - 1) * 16 }}>
      <input
        className="input"
        aria-label={say('library.collectionName')}
        placeholder={say('library.collectionName')}
        defaultValue={words}
        ref={element => element?.focus()}
        onBlur={event => {
          if (!left.current) onDone(event.target.value)
        }}
        onKeyDown={event => {
          event.stopPropagation()
          if (event.key === 'Enter') event.currentTarget.blur()
          else if (event.key === 'Escape') {
            left.current = true
            onCancel()
          }
        }}
      />
    </div>
  )
}
