import {
  autoUpdate,
  FloatingFocusManager,
  flip,
  offset,
  shift,
  useClick,
  useDismiss,
  useFloating,
  useInteractions,
  useListNavigation,
  useRole,
} from '@floating-ui/react'
import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react'
import './controls.css'

/** One line of a menu. `apart` draws a rule above it. */
export type MenuItem = { id: string; label: string; hint?: string | undefined; apart?: boolean; run: () => void }

type MenuProps = {
  label: string
  className?: string
  items: readonly MenuItem[]
  /** -1 where Tab must not stop at every one of many. */
  tabIndex?: 0 | -1
  children: ReactNode
}

/** A button that opens a menu (ARIA menu button): arrows and letters' keys move in it, Enter chooses, Escape closes. */
export const Menu = ({ label, className = '', items, tabIndex = 0, children }: MenuProps) => {
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState<number | null>(null)
  const elements = useRef<(HTMLElement | null)[]>([])
  const { refs, floatingStyles, context } = useFloating({
    open,
    onOpenChange: setOpen,
    placement: 'bottom-start',
    strategy: 'fixed',
    middleware: [offset(4), flip({ padding: 8 }), shift({ padding: 8, crossAxis: true })],
    whileElementsMounted: autoUpdate,
  })
  const { getReferenceProps, getFloatingProps, getItemProps } = useInteractions([
    useClick(context),
    useDismiss(context),
    useRole(context, { role: 'menu' }),
    useListNavigation(context, { listRef: elements, activeIndex: active, onNavigate: setActive, loop: true }),
  ])
  useEffect(() => {
    if (!open) return
    // The edges of panes under a menu would take its presses for theirs, unless the press is spoken for; a click comes all
    // the same (test/journeys/library.test.ts).
    const claim = (event: PointerEvent) => {
      if (event.target instanceof Node && refs.floating.current?.contains(event.target)) event.preventDefault()
    }
    window.addEventListener('pointerdown', claim, true)
    return () => window.removeEventListener('pointerdown', claim, true)
  }, [open, refs])
  return (
    <>
      <button
        type="button"
        ref={refs.setReference}
        className={className}
        title={label}
        {...getReferenceProps()}
        tabIndex={tabIndex}
      >
        {children}
      </button>
      {open ? (
        <FloatingFocusManager context={context} modal={false}>
          <div
            ref={refs.setFloating}
            className="popover menu"
            style={floatingStyles}
            {...getFloatingProps({ 'aria-label': label })}
          >
            {items.map((item, index) => (
              <Fragment key={item.id}>
                {item.apart ? <hr /> : null}
                <button
                  type="button"
                  role="menuitem"
                  ref={element => {
                    elements.current[index] = element
                  }}
                  tabIndex={active === index ? 0 : -1}
                  {...getItemProps({
                    onClick: () => {
                      setOpen(false)
                      item.run()
                    },
                  })}
                >
                  <span>{item.label}</span>
                  {item.hint === undefined ? null : <span className="muted small">{item.hint}</span>}
                </button>
              </Fragment>
            ))}
          </div>
        </FloatingFocusManager>
      ) : null}
    </>
  )
}
