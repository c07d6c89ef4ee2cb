import { Plus, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { BesideChoice } from './BesideChoice.tsx'
import { ConditionChip } from './ConditionChip.tsx'
import { type Choices, useChoices } from './choices.ts'
import { emptyGroup, type Group, newBeside, newCondition, newGroup, type Part } from './question.ts'
import './question.css'

type FilterBuilderProps = { group: Group; onChange: (group: Group) => void }

/** A question about excerpts as a sentence whose words are chosen: conditions, groups of them, and what stands beside. */
export const FilterBuilder = ({ group, onChange }: FilterBuilderProps) => {
  const { choices, hasBelow } = useChoices()
  const frame = useFollowingFocus(group)
  return (
    <div ref={frame} className="excerpts-filter" role="group" aria-label={say('excerpts.filter')}>
      <span>{say('excerpts.sentence')}</span>
      <GroupEditor group={group} choices={choices} hasBelow={hasBelow} depth={0} onChange={onChange} />
      <Button
        look="quiet"
        icon={<X size={14} />}
        label={say('excerpts.clearFilter')}
        onClick={() => onChange(emptyGroup)}
      />
    </div>
  )
}

const conditionsIn = ({ parts }: Group): number =>
  parts.reduce(
    (sum, part) => sum + (part.kind === 'condition' ? 1 : conditionsIn(part.kind === 'beside' ? part.of : part.group)),
    0,
  )

/** The keyboard goes to a condition that was added, and stays in the question when one was taken away. */
const useFollowingFocus = (group: Group) => {
  const frame = useRef<HTMLDivElement>(null)
  const before = useRef(0)
  useEffect(() => {
    const now = conditionsIn(group)
    const grown = now - before.current
    before.current = now
    if (grown === 0) return
    // After the menu, which gives the keyboard back to its button as it closes.
    const timer = setTimeout(() => {
      const last = (selector: string) => [...(frame.current?.querySelectorAll<HTMLElement>(selector) ?? [])].at(-1)
      if (grown > 0) last('.excerpts-chip.open > select')?.focus()
      else if (document.activeElement === document.body) last('.excerpts-add')?.focus()
    })
    return () => clearTimeout(timer)
  }, [group])
  return frame
}

type GroupEditorProps = FilterBuilderProps & { choices: Choices; hasBelow: (tag: string) => boolean; depth: number }

/** Groups in groups are read with effort: deeper than this none is offered, though one is shown. */
const mostDepth = 3

const GroupEditor = ({ group, choices, hasBelow, depth, onChange }: GroupEditorProps) => {
  const { join, parts } = group
  const put = (at: number, part: Part) =>
    onChange({ ...group, parts: parts.map((one, place) => (place === at ? part : one)) })
  const remove = (at: number) => onChange({ ...group, parts: parts.filter((_, place) => place !== at) })
  const add = (part: Part) => onChange({ ...group, parts: [...parts, part] })
  const nested = { choices, hasBelow, depth: depth + 1 }
  return (
    <>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part of a question is told from others by its place alone.
        <span key={at} className="excerpts-part">
          {at === 0 ? null : <Join join={join} onChange={next => onChange({ ...group, join: next })} />}
          {part.kind === 'condition' ? (
            <ConditionChip
              part={part}
              choices={choices}
              hasBelow={hasBelow}
              onChange={next => put(at, next)}
              onRemove={() => remove(at)}
            />
          ) : (
            <span className="excerpts-chip nested">
              <Negation kind={part.kind} negated={part.negated} onChange={negated => put(at, { ...part, negated })} />
              {part.kind === 'beside' ? (
                <>
                  <BesideChoice beside={part.beside} onChange={beside => put(at, { ...part, beside })} />
                  <GroupEditor group={part.of} {...nested} onChange={of => put(at, { ...part, of })} />
                </>
              ) : (
                <GroupEditor group={part.group} {...nested} onChange={inner => put(at, { ...part, group: inner })} />
              )}
              <Button
                look="quiet"
                iconOnly
                icon={<X size={14} />}
                label={say(part.kind === 'beside' ? 'excerpts.removeBeside' : 'excerpts.removeGroup')}
                onClick={() => remove(at)}
              />
            </span>
          )}
        </span>
      ))}
      <Menu
        label={say('excerpts.add')}
        className="button quiet excerpts-add"
        items={[
          { id: 'condition', label: say('excerpts.addCondition'), run: () => add(newCondition('tag')) },
          ...(depth >= mostDepth
            ? []
            : [
                { id: 'group', label: say('excerpts.addGroup'), run: () => add(newGroup()) },
                {
                  id: 'near',
                  label: say('excerpts.addNear'),
                  apart: true,
                  run: () => add(newBeside('near')),
                },
                { id: 'over', label: say('excerpts.addOverlapping'), run: () => add(newBeside('overlapping')) },
                { id: 'same', label: say('excerpts.addSameParagraph'), run: () => add(newBeside('same paragraph')) },
              ]),
        ]}
      >
        <Plus size={14} aria-hidden="true" />
        {parts.length === 0 || depth === 0 ? say('excerpts.add') : null}
      </Menu>
    </>
  )
}

const Join = ({ join, onChange }: { join: Group['join']; onChange: (join: Group['join']) => void }) => (
  <select
    className="input excerpts-join"
    aria-label={say('excerpts.join')}
    value={join}
    onChange={event => onChange(event.target.value === 'any' ? 'any' : 'all')}
  >
    <option value="all">{say('excerpts.and')}</option>
    <option value="any">{say('excerpts.or')}</option>
  </select>
)

type NegationProps = { kind: 'group' | 'beside'; negated: boolean; onChange: (negated: boolean) => void }

/** Whether a group, or what stands beside, is asked for or ruled out. */
const Negation = ({ kind, negated, onChange }: NegationProps) => (
  <select
    className="input excerpts-join"
    aria-label={say('excerpts.negation')}
    value={negated ? 'not' : ''}
    onChange={event => onChange(event.target.value === 'not')}
  >
    <option value="">{say(kind === 'beside' ? 'excerpts.stand' : 'excerpts.holds')}</option>
    <option value="not">{say(kind === 'beside' ? 'excerpts.standNot' : 'excerpts.holdsNot')}</option>
  </select>
)
