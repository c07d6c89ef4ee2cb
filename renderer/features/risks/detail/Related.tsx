import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { RiskDetail } from '../../../../shared/contract/risks.ts'
import { nameOf } from '../../../../shared/rules/vocabulary.ts'
import { addressOf } from '../../../location.ts'
import { newRisk } from '../../../parts/risk-draft.ts'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/Field.tsx'

const words = {
  from: {
    'arises from': 'assess.arisesFrom',
    'split from': 'assess.splitFrom',
    'merged from': 'assess.mergedFrom',
    'copied from': 'assess.copiedFrom',
  },
  into: {
    'arises from': 'assess.bringsAbout',
    'split from': 'assess.splitInto',
    'merged from': 'assess.mergedInto',
    'copied from': 'assess.copiedInto',
  },
} as const

const wordsOf = (way: keyof typeof words, kind: string): string => {
  const known: Readonly<Record<string, Parameters<typeof say>[0]>> = words[way]
  const key = known[kind]
  return key === undefined ? kind : say(key)
}

/** What the risk came out of and what came out of it; a secondary risk is added by its title. */
export const Related = ({ risk }: { risk: RiskDetail }) => {
  const [adding, setAdding] = useState(false)
  const [title, setTitle] = useState('')
  const add = async () => {
    const made = await perform('risks.create', {
      ...newRisk(title),
      category: risk.category,
      owner: risk.owner,
      status: 'open',
      arisesFrom: [risk.id],
    })
    if (!made.ok) return
    setTitle('')
    setAdding(false)
  }
  const lines = [
    ...risk.from.map(one => ({ ...one, how: wordsOf('from', one.kind) })),
    ...risk.into.map(one => ({ ...one, how: wordsOf('into', one.kind) })),
  ]
  return (
    <section>
      <h3 className="label">{say('assess.related')}</h3>
      <ul className="risks-lines cited">
        {lines.map(({ id, ref, title: name, status, how }) => (
          <li key={`${how} ${id}`}>
            <a href={addressOf('risks', id)}>
              <span className="muted">{how}:</span> {ref} {name}
            </a>
            {status === 'archived' || status === 'closed' ? <Badge>{nameOf('status', status)}</Badge> : null}
          </li>
        ))}
      </ul>
      {adding ? (
        <form
          className="risk-leave"
          aria-label={say('assess.addSecondary')}
          onSubmit={event => {
            event.preventDefault()
            void add()
          }}
          onKeyDown={event => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            setAdding(false)
          }}
        >
          <TextField
            label={say('assess.secondaryTitle')}
            required
            autoFocus
            value={title}
            onChange={event => setTitle(event.target.value)}
          />
          <Button writes type="submit" label={say('shell.save')} look="primary" />
          <Button label={say('shell.cancel')} onClick={() => setAdding(false)} />
        </form>
      ) : (
        <Button
          writes
          label={say('assess.addSecondary')}
          icon={<Plus size={14} />}
          look="quiet"
          className="risks-flush"
          onClick={() => setAdding(true)}
        />
      )}
    </section>
  )
}
