type Identified = { id: string }

/**
 * A list in an order, with what changed in it: `changed` stands in place of what had its ids, or is new; what has one of the
 * ids `gone` is left out. For few changes in a long list: nothing is put in order but these.
 */
export const keptInOrder = <Item extends Identified>(
  list: readonly Item[],
  { changed, gone }: { changed: readonly Item[]; gone: readonly string[] },
  compare: (left: Item, right: Item) => number,
): Item[] => {
  const out = new Set<string>([...gone, ...changed.map(({ id }) => id)])
  const kept = list.filter(({ id }) => !out.has(id))
  if (changed.length === 0) return kept
  const coming = changed.toSorted(compare)
  const all: Item[] = []
  let from = 0
  for (const item of coming) {
    let [low, high] = [from, kept.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (compare(kept[middle] as Item, item) <= 0) low = middle + 1
      else high = middle
    }
    for (; from < low; from += 1) all.push(kept[from] as Item)
    all.push(item)
  }
  for (; from < kept.length; from += 1) all.push(kept[from] as Item)
  return all
}
