import type { Days } from './days.ts'
import { type CalendarStep, nextStep, stepStart } from './scale.ts'

/** What is to be laid out: its days, the name of them by which the same are known, and how wide its words would be, in pixels. */
export type Spanned = Days & { date: string; wordsWidth: number }

/**
 * A mark on its lane, in pixels from day 0. It stands for several where they would take more lanes than there are: those
 * of one column of the calendar, or of one and the same date. `room` is what is free for words behind it.
 */
export type Mark<Entry extends Spanned> = Days & {
  entries: readonly [Entry, ...Entry[]]
  left: number
  right: number
  lane: number
  room: number
}

export type LaneOptions = {
  pixelsPerDay: number
  /** Lanes that should be enough; dates that cannot be put together may take more. */
  lanes: number
  /** The columns in which marks too many for the lanes are counted. */
  column: CalendarStep
}

/** The least width of a mark, so that a day can be hit, and the most that words take. */
export const leastMark = 14
/** The least width of a mark of several, on which its number stands. */
const leastCount = 28
export const mostWords = 240

type Unplaced<Entry extends Spanned> = Omit<Mark<Entry>, 'lane' | 'room'>

/** The ends of a mark, in pixels from day 0: a short one is widened on both sides, one of several so that its number has room. */
export const edgesOf = ({ first, end }: Days, count: number, pixelsPerDay: number): { left: number; right: number } => {
  const [left, right] = [first * pixelsPerDay, end * pixelsPerDay]
  const lacking = Math.max(0, (count > 1 ? leastCount : leastMark) - (right - left)) / 2
  return { left: left - lacking, right: right + lacking }
}

const markOf = <Entry extends Spanned>(
  entries: readonly [Entry, ...Entry[]],
  { first, end }: Days,
  pixelsPerDay: number,
): Unplaced<Entry> => {
  const { left, right } = edgesOf({ first, end }, entries.length, pixelsPerDay)
  return { entries, first, end, left, right }
}

const placed = <Entry extends Spanned>(mark: Unplaced<Entry>, lane: number): Mark<Entry> => ({
  ...mark,
  lane,
  room: mostWords,
})

/**
 * Puts each mark on the first lane that is free: no two of one lane meet. Marks come in the order of their left ends.
 * `over` are those for which `most` lanes are not enough.
 */
const onLanes = <Entry extends Spanned>(
  marks: readonly Unplaced<Entry>[],
  most: number,
  wordsOf: (mark: Unplaced<Entry>) => number,
) => {
  const ends: number[] = []
  const over: Unplaced<Entry>[] = []
  const laid: Mark<Entry>[] = []
  for (const mark of marks) {
    const free = ends.findIndex(end => end <= mark.left)
    const lane = free < 0 ? ends.length : free
    if (lane >= most) over.push(mark)
    else {
      ends[lane] = mark.right + wordsOf(mark)
      laid.push(placed(mark, lane))
    }
  }
  return { laid, lanes: ends.length, over }
}

/** Says how much room for words there is between each mark and the next of its lane. */
const withRoom = <Entry extends Spanned>(placed: readonly Mark<Entry>[]): Mark<Entry>[] => {
  const nextOn = new Map<number, number>()
  return placed
    .toReversed()
    .map(mark => {
      const next = nextOn.get(mark.lane)
      nextOn.set(mark.lane, mark.left)
      return next === undefined ? mark : { ...mark, room: Math.min(mostWords, next - mark.right) }
    })
    .reverse()
}

const extentOf = (entries: readonly Days[]): Days => ({
  first: Math.min(...entries.map(({ first }) => first)),
  end: Math.max(...entries.map(({ end }) => end)),
})

type Group<Entry> = readonly [Entry, ...Entry[]]

const gathered = <Entry, Key>(entries: readonly Entry[], keyOf: (entry: Entry) => Key): [Key, Group<Entry>][] => {
  const groups = new Map<Key, [Entry, ...Entry[]]>()
  for (const entry of entries) {
    const known = groups.get(keyOf(entry))
    if (known) known.push(entry)
    else groups.set(keyOf(entry), [entry])
  }
  return [...groups]
}

/**
 * Lays entries out on lanes without collisions. Where there are more than the lanes hold, and only there, those of one
 * column of the calendar become one mark with a count; of spans longer than a column those of the same date do. The
 * layout depends on how far is zoomed and not on where, so that nothing jumps while the axis is moved
 * (test/shared/rules/timeline/lanes.test.ts). Entries come in the order of their first days.
 */
export const laidOut = <Entry extends Spanned>(
  entries: readonly Entry[],
  { pixelsPerDay, lanes: most, column }: LaneOptions,
): { marks: Mark<Entry>[]; lanes: number } => {
  const markAt = (group: Group<Entry>, days: Days) => markOf(group, days, pixelsPerDay)
  const inOrder = (marks: Unplaced<Entry>[]) => marks.sort((a, b) => a.left - b.left || b.right - a.right)
  const alone = inOrder(entries.map(entry => markAt([entry], entry)))
  const roomy = onLanes(alone, most, ({ entries: [entry], left, right }) =>
    // The words of a long span stand in it.
    right - left >= entry.wordsWidth ? 0 : entry.wordsWidth,
  )
  if (roomy.over.length === 0) return { marks: withRoom(roomy.laid), lanes: roomy.lanes }

  const columns = new Map(entries.map(entry => [entry, stepStart(column, entry.first)]))
  const columnOf = (entry: Entry) => columns.get(entry) ?? entry.first
  const ends = new Map([...new Set(columns.values())].map(start => [start, nextStep(column, start)]))
  const isLong = (entry: Entry) => entry.end > (ends.get(columnOf(entry)) ?? entry.end)
  const [long, short] = [entries.filter(isLong), entries.filter(entry => !isLong(entry))]
  const longTogether = gathered(long, entry => entry.date).map(([, group]) => markAt(group, group[0]))
  const longAlone = long.map(entry => markAt([entry], entry))
  const shortColumns = gathered(short, columnOf)
  const dense = new Set(shortColumns.filter(([, group]) => group.length > most).map(([start]) => start))
  let joinsLong = long.length > most && longTogether.length < long.length / most
  for (;;) {
    const marks: Unplaced<Entry>[] = joinsLong ? [...longTogether] : [...longAlone]
    for (const [start, group] of shortColumns)
      if (dense.has(start) && group.length > 1) marks.push(markAt(group, extentOf(group)))
      else for (const entry of group) marks.push(markAt([entry], entry))
    inOrder(marks)
    const { over } = onLanes(marks, most, () => 0)
    const before = dense.size + Number(joinsLong)
    for (const { entries: group } of over) {
      if (isLong(group[0])) joinsLong = true
      else dense.add(columnOf(group[0]))
    }
    if (dense.size + Number(joinsLong) > before) continue
    const { laid, lanes } = onLanes(marks, Number.POSITIVE_INFINITY, () => 0)
    return { marks: withRoom(laid), lanes }
  }
}
