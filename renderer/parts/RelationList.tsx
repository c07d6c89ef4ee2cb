import { Ellipsis, Waypoints } from 'lucide-react'
import { useState } from 'react'
import type { ExcerptCard, RelationView } from '../../shared/contract/excerpts.ts'
import { relationKind } from '../../shared/model/relation.ts'
import { addressOf } from '../location.ts'
import { perform } from '../query.ts'
import { say } from '../say.ts'
import { useWhyFixed } from '../ui/fixed.ts'
import { Menu, type MenuItem } from '../ui/Menu.tsx'
import { InlineField } from './InlineField.tsx'
import { titleOf } from './names.ts'
import { roleWords } from './relation-words.ts'
import './relation-list.css'

/** The relations of an excerpt, each from its side: a link to the other passage, and what can be changed. */
export const RelationList = ({ card }: { card: Pick<ExcerptCard, 'source' | 'relations'> }) =>
  card.relations.length === 0 ? null : (
    <ul className="relations" aria-label={say('parts.relations')}>
      {card.relations.map(relation => (
        <RelationLine key={relation.id} relation={relation} isSameSource={relation.source === card.source} />
      ))}
    </ul>
  )

type RelationLineProps = { relation: RelationView; isSameSource: boolean }

const RelationLine = ({ relation, isSameSource }: RelationLineProps) => {
  const { id, kind, direction, comment, exact, source, sourceTitle } = relation
  const isFixed = useWhyFixed() !== null
  const [commenting, setCommenting] = useState(false)
  const update = (patch: { kind?: typeof kind; comment?: string; turned?: true }) =>
    void perform('relations.update', { id, patch })
  const words = exact.replaceAll(/\s+/g, ' ')
  const items: MenuItem[] = [
    ...relationKind.options
      .filter(other => other !== kind)
      .map(other => ({
        id: other,
        label: say('parts.relationBecomes', { role: roleWords({ kind: other, direction }) }),
        run: () => update({ kind: other }),
      })),
    {
      id: 'turn',
      label: say('parts.relationBecomes', { role: roleWords({ kind, direction: direction === 'to' ? 'from' : 'to' }) }),
      run: () => update({ turned: true }),
    },
    { id: 'comment', label: say('parts.relationComment'), apart: true, run: () => setCommenting(true) },
    {
      id: 'remove',
      label: say('parts.relationRemove'),
      apart: true,
      run: () => void perform('relations.remove', { id }),
    },
  ]
  return (
    <li>
      <Waypoints size={14} aria-hidden="true" />
      <div>
        <a href={addressOf('reader', source, { excerpt: relation.excerpt })}>
          <span className="muted">{roleWords(relation)}</span> <span className="quote">{words}</span>
        </a>
        {isSameSource ? null : <span className="small muted relations-source">{titleOf({ title: sourceTitle })}</span>}
        {comment === '' && !commenting ? null : (
          <InlineField
            long
            label={say('parts.relationComment')}
            placeholder={say('parts.relationCommentHint')}
            value={comment}
            onSave={given => {
              setCommenting(false)
              update({ comment: given })
            }}
          />
        )}
      </div>
      {isFixed ? null : (
        <Menu
          label={say('parts.relationActions', { words: words.slice(0, 60) })}
          className="relations-more"
          items={items}
        >
          <Ellipsis size={14} aria-hidden="true" />
        </Menu>
      )}
    </li>
  )
}
