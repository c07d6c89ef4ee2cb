import { ChevronDown, ChevronRight, Ellipsis } from 'lucide-react'
import { type CSSProperties, type DragEvent, type ReactNode, useRef } from 'react'
import { TagMark } from '../../parts/TagMark.tsx'
import { say } from '../../say.ts'
import { useWhyFixed } from '../../ui/fixed.ts'
import { Menu } from '../../ui/Menu.tsx'
import { tagActions } from './tag-actions.ts'
import type { TagRow } from './tag-rows.ts'
import type { TagBook } from './use-tag-book.ts'

type TagLineProps = {
  row: TagRow & { kind: 'tag' }
  book: TagBook
  style: CSSProperties
  isSelected: boolean
  /** How many excerpts bear it or a tag under it; 0 where there is none under it. */
  inAll: number
  /** The one line that Tab leads to. */
  isHolder: boolean
  /** Stands in the place of the name while the tag is being named. */
  field: ReactNode
  onDragStart: (event: DragEvent) => void
}

/** A tag in the tree, with how often it is borne. */
export const TagLine = (props: TagLineProps) => {
  const { row, book, style, isSelected, inAll, isHolder, field, onDragStart } = props
  const { one: tag, level, at, siblings, hasChildren } = row.line
  const isFixed = useWhyFixed() !== null
  const isFolded = book.folded.has(tag.id) && book.words === ''
  const { name, excerpts, sources, digit } = tag
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it takes the keys (ARIA tree).
    <div
      role="treeitem"
      data-tag={tag.id}
      className={row.fits ? 'tags-line' : 'tags-line dim'}
      style={style}
      tabIndex={isHolder ? 0 : -1}
      aria-labelledby={`tag-name-${tag.id} tag-rest-${tag.id}`}
      aria-level={level}
      aria-posinset={at + 1}
      aria-setsize={siblings}
      aria-selected={isSelected}
      aria-expanded={hasChildren ? !isFolded : undefined}
      draggable={!isFixed && field === null}
      onDragStart={onDragStart}
      onClick={event => {
        const how = event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'alone'
        if (event.target instanceof Element && event.target.closest('button, input, .menu') === null)
          book.press(tag.id, how)
      }}
    >
      <span className="tags-name" style={{ paddingInlineStart: (level - 1) * 18 }}>
        {hasChildren ? (
          <button
            type="button"
            tabIndex={-1}
            className="tags-fold"
            aria-label={say(isFolded ? 'tags.unfold' : 'tags.fold', { name })}
            onClick={() => book.fold(tag.id, !isFolded)}
          >
            {isFolded ? <ChevronRight size={14} aria-hidden="true" /> : <ChevronDown size={14} aria-hidden="true" />}
          </button>
        ) : (
          <span className="tags-fold" />
        )}
        <TagMark colour={tag.colour} />
        {field ?? (
          // biome-ignore lint/a11y/noStaticElementInteractions: F2 on the line does the same.
          <span
            id={`tag-name-${tag.id}`}
            className="tags-words"
            title={tag.description || undefined}
            onDoubleClick={() => !isFixed && book.startNaming({ id: tag.id })}
          >
            {name}
          </span>
        )}
      </span>
      <span id={`tag-rest-${tag.id}`} className="unseen">
        {say('tags.line', { excerpts, sources, digit: digit ?? 0 })}
      </span>
      <span className="tags-digit">{digit === null ? null : <kbd className="tags-drawn" data-drawn={digit} />}</span>
      <Count count={excerpts} />
      <Count count={sources} />
      <Count count={inAll} />
      {isFixed || field !== null ? (
        <span />
      ) : (
        <Menu
          label={say('tags.actions', { name })}
          className="tags-more"
          tabIndex={isHolder ? 0 : -1}
          items={tagActions(book, tag)}
        >
          <Ellipsis size={14} aria-hidden="true" />
        </Menu>
      )}
    </div>
  )
}

/** A number of the line, drawn by the style sheet: the name of the line says it in words. */
const Count = ({ count }: { count: number }) => <span className="numeric tags-drawn" data-drawn={count || ''} />

type NameFieldProps = { words: string; onDone: (words: string) => void; onCancel: () => void }

/** Keeps the name when it is left or Enter is pressed; Escape gives it up. */
export const NameField = ({ words, onDone, onCancel }: NameFieldProps) => {
  // Enter and Escape take the field away, which blurs it: that must not count as leaving it once more.
  const left = useRef(false)
  const leave = (done: () => void) => {
    if (left.current) return
    left.current = true
    done()
  }
  return (
    <input
      className="input"
      aria-label={say('tags.name')}
      placeholder={say('tags.namePlaceholder')}
      defaultValue={words}
      ref={element => element?.focus({ preventScroll: true })}
      onFocus={event => event.target.select()}
      onBlur={event => leave(() => onDone(event.target.value.trim()))}
      onKeyDown={event => {
        event.stopPropagation()
        if (event.key === 'Enter') leave(() => onDone(event.currentTarget.value.trim()))
        else if (event.key === 'Escape') leave(onCancel)
      }}
    />
  )
}
