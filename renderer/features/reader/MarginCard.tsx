import { NotebookPen } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ExcerptCard } from '../../../shared/contract/excerpts.ts'
import type { TagId } from '../../../shared/model/id.ts'
import { addressOf } from '../../location.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { ExcerptEditor } from './ExcerptEditor.tsx'
import { cardElementId } from './use-details.ts'

type MarginCardProps = {
  card: ExcerptCard
  /** The page it is cited by; null where the document has none. */
  page: string | null
  chosen: boolean
  onChoose: () => void
}

/** What rests on one excerpt, beside its highlight; when chosen, all of it, with what can be changed. */
export const MarginCard = ({ card, page, chosen, onChoose }: MarginCardProps) => {
  const empty = card.claims.length + card.risks.length + card.notes.length + card.tags.length === 0
  const words = card.anchor.exact.replace(/\s+/g, ' ')
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button within and the keys [ and ] choose it as well; the click only makes the target larger.
    <article
      id={cardElementId(card.id)}
      className={`reader-card reader-${card.colour} ${chosen ? 'chosen' : ''}`}
      aria-current={chosen ? 'true' : undefined}
      onClick={chosen ? undefined : onChoose}
    >
      {chosen ? null : (
        <button type="button" className="unseen" onClick={onChoose}>
          {say('reader.card', { words: words.slice(0, 120) })}
        </button>
      )}
      <AnchorState card={card} chosen={chosen} page={page} />
      {card.claims.map(claim => (
        <Resting
          key={claim.id}
          href={chosen ? addressOf('matrix', null, { term: claim.term, claim: claim.id, source: card.source }) : null}
          mark={<Badge>{claim.ref}</Badge>}
        >
          <span className="muted">{`${claim.name}: `}</span>
          {claim.words}
          {claim.role === 'supports' ? null : <span className="muted">{` (${claim.role})`}</span>}
        </Resting>
      ))}
      {card.risks.map(risk => (
        <Resting key={risk.id} href={chosen ? addressOf('risks', risk.id) : null} mark={<Badge>{risk.ref}</Badge>}>
          {risk.title}
          {chosen || risk.role !== 'indicates' ? (
            <span className="muted">{` (${say(`reader.${risk.role}`)})`}</span>
          ) : null}
        </Resting>
      ))}
      {card.notes.map(note => (
        <Resting
          key={note.id}
          href={chosen ? addressOf('notes', note.id) : null}
          mark={<NotebookPen size={14} aria-label={say('reader.note')} />}
        >
          {note.title || say('parts.untitledNote')}
        </Resting>
      ))}
      {chosen ? (
        <ExcerptEditor card={card} />
      ) : (
        <>
          {card.comment === '' ? null : <p className="reader-comment">{card.comment}</p>}
          <TagNames tags={card.tags} />
          {empty && card.comment === '' ? <p className="quote reader-card-words">{words}</p> : null}
        </>
      )}
    </article>
  )
}

type RestingProps = { href: string | null; mark: ReactNode; children: ReactNode }

/** One thing that rests on the excerpt: a link in the chosen card; in the others a click chooses the card first. */
const Resting = ({ href, mark, children }: RestingProps) =>
  href === null ? (
    <p className="reader-resting">
      {mark}
      <span>{children}</span>
    </p>
  ) : (
    <a className="reader-resting" href={href}>
      {mark}
      <span>{children}</span>
    </a>
  )

/** Where the words stand: their page, and whether that is still sure. */
const AnchorState = ({ card, chosen, page }: Pick<MarginCardProps, 'card' | 'chosen' | 'page'>) => {
  const { state } = card.anchor
  const isUnsure = state === 'changed' || state === 'ambiguous'
  const badge =
    isUnsure || state === 'moved' ? <Badge tone={isUnsure ? 'warning' : 'plain'}>{say(`reader.${state}`)}</Badge> : null
  if (badge === null && page === null) return null
  return (
    <p className="reader-card-place">
      {isUnsure && chosen ? <a href={addressOf('reattach', card.source, { excerpt: card.id })}>{badge}</a> : badge}
      {page === null ? null : <span>{say('reader.onPage', { page })}</span>}
    </p>
  )
}

const TagNames = ({ tags }: { tags: readonly TagId[] }) => {
  const { value: known } = useRead('tags.list', tags.length === 0 ? null : {})
  if (tags.length === 0 || known === undefined) return null
  return (
    <p className="reader-tags">
      {known
        .filter(tag => tags.includes(tag.id))
        .map(tag => (
          <span key={tag.id} className={`reader-tag reader-${tag.colour}`}>
            {tag.name}
          </span>
        ))}
    </p>
  )
}
