import type { PartialDate } from '../../../shared/model/partial-date.ts'
import type { Source } from '../../../shared/model/source.ts'
import { dateOf } from '../../parts/names.ts'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'

type Dated = Pick<Source, 'id' | 'published' | 'publishedReadings' | 'publishedStated'>

/** The readings of a date that can be meant in more than one way: the analyst decides, nobody guesses. */
export const DateReadings = ({ source }: { source: Dated }) => {
  if (source.publishedReadings.length < 2) return null
  const choose = (published: PartialDate) => void perform('sources.update', { ids: [source.id], patch: { published } })
  return (
    <div
      className={source.published === null ? 'sources-readings' : 'sources-readings settled'}
      role="group"
      aria-label={say('sources.ambiguous', { words: source.publishedStated })}
    >
      <p className="small">{say('sources.ambiguous', { words: source.publishedStated })}</p>
      <div className="sources-row">
        {source.publishedReadings.map(reading => (
          <Button
            writes
            key={reading}
            label={dateOf(reading)}
            aria-pressed={source.published === reading}
            onClick={() => choose(reading)}
          />
        ))}
      </div>
    </div>
  )
}
