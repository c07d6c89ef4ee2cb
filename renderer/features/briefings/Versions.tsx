import { useState } from 'react'
import type { EditionChange } from '../../../shared/contract/briefings.ts'
import type { EditionView } from '../../../shared/contract/positions.ts'
import type { BriefingId } from '../../../shared/model/id.ts'
import { folded, wordDiff } from '../../../shared/rules/word-diff.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { DiffRuns } from '../../parts/DiffRuns.tsx'
import { useRead } from '../../query.ts'
import { day, say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import './versions.css'

const views = ['since', 'told'] as const
type View = (typeof views)[number]

/** The versions that were issued: what has changed since each, and each as its readers had it. */
export const Versions = ({ id, onClose }: { id: BriefingId; onClose: () => void }) => {
  const editions = useRead('editions.list', { briefing: id }).value
  const [chosen, setChosen] = useState<string | null>(null)
  const [view, setView] = useState<View>('since')
  const edition = editions?.find(one => one.id === chosen) ?? editions?.[0]
  return (
    <Dialog title={say('issuing.versions')} full closeLabel={say('shell.close')} onClose={onClose}>
      {editions === undefined ? null : edition === undefined ? (
        <p className="muted">{say('issuing.noVersions')}</p>
      ) : (
        <div className="versions">
          <ul className="versions-list" aria-label={say('issuing.versions')}>
            {editions.map(one => (
              <li key={one.id}>
                <button
                  type="button"
                  aria-current={one.id === edition.id ? 'true' : undefined}
                  onClick={() => setChosen(one.id)}
                >
                  <b>{say('issuing.version', { number: one.number })}</b>
                  <span className="small muted">
                    {say('issuing.versionBy', {
                      day: day(one.created),
                      by: one.by === '' ? 'none' : one.by,
                      format: one.format.toUpperCase(),
                    })}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <section className="versions-one" aria-label={say('issuing.version', { number: edition.number })}>
            <div className="versions-views" role="group" aria-label={say('issuing.show')}>
              {views.map(one => (
                <Button
                  key={one}
                  label={say(`issuing.${one}`)}
                  look="quiet"
                  aria-pressed={view === one}
                  onClick={() => setView(one)}
                />
              ))}
            </div>
            <div className="versions-page" tabIndex={0} role="region" aria-label={say(`issuing.${view}`)}>
              {view === 'since' ? <Since id={id} edition={edition} /> : <Told edition={edition} />}
            </div>
          </section>
        </div>
      )}
    </Dialog>
  )
}

const abouts = ['judgement', 'section', 'position', 'risk', 'source'] as const

const Since = ({ id, edition }: { id: BriefingId; edition: EditionView }) => {
  const { value: changes, refusal } = useRead('briefings.changes', { id, edition: edition.id })
  if (refusal) return <p className="refusal">{refusal.message}</p>
  if (changes === undefined) return null
  if (changes.length === 0) return <p className="muted">{say('issuing.unchanged', { number: edition.number })}</p>
  return abouts.map(about => {
    const group = changes.filter(one => one.about === about)
    return group.length === 0 ? null : (
      <section key={about}>
        <h3>{say(`issuing.about.${about}`)}</h3>
        <ul>
          {group.map((change, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: changes have no names of their own, and keep their order.
            <Change key={index} change={change} />
          ))}
        </ul>
      </section>
    )
  })
}

const tones = { new: 'settled', changed: 'accent', gone: 'conflict' } as const

const Change = ({ change: { how, name, before, after } }: { change: EditionChange }) => (
  <li>
    <Badge tone={tones[how]}>{say(`issuing.how.${how}`)}</Badge>
    <div>
      <p className="versions-name">{name}</p>
      {before === '' && after === '' ? null : (
        <p className="versions-words">
          <DiffRuns runs={folded(wordDiff(before, after))} />
        </p>
      )}
    </div>
  </li>
)

const Told = ({ edition: { id } }: { edition: EditionView }) => {
  const { value: edition, refusal } = useRead('editions.read', { id })
  if (refusal) return <p className="refusal">{refusal.message}</p>
  if (edition === undefined) return null
  return (
    <article className="versions-told">
      <p className="small muted">{edition.marking}</p>
      <h3>{edition.title}</h3>
      {edition.cutOff === null ? null : (
        <p className="small muted">{say('issuing.cutOff', { date: partialDateWords(edition.cutOff) })}</p>
      )}
      {edition.told.length === 0 ? <p className="muted">{say('issuing.untold')}</p> : null}
      {edition.told.map(({ block, heading, text }) => (
        <section key={block}>
          <h4>{heading}</h4>
          <p className="versions-text">{text}</p>
        </section>
      ))}
      {edition.answers.length === 0 ? null : (
        <section>
          <h4>{say('issuing.answers')}</h4>
          <ul>
            {edition.answers.map(({ finding, reason, by }) => (
              <li key={finding}>
                {reason} <span className="small muted">{by}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}
