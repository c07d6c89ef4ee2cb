import { ArrowDown, ArrowUp, Eye, X } from 'lucide-react'
import { useState } from 'react'
import { type Briefing, type BriefingBlock, briefingBlock, marking } from '../../../shared/model/briefing.ts'
import { partialDate } from '../../../shared/model/partial-date.ts'
import { emptyRichText } from '../../../shared/model/rich-text.ts'
import { RichTextEditor } from '../../parts/editor/RichTextEditor.tsx'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { choicesOf, SelectField, TextField } from '../../ui/Field.tsx'
import { Judgements } from './Judgements.tsx'

type ComposerProps = {
  briefing: Briefing
  onUpdate: (patch: Partial<Omit<Briefing, 'id' | 'created' | 'updated'>>) => void
  onShow: (block: number) => void
}

const kinds = briefingBlock.options.map(option => option.shape.kind.value)

const emptyBlock = (kind: BriefingBlock['kind']): BriefingBlock => {
  if (kind === 'bottom line') return { kind, document: emptyRichText }
  if (kind === 'key judgements') return { kind, judgements: [] }
  if (kind === 'prose') return { kind, heading: '', document: emptyRichText }
  if (kind === 'matrix') return { kind, heading: '', categories: [] }
  return { kind, heading: '' }
}

const nameOf = (block: BriefingBlock) => ('heading' in block && block.heading !== '' ? block.heading : block.kind)

/** The blocks in order; each opens in place. Every change is saved at once and is one step of undo. */
export const Composer = ({ briefing, onUpdate, onShow }: ComposerProps) => {
  const { blocks } = briefing
  const replace = (index: number, block: BriefingBlock) => onUpdate({ blocks: blocks.with(index, block) })
  const move = (index: number, by: number) => {
    const [moved, other] = [blocks[index], blocks[index + by]]
    if (moved && other) onUpdate({ blocks: blocks.with(index, other).with(index + by, moved) })
  }
  return (
    <div className="briefings-composer">
      <details>
        <summary>
          <b>{say('briefings.cover')}</b>
        </summary>
        <Cover briefing={briefing} onUpdate={onUpdate} />
      </details>
      <h3 className="label">{say('briefings.blocks')}</h3>
      <ol>
        {blocks.map((block, index) => {
          const name = nameOf(block)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a block is known by its place; it has no id of its own.
            <li key={`${block.kind} ${index}`}>
              <details>
                <summary>
                  <span className="briefings-block-name">{name}</span>
                  <span className="briefings-block-tools">
                    <Button
                      label={say('briefings.goTo', { block: name })}
                      icon={<Eye size={14} />}
                      iconOnly
                      look="quiet"
                      onClick={() => onShow(index)}
                    />
                    <Button
                      label={say('briefings.up', { block: name })}
                      icon={<ArrowUp size={14} />}
                      iconOnly
                      look="quiet"
                      disabled={index === 0}
                      onClick={() => move(index, -1)}
                    />
                    <Button
                      label={say('briefings.down', { block: name })}
                      icon={<ArrowDown size={14} />}
                      iconOnly
                      look="quiet"
                      disabled={index === blocks.length - 1}
                      onClick={() => move(index, 1)}
                    />
                    <Button
                      label={say('briefings.removeBlock', { block: name })}
                      icon={<X size={14} />}
                      iconOnly
                      look="quiet"
                      onClick={() => onUpdate({ blocks: blocks.toSpliced(index, 1) })}
                    />
                  </span>
                </summary>
                <div className="briefings-fields">
                  <BlockEditor block={block} onChange={changed => replace(index, changed)} />
                </div>
              </details>
            </li>
          )
        })}
      </ol>
      <SelectField
        label={say('briefings.addBlock')}
        value=""
        choices={[{ value: '', label: '…' }, ...choicesOf(kinds)]}
        onChoose={kind => kind !== '' && onUpdate({ blocks: [...blocks, emptyBlock(kind)] })}
      />
    </div>
  )
}

/** A field that saves when the analyst leaves it. */
const SavedField = ({ label, value, onSave }: { label: string; value: string; onSave: (value: string) => void }) => {
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <TextField
      label={label}
      value={draft ?? value}
      onChange={event => setDraft(event.target.value)}
      onBlur={() => {
        if (draft !== null && draft !== value) onSave(draft)
        setDraft(null)
      }}
    />
  )
}

const Cover = ({ briefing, onUpdate }: Pick<ComposerProps, 'briefing' | 'onUpdate'>) => {
  const [wrongDate, setWrongDate] = useState<string | null>(null)
  return (
    <div className="briefings-fields">
      <SavedField
        label={say('briefings.title')}
        value={briefing.title}
        onSave={title => title.trim() !== '' && onUpdate({ title })}
      />
      <SavedField
        label={say('briefings.subtitle')}
        value={briefing.subtitle}
        onSave={subtitle => onUpdate({ subtitle })}
      />
      <SavedField label={say('briefings.author')} value={briefing.author} onSave={author => onUpdate({ author })} />
      <SavedField
        label={say('briefings.audience')}
        value={briefing.audience}
        onSave={audience => onUpdate({ audience })}
      />
      <SelectField
        label={say('briefings.marking')}
        value={briefing.marking}
        choices={choicesOf(marking.options)}
        onChoose={chosen => onUpdate({ marking: chosen })}
      />
      <SavedField
        label={say('briefings.cutOff')}
        value={wrongDate ?? briefing.cutOff ?? ''}
        onSave={words => {
          const read = partialDate.safeParse(words.trim())
          setWrongDate(words.trim() === '' || read.success ? null : words)
          if (words.trim() === '') onUpdate({ cutOff: null })
          else if (read.success) onUpdate({ cutOff: read.data })
        }}
      />
      {wrongDate === null ? null : <p role="alert">{say('briefings.cutOffWrong')}</p>}
    </div>
  )
}

const BlockEditor = ({ block, onChange }: { block: BriefingBlock; onChange: (block: BriefingBlock) => void }) => (
  <>
    {'heading' in block ? (
      <SavedField
        label={say('briefings.heading')}
        value={block.heading}
        onSave={heading => onChange({ ...block, heading })}
      />
    ) : null}
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
  const all = [...new Set((terms.value ?? []).map(term => term.category))]
  return (
    <fieldset className="briefings-choices">
      <legend className="small muted">{say('briefings.categories')}</legend>
      {all.map(category => (
        <label key={category}>
          <input
            type="checkbox"
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
