import { BookOpen, NotebookPen } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ExcerptCard } from '../../../shared/contract/excerpts.ts'
import type { ExcerptId } from '../../../shared/model/id.ts'
import { quotedWords } from '../../../shared/rules/sentence.ts'
import { addressOf } from '../../location.ts'
import { Backlinks } from '../../parts/Backlinks.tsx'
import { InlineField } from '../../parts/InlineField.tsx'
import { titleOf } from '../../parts/names.ts'
import { RecordHistory } from '../../parts/RecordHistory.tsx'
import { perform, useRead } from '../../query.ts'
import { day, say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import type { TagOf } from './ExcerptCell.tsx'
import { openInReader } from './ExcerptTable.tsx'
import { ManyEditor } from './ManyEditor.tsx'

type ExcerptDetailProps = { id: ExcerptId; tagOf: TagOf }

/** One excerpt: its words in their context, all that rests on it, and what can be changed of it. */
export const ExcerptDetail = ({ id, tagOf }: ExcerptDetailProps) => {
  const card = useRead('excerpts.list', { ids: [id] }).value?.[0]
  if (card === undefined) return null
  const { anchor } = card
  const facts = [
    card.author,
    day(card.created),
    anchor.page === null ? '' : say('excerpts.page', { page: anchor.page }),
  ].filter(Boolean)
  return (
    <section className="excerpts-detail" aria-label={say('excerpts.detail')}>
      <header>
        <h2 className="excerpts-source" dir="auto">
          <a href={addressOf('sources', card.source)}>{titleOf({ title: card.sourceTitle })}</a>
        </h2>
        <RecordHistory record="excerpt" id={card.id} name={quotedWords(anchor.exact.slice(0, 60))} />
        <Button
          look="quiet"
          iconOnly
          icon={<BookOpen size={16} />}
          label={say('excerpts.open')}
          onClick={() => openInReader(card)}
        />
      </header>
      <blockquote dir="auto" className={`tinted-${card.colour}`}>
        <span className="faint">{fromAWord(anchor.prefix)}</span>
        <mark className="quote">{anchor.exact}</mark>
        <span className="faint">{toAWord(anchor.suffix)}</span>
      </blockquote>
      <p className="small muted">
        {facts.join(' · ')}{' '}
        {anchor.state === 'exact' ? null : (
          <a href={addressOf('reattach', card.source, { excerpt: card.id })}>
            <Badge tone={anchor.state === 'moved' ? 'plain' : 'warning'}>
              {say('excerpts.stateWords', { state: anchor.state })}
            </Badge>
          </a>
        )}
      </p>
      <RestingOn card={card} />
      <Backlinks record="excerpt" id={card.id} briefingsOnly />
      <InlineField
        key={card.id}
        label={say('excerpts.column.comment')}
        long
        placeholder={say('excerpts.commentPlaceholder')}
        value={card.comment}
        onSave={comment => void perform('excerpts.update', { id: card.id, patch: { comment } })}
      />
      <ManyEditor ids={[card.id]} cards={[card]} tagOf={tagOf} />
    </section>
  )
}

/** The words around a quote, cut where a word begins and ends. */
const fromAWord = (prefix: string) => (prefix === '' ? '' : `… ${prefix.replace(/^\S*\s+/, '')}`)
const toAWord = (suffix: string) => (suffix === '' ? '' : `${suffix.replace(/\s+\S*$/, '')} …`)

const RestingOn = ({ card }: { card: ExcerptCard }) => {
  if (card.claims.length + card.risks.length + card.indicators.length + card.notes.length + card.relations.length === 0)
    return <p className="small muted">{say('excerpts.nothingRests')}</p>
  return (
    <ul className="excerpts-resting" aria-label={say('excerpts.column.resting')}>
      {card.claims.map(claim => (
        <Line
          key={claim.id}
          href={addressOf('matrix', null, { term: claim.term, claim: claim.id, source: card.source })}
          mark={<Badge>{claim.ref}</Badge>}
        >
          <span className="muted">{`${claim.name}: `}</span>
          {claim.words}
          {claim.role === 'supports' ? null : <span className="muted">{` (${claim.role})`}</span>}
        </Line>
      ))}
      {card.risks.map(risk => (
        <Line key={risk.id} href={addressOf('risks', risk.id)} mark={<Badge>{risk.ref}</Badge>}>
          {risk.title} <span className="muted">{`(${risk.role})`}</span>
        </Line>
      ))}
      {card.indicators.map(one => (
        <Line
          key={one.id}
          href={addressOf('risks', null, { view: 'indicators', indicator: one.id })}
          mark={<Badge>{one.ref}</Badge>}
        >
          <span className="muted">{say('watch.indicatorOf')}</span> {one.statement}{' '}
          <span className="muted">{`(${one.state})`}</span>
        </Line>
      ))}
      {card.notes.map(note => (
        <Line
          key={note.id}
          href={addressOf('notes', note.id)}
          mark={<NotebookPen size={14} aria-label={say('excerpts.note')} />}
        >
          {note.title || say('parts.untitledNote')}
        </Line>
      ))}
      {card.relations.map(one => (
        <Line
          key={one.id}
          href={addressOf('reader', one.source, { excerpt: one.excerpt })}
          mark={
            <Badge>{say(one.direction === 'to' ? 'excerpts.kindTo' : 'excerpts.kindFrom', { kind: one.kind })}</Badge>
          }
        >
          <span className="quote" dir="auto">
            {one.exact}
          </span>
        </Line>
      ))}
    </ul>
  )
}

const Line = ({ href, mark, children }: { href: string; mark: ReactNode; children: ReactNode }) => (
  <li>
    <a href={href}>
      {mark}
      <span>{children}</span>
    </a>
  </li>
)
