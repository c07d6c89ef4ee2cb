import { ChevronRight } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { TradecraftFinding } from '../../../shared/contract/briefings.ts'
import type { Briefing } from '../../../shared/model/briefing.ts'
import type { BlockId, JudgementId } from '../../../shared/model/id.ts'
import type { TextRange } from '../../../shared/model/text-version.ts'
import { announce } from '../../announcements.ts'
import { useCommands } from '../../commands.ts'
import { FindingActions, ruleName } from '../../parts/FindingActions.tsx'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { nameOf } from './block-words.ts'
import './tradecraft-panel.css'

type TradecraftPanelProps = {
  briefing: Briefing
  /** Null until the check has answered: nothing is said of a briefing that has not been looked through. */
  findings: readonly TradecraftFinding[] | null
  onShow: (block: BlockId, judgement: JudgementId | null, range: TextRange | null) => void
}

const none: readonly TradecraftFinding[] = []

const filters = ['all', 'errors', 'warnings', 'answered'] as const
type Filter = (typeof filters)[number]

const passes = (filter: Filter, { severity, answer }: TradecraftFinding): boolean => {
  if (filter === 'answered') return answer !== null
  if (filter === 'all') return true
  return answer === null && severity === (filter === 'errors' ? 'error' : 'warning')
}

/** What a marker would strike, by the block it stands in, each with its rule, its way out and the reason why it may stand. */
export const TradecraftPanel = ({ briefing, findings: found, onShow }: TradecraftPanelProps) => {
  const findings = found ?? none
  const [filter, setFilter] = useState<Filter>('all')
  const [isOpen, setIsOpen] = useState(false)
  const at = useRef(-1)
  const groups = useMemo(() => groupsOf(briefing, findings, filter), [briefing, findings, filter])
  const counts = countsOf(findings)
  const go = ({ place }: TradecraftFinding) => {
    if (place.block !== null) onShow(place.block, place.judgement, place.range)
  }
  const step = (by: number) => {
    const there = findings.filter(({ place, answer }) => place.block !== null && answer === null)
    if (there.length === 0) return
    at.current = ((((at.current === -1 && by < 0 ? 0 : at.current) + by) % there.length) + there.length) % there.length
    const next = there[at.current]
    if (next === undefined) return
    go(next)
    announce(say('findings.at', { rule: ruleName(next.rule), sentence: next.sentence }))
  }
  const group = say('shell.briefings')
  useCommands([
    { id: 'findings.next', title: say('findings.next'), group, shortcut: 'Alt+J', run: () => step(1) },
    { id: 'findings.previous', title: say('findings.previous'), group, shortcut: 'Alt+K', run: () => step(-1) },
  ])
  return (
    <details className="briefings-check" open={isOpen} onToggle={event => setIsOpen(event.currentTarget.open)}>
      <summary>
        <ChevronRight size={14} aria-hidden="true" />
        <b>{say('findings.title')}</b>{' '}
        <span className="muted" role="status">
          {found === null
            ? say('findings.checking')
            : found.length === 0
              ? say('findings.clean')
              : say('findings.counts', counts)}
        </span>
      </summary>
      {findings.length === 0 ? null : (
        <div className="check-filters" role="group" aria-label={say('findings.show')}>
          {filters.map(one => (
            <Button
              key={one}
              look="quiet"
              label={say(`findings.${one}`)}
              aria-pressed={filter === one}
              onClick={() => setFilter(one)}
            />
          ))}
        </div>
      )}
      {findings.length > 0 && groups.length === 0 ? (
        <p className="muted check-none">{say('findings.noneOfThese')}</p>
      ) : null}
      {groups.map(({ block, name, found }) => (
        <section key={block ?? 'whole'} aria-label={name}>
          <h3>{name}</h3>
          <ul>
            {found.map(one => (
              <li key={one.key} className={one.answer === null ? undefined : 'answered'}>
                <Badge tone={one.answer !== null ? 'plain' : one.severity === 'error' ? 'conflict' : 'warning'}>
                  <span className="unseen">{say(`findings.${one.severity}`)} </span>
                  {ruleName(one.rule)}
                </Badge>
                <div>
                  <p>{one.sentence}</p>
                  {one.answer === null ? null : (
                    <p className="small muted">{say('findings.stands', { reason: one.answer })}</p>
                  )}
                  <FindingActions
                    id={briefing.id}
                    finding={one}
                    onGo={one.place.block === null ? null : () => go(one)}
                  />
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  )
}

const countsOf = (findings: readonly TradecraftFinding[]) => {
  const open = findings.filter(({ answer }) => answer === null)
  const errors = open.filter(({ severity }) => severity === 'error').length
  return { errors, warnings: open.length - errors, answered: findings.length - open.length }
}

type Group = { block: BlockId | null; name: string; found: TradecraftFinding[] }

/** What is open before what was answered, errors first; otherwise as the check gives them. */
const weight = ({ severity, answer }: TradecraftFinding) => (answer !== null ? 2 : severity === 'error' ? 0 : 1)

const groupsOf = ({ blocks }: Briefing, findings: readonly TradecraftFinding[], filter: Filter): Group[] => {
  const shown = findings.filter(one => passes(filter, one))
  const all: Omit<Group, 'found'>[] = [
    { block: null, name: say('findings.whole') },
    ...blocks.map(block => ({ block: block.id, name: nameOf(block) })),
  ]
  return all
    .map(({ block, name }) => ({
      block,
      name,
      found: shown.filter(({ place }) => place.block === block).toSorted((one, other) => weight(one) - weight(other)),
    }))
    .filter(({ found }) => found.length > 0)
}
