import { Trash2, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ExcerptCard } from '../../../shared/contract/excerpts.ts'
import { highlightColour } from '../../../shared/model/excerpt.ts'
import { credibility } from '../../../shared/model/grades.ts'
import { quotedWords } from '../../../shared/rules/sentence.ts'
import { addressOf } from '../../location.ts'
import { RecordHistory } from '../../parts/RecordHistory.tsx'
import { RelationList } from '../../parts/RelationList.tsx'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { type Choice, SelectField } from '../../ui/Field.tsx'
import { useWhyFixed } from '../../ui/fixed.ts'

type Grade = '1' | '2' | '3' | '4' | '5' | '6' | ''
const grades: readonly Choice<Grade>[] = [
  { value: '', label: say('parts.notStated') },
  ...(['1', '2', '3', '4', '5', '6'] as const).map(value => ({ value, label: say(`parts.credibility${value}`) })),
]

/** What can be changed of an excerpt, in its margin card: each change is saved as it is made. */
export const ExcerptEditor = ({ card }: { card: ExcerptCard }) => {
  const isFixed = useWhyFixed() !== null
  const { value: tags } = useRead('tags.list', {})
  const update = (patch: Partial<Pick<ExcerptCard, 'colour' | 'comment' | 'credibility' | 'tags'>>) =>
    void perform('excerpts.update', { id: card.id, patch })
  return (
    <div className="reader-editor">
      {card.risks.map(risk => (
        <p key={risk.id} className="reader-risk-actions small">
          <a href={addressOf('risks', risk.id, { assess: '1', excerpt: card.id })}>
            {`${say('reader.rescore')} ${risk.ref}`}
          </a>
          <Button
            writes
            label={say('reader.uncite', { ref: risk.ref })}
            icon={<X size={14} />}
            iconOnly
            look="quiet"
            onClick={() => void perform('risks.uncite', { risk: risk.id, excerpt: card.id })}
          />
        </p>
      ))}
      <RelationList card={card} />
      <Comment key={card.id} comment={card.comment} onSave={comment => update({ comment })} />
      {card.tags.length === 0 ? null : (
        <p className="reader-tags">
          {(tags ?? [])
            .filter(tag => card.tags.includes(tag.id))
            .map(tag => (
              <span key={tag.id} className={`reader-tag reader-${tag.colour}`}>
                {tag.name}
                <button
                  type="button"
                  aria-label={say('reader.removeTag', { name: tag.name })}
                  disabled={isFixed}
                  onClick={() => update({ tags: card.tags.filter(one => one !== tag.id) })}
                >
                  <X size={12} aria-hidden="true" />
                </button>
              </span>
            ))}
        </p>
      )}
      <SelectField
        writes
        label={say('reader.credibility')}
        value={String(card.credibility ?? '') as Grade}
        choices={grades}
        onChoose={grade => update({ credibility: grade === '' ? null : credibility.parse(Number(grade)) })}
      />
      <div className="reader-card-foot">
        <span className="reader-bar-colours">
          {highlightColour.options.map((colour, index) => (
            <button
              key={colour}
              type="button"
              className={`reader-swatch reader-${colour}`}
              aria-label={`${index + 1} ${say('reader.colour', { colour })}`}
              aria-pressed={colour === card.colour}
              disabled={isFixed}
              onClick={() => update({ colour })}
            >
              {index + 1}
            </button>
          ))}
        </span>
        <RecordHistory record="excerpt" id={card.id} name={quotedWords(card.anchor.exact.slice(0, 60))} />
        <Button
          writes
          label={say('reader.removeHighlight')}
          icon={<Trash2 size={16} />}
          iconOnly
          look="quiet"
          onClick={() => void perform('excerpts.remove', { ids: [card.id] })}
        />
      </div>
    </div>
  )
}

/** Saved when the analyst leaves it, as one step of undo. */
const Comment = ({ comment, onSave }: { comment: string; onSave: (comment: string) => void }) => {
  const [words, setWords] = useState(comment)
  const isFixed = useWhyFixed() !== null
  useEffect(() => setWords(comment), [comment])
  return (
    <textarea
      className="input"
      rows={Math.min(6, Math.max(2, Math.ceil(words.length / 38)))}
      aria-label={say('reader.comment')}
      placeholder={say('reader.commentPlaceholder')}
      value={words}
      readOnly={isFixed}
      onChange={event => setWords(event.target.value)}
      onBlur={() => words !== comment && onSave(words)}
      onKeyDown={event => {
        if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return
        event.stopPropagation()
        event.currentTarget.blur()
      }}
    />
  )
}
