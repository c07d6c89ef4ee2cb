import { useVirtualizer } from '@tanstack/react-virtual'
import { type DragEvent, type KeyboardEvent, useMemo, useRef } from 'react'
import { type TagId, tagId } from '../../../shared/model/id.ts'
import { withDescendants } from '../../../shared/rules/tree.ts'
import { navigate } from '../../location.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { useWhyFixed } from '../../ui/fixed.ts'
import { useKeptFocus } from '../../ui/focus.ts'
import { NameField, TagLine } from './TagLine.tsx'
import type { KnownTag } from './tag-rows.ts'
import { placeOfDrop, type Zone, zoneAt } from './tree-moves.ts'
import type { TagBook } from './use-tag-book.ts'

const rowHeight = 30

/** What is dragged: the id of one tag. */
const draggedTag = 'application/x-glossator-tag'

/** How many excerpts bear a tag or one under it, for the tags that have some under them. */
const useInAll = (tags: readonly KnownTag[]): ReadonlyMap<TagId, number> => {
  const above = useMemo(() => [...new Set(tags.flatMap(({ parent }) => parent ?? []))], [tags])
  const groups = useMemo(() => above.map(id => [...withDescendants(tags, id)]), [above, tags])
  const { value: counts } = useRead('tags.counts', groups.length === 0 ? null : { groups })
  return new Map(above.map((id, at) => [id, counts?.[at]?.excerpts ?? 0]))
}

/** The tags as a tree (ARIA tree, several selectable); only the lines near the window are drawn. */
export const TagTree = ({ book }: { book: TagBook }) => {
  const scroller = useRef<HTMLDivElement>(null)
  const isFixed = useWhyFixed() !== null
  const { rows, tags, selected, visible } = book
  const inAll = useInAll(tags)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  // One line can have the focus; when the tag in hand is folded away, the first one.
  const holder = visible.find(id => id === book.active?.id) ?? visible[0]
  const focus = (id: string | undefined) => {
    if (id === undefined) return
    virtual.scrollToIndex(rows.findIndex(row => row.kind === 'tag' && row.line.one.id === id))
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-tag="${id}"]`)?.focus())
  }
  useKeptFocus(() => scroller.current?.querySelector<HTMLElement>(`[data-tag="${holder}"]`) ?? null)

  const press = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.tag === undefined) return
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const at = holder === undefined ? -1 : visible.indexOf(holder)
    const row = rows.find(one => one.kind === 'tag' && one.line.one.id === holder)
    const line = row?.kind === 'tag' ? row.line : undefined
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1)
    const isFolded = line !== undefined && book.folded.has(line.one.id) && book.words === ''
    const go = (to: number) => {
      const id = visible[Math.max(0, Math.min(visible.length - 1, to))]
      if (id === undefined) return
      book.press(id, event.shiftKey ? 'extend' : 'alone')
      focus(id)
    }
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: visible.length - 1,
    }
    const digit = Number(event.key)
    const step = steps[event.key]
    if (step !== undefined) go(step)
    else if (line === undefined) return
    else if (event.key === ' ') book.press(line.one.id, 'toggle')
    else if (event.key === 'Enter') navigate('excerpts', null, { tag: line.one.id })
    else if (event.key === 'ArrowRight' && line.hasChildren) isFolded ? book.fold(line.one.id, false) : go(at + 1)
    else if (event.key === 'ArrowLeft') {
      if (line.hasChildren && !isFolded) book.fold(line.one.id, true)
      else if (line.one.parent !== null) go(visible.indexOf(line.one.parent))
    } else if (!isFixed && digit >= 1 && digit <= 9) book.giveDigit(line.one, digit)
    else if (!isFixed && event.key === '0') book.giveDigit(line.one, line.one.digit)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  /** The line and the zone under the pointer, drawn on the line itself: nothing is drawn anew while something is dragged. */
  const target = useRef<{ element: HTMLElement; zone: Zone } | null>(null)
  const showTarget = (next: { element: HTMLElement; zone: Zone } | null) => {
    if (target.current && target.current.element !== next?.element) delete target.current.element.dataset.drop
    if (next) next.element.dataset.drop = next.zone
    target.current = next
  }
  const dragged = useRef<string | null>(null)
  const placeAt = (event: DragEvent): ReturnType<typeof placeOfDrop> => {
    const id = tagId.safeParse(dragged.current)
    if (isFixed || !id.success || !event.dataTransfer.types.includes(draggedTag)) return null
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tag]') : null
    if (element === null) {
      showTarget(null)
      return placeOfDrop(tags, id.data, null)
    }
    const box = element.getBoundingClientRect()
    const zone = zoneAt((event.clientY - box.top) / box.height)
    const on = tags.find(tag => tag.id === element.dataset.tag)
    const place = on === undefined ? null : placeOfDrop(tags, id.data, { tag: on, zone })
    showTarget(place === null ? null : { element, zone })
    return place
  }
  return (
    <div
      ref={scroller}
      className="tags-tree"
      role="tree"
      aria-label={say('tags.tree')}
      aria-multiselectable="true"
      onKeyDown={press}
      onDragOver={event => {
        if (placeAt(event) !== null) event.preventDefault()
      }}
      onDragLeave={() => showTarget(null)}
      onDrop={event => {
        const place = placeAt(event)
        const id = tagId.safeParse(dragged.current)
        showTarget(null)
        if (place === null || !id.success) return
        event.preventDefault()
        book.put(id.data, place)
      }}
    >
      <div role="none" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          // Not moved by a transform: the menu in it is fixed to the window.
          const style = { top: start }
          const done = (words: string) => {
            void book.name(words).then(() => focus(holder))
          }
          const field = (words: string) => (
            <NameField words={words} onDone={done} onCancel={() => book.startNaming(null)} />
          )
          if (row.kind === 'new') {
            return (
              <div key="new" role="treeitem" aria-level={row.level} tabIndex={-1} className="tags-line" style={style}>
                <span className="tags-name" style={{ paddingInlineStart: 24 + (row.level - 1) * 18 }}>
                  {field('')}
                </span>
              </div>
            )
          }
          const { id } = row.line.one
          const isNamed = book.naming !== null && 'id' in book.naming && book.naming.id === id
          return (
            <TagLine
              key={id}
              row={row}
              book={book}
              style={style}
              inAll={inAll.get(id) ?? 0}
              isSelected={selected.includes(id)}
              isHolder={id === holder}
              field={isNamed ? field(row.line.one.name) : null}
              onDragStart={event => {
                dragged.current = id
                event.dataTransfer.setData(draggedTag, id)
                event.dataTransfer.effectAllowed = 'move'
              }}
            />
          )
        })}
      </div>
    </div>
  )
}
