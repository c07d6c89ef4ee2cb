import { flip, offset, shift, useFloating } from '@floating-ui/react'
import { Fragment, useEffect, useSyncExternalStore } from 'react'
import { say } from '../../say.ts'
import type { SuggestionBoard } from './suggestions.ts'

/** The menu at the caret. The editor keeps the focus and the keys. */
export const SuggestionMenu = ({ board }: { board: SuggestionBoard }) => {
  const state = useSyncExternalStore(board.subscribe, board.read)
  const { refs, floatingStyles } = useFloating({
    placement: 'bottom-start',
    strategy: 'fixed',
    middleware: [offset(4), flip(), shift({ padding: 8, crossAxis: true })],
  })
  const rect = state?.rect ?? null
  useEffect(() => {
    refs.setPositionReference(rect === null ? null : { getBoundingClientRect: () => rect })
  }, [rect, refs])
  if (state === null) return null
  return (
    <div ref={refs.setFloating} className="popover editor-menu" style={floatingStyles}>
      <div className="option-list" role="listbox" aria-label={say('editor.insert')}>
        {state.items.map((item, index) => (
          <Fragment key={item.id}>
            {item.group === undefined || item.group === state.items[index - 1]?.group ? null : (
              <div className="editor-menu-group small muted" role="presentation">
                {item.group}
              </div>
            )}
            <div
              role="option"
              className="option"
              tabIndex={-1}
              aria-selected={index === state.active}
              ref={index === state.active ? element => element?.scrollIntoView({ block: 'nearest' }) : undefined}
              // The press must not take the focus from the editor, or the choice would have no place to go.
              onMouseDown={event => {
                event.preventDefault()
                state.choose(index)
              }}
            >
              <span>{item.label}</span>
              {item.hint === undefined ? null : <span className="small muted">{item.hint}</span>}
            </div>
          </Fragment>
        ))}
        {state.items.length === 0 ? <p className="option muted">{say('editor.nothing')}</p> : null}
      </div>
    </div>
  )
}
