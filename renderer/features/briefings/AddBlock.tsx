import { Plus } from 'lucide-react'
import type { BlockKind } from '../../../shared/model/briefing-block.ts'
import { say } from '../../say.ts'
import { useWhyFixed } from '../../ui/fixed.ts'
import { Menu } from '../../ui/Menu.tsx'
import { kindName } from './block-words.ts'

/** The kinds as they are offered: words of one's own, the matrix, the register, the apparatus. */
const offered: readonly (readonly BlockKind[])[] = [
  ['bottom line', 'key judgements', 'prose'],
  ['matrix', 'conflicts', 'timeline', 'gaps'],
  ['heat map', 'register', 'movers', 'indicators'],
  ['sources', 'scale key', 'endnotes', 'evidence annex', 'changes'],
]

const lines = offered.flatMap((kinds, group) => kinds.map((kind, index) => ({ kind, apart: group > 0 && index === 0 })))

type AddBlockProps = {
  /** The block after which it goes; at the end when left out. */
  after?: string
  onAdd: (kind: BlockKind) => void
}

/** The menu of blocks, each with a line on what it is. Nothing where nothing can be changed. */
export const AddBlock = ({ after, onAdd }: AddBlockProps) => {
  const label = after === undefined ? say('briefings.addBlock') : say('briefings.addAfter', { block: after })
  if (useWhyFixed() !== null) return null
  return (
    <Menu
      label={label}
      className={after === undefined ? 'button quiet' : 'button quiet icon-only'}
      items={lines.map(({ kind, apart }) => ({
        id: kind,
        label: kindName(kind),
        hint: say(`briefings.about.${kind}`),
        apart,
        run: () => onAdd(kind),
      }))}
    >
      <Plus size={14} aria-hidden="true" />
      {after === undefined ? label : null}
    </Menu>
  )
}
