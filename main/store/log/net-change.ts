/** A row of the log. `before` and `after` are JSON objects by column: see change-log.ts. */
export type Change = {
  seq: number
  tx: number
  table: string
  id: string
  op: 'insert' | 'update' | 'delete'
  before: string | null
  after: string | null
}

/** Values by column, each as the JSON text that the log has: a number never passes through JavaScript, which would round it. */
export type Image = ReadonlyMap<string, string>

/** What one or several changes made of one row, all in all. */
export type NetChange = {
  table: string
  id: string
  op: Change['op']
  /** Empty for an insert. */
  before: Image
  /** Empty for a delete. A long value is only `{"length":n}`. */
  after: Image
  /** Of the last change it is made of. */
  seq: number
}

/** Tells rows of all tables apart. */
export const rowKey = (table: string, id: string): string => `${table} ${id}`

const endOfText = (json: string, start: number): number => {
  for (let at = start + 1; ; at++) {
    if (json[at] === '"') return at + 1
    if (json[at] === '\\') at++
    if (at >= json.length) throw new Error('The log holds half a text')
  }
}

const endOfValue = (json: string, start: number): number => {
  if (json[start] === '"') return endOfText(json, start)
  let depth = 0
  for (let at = start; at < json.length; at++) {
    const sign = json[at]
    if (sign === '"') at = endOfText(json, at) - 1
    else if (sign === '{' || sign === '[') depth++
    else if (depth > 0 && (sign === '}' || sign === ']')) depth--
    else if (depth === 0 && (sign === ',' || sign === '}')) return at
  }
  throw new Error('The log holds half an object')
}

/** The columns of a JSON object of the log, which has no space between its parts. */
export const imageOf = (json: string | null): Image => {
  const image = new Map<string, string>()
  for (let at = 1; json !== null && json[at] === '"'; ) {
    const colon = endOfText(json, at)
    const end = endOfValue(json, colon + 1)
    image.set(JSON.parse(json.slice(at, colon)) as string, json.slice(colon + 1, end))
    at = end + 1
  }
  return image
}

/** The JSON object of an image, as the log writes it. */
export const jsonOfImage = (image: Image): string =>
  `{${[...image].map(([column, value]) => `${JSON.stringify(column)}:${value}`).join(',')}}`

export const netOf = ({ table, id, op, before, after, seq }: Change): NetChange => ({
  table,
  id,
  op,
  before: imageOf(before),
  after: imageOf(after),
  seq,
})

const over = (one: Image, other: Image): Image => new Map([...one, ...other])

/** An update of what differs; null when nothing does. A value of which only the length is known counts as another. */
const updateOf = (change: NetChange): NetChange | null => {
  const same = new Set(
    [...change.after].flatMap(([column, value]) => (change.before.get(column) === value ? column : [])),
  )
  const differing = (image: Image): Image => new Map([...image].filter(([column]) => !same.has(column)))
  const [before, after] = [differing(change.before), differing(change.after)]
  return after.size === 0 ? null : { ...change, op: 'update', before, after }
}

/** Two changes of one row, one after the other, as one; null when the second took the first back. */
export const folded = (one: NetChange, other: NetChange): NetChange | null => {
  const both = { table: one.table, id: one.id, seq: other.seq }
  switch (`${one.op} ${other.op}`) {
    case 'insert update':
      return { ...both, op: 'insert', before: one.before, after: over(one.after, other.after) }
    case 'insert delete':
      return null
    case 'update update':
      return updateOf({
        ...both,
        op: 'update',
        before: over(other.before, one.before),
        after: over(one.after, other.after),
      })
    case 'update delete':
      return { ...both, op: 'delete', before: over(other.before, one.before), after: other.after }
    case 'delete insert':
      return updateOf({ ...both, op: 'update', before: one.before, after: other.after })
    default:
      throw new Error(`The log has the ${other.op} of a row of ${one.table} after its ${one.op}`)
  }
}

/** What the changes, oldest first, made of each row, in the order of the last change of each. */
export const netOfAll = (changes: Iterable<Change>): NetChange[] => {
  const nets = new Map<string, NetChange>()
  for (const change of changes) {
    const [key, next] = [rowKey(change.table, change.id), netOf(change)]
    const known = nets.get(key)
    const net = known ? folded(known, next) : next
    nets.delete(key)
    if (net) nets.set(key, net)
  }
  return [...nets.values()]
}
