import type { Day, Days } from './days.ts'
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
 * `over` are those for which `most` lanes are not enough; with `all`, nothing is laid out once there is one.
 */
const onLanes = <Entry extends Spanned>(
  marks: readonly Unplaced<Entry>[],
  most: number,
  wordsOf: (mark: Unplaced<Entry>) => number,
  all = false,
) => {
  const ends: number[] = []
  const over: Unplaced<Entry>[] = []
  const laid: Mark<Entry>[] = []
  for (const mark of marks) {
    let lane = 0
    while (lane < ends.length && (ends[lane] ?? 0) > mark.left) lane += 1
    if (lane >= most) {
      over.push(mark)
      if (all) break
    } else {
      ends[lane] = mark.right + wordsOf(mark)
      laid.push(placed(mark, lane))
    }
  }
  return { laid, lanes: ends.length, over }
}

/** Says how much room for words there is between each mark and the next of its lane. */
const withRoom = <Entry extends Spanned>(laid: Mark<Entry>[]): Mark<Entry>[] => {
  const nextOn: number[] = []
  for (let at = laid.length - 1; at >= 0; at -= 1) {
    const mark = laid[at]
    if (mark === undefined) continue
    const next = nextOn[mark.lane]
    if (next !== undefined) mark.room = Math.min(mostWords, next - mark.right)
    nextOn[mark.lane] = mark.left
  }
  return laid
}

const extentOf = (entries: readonly [Days, ...Days[]]): Days => {
  let { first, end } = entries[0]
  for (const entry of entries) {
    first = Math.min(first, entry.first)
    end = Math.max(end, entry.end)
  }
  return { first, end }
}

/** Where the column begins that each of the entries lies in, and where each column ends. */
type Columns = { starts: readonly Day[]; ends: ReadonlyMap<Day, Day> }

// Columns are those of the calendar: a few steps for all zooms, while the same entries are laid out for many.
const knownColumns = new WeakMap<readonly Days[], Map<string, Columns>>()

const columnsOf = (entries: readonly Days[], column: CalendarStep): Columns => {
  const ofEntries = knownColumns.get(entries) ?? new Map<string, Columns>()
  knownColumns.set(entries, ofEntries)
  const key = `${column.count} ${column.unit}`
  const known = ofEntries.get(key)
  if (known) return known
  const starts = entries.map(({ first }) => stepStart(column, first))
  const made = { starts, ends: new Map([...new Set(starts)].map(start => [start, nextStep(column, start)])) }
  ofEntries.set(key, made)
  return made
}

type Group<Entry> = readonly [Entry, ...Entry[]]

const gathered = <Entry, Key>(entries: readonly Entry[], keyOf: (entry: Entry) => Key): [Key, Group<Entry>][] => {
  const groups = new Map<Key, [Entry, ...Entry[]]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const known = groups.get(key)
    if (known) known.push(entry)
    else groups.set(key, [entry])
  }
  return [...groups]
}

const inOrder = <Entry extends Spanned>(marks: Unplaced<Entry>[]) =>
  marks.sort((a, b) => a.left - b.left || b.right - a.right)

/** The words of a long span stand in it. */
const wordsBeside = <Entry extends Spanned>({ entries: [entry], left, right }: Unplaced<Entry>) =>
  right - left >= entry.wordsWidth ? 0 : entry.wordsWidth
const noWords = () => 0

/**
 * Whether so many marks meet at one place that `most` lanes cannot do: each is at least the least mark wide, and begins
 * at most half of that before its first day. Entries come in the order of their first days.
 */
const isCrowded = (entries: readonly Days[], pixelsPerDay: number, most: number): boolean =>
  entries.some((entry, at) => {
    const other = entries[at + most]
    return other !== undefined && (other.first - entry.first) * pixelsPerDay < leastMark / 2
  })

/**
 * How many lanes entries take where each stands alone with its words beside it; null where `most` are not enough. It is
 * the count of `laidOut` without what that makes of the entries (test/shared/rules/timeline/lanes.test.ts).
 */
export const roomyLanes = (entries: readonly Spanned[], pixelsPerDay: number, most: number): number | null => {
  if (isCrowded(entries, pixelsPerDay, most)) return null
  const edges = entries
    .map(entry => ({ ...edgesOf(entry, 1, pixelsPerDay), wordsWidth: entry.wordsWidth }))
    .sort((a, b) => a.left - b.left || b.right - a.right)
  const ends: number[] = []
  for (const { left, right, wordsWidth } of edges) {
    let lane = 0
    while (lane < ends.length && (ends[lane] ?? 0) > left) lane += 1
    if (lane >= most) return null
    ends[lane] = right + (right - left >= wordsWidth ? 0 : wordsWidth)
  }
  return ends.length
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
  const single = entries.map(entry => markAt([entry], entry))
  if (!isCrowded(entries, pixelsPerDay, most)) {
    const roomy = onLanes(inOrder([...single]), most, wordsBeside, true)
    if (roomy.over.length === 0) return { marks: withRoom(roomy.laid), lanes: roomy.lanes }
  }

  const { starts, ends } = columnsOf(entries, column)
  const longAlone: Unplaced<Entry>[] = []
  const shortColumns = new Map<Day, [Unplaced<Entry>, ...Unplaced<Entry>[]]>()
  single.forEach((mark, at) => {
    const start = starts[at] ?? mark.first
    const others = shortColumns.get(start)
    if (mark.end > (ends.get(start) ?? mark.end)) longAlone.push(mark)
    else if (others) others.push(mark)
    else shortColumns.set(start, [mark])
  })
  const areLong = new Set<Entry>(longAlone.map(({ entries: [entry] }) => entry))
  const longTogether = gathered(longAlone, ({ entries: [entry] }) => entry.date).map(([, group]) =>
    group.length === 1 ? group[0] : markAt(entriesOf(group), group[0]),
  )
  const counted = new Map<Day, Unplaced<Entry>>()
  const asCount = (start: Day, group: Group<Unplaced<Entry>>) => {
    const known = counted.get(start)
    if (known) return known
    const together = entriesOf(group)
    const mark = markAt(together, extentOf(together))
    counted.set(start, mark)
    return mark
  }
  const dense = new Set([...shortColumns].flatMap(([start, group]) => (group.length > most ? [start] : [])))
  let joinsLong = longAlone.length > most && longTogether.length < longAlone.length / most
  for (;;) {
    const marks: Unplaced<Entry>[] = joinsLong ? [...longTogether] : [...longAlone]
    for (const [start, group] of shortColumns)
      if (dense.has(start) && group.length > 1) marks.push(asCount(start, group))
      else for (const mark of group) marks.push(mark)
    inOrder(marks)
    const { over } = onLanes(marks, most, noWords)
    const before = dense.size + Number(joinsLong)
    for (const { entries: group } of over) {
      if (areLong.has(group[0])) joinsLong = true
      else dense.add(stepStart(column, group[0].first))
    }
    if (dense.size + Number(joinsLong) > before) continue
    const { laid, lanes } = onLanes(marks, Number.POSITIVE_INFINITY, noWords)
    return { marks: withRoom(laid), lanes }
  }
}

const entriesOf = <Entry extends Spanned>([first, ...others]: Group<Unplaced<Entry>>): Group<Entry> => [
  first.entries[0],
  ...others.map(({ entries }) => entries[0]),
]
