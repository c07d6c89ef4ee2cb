import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ExcerptCard } from '../../../../shared/contract/excerpts.ts'
import type { SourceDetail } from '../../../../shared/contract/sources.ts'
import type { OutputOf } from '../../../../shared/contract.ts'
import type { TextRange } from '../../../../shared/model/text-version.ts'
import { surroundings } from '../../../../shared/rules/surroundings.ts'
import { type DiffRun, wordDiff } from '../../../../shared/rules/word-diff.ts'
import { addressOf } from '../../../location.ts'
import { DiffRuns } from '../../../parts/DiffRuns.tsx'
import { say } from '../../../say.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'

/** Where the excerpt would go: a candidate, or words that the analyst has selected (`own`). */
export type Wish = TextRange & { own: boolean; page: string | null }

type ComparisonProps = {
  card: ExcerptCard
  at: number
  count: number
  version: SourceDetail['version']
  stood: OutputOf<'excerpts.whereabouts'>['stood'] | null
  wish: Wish | null
  tried: number
  /** How many candidates there are; null while they are looked for. */
  places: number | null
  onTurn: (by: 1 | -1) => void
  onStep: (by: 1 | -1) => void
  onAccept: () => void
}

const why = {
  exact: null,
  moved: null,
  changed: 'reattach.whyChanged',
  ambiguous: 'reattach.whyAmbiguous',
  lost: 'reattach.whyLost',
} as const

/** The quotation as it was taken, beside the words that may be its own now, and what can be done. */
export const Comparison = (props: ComparisonProps) => {
  const { card, at, count, stood, wish, places, onTurn, onStep, onAccept } = props
  const reason = why[card.anchor.state]
  return (
    <section className="reattach-compare" aria-label={say('reattach.group')}>
      <header>
        <p>{reason === null ? null : say(reason)}</p>
        <span className="small muted numeric">{say('reattach.at', { at, count })}</span>
        <Button
          label={say('reattach.previous')}
          title={`${say('reattach.previous')} (K)`}
          icon={<ChevronLeft size={16} />}
          iconOnly
          look="quiet"
          disabled={at === 1}
          onClick={() => onStep(-1)}
        />
        <Button
          label={say('reattach.next')}
          title={`${say('reattach.next')} (J)`}
          icon={<ChevronRight size={16} />}
          iconOnly
          look="quiet"
          disabled={at === count}
          onClick={() => onStep(1)}
        />
      </header>
      <div className="reattach-sides">
        <div>
          <h3 className="label">{say('reattach.quoted', { number: stood?.number ?? 0 })}</h3>
          <p className="reattach-passage">
            <span className="muted">{stood?.before ?? ''}</span>
            <span className={`reader-mark reader-${card.colour}`}>{card.anchor.exact}</span>
            <span className="muted">{stood?.after ?? ''}</span>
          </p>
        </div>
        <div>
          <h3 className="label" aria-live="polite">
            <PlaceName {...props} />
            {(places ?? 0) < 2 ? null : (
              <>
                <Button
                  label={say('reattach.previousPlace')}
                  title={`${say('reattach.previousPlace')} ([)`}
                  icon={<ChevronLeft size={14} />}
                  iconOnly
                  look="quiet"
                  onClick={() => onTurn(-1)}
                />
                <Button
                  label={say('reattach.nextPlace')}
                  title={`${say('reattach.nextPlace')} (])`}
                  icon={<ChevronRight size={14} />}
                  iconOnly
                  look="quiet"
                  onClick={() => onTurn(1)}
                />
              </>
            )}
          </h3>
          <Now {...props} />
        </div>
      </div>
      <Resting card={card} />
      <footer>
        <Button
          writes
          look="primary"
          label={say('reattach.accept')}
          icon={<Key name="Enter" />}
          aria-keyshortcuts="Enter"
          disabled={wish === null}
          onClick={onAccept}
        />
        <Button
          label={say('reattach.leave')}
          icon={<Key name="S" />}
          aria-keyshortcuts="S"
          disabled={at === count}
          onClick={() => onStep(1)}
        />
        <span className="small muted">{places === 0 ? null : say('reattach.hint')}</span>
      </footer>
    </section>
  )
}

const Key = ({ name }: { name: string }) => (
  <span aria-hidden="true" className="reader-key">
    {name}
  </span>
)

const PlaceName = ({ wish, tried, places }: ComparisonProps) => {
  if (places === null) return say('reattach.looking')
  if (wish?.own) return say('reattach.yours')
  if (places === 0) return null
  const at = { at: tried + 1, count: places }
  return wish?.page ? say('reattach.placePage', { ...at, page: wish.page }) : say('reattach.place', at)
}

/** Share of letters in common below which two wordings are not told apart word by word: nobody could read it. */
const leastInCommon = 0.4

const comparedWords = (old: string, fresh: string): DiffRun[] => {
  const runs = wordDiff(old, fresh)
  const common = runs.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.trim().length : 0), 0)
  return common < leastInCommon * Math.max(old.length, fresh.length) ? [{ kind: 'same', text: fresh }] : runs
}

/** Code units shown on each side of a place, as many as the workbench sends of the old one. */
const beside = 160

const Now = ({ card, version, wish, places }: ComparisonProps) => {
  if (wish === null) return places === 0 ? <p className="muted">{say('reattach.noPlace')}</p> : null
  const { text, blocks } = version
  const { start, end } = wish
  const { before, after } = surroundings(text, blocks, wish, beside)
  return (
    <p className="reattach-passage">
      <span className="muted">{before}</span>
      <span className="reattach-now">
        <DiffRuns runs={comparedWords(card.anchor.exact, text.slice(start, end))} />
      </span>
      <span className="muted">{after}</span>
    </p>
  )
}

/** What is at stake: claims, risks and notes that cite the excerpt. */
const Resting = ({ card: { claims, risks, notes, source } }: Pick<ComparisonProps, 'card'>) => {
  if (claims.length + risks.length + notes.length === 0)
    return <p className="small muted">{say('reattach.nothingRests')}</p>
  return (
    <ul className="reattach-resting small" aria-label={say('reattach.resting')}>
      {claims.map(({ id, term, ref, name, words }) => (
        <li key={id}>
          <a href={addressOf('matrix', null, { term, claim: id, source })}>
            <Badge>{ref}</Badge>
          </a>
          {`${name}: ${words}`}
        </li>
      ))}
      {risks.map(({ id, ref, title }) => (
        <li key={id}>
          <a href={addressOf('risks', id)}>
            <Badge>{ref}</Badge>
          </a>
          {title}
        </li>
      ))}
      {notes.map(({ id, title }) => (
        <li key={id}>
          <a href={addressOf('notes', id)}>{title || say('parts.untitledNote')}</a>
        </li>
      ))}
    </ul>
  )
}
