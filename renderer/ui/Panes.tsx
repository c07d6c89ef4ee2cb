import type { ReactNode } from 'react'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { say } from '../say.ts'
import './controls.css'

export type Pane = { id: string; children: ReactNode; size?: string; min?: string; max?: string }

/** Panes side by side (or one above the other) whose sizes the analyst sets and the product remembers. */
export const Panes = ({
  id,
  panes,
  direction = 'horizontal',
}: {
  id: string
  panes: readonly Pane[]
  direction?: 'horizontal' | 'vertical'
}) => {
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: `panes-${id}`,
    panelIds: panes.map(pane => pane.id),
  })
  return (
    <Group orientation={direction} defaultLayout={defaultLayout} onLayoutChanged={onLayoutChanged}>
      {panes.flatMap((pane, index) => [
        ...(index === 0
          ? []
          : [<Separator key={`${pane.id}-separator`} className="separator" aria-label={say('parts.paneBorder')} />]),
        <Panel
          key={pane.id}
          id={pane.id}
          {...(pane.size === undefined ? {} : { defaultSize: pane.size })}
          // A pane given in pixels keeps them when the window changes; the others share what is left.
          {...(pane.size?.endsWith('px') ? { groupResizeBehavior: 'preserve-pixel-size' as const } : {})}
          {...(pane.min === undefined ? {} : { minSize: pane.min })}
          {...(pane.max === undefined ? {} : { maxSize: pane.max })}
        >
          {pane.children}
        </Panel>,
      ])}
    </Group>
  )
}
