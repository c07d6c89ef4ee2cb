import { isAbout } from '../../../shared/model/partial-date.ts'
import { numberWords, partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { addressFor, entryWords } from './entries.ts'
import { laneHeight, type ShownMark } from './marks.ts'

/** A mark shorter than its words has them beside it, where there is room for more than a letter or two. */
const leastWords = 44

type PlotMarkProps = {
  mark: ShownMark
  /** What of the axis is left of the window, in pixels. */
  origin: number
  /** How many the fullest mark of the screen stands for. */
  most: number
  isCurrent: boolean
  onPoint: (mark: ShownMark) => void
  onOpenMany: (mark: ShownMark) => void
}

/** The dates that a mark stands for, in words: one date, or the first and the last. */
export const datesOf = ({ entries }: Pick<ShownMark, 'entries'>): string => {
  const written = [...new Set(entries.map(({ date }) => date))]
  const [first, last] = [written[0] ?? entries[0].date, written.at(-1) ?? entries[0].date]
  return written.length === 1 ? partialDateWords(first) : `${partialDateWords(first)} – ${partialDateWords(last)}`
}

/** Percent of the colour of its kind: fuller columns are darker, and the number on them stays legible. */
const fullness = (count: number, most: number) => Math.round(8 + (36 * Math.log(count)) / Math.log(most))

/** One date as a link to its passage, or several as a button with their number. */
export const PlotMark = ({ mark, origin, most, isCurrent, onPoint, onOpenMany }: PlotMarkProps) => {
  const { entries, lane } = mark
  const [entry] = entries
  const [left, right] = [mark.left - origin, mark.right - origin]
  const width = right - left
  const inside = width >= entry.wordsWidth
  const room = inside ? 0 : Math.min(mark.room, entry.wordsWidth)
  const beside = room >= Math.min(leastWords, entry.wordsWidth) ? room : 0
  const place = { left, width: width + beside, top: lane * laneHeight }
  const common = {
    'data-mark': mark.id,
    tabIndex: isCurrent ? 0 : -1,
    onPointerEnter: () => onPoint(mark),
    onFocus: () => onPoint(mark),
  }
  if (entries.length > 1)
    return (
      <button
        type="button"
        className={`timeline-mark many ${entry.kind.replace(' ', '-')}`}
        style={{ ...place, width }}
        aria-label={say('timeline.manyAt', { count: entries.length, dates: datesOf(mark), first: entryWords(entry) })}
        onClick={() => onOpenMany(mark)}
        {...common}
      >
        <span
          className="timeline-bar"
          style={{
            width,
            background: `color-mix(in srgb, var(--kind) ${fullness(entries.length, most)}%, var(--paper))`,
          }}
        />
        <span className="timeline-count">{numberWords(entries.length)}</span>
      </button>
    )
  return (
    <a
      href={addressFor(entry)}
      draggable={false}
      className={`timeline-mark ${entry.kind.replace(' ', '-')} ${isAbout(entry.date) ? 'about' : ''}`}
      style={place}
      aria-label={entryWords(entry)}
      {...common}
    >
      <span className="timeline-bar" style={{ width }} />
      {inside || beside > 0 ? (
        <span
          className="timeline-words"
          dir="auto"
          style={inside ? { left: Math.max(0, -left) + 6, right: 6 } : { left: width + 5, right: 0 }}
        >
          {entry.words}
        </span>
      ) : null}
    </a>
  )
}
