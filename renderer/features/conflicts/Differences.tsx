import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import type { Comparison, Relation } from '../../../shared/contract/conflicts.ts'
import type { OutputOf } from '../../../shared/contract.ts'
import type { TermId } from '../../../shared/model/id.ts'
import { addressOf, navigate } from '../../location.ts'
import { ClaimCard } from '../../parts/ClaimCard.tsx'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SelectField } from '../../ui/Field.tsx'

const words = {
  change: 'conflicts.change',
  'not comparable': 'conflicts.notComparable',
  undecidable: 'conflicts.undecidable',
} as const satisfies Record<Relation, string>
const relations = Object.keys(words) as Relation[]

type Compared = OutputOf<'conflicts.comparable'>[number]

/** A folded line, in pixels; each is measured once it is drawn. */
const lineHeight = 34

/**
 * Claims that differ without being in conflict: over time, in basis or in scope. Folded by term; the pairs of a term are
 * compared only once its line is near the window, since every pair of its claims must be.
 */
export const Differences = () => {
  const { value: terms } = useRead('conflicts.comparable', {})
  const [relation, setRelation] = useState<Relation | ''>('')
  const [folds, setFolds] = useState<ReadonlyMap<string, boolean>>(new Map())
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: terms?.length ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    getItemKey: index => terms?.[index]?.term ?? index,
    overscan: 4,
  })
  if (terms === undefined) return null
  if (terms.length === 0) return <EmptyState sentence={say('conflicts.noneDifferent')} />
  return (
    <div className="conflicts-differences">
      <div className="conflicts-filter">
        <SelectField
          label={say('conflicts.relation')}
          value={relation}
          choices={[
            { value: '', label: say('conflicts.everyRelation') },
            ...relations.map(value => ({ value, label: say(words[value]) })),
          ]}
          onChoose={setRelation}
        />
        <span className="small muted">{say('conflicts.termsCompared', { count: terms.length })}</span>
      </div>
      <div ref={scroller} className="conflicts-terms">
        <ol style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const term = terms[index]
            return term === undefined ? null : (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                style={{ transform: `translateY(${start}px)` }}
              >
                <TermDifferences
                  term={term}
                  relation={relation === '' ? null : relation}
                  fold={folds.get(term.term)}
                  onFold={isOpen => setFolds(before => new Map(before).set(term.term, isOpen))}
                />
              </li>
            )
          })}
        </ol>
      </div>
    </div>
  )
}

const pageSize = 20

/**
 * Claims up to which a term is compared before it is opened: some 2,000 pairs and 20 ms. For the 45,000 pairs of 300
 * claims it is half a second, which a list of such terms must not cost unasked.
 */
const mostAtOnce = 60

type TermDifferencesProps = {
  term: Compared
  relation: Relation | null
  /** Whether the analyst opened or closed it; open by itself where something waits for a judgement. */
  fold: boolean | undefined
  onFold: (isOpen: boolean) => void
}

const TermDifferences = ({ term, relation, fold, onFold }: TermDifferencesProps) => {
  const [pages, setPages] = useState(1)
  const { term: id, ref, name, claims } = term
  const asksAtOnce = claims <= mostAtOnce
  const { value: counted } = useRead(
    'conflicts.comparisons',
    asksAtOnce || fold === true ? { term: id, relation: null, offset: 0, limit: 0 } : null,
  )
  const counts = counted?.counts
  const count = counts
    ? relations.reduce((sum, one) => sum + (relation === null || relation === one ? counts[one] : 0), 0)
    : 0
  const toJudge = relation === null || relation === 'undecidable' ? (counts?.undecidable ?? 0) : 0
  const isOpen = fold ?? toJudge > 0
  return (
    <details
      className="conflicts-term"
      open={isOpen}
      onToggle={event => {
        if (event.currentTarget.open !== isOpen) onFold(event.currentTarget.open)
      }}
    >
      <summary>
        <span className="muted conflicts-ref">{ref}</span>
        <b>{name}</b>
        <span className="small muted">
          {counts !== undefined
            ? say('conflicts.differenceCount', {
                count,
                partly: relation === null ? leftOpen(counted?.partly) : 'ofKind',
              })
            : say(asksAtOnce || isOpen ? 'conflicts.comparing' : 'conflicts.toCompare', { count: claims })}
        </span>
        {toJudge === 0 ? null : <Badge tone="warning">{say('conflicts.toJudge', { count: toJudge })}</Badge>}
      </summary>
      {isOpen && count > 0 ? (
        <>
          {Array.from({ length: Math.min(pages, Math.ceil(count / pageSize)) }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number.
            <Page key={index} term={id} relation={relation} number={index} />
          ))}
          <p className="small conflicts-to-term">
            {count > pages * pageSize ? (
              <Button
                label={say('conflicts.moreDifferences', { count: Math.min(pageSize, count - pages * pageSize) })}
                look="quiet"
                onClick={() => setPages(pages + 1)}
              />
            ) : null}
            <a href={addressOf('matrix', null, { term: id })}>{say('conflicts.showTerm')}</a>
          </p>
        </>
      ) : null}
    </details>
  )
}

/** Which of stage and basis only some of the claims name, as the message asks for it. */
const leftOpen = (partly: readonly string[] = []) => (partly.length === 2 ? 'both' : (partly[0] ?? 'none'))

type PageProps = { term: TermId; relation: Relation | null; number: number }

const Page = ({ term, relation, number }: PageProps) => {
  const { value } = useRead('conflicts.comparisons', { term, relation, offset: number * pageSize, limit: pageSize })
  return value?.page.map(one => <Difference key={one.claims.map(claim => claim.id).join(' ')} difference={one} />)
}

const Difference = ({ difference }: { difference: Comparison }) => {
  const [isOpen, setOpen] = useState(false)
  const { relation, reason, claims, term } = difference
  const record = async () => {
    const made = await perform('conflicts.create', {
      term,
      claims: claims.map(claim => claim.id),
      kind: 'value',
      reason,
    })
    if (made.ok) navigate('conflicts', made.value.id)
  }
  return (
    <details className="conflicts-difference" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        <span>{reason}</span>
        <Badge tone={relation === 'undecidable' ? 'warning' : 'plain'}>{say(words[relation])}</Badge>
      </summary>
      {isOpen ? (
        <>
          <div className="conflicts-sides">
            {claims.map(claim => (
              <ClaimCard key={claim.id} claim={claim} />
            ))}
          </div>
          <Button writes label={say('conflicts.makeConflict')} onClick={() => void record()} />
        </>
      ) : null}
    </details>
  )
}
