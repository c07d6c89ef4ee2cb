import { useState } from 'react'
import type { ExchangeDifference } from '../../shared/contract/exchange.ts'
import type { RegisterDifference } from '../../shared/contract/register-exchange.ts'
import { say } from '../say.ts'
import { Badge } from '../ui/Badge.tsx'
import { Button } from '../ui/Button.tsx'
import './sheet-parts.css'

/** Lines drawn at once; the rest comes by a button, what is doubtful first. */
const linesAtOnce = 200

const kinds = ['unreadable', 'words', 'changed', 'new', 'same'] as const
type Kind = (typeof kinds)[number]

const tones: Record<Kind, 'conflict' | 'warning' | 'accent' | 'settled' | 'plain'> = {
  unreadable: 'conflict',
  words: 'warning',
  changed: 'accent',
  new: 'settled',
  same: 'plain',
}

type Difference = ExchangeDifference | RegisterDifference

/** What reading a sheet in would do. */
export type SheetPreview = {
  counts: Partial<Record<Kind, number>>
  differences: readonly Difference[]
  leftOut: readonly string[]
}

type SheetDifferencesProps = {
  preview: SheetPreview
  /** What a record is called. */
  whatOf: (what: Difference['what']) => string
  without: ReadonlySet<string>
  onChange: (without: ReadonlySet<string>) => void
}

/** Whether a difference can be carried out at all. */
export const isDoable = ({ kind }: Difference) => kind !== 'unreadable' && kind !== 'same'

/** Every difference between the sheet and the case, each to be left out; and what of the sheet is not read. */
export const SheetDifferences = ({ preview, whatOf, without, onChange }: SheetDifferencesProps) => {
  const { counts, differences, leftOut } = preview
  const [only, setOnly] = useState<Kind | null>(null)
  const [most, setMost] = useState(linesAtOnce)
  const shown = kinds.flatMap(kind =>
    only === null || only === kind ? differences.filter(one => one.kind === kind) : [],
  )
  const doable = shown.filter(isDoable)
  const toggle = (some: readonly Difference[], isOn: boolean) => {
    const next = new Set(without)
    for (const { key } of some) {
      if (isOn) next.delete(key)
      else next.add(key)
    }
    onChange(next)
  }
  return (
    <>
      <div className="sheet-counts" role="group" aria-label={say('exchange.show')}>
        {kinds
          .filter(kind => (counts[kind] ?? 0) > 0)
          .map(kind => (
            <button
              key={kind}
              type="button"
              className="sheet-count"
              aria-pressed={only === kind}
              disabled={kind === 'same'}
              onClick={() => setOnly(only === kind ? null : kind)}
            >
              <Badge tone={tones[kind]}>{say(`exchange.difference.${kind}`)}</Badge> {counts[kind]}
            </button>
          ))}
      </div>
      {leftOut.length === 0 ? null : (
        <details className="sheet-left-out" open={leftOut.length <= 4}>
          <summary>{say('exchange.leftOut', { count: leftOut.length })}</summary>
          <ul>
            {leftOut.map(sentence => (
              <li key={sentence} className="small">
                {sentence}
              </li>
            ))}
          </ul>
        </details>
      )}
      {shown.length === 0 ? (
        <p className="muted">{say('exchange.nothingDiffers')}</p>
      ) : (
        <table className="sheet-differences">
          <thead>
            <tr>
              <th scope="col">
                <input
                  type="checkbox"
                  aria-label={say('exchange.takeAll')}
                  checked={doable.length > 0 && doable.every(({ key }) => !without.has(key))}
                  disabled={doable.length === 0}
                  onChange={event => toggle(doable, event.target.checked)}
                />
              </th>
              <th scope="col">{say('exchange.what')}</th>
              <th scope="col">{say('exchange.where')}</th>
              <th scope="col">{say('exchange.before')}</th>
              <th scope="col">{say('exchange.after')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, most).map(one => (
              <Line
                key={one.key}
                one={one}
                what={whatOf(one.what)}
                isOn={!without.has(one.key)}
                onToggle={isOn => toggle([one], isOn)}
              />
            ))}
          </tbody>
        </table>
      )}
      {shown.length > most ? (
        <Button
          label={say('exchange.more', { count: shown.length - most })}
          onClick={() => setMost(most + linesAtOnce * 5)}
        />
      ) : null}
    </>
  )
}

type LineProps = { one: Difference; what: string; isOn: boolean; onToggle: (isOn: boolean) => void }

const Line = ({ one, what, isOn, onToggle }: LineProps) => (
  <tr className={isOn || !isDoable(one) ? '' : 'sheet-off'}>
    <td>
      {isDoable(one) ? (
        <input
          type="checkbox"
          aria-label={say('exchange.takeOne', { place: one.place, title: one.title })}
          checked={isOn}
          onChange={event => onToggle(event.target.checked)}
        />
      ) : null}
    </td>
    <td>
      <Badge tone={tones[one.kind]}>{say(`exchange.difference.${one.kind}`)}</Badge>
      <span className="small muted">{what}</span>
    </td>
    <td>
      <span>{one.title}</span>
      <span className="small muted">{[one.place, one.column].filter(Boolean).join(' · ')}</span>
    </td>
    <td>{one.before.slice(0, 400)}</td>
    <td>
      {one.after.slice(0, 400)}
      {one.notes.map(note => (
        <span key={note} className="small sheet-note">
          {note}
        </span>
      ))}
    </td>
  </tr>
)
