import { ArrowRightLeft, NotebookPen } from 'lucide-react'
import type { ExcerptCard, ExcerptRow } from '../../../shared/contract/excerpts.ts'
import type { Tag } from '../../../shared/model/tag.ts'
import { dateOf, titleOf } from '../../parts/names.ts'
import { TagMark } from '../../parts/TagMark.tsx'
import { day, say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import type { ColumnName } from './columns.ts'

export type TagOf = (id: string) => Tag | undefined

type ExcerptCellProps = { name: ColumnName; card: ExcerptRow; tagOf: TagOf }

/** One field of one excerpt. */
export const ExcerptCell = ({ name, card, tagOf }: ExcerptCellProps) => {
  const { anchor } = card
  switch (name) {
    case 'quote':
      return (
        <td className="excerpts-quote" title={anchor.exact}>
          <i aria-hidden="true" className={`tinted-${card.colour}`} />
          <span className="quote" dir="auto">
            {anchor.exact.replace(/\s+/g, ' ')}
          </span>
        </td>
      )
    case 'source':
      return (
        <td title={card.sourceTitle}>
          <span className="excerpts-lines" dir="auto">
            {titleOf({ title: card.sourceTitle })}
          </span>
        </td>
      )
    case 'date':
      return <td className={card.published === null ? 'faint' : ''}>{dateOf(card.published)}</td>
    case 'place':
      return <td className="numeric">{anchor.page ?? ''}</td>
    case 'tags': {
      const tags = card.tags.flatMap(id => tagOf(id) ?? [])
      return (
        <td title={tags.map(tag => tag.name).join(', ')}>
          <span className="excerpts-lines">
            {tags.map(tag => (
              <span key={tag.id} className="excerpts-tag">
                <TagMark colour={tag.colour} />
                <bdi>{tag.name}</bdi>
              </span>
            ))}
          </span>
        </td>
      )
    }
    case 'resting':
      return (
        <td title={restingWords(card).join('\n')}>
          <span className="excerpts-lines">
            <Resting card={card} />
          </span>
        </td>
      )
    case 'comment':
      return (
        <td title={card.comment}>
          <span className="excerpts-lines" dir="auto">
            {card.comment}
          </span>
        </td>
      )
    case 'credibility':
      return (
        <td className={card.credibility === null ? 'faint' : ''}>
          {card.credibility === null ? '' : say(`parts.credibility${card.credibility}`)}
        </td>
      )
    case 'state':
      return (
        <td>
          {anchor.state === 'exact' ? null : (
            <Badge tone={anchor.state === 'moved' ? 'plain' : 'warning'}>
              {say('excerpts.stateWords', { state: anchor.state })}
            </Badge>
          )}
        </td>
      )
    case 'colour':
      return <td>{card.colour}</td>
    case 'author':
      return <td title={card.author}>{card.author}</td>
    case 'length':
      return <td className="numeric">{anchor.end - anchor.start}</td>
    case 'created':
      return <td>{day(card.created)}</td>
    case 'updated':
      return <td>{day(card.updated)}</td>
  }
}

/** What rests on an excerpt in words, a line for each. */
export const restingWords = (card: ExcerptCard): string[] => [
  ...card.claims.map(claim => `${claim.ref} ${claim.name}: ${claim.words}`),
  ...card.risks.map(risk => `${risk.ref} ${risk.title}`),
  ...card.indicators.map(one => `${one.ref} ${say('watch.indicatorOf')} ${one.statement}`),
  ...card.notes.map(note => note.title || say('parts.untitledNote')),
  ...card.relations.map(one =>
    say(one.direction === 'to' ? 'excerpts.relationTo' : 'excerpts.relationFrom', { kind: one.kind, quote: one.exact }),
  ),
]

const Resting = ({ card }: { card: ExcerptCard }) => (
  <>
    {card.claims.map(claim => (
      <Badge key={claim.id}>{claim.ref}</Badge>
    ))}
    {[...new Set([...card.risks, ...card.indicators].map(({ ref }) => ref))].map(ref => (
      <Badge key={ref}>{ref}</Badge>
    ))}
    {card.notes.length === 0 ? null : (
      <span className="excerpts-count">
        <NotebookPen size={14} aria-label={say('excerpts.notes', { count: card.notes.length })} />
        {card.notes.length}
      </span>
    )}
    {card.relations.length === 0 ? null : (
      <span className="excerpts-count">
        <ArrowRightLeft size={14} aria-label={say('excerpts.relations', { count: card.relations.length })} />
        {card.relations.length}
      </span>
    )}
  </>
)
