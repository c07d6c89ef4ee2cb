import { useEffect, useRef, useState } from 'react'
import type { TradecraftFinding } from '../../../shared/contract/briefings.ts'
import type { Briefing } from '../../../shared/model/briefing.ts'
import type { BlockKind, BriefingBlock } from '../../../shared/model/briefing-block.ts'
import { type BlockId, blockId, type JudgementId, judgementId } from '../../../shared/model/id.ts'
import { blankBlock } from '../../../shared/rules/briefing/blank-block.ts'
import { announce } from '../../announcements.ts'
import { useCommands } from '../../commands.ts'
import { newId } from '../../new-id.ts'
import { say } from '../../say.ts'
import { useWhyFixed } from '../../ui/fixed.ts'
import { useKeptFocus } from '../../ui/focus.ts'
import { AddBlock } from './AddBlock.tsx'
import type { Aim, Part } from './aim.ts'
import { BlockEditor } from './BlockEditor.tsx'
import { BlockTools, Fold, Grip } from './BlockRow.tsx'
import { nameOf, summaryOf } from './block-words.ts'
import './composer.css'
import { Cover } from './Cover.tsx'
import { moved } from './Judgements.tsx'
import { useDrag } from './use-drag.ts'

export type BriefingPatch = Partial<Omit<Briefing, 'id' | 'created' | 'updated' | 'answers'>>

/** Saves what the patch of the newest briefing is: two edits in a row never undo one another. */
export type Update = (patch: (now: Briefing) => BriefingPatch) => void

type ComposerProps = {
  briefing: Briefing
  findings: readonly TradecraftFinding[]
  aim: Aim | null
  /** The part that the pages show. */
  current: Part | null
  onUpdate: Update
  /** The analyst went to work on a part. */
  onEnter: (part: Part, judgement: JudgementId | null) => void
  onShow: (part: Part) => void
}

/** A copy of a block, under ids of its own. */
const copyOf = (block: BriefingBlock): BriefingBlock => {
  const id = blockId.parse(newId())
  return block.kind === 'key judgements'
    ? {
        ...block,
        id,
        judgements: block.judgements.map(judgement => ({ ...judgement, id: judgementId.parse(newId()) })),
      }
    : { ...block, id }
}

/** The blocks in order; each opens in place. Every change is saved at once and is one step of undo. */
export const Composer = (props: ComposerProps) => {
  const { briefing, findings, aim, current, onUpdate, onEnter, onShow } = props
  const { blocks } = briefing
  const composer = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const [opened, setOpened] = useState<ReadonlySet<Part>>(new Set())
  const isFixed = useWhyFixed() !== null
  useKeptFocus(() => composer.current)
  useAimed(composer, aim, setOpened)
  const bring = useAdded(composer)
  useFollowed(composer, current)

  const toggle = (part: Part) => (isOpen: boolean) => {
    if (opened.has(part) === isOpen) return
    setOpened(now => {
      const next = new Set(now)
      if (isOpen) next.add(part)
      else next.delete(part)
      return next
    })
    // What was opened at the foot of the pane would stand below it.
    if (isOpen) requestAnimationFrame(() => rowOf(composer.current, part)?.scrollIntoView({ block: 'nearest' }))
  }
  const move = (from: number, to: number) => {
    const block = blocks[from]
    if (isFixed || block === undefined || to < 0 || to >= blocks.length) return
    onUpdate(now => {
      const at = now.blocks.findIndex(({ id }) => id === block.id)
      return { blocks: moved(now.blocks, at, at + to - from) }
    })
    announce(say('briefings.dropped', { block: nameOf(block), place: to + 1, count: blocks.length }))
  }
  const insert = (block: BriefingBlock, at: number) => {
    onUpdate(now => ({ blocks: now.blocks.toSpliced(at, 0, block) }))
    onShow(block.id)
    bring(block.id)
  }
  const add = (kind: BlockKind, at: number) => {
    const block = blankBlock(kind, blockId.parse(newId()))
    toggle(block.id)(true)
    insert(block, at)
  }
  const duplicate = (index: number) => {
    const block = blocks[index]
    if (block) insert(copyOf(block), index + 1)
  }
  const remove = (index: number) => {
    const block = blocks[index]
    onUpdate(now => ({ blocks: now.blocks.filter(({ id }) => id !== block?.id) }))
  }
  const { carried, grip } = useDrag(list, composer, move)

  const at = blocks.findIndex(({ id }) => id === current)
  const group = say('shell.briefings')
  const onCurrent = (run: (index: number) => void) => () => {
    if (!isFixed && at !== -1) run(at)
  }
  useCommands([
    {
      id: 'briefings.blockUp',
      title: say('briefings.blockUp'),
      group,
      shortcut: 'Alt+ArrowUp',
      run: onCurrent(index => move(index, index - 1)),
    },
    {
      id: 'briefings.blockDown',
      title: say('briefings.blockDown'),
      group,
      shortcut: 'Alt+ArrowDown',
      run: onCurrent(index => move(index, index + 1)),
    },
    {
      id: 'briefings.blockTwice',
      title: say('briefings.blockTwice'),
      group,
      shortcut: 'Alt+D',
      run: onCurrent(duplicate),
    },
    {
      id: 'briefings.blockAway',
      title: say('briefings.blockAway'),
      group,
      shortcut: 'Alt+Delete',
      run: onCurrent(remove),
    },
    { id: 'briefings.shutAll', title: say('briefings.shutAll'), group, run: () => setOpened(new Set()) },
  ])

  const classOf = (index: number) =>
    [
      carried?.from === index ? 'carried' : '',
      carried?.before === index ? 'gap-before' : '',
      carried?.before === blocks.length && index === blocks.length - 1 ? 'gap-after' : '',
    ]
      .filter(name => name !== '')
      .join(' ')
  return (
    <div
      className={carried === null ? 'briefings-composer' : 'briefings-composer carrying'}
      ref={composer}
      role="group"
      aria-label={say('briefings.blocks')}
      tabIndex={-1}
    >
      <div
        role="group"
        aria-label={say('briefings.cover')}
        data-part="cover"
        aria-current={current === 'cover' ? 'location' : undefined}
        onFocus={() => onEnter('cover', null)}
      >
        <Fold
          name={say('briefings.cover')}
          summary={say('briefings.coverSummary', {
            marking: briefing.marking,
            audience: briefing.audience === '' ? 'none' : briefing.audience,
          })}
          findings={0}
          isOpen={opened.has('cover')}
          onToggle={toggle('cover')}
        >
          {() => <Cover briefing={briefing} onUpdate={patch => onUpdate(() => patch)} />}
        </Fold>
      </div>
      {blocks.length === 0 ? <p className="muted">{say('briefings.noBlocks')}</p> : null}
      <ol ref={list}>
        {blocks.map((block, index) => (
          <li
            key={block.id}
            className={classOf(index)}
            data-part={block.id}
            aria-current={current === block.id ? 'location' : undefined}
            onFocus={event => onEnter(block.id, judgementAt(event.target))}
          >
            <Grip name={nameOf(block)} {...grip(index)} />
            <Fold
              name={nameOf(block)}
              summary={summaryOf(block)}
              findings={countFor(findings, block.id)}
              isOpen={opened.has(block.id)}
              onToggle={toggle(block.id)}
            >
              {() => (
                <BlockEditor
                  briefing={briefing}
                  block={block}
                  aim={aim?.part === block.id ? aim : null}
                  onChange={changed =>
                    onUpdate(now => ({ blocks: now.blocks.map(one => (one.id === changed.id ? changed : one)) }))
                  }
                />
              )}
            </Fold>
            <BlockTools
              name={nameOf(block)}
              first={index === 0}
              last={index === blocks.length - 1}
              onShow={() => onShow(block.id)}
              onAdd={kind => add(kind, index + 1)}
              onMove={by => move(index, index + by)}
              onDuplicate={() => duplicate(index)}
              onRemove={() => remove(index)}
            />
          </li>
        ))}
      </ol>
      <AddBlock onAdd={kind => add(kind, blocks.length)} />
    </div>
  )
}

