import { ArrowDown, ArrowUp, ChevronRight, Eye, Plus, X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Briefing } from '../../../shared/model/briefing.ts'
import { type BriefingBlock, briefingBlock } from '../../../shared/model/briefing-block.ts'
import { blockId } from '../../../shared/model/id.ts'
import { blankBlock } from '../../../shared/rules/briefing/blank-block.ts'
import { newId } from '../../new-id.ts'
import { RichTextEditor } from '../../parts/editor/RichTextEditor.tsx'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { useWhyFixed } from '../../ui/fixed.ts'
import { useKeptFocus } from '../../ui/focus.ts'
import { Menu } from '../../ui/Menu.tsx'
import { Cover } from './Cover.tsx'
import { Judgements } from './Judgements.tsx'
import { SavedField } from './SavedField.tsx'

/** Which block to show, counted from 0; `edit` opens it in the composer too. A new object asks again. */
export type Aim = { block: number; edit: boolean }

type ComposerProps = {
  briefing: Briefing
  aim: Aim | null
  onUpdate: (patch: Partial<Omit<Briefing, 'id' | 'created' | 'updated'>>) => void
  onShow: (block: number) => void
}

const kinds = briefingBlock.options.map(option => option.shape.kind.value)

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

const nameOf = (block: BriefingBlock) => (block.heading !== '' ? block.heading : capitalised(block.kind))

/** The blocks in order; each opens in place. Every change is saved at once and is one step of undo. */
export const Composer = ({ briefing, aim, onUpdate, onShow }: ComposerProps) => {
  const { blocks } = briefing
  const composer = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLOListElement>(null)
  useKeptFocus(() => composer.current)
  useEffect(() => {
    const item = aim?.edit ? list.current?.children[aim.block] : undefined
    const details = item?.querySelector('details')
    if (!details) return
    details.open = true
    details.scrollIntoView({ block: 'nearest' })
  }, [aim])
  const isFixed = useWhyFixed() !== null
  const replace = (index: number, block: BriefingBlock) => onUpdate({ blocks: blocks.with(index, block) })
  const move = (index: number, by: number) => {
    const [moved, other] = [blocks[index], blocks[index + by]]
    if (moved && other) onUpdate({ blocks: blocks.with(index, other).with(index + by, moved) })
  }
  return (
    <div className="briefings-composer" ref={composer} tabIndex={-1}>
      <Fold name={say('briefings.cover')}>
        <Cover briefing={briefing} onUpdate={onUpdate} />
      </Fold>
      <ol ref={list}>
        {blocks.map((block, index) => (
          <li key={block.id}>
            <Fold name={nameOf(block)}>
              <BlockEditor block={block} onChange={changed => replace(index, changed)} />
            </Fold>
            <BlockTools
              name={nameOf(block)}
              first={index === 0}
              last={index === blocks.length - 1}
              onShow={() => onShow(index)}
              onMove={by => move(index, by)}
              onRemove={() => onUpdate({ blocks: blocks.toSpliced(index, 1) })}
            />
          </li>
        ))}
      </ol>
      {isFixed ? null : (
        <Menu
          label={say('briefings.addBlock')}
          className="button quiet"
          items={kinds.map(kind => ({
            id: kind,
            label: capitalised(kind),
            run: () => onUpdate({ blocks: [...blocks, blankBlock(kind, blockId.parse(newId()))] }),
          }))}
        >
          <Plus size={14} aria-hidden="true" />
          {say('briefings.addBlock')}
        </Menu>
      )}
    </div>
  )
}

const Fold = ({ name, children }: { name: string; children: ReactNode }) => (
  <details>
    <summary>
      <ChevronRight size={14} aria-hidden="true" />
      <span>{name}</span>
    </summary>
    <div className="briefings-fields">{children}</div>
  </details>
)

type BlockToolsProps = {
  name: string
  first: boolean
  last: boolean
  onShow: () => void
  onMove: (by: number) => void
  onRemove: () => void
}

/** At either end the arrow stays a button that can hold the focus: the next press may be the other arrow's. */
const BlockTools = ({ name, first, last, onShow, onMove, onRemove }: BlockToolsProps) => (
  <span className="briefings-block-tools">
    <Button
      label={say('briefings.goTo', { block: name })}
      icon={<Eye size={14} />}
      iconOnly
      look="quiet"
      onClick={onShow}
    />
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
    <Button
      writes
      label={say('briefings.removeBlock', { block: name })}
      icon={<X size={14} />}
      iconOnly
      look="quiet"
      onClick={onRemove}
    />
  </span>
)

const BlockEditor = ({ block, onChange }: { block: BriefingBlock; onChange: (block: BriefingBlock) => void }) => (
  <>
    <SavedField
      label={say('briefings.heading')}
      value={block.heading}
      onSave={heading => onChange({ ...block, heading })}
    />
    {block.kind === 'bottom line' || block.kind === 'prose' ? (
      <RichTextEditor
        name={nameOf(block)}
        document={block.document}
        onSave={document => onChange({ ...block, document })}
      />
    ) : block.kind === 'key judgements' ? (
      <Judgements judgements={block.judgements} onChange={judgements => onChange({ ...block, judgements })} />
    ) : (
      <p className="small muted">{say('briefings.live')}</p>
    )}
    {block.kind === 'matrix' ? (
      <Categories chosen={block.categories} onChange={categories => onChange({ ...block, categories })} />
    ) : null}
  </>
)

const Categories = ({ chosen, onChange }: { chosen: readonly string[]; onChange: (categories: string[]) => void }) => {
  const terms = useRead('terms.list', {})
  const isFixed = useWhyFixed() !== null
  const all = [...new Set((terms.value ?? []).map(term => term.category))]
  return (
    <fieldset className="briefings-choices">
      <legend className="small muted">{say('briefings.categories')}</legend>
      {all.map(category => (
        <label key={category}>
          <input
            type="checkbox"
            disabled={isFixed}
            checked={chosen.includes(category)}
            onChange={() =>
              onChange(chosen.includes(category) ? chosen.filter(one => one !== category) : [...chosen, category])
            }
          />{' '}
          {category}
        </label>
      ))}
    </fieldset>
  )
}
