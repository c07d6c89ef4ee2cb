import type { ExcerptCard, ExcerptMark } from '../../../../shared/contract/excerpts.ts'
import { carryExcerpt } from '../../../parts/excerpt-drag.ts'
import { say } from '../../../say.ts'
import { Badge } from '../../../ui/Badge.tsx'
import type { Marks } from '../marks.ts'
import { cardElementId } from '../use-details.ts'
import { Resting } from './MarginCard.tsx'

type LineProps = {
  mark: ExcerptMark
  card: ExcerptCard | undefined
  words: string
  names: Marks['names']
  onChoose: () => void
}

/** The one thing that says most about an excerpt: what it claims, else its risk, note, comment or its own words. */
const gistOf = (card: ExcerptCard | undefined, words: string): string =>
  card?.claims[0]?.words ||
  card?.risks[0]?.title ||
  card?.indicators[0]?.statement ||
  card?.notes[0]?.title ||
  card?.comment ||
  words

/** The refs of what rests on an excerpt, else the names of its tags. */
const refsOf = (mark: ExcerptMark, names: Marks['names']): string[] =>
  (mark.terms.length + mark.risks.length > 0 ? [...mark.terms, ...mark.risks] : mark.tags).flatMap(
    id => names.get(id) ?? [],
  )

/** An excerpt in one line. */
export const LineButton = ({ mark, card, words, names, onChoose, id }: LineProps & { id?: string }) => {
  const refs = refsOf(mark, names)
  return (
    <button
      type="button"
      id={id}
      className={`reader-line reader-${mark.colour}`}
      draggable
      onDragStart={event => carryExcerpt(event, { id: mark.id, quote: card?.anchor.exact ?? words })}
      onClick={onChoose}
    >
      <span className="unseen">{say('margin.excerpt')}</span>
      {refs.slice(0, 2).map(ref => (
        <Badge key={ref}>{ref}</Badge>
      ))}
      {refs.length > 2 ? <span className="muted">{say('margin.more', { count: refs.length - 2 })}</span> : null}
      <span className="reader-line-words">{gistOf(card, words)}</span>
    </button>
  )
}

/** A line beside its highlight. Pointed at or reached by Tab, it shows its card, over what stands below; nothing moves. */
export const MarginLine = (props: LineProps) => (
  <>
    <LineButton {...props} id={cardElementId(props.mark.id)} />
    <div className="reader-preview" aria-hidden="true">
      <Resting card={props.card} words={props.words} />
    </div>
  </>
)
