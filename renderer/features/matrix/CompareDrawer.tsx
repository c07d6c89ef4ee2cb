import { X } from 'lucide-react'
import { useState } from 'react'
import type { MatrixChange } from '../../../shared/contract/matrix.ts'
import type { PartialDate } from '../../../shared/model/partial-date.ts'
import { grouped } from '../../../shared/rules/groups.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { addressOf } from '../../location.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SelectField } from '../../ui/Field.tsx'
import './compare.css'

const kinds = ['added', 'changed', 'hardened', 'softened', 'withdrawn'] as const
/** The kinds by sign: told apart without colour. */
const signs: Record<MatrixChange['kind'], string> = {
  added: '+',
  changed: '≠',
  hardened: '▲',
  softened: '▽',
  withdrawn: '−',
}
export const kindWords = (kind: MatrixChange['kind']): string =>
  say(
    (
      {
        added: 'matrix.kindAdded',
        changed: 'matrix.kindChanged',
        hardened: 'matrix.kindHardened',
        softened: 'matrix.kindSoftened',
        withdrawn: 'matrix.kindWithdrawn',
      } as const
    )[kind],
  )

/** Changes drawn before the analyst asks for the rest. */
const atFirst = 100

type CompareDrawerProps = {
  days: readonly PartialDate[]
  from: PartialDate
  to: PartialDate | null
  changes: readonly MatrixChange[] | undefined
  onChange: (from: PartialDate, to: PartialDate | null) => void
  onClose: () => void
}

/** What stands on one day beside what stood on another: each change in one sentence, with the claims that made it. */
export const CompareDrawer = ({ days, from, to, changes, onChange, onClose }: CompareDrawerProps) => {
  const [only, setOnly] = useState<MatrixChange['kind'] | null>(null)
  const [most, setMost] = useState(atFirst)
  const dayChoices = (but: readonly PartialDate[]) =>
    but.map(day => ({ value: day as string, label: partialDateWords(day) }))
  const known = days.includes(from) ? days : [...days, from].sort()
  const wanted = (changes ?? []).filter(change => only === null || change.kind === only)
  const byCategory = [...grouped(wanted.slice(0, most), change => change.category)]
  return (
    <aside
      className="matrix-drawer matrix-compare"
      aria-label={say('matrix.compare')}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onClose()
      }}
    >
      <header>
        <h2>{say('matrix.compareTitle')}</h2>
        <Button label={say('matrix.closeCompare')} icon={<X size={16} />} iconOnly look="quiet" onClick={onClose} />
      </header>
      <div className="matrix-compare-days">
        <SelectField
          label={say('matrix.compareFrom')}
          value={from as string}
          choices={dayChoices(known)}
          onChoose={day => onChange(day as PartialDate, to)}
        />
        <SelectField
          label={say('matrix.compareTo')}
          value={to ?? ''}
          choices={[...dayChoices(days.filter(day => day > from)), { value: '', label: say('matrix.today') }]}
          onChoose={day => onChange(from, day === '' ? null : (day as PartialDate))}
        />
      </div>
      {changes === undefined ? null : changes.length === 0 ? (
        <EmptyState sentence={say('matrix.noChanges')} />
      ) : (
        <>
          <div className="matrix-compare-kinds" role="group" aria-label={say('matrix.compareKinds')}>
            {kinds.map(kind => {
              const count = changes.filter(change => change.kind === kind).length
              return (
                <Button
                  key={kind}
                  label={say('matrix.kindCount', { sign: signs[kind], kind: kindWords(kind), count })}
                  aria-pressed={only === kind}
                  disabled={count === 0}
                  onClick={() => setOnly(only === kind ? null : kind)}
                />
              )
            })}
          </div>
          {byCategory.map(([category, ofCategory]) => (
            <section key={category}>
              <h3 className="label">{category}</h3>
              <ul className="matrix-changes">
                {ofCategory.map(change => (
                  <li key={`${change.term} ${change.party ?? ''} ${change.kind}`}>
                    <span
                      className={`matrix-change-sign ${change.kind}`}
                      title={kindWords(change.kind)}
                      aria-hidden="true"
                    >
                      {signs[change.kind]}
                    </span>
                    <div>
                      <a href={addressOf('matrix', null, linkOf(change, from, to))}>
                        <span className="matrix-ref">{change.termRef}</span> {change.termName}
                      </a>
                      <p>{change.sentence}</p>
                      {change.claims.length === 0 ? null : (
                        <p className="small">
                          {change.claims.slice(0, 5).map((claim, at) => (
                            <a key={claim} href={addressOf('matrix', null, { claim })}>
                              {change.claims.length === 1
                                ? say('matrix.theClaim')
                                : say('matrix.claimNumber', { number: at + 1 })}
                            </a>
                          ))}
                          {change.claims.length > 5 ? (
                            <span className="muted">
                              {say('matrix.claimsMore', { count: change.claims.length - 5 })}
                            </span>
                          ) : null}
                        </p>
                      )}
                    </div>
                  </li>
                ))}
              </ul>
            </section>
          ))}
          {wanted.length > most ? (
            <Button
              label={say('matrix.changesMore', { count: wanted.length - most })}
              onClick={() => setMost(wanted.length)}
            />
          ) : null}
        </>
      )}
    </aside>
  )
}

/** The row of a change, under the party that holds it. */
const linkOf = ({ term, party }: MatrixChange, from: PartialDate, to: PartialDate | null): Record<string, string> => ({
  ...(party === null ? {} : { axis: 'parties', column: party }),
  term,
  from,
  ...(to === null ? {} : { to }),
})
