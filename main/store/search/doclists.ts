/** Records that hold a word, their numbers ascending, with the times it stands in the title and in the body of each. */
export type Postings = { count: number; docids: Float64Array; inTitle: Uint32Array; inBody: Uint32Array }

/** Said in the words of SQLite, by which a damaged file is known (damage.ts). */
export const malformed = (what: string): Error =>
  new Error(`database disk image is malformed: ${what} of the search index`)

/** Bytes that are read one after the other. */
export type Reader = { bytes: Uint8Array; at: number }

/** The next number as SQLite writes them, seven bits to a byte, the low ones first. */
export const nextNumber = (reader: Reader): number => {
  const { bytes } = reader
  const first = bytes[reader.at] ?? 0x80
  if (first < 0x80) {
    reader.at++
    return first
  }
  let value = 0
  let worth = 1
  while (reader.at < bytes.length) {
    const byte = bytes[reader.at++] ?? 0
    value += (byte & 0x7f) * worth
    if (byte < 0x80) return value
    worth *= 0x80
  }
  throw malformed('a number')
}

const noPostings = (most: number): Postings => ({
  count: 0,
  docids: new Float64Array(most),
  inTitle: new Uint32Array(most),
  inBody: new Uint32Array(most),
})

const roomier = ({ docids, inTitle, inBody }: Postings): Postings => {
  const larger = noPostings(2 * docids.length)
  larger.docids.set(docids)
  larger.inTitle.set(inTitle)
  larger.inBody.set(inBody)
  return larger
}

/**
 * The postings in a doclist: of each record its number, less the one before, and the places of the word, of which 1 opens
 * a column and 0 ends the list (https://www.sqlite.org/fts3.html#doclist_format). A record without places is one that was
 * taken out of an older segment.
 */
export const postingsIn = (bytes: Uint8Array, from: number, to: number): Postings => {
  // Most records take five bytes or more: number, column, its own number, a place, the end.
  let found = noPostings((to - from) / 4 + 1)
  let { docids, inTitle, inBody } = found
  let at = from
  let docid = 0
  let count = 0
  // Plain loops over bytes: a common word stands in a million places.
  while (at < to) {
    let worth = 1
    let byte = bytes[at++] ?? 0
    while (byte >= 0x80 && at < to) {
      docid += (byte & 0x7f) * worth
      worth *= 0x80
      byte = bytes[at++] ?? 0
    }
    docid += byte * worth
    let title = 0
    let body = 0
    let isBody = false
    for (;;) {
      if (at >= to) throw malformed('a doclist')
      byte = bytes[at++] ?? 0
      if (byte === 0) break
      if (byte === 1) {
        // There are two columns, so the number of the one that is opened has one digit.
        isBody = bytes[at++] === 1
        continue
      }
      while (byte >= 0x80 && at < to) byte = bytes[at++] ?? 0
      if (isBody) body++
      else title++
    }
    if (count === docids.length) {
      found = roomier(found)
      ;({ docids, inTitle, inBody } = found)
    }
    docids[count] = docid
    inTitle[count] = title
    inBody[count] = body
    count++
  }
  found.count = count
  return found
}

const appended = (lower: Postings, higher: Postings): Postings => {
  const all = noPostings(lower.count + higher.count)
  for (const list of ['docids', 'inTitle', 'inBody'] as const) {
    all[list].set(lower[list].subarray(0, lower.count))
    all[list].set(higher[list].subarray(0, higher.count), lower.count)
  }
  all.count = lower.count + higher.count
  return all
}

/** Whether all of one stand before the other, as those of articles imported earlier do. */
const isBefore = (one: Postings, other: Postings): boolean =>
  one.count === 0 || other.count === 0 || (one.docids[one.count - 1] ?? 0) < (other.docids[0] ?? 0)

/** Both as one: of a record in both the first alone counts, or with `add` what the two count together. */
const merged = (one: Postings, other: Postings, add: boolean): Postings => {
  if (isBefore(one, other)) return appended(one, other)
  if (isBefore(other, one)) return appended(other, one)
  const all = noPostings(one.count + other.count)
  let left = 0
  let right = 0
  let count = 0
  while (left < one.count || right < other.count) {
    const first = left < one.count ? (one.docids[left] ?? 0) : Number.POSITIVE_INFINITY
    const second = right < other.count ? (other.docids[right] ?? 0) : Number.POSITIVE_INFINITY
    const isFirst = first <= second
    const isSecond = second < first || (add && second === first)
    all.docids[count] = isFirst ? first : second
    all.inTitle[count] = (isFirst ? (one.inTitle[left] ?? 0) : 0) + (isSecond ? (other.inTitle[right] ?? 0) : 0)
    all.inBody[count] = (isFirst ? (one.inBody[left] ?? 0) : 0) + (isSecond ? (other.inBody[right] ?? 0) : 0)
    count++
    if (isFirst) left++
    if (second <= first) right++
  }
  all.count = count
  return all
}

/** All as one, by halves, so that each is copied as few times as can be. */
const mergedAll = (lists: readonly Postings[], add: boolean): Postings => {
  const [first = noPostings(0), second] = lists
  if (second === undefined) return first
  const middle = lists.length >> 1
  return merged(mergedAll(lists.slice(0, middle), add), mergedAll(lists.slice(middle), add), add)
}

const withoutRemoved = (postings: Postings): Postings => {
  const { docids, inTitle, inBody } = postings
  let count = 0
  for (let at = 0; at < postings.count; at++) {
    if (inTitle[at] === 0 && inBody[at] === 0) continue
    docids[count] = docids[at] ?? 0
    inTitle[count] = inTitle[at] ?? 0
    inBody[count] = inBody[at] ?? 0
    count++
  }
  return { count, docids, inTitle, inBody }
}

/** What stands of one word, whose lists of several segments come the newest first: that one says how a record is now. */
export const newestOf = (lists: readonly Postings[]): Postings => withoutRemoved(mergedAll(lists, false))

/** What stands of several words together. */
export const sumOf = (lists: readonly Postings[]): Postings => mergedAll(lists, true)
