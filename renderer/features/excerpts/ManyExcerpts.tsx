import type { ExcerptId } from '../../../shared/model/id.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import type { TagOf } from './ExcerptCell.tsx'
import { ManyEditor } from './ManyEditor.tsx'

/** How many are looked at one by one for what they have in common. */
const mostKnown = 500

/** Several excerpts: what they have in common, and what is changed of all of them at once. */
export const ManyExcerpts = ({ ids, tagOf }: { ids: ExcerptId[]; tagOf: TagOf }) => {
  const { value: cards } = useRead('excerpts.list', ids.length > mostKnown ? null : { ids })
  return (
    <section className="excerpts-detail" aria-label={say('excerpts.selected', { count: ids.length })}>
      <h2>{say('excerpts.selected', { count: ids.length })}</h2>
      {cards === undefined ? null : (
        <ul className="excerpts-some">
          {cards.slice(0, 6).map(card => (
            <li key={card.id} className="quote" dir="auto">
              {card.anchor.exact}
            </li>
          ))}
          {cards.length > 6 ? (
            <li className="small muted">{say('library.andMore', { count: cards.length - 6 })}</li>
          ) : null}
        </ul>
      )}
      <ManyEditor ids={ids} cards={ids.length > mostKnown ? undefined : cards} tagOf={tagOf} />
    </section>
  )
}
