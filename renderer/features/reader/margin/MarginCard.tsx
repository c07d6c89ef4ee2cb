import { NotebookPen, Waypoints } from 'lucide-react'
import { type ReactNode, useContext } from 'react'
import type { ExcerptCard, ExcerptMark } from '../../../../shared/contract/excerpts.ts'
import type { TagId } from '../../../../shared/model/id.ts'
import { addressOf } from '../../../location.ts'
import { carryExcerpt } from '../../../parts/excerpt-drag.ts'
import { roleWords } from '../../../parts/relation-words.ts'
import { useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ExcerptEditor } from '../ExcerptEditor.tsx'
import { BesideSource } from '../note/beside.ts'
import { cardElementId } from '../use-details.ts'
import { MarginClaim } from './MarginClaim.tsx'
import { mostRows } from './places.ts'

type MarginCardProps = {
  mark: ExcerptMark
  /** Undefined while the answer is on its way. */
  card: ExcerptCard | undefined
  /** The words quoted, or the first of many. */
  words: string
  /** The page it is cited by; null where the document has none. */
  page: string | null
  chosen: boolean
  onChoose: () => void
}

/** What rests on one excerpt, beside its highlight; when chosen, all of it, with what can be changed. */
export const MarginCard = ({ mark, card, words, page, chosen, onChoose }: MarginCardProps) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: the button within and the keys [ and ] choose it as well; the click only makes the target larger.
  <article
    id={cardElementId(mark.id)}
    className={`reader-card reader-${mark.colour} ${chosen ? 'chosen' : ''}`}
    aria-current={chosen ? 'true' : undefined}
    aria-label={say('reader.card', { words: words.slice(0, 120) })}
    tabIndex={chosen ? -1 : undefined}
    // The chosen card has words to select and fields to write in: it is cited by its button and by Q.
    draggable={!chosen}
    title={chosen ? undefined : say('noteBeside.drag')}
    onDragStart={event => carryExcerpt(event, { id: mark.id, quote: card?.anchor.exact ?? words })}
    onClick={chosen ? undefined : onChoose}
  >
    {chosen ? null : (
      <button type="button" className="unseen" onClick={onChoose}>
        {say('reader.card', { words: words.slice(0, 120) })}
      </button>
    )}
    {card === undefined ? (
      <p className="quote reader-card-words">{words}</p>
    ) : (
      <>
        <AnchorState card={card} chosen={chosen} page={page} />
        {chosen ? (
          <>
            <RestingRows card={card} chosen />
            <CiteBeside card={card} />
            <ExcerptEditor card={card} />
          </>
        ) : (
          <Resting card={card} words={words} />
        )}
      </>
    )}
  </article>
)

/** For the pointer, what Q does: only while a note stands beside. */
const CiteBeside = ({ card }: { card: ExcerptCard }) => {
  const { cite } = useContext(BesideSource)
  if (cite === null) return null
  return (
    <Button
      look="quiet"
      className="reader-cite-beside"
      icon={<NotebookPen size={14} />}
      label={say('noteBeside.cite')}
      aria-keyshortcuts="Q"
      onClick={() => cite(card.id)}
    />
  )
}

/** What rests on an excerpt, to be read; its words where nothing does. */
export const Resting = ({ card, words }: { card: ExcerptCard | undefined; words: string }) => {
  if (card === undefined) return <p className="quote reader-card-words">{words}</p>
  const { claims, risks, indicators, notes, relations, tags, comment } = card
  const resting = [claims, risks, indicators, notes, relations, tags]
  const isBare = resting.every(({ length }) => length === 0) && comment === ''
  return (
    <>
      <RestingRows card={card} chosen={false} />
      {comment === '' ? null : <p className="reader-comment">{comment}</p>}
      <TagNames tags={tags} />
      {isBare ? <p className="quote reader-card-words">{words}</p> : null}
    </>
  )
}

/** Claims, risks, indicators, notes and relations: links in the chosen card; in the others the first of them, and a click chooses the card. */
const RestingRows = ({ card, chosen }: { card: ExcerptCard; chosen: boolean }) => {
  const linked = (href: string) => (chosen ? href : null)
  const rows = [
    ...card.claims.map(claim => {
      const row = (
        <Row
          key={claim.id}
          href={linked(addressOf('matrix', null, { term: claim.term, claim: claim.id, source: card.source }))}
          mark={<Badge>{claim.ref}</Badge>}
        >
          <span className="muted">{`${claim.name}: `}</span>
          {claim.words}
          {claim.role === 'supports' ? null : <span className="muted">{` (${claim.role})`}</span>}
        </Row>
      )
      return chosen ? (
        <MarginClaim key={claim.id} claim={claim}>
          {row}
        </MarginClaim>
      ) : (
        row
      )
    }),
    ...card.risks.map(risk => (
      <Row key={risk.id} href={linked(addressOf('risks', risk.id))} mark={<Badge>{risk.ref}</Badge>}>
        {risk.title}
        {chosen || risk.role !== 'indicates' ? (
          <span className="muted">{` (${say(`reader.${risk.role}`)})`}</span>
        ) : null}
      </Row>
    )),
    ...card.indicators.map(one => (
      <Row
        key={one.id}
        href={linked(addressOf('risks', null, { view: 'indicators', indicator: one.id }))}
        mark={<Badge>{one.ref}</Badge>}
      >
        <span className="muted">{say('watch.indicatorOf')}</span> {one.statement}
        <span className="muted">{` (${one.state})`}</span>
      </Row>
    )),
    ...card.notes.map(note => (
      <Row
        key={note.id}
        href={linked(addressOf('notes', note.id))}
        mark={<NotebookPen size={14} aria-label={say('reader.note')} />}
      >
        {note.title || say('parts.untitledNote')}
      </Row>
    )),
    ...(chosen ? [] : card.relations).map(one => (
      <Row key={one.id} href={null} mark={<Waypoints size={14} aria-label={say('margin.relation')} />}>
        <span className="muted">{roleWords(one)}</span>
        <span className="quote">{` ${one.exact.replace(/\s+/g, ' ').slice(0, 120)}`}</span>
      </Row>
    )),
  ]
  if (chosen) return rows
  return (
    <>
      {rows.slice(0, mostRows)}
      {rows.length > mostRows ? (
        <p className="reader-card-more">{say('margin.moreRests', { count: rows.length - mostRows })}</p>
      ) : null}
    </>
  )
}

type RowProps = { href: string | null; mark: ReactNode; children: ReactNode }

const Row = ({ href, mark, children }: RowProps) =>
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
const AnchorState = ({ card, chosen, page }: { card: ExcerptCard; chosen: boolean; page: string | null }) => {
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
