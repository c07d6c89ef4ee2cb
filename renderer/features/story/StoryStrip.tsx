import type { PartialDate } from '../../../shared/model/partial-date.ts'
import { StageGlyph } from '../../parts/StageGlyph.tsx'
import { say } from '../../say.ts'
import { type Entry, placeOf, rowsOf, type Stretch, stretchOf, ticksOf } from './story.ts'

/** The share of the strip that a mark takes: 24 of some 640 pixels. */
const markWidth = 0.0375
const rowHeight = 25
const mostRows = 5

type Dated<One> = One & { date: PartialDate }
const isDated = <One extends Entry>(entry: One): entry is Dated<One> => entry.date !== null

type StoryStripProps = {
  entries: readonly Entry[]
  /** Claims in an open conflict. */
  disputed: ReadonlySet<string>
  current: string | null
  onShow: (id: string) => void
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`

/** The entries on a line of time, for the eye and the pointer: the list below says the same to everybody. */
export const StoryStrip = ({ entries, disputed, current, onShow }: StoryStripProps) => {
  const stretch = stretchOf(entries)
  if (stretch === null || entries.length < 2) return null
  const dated = entries.filter(isDated)
  const claims = dated.filter(entry => entry.kind === 'claim')
  const positions = dated.filter(entry => entry.kind === 'position')
  const rows = rowsOf(
    claims.map(({ date }) => placeOf(date, stretch).first),
    markWidth,
  ).map(row => row % mostRows)
  const height = (Math.max(0, ...rows) + 1) * rowHeight
  return (
    <div className="story-strip" aria-hidden="true">
      <div className="story-lane" style={{ height }}>
        {claims.map((entry, index) => {
          const { first, last } = placeOf(entry.date, stretch)
          const { claim } = entry.told
          const isDisputed = disputed.has(entry.id)
          return (
            <button
              key={entry.id}
              type="button"
              tabIndex={-1}
              className={`story-mark ${claim.polarity} ${isDisputed ? 'disputed' : ''} ${entry.id === current ? 'current' : ''}`}
              title={`${claim.words} (${claim.sourceTitle || say('parts.untitledSource')})`}
              style={{
                left: percent(first),
                bottom: (rows[index] ?? 0) * rowHeight,
                minWidth: `max(24px, ${percent(last - first)})`,
              }}
              onClick={() => onShow(entry.id)}
            >
              {claim.stage === null ? <span className="story-dot" /> : <StageGlyph stage={claim.stage} />}
            </button>
          )
        })}
      </div>
      {positions.length === 0 ? null : <Bars positions={positions} stretch={stretch} {...{ current, onShow }} />}
      <div className="story-ticks">
        {ticksOf(stretch).map(({ at, label }) => (
          <span key={`${at} ${label}`} style={{ left: percent(at) }}>
            {label}
          </span>
        ))}
      </div>
    </div>
  )
}

type BarsProps = {
  positions: readonly Dated<Extract<Entry, { kind: 'position' }>>[]
  stretch: Stretch
  current: string | null
  onShow: (id: string) => void
}

/** A line for each holder: a bar from when a position was taken until the next one took over, or to the end. */
const Bars = ({ positions, stretch, current, onShow }: BarsProps) => {
  const holders = [...new Set(positions.map(({ assessed }) => assessed.partyName))]
  return holders.map(holder => (
    <div key={holder} className="story-lane bars">
      {positions
        .filter(({ assessed }) => assessed.partyName === holder)
        .map(({ id, date, assessed }) => {
          const from = placeOf(date, stretch).first
          const to = assessed.until === null ? 1 : placeOf(assessed.until, stretch).first
          const words = holder === '' ? assessed.position.words : `${holder}: ${assessed.position.words}`
          return (
            <button
              key={id}
              type="button"
              tabIndex={-1}
              className={`story-bar ${id === current ? 'current' : ''}`}
              title={words}
              style={{ left: percent(from), width: percent(Math.max(0.01, to - from)) }}
              onClick={() => onShow(id)}
            >
              {words}
            </button>
          )
        })}
    </div>
  ))
}
