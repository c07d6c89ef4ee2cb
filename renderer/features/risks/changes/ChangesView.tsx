import { Copy } from 'lucide-react'
import { useState } from 'react'
import { moverChange } from '../../../../shared/contract/movers.ts'
import { grouped } from '../../../../shared/rules/groups.ts'
import { sentence } from '../../../../shared/rules/sentence.ts'
import { useCommands } from '../../../commands.ts'
import { moveTo, navigate, useLocation } from '../../../location.ts'
import { notify } from '../../../notices.ts'
import { perform, useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import './changes.css'
import { changeIcon } from './change-icon.tsx'
import { MoverEntry } from './MoverEntry.tsx'
import { SinceBar } from './SinceBar.tsx'
import { firstMoment, type Moment, momentOf, queryOf, sinceWords } from './since.ts'

/** Risks drawn before the analyst asks for more, and each time that more are asked for. */
const atOnce = 50

/** What moved in the register since a briefing or a day: `#/risks?view=changes&recorded=INSTANT` or `&dated=DAY`. */
export const ChangesView = () => {
  const { query } = useLocation()
  const { value: issued } = useRead('editions.list', {})
  const { value: days } = useRead('risks.days', { clock: 'dated' })
  const [most, setMost] = useState(atOnce)
  const since = momentOf(query) ?? (issued && days ? firstMoment(issued, days) : null)
  const { value: movers } = useRead('risks.movers', since === null ? null : { since, until: null })
  const shown = movers?.slice(0, most) ?? []
  const { value: reasons } = useRead(
    'risks.reasons',
    since === null || shown.length === 0 ? null : { ids: shown.map(({ id }) => id), since, until: null },
  )
  const copy = async () => {
    if (since === null) return
    const outcome = await perform('risks.copyMovers', { since, until: null })
    if (outcome.ok) notify({ tone: 'plain', text: say('movers.copied') })
  }
  const hasMoved = movers !== undefined && movers.length > 0
  useCommands([
    ...(hasMoved
      ? [
          {
            id: 'risks.copyMovers',
            title: say('movers.copy'),
            group: say('shell.risks'),
            shortcut: 'Mod+Shift+C',
            run: () => void copy(),
          },
        ]
      : []),
  ])
  if (issued === undefined || days === undefined) return null
  if (since === null)
    return (
      <EmptyState sentence={say('movers.empty')}>
        <Button label={say('watch.openRegister')} look="primary" onClick={() => navigate('risks')} />
      </EmptyState>
    )
  const choose = (moment: Moment) => {
    setMost(atOnce)
    moveTo('risks', null, queryOf(moment))
  }
  const known = new Map(reasons?.map(one => [one.risk, one.reasons]))
  const groups = grouped(shown, ({ changes: [first] }) => first)
  return (
    <div className="risk-changes">
      <SinceBar since={since} issued={issued} onChoose={choose}>
        <Button label={say('movers.copy')} icon={<Copy size={14} />} disabled={!hasMoved} onClick={() => void copy()} />
      </SinceBar>
      {movers === undefined ? null : (
        <section className="risk-changes-list" aria-label={say('movers.changes')}>
          <p className="risk-changes-sum" role="status">
            {say('movers.count', { count: movers.length, since: sinceWords(since, issued) })}
          </p>
          {movers.length === 0 ? <p className="muted">{say('movers.none')}</p> : null}
          {moverChange.options.map(change => {
            const here = groups.get(change)
            return here === undefined ? null : (
              <section key={change} aria-labelledby={`movers-${change}`}>
                <h2 id={`movers-${change}`}>
                  {changeIcon(change)} {sentence(`rules.mover.${change}`)}
                  <span className="muted">{movers.filter(({ changes: [first] }) => first === change).length}</span>
                </h2>
                <ul>
                  {here.map(mover => (
                    <MoverEntry key={mover.id} mover={mover} reasons={known.get(mover.id)} />
                  ))}
                </ul>
              </section>
            )
          })}
          {movers.length > most ? (
            <Button
              label={say('movers.more', { count: Math.min(atOnce, movers.length - most) })}
              onClick={() => setMost(most + atOnce)}
            />
          ) : null}
        </section>
      )}
    </div>
  )
}