/** Findings of a block that still ask for something. */
const countFor = (findings: readonly TradecraftFinding[], block: BlockId): number =>
  findings.filter(one => one.place.block === block && one.answer === null).length

const judgementAt = (element: Element): JudgementId | null =>
  judgementId.safeParse(element.closest<HTMLElement>('[data-judgement]')?.dataset.judgement).data ?? null

const rowOf = (composer: HTMLElement | null, part: Part): HTMLElement | null =>
  composer?.querySelector<HTMLElement>(`[data-part="${part}"]`) ?? null

/** Opens what the aim wants to edit, and takes the keyboard there: to the judgement, or to the block's own line. */
const useAimed = (
  composer: { current: HTMLElement | null },
  aim: Aim | null,
  setOpened: (next: (now: ReadonlySet<Part>) => ReadonlySet<Part>) => void,
) => {
  const [pending, setPending] = useState<Aim | null>(null)
  useEffect(() => {
    if (!aim?.edit) return
    setOpened(now => new Set([...now, aim.part]))
    setPending(aim)
  }, [aim, setOpened])
  useEffect(() => {
    const row = pending === null ? null : rowOf(composer.current, pending.part)
    if (pending === null || row === null) return
    const judgement = pending.judgement === null ? null : row.querySelector(`[data-judgement="${pending.judgement}"]`)
    const words = judgement?.querySelector('textarea')
    ;(judgement ?? row).scrollIntoView({ block: judgement ? 'nearest' : 'start' })
    // A stretch of prose is selected by its editor, which takes the keyboard itself.
    if (words || pending.range === null) (words ?? row.querySelector('summary'))?.focus({ preventScroll: true })
    if (words && pending.range) words.setSelectionRange(pending.range.start, pending.range.end)
    setPending(null)
  }, [pending, composer])
}

/** Takes the keyboard to a block that was just added, once it is there and the menu that it came from is shut. */
const useAdded = (composer: { current: HTMLElement | null }) => {
  const [added, setAdded] = useState<Part | null>(null)
  useEffect(() => {
    const row = added === null ? null : rowOf(composer.current, added)
    if (row === null) return
    setAdded(null)
    requestAnimationFrame(() => {
      row.querySelector('summary')?.focus({ preventScroll: true })
      row.scrollIntoView({ block: 'nearest' })
    })
  })
  return setAdded
}

/** Keeps the row of the part that the pages show in sight, unless the analyst is at work among the blocks. */
const useFollowed = (composer: { current: HTMLElement | null }, current: Part | null) => {
  useEffect(() => {
    if (current === null || composer.current?.contains(document.activeElement)) return
    rowOf(composer.current, current)?.querySelector('summary')?.scrollIntoView({ block: 'nearest' })
  }, [current, composer])
}
