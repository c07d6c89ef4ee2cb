import { ArrowDown, ArrowUp, ChevronRight, Ellipsis, GripVertical } from 'lucide-react'
import type { HTMLAttributes, ReactNode } from 'react'
import type { BlockKind } from '../../../shared/model/briefing-block.ts'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { useWhyFixed } from '../../ui/fixed.ts'
import { Menu } from '../../ui/Menu.tsx'
import { AddBlock } from './AddBlock.tsx'

type FoldProps = {
  name: string
  /** One line, shown while it is shut. */
  summary: string
  findings: number
  isOpen: boolean
  onToggle: (isOpen: boolean) => void
  children: () => ReactNode
}

/** A part that opens in place. What is in it is made when it is first opened. */
export const Fold = ({ name, summary, findings, isOpen, onToggle, children }: FoldProps) => (
  <details open={isOpen} onToggle={event => onToggle(event.currentTarget.open)}>
    <summary>
      <ChevronRight size={14} aria-hidden="true" />
      <span className="briefings-block-name" title={name}>
        {name}
      </span>
      {findings === 0 ? null : (
        <span className="briefings-block-findings">
          <Badge tone="warning">
            <span aria-hidden="true">{findings}</span>
            <span className="unseen">{say('briefings.findings', { count: findings })}</span>
          </Badge>
        </span>
      )}
      {isOpen ? null : (
        <span className="briefings-block-summary" title={summary}>
          {summary}
        </span>
      )}
    </summary>
    {isOpen ? <div className="briefings-fields">{children()}</div> : null}
  </details>
)

type BlockToolsProps = {
  name: string
  first: boolean
  last: boolean
  onShow: () => void
  onAdd: (kind: BlockKind) => void
  onMove: (by: number) => void
  onDuplicate: () => void
  onRemove: () => void
}

/** At either end the arrow stays a button that can hold the focus: the next press may be the other arrow's. */
export const BlockTools = (props: BlockToolsProps) => {
  const { name, first, last, onShow, onAdd, onMove, onDuplicate, onRemove } = props
  const isFixed = useWhyFixed() !== null
  const show = { id: 'show', label: say('briefings.showBlock'), run: onShow }
  return (
    <span className="briefings-block-tools">
      <AddBlock after={name} onAdd={onAdd} />
      <Button
        writes
        label={say('briefings.up', { block: name })}
        icon={<ArrowUp size={14} />}
        iconOnly
        look="quiet"
        aria-disabled={first}
        onClick={() => onMove(-1)}
      />
      <Button
        writes
        label={say('briefings.down', { block: name })}
        icon={<ArrowDown size={14} />}
        iconOnly
        look="quiet"
        aria-disabled={last}
        onClick={() => onMove(1)}
      />
      <Menu
        label={say('briefings.moreOfBlock', { block: name })}
        className="button quiet icon-only"
        items={
          isFixed
            ? [show]
            : [
                show,
                { id: 'duplicate', label: say('briefings.duplicateBlock'), hint: 'Alt D', run: onDuplicate },
                { id: 'remove', label: say('briefings.removeBlock'), hint: 'Alt Delete', apart: true, run: onRemove },
              ]
        }
      >
        <Ellipsis size={14} aria-hidden="true" />
      </Menu>
    </span>
  )
}

type GripProps = { name: string } & Pick<HTMLAttributes<HTMLElement>, 'onPointerDown'>

/** For the mouse alone: the keyboard has the arrows, and Alt with them. */
export const Grip = ({ name, onPointerDown }: GripProps) =>
  useWhyFixed() === null ? (
    <span
      className="briefings-grip"
      title={say('briefings.drag', { block: name })}
      aria-hidden="true"
      onPointerDown={onPointerDown}
    >
      <GripVertical size={14} />
    </span>
  ) : null
