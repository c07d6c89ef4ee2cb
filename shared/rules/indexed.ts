/**
 * What is worked out of a list (or of anything else that is an object), made once for as long as the same list is asked
 * about. The case keeps its lists between two edits, so that nothing takes time for what was not touched.
 */
export const indexed = <List extends object, Index>(make: (list: List) => Index): ((list: List) => Index) => {
  const made = new WeakMap<List, { index: Index }>()
  return list => {
    const before = made.get(list)
    if (before !== undefined) return before.index
    const index = make(list)
    made.set(list, { index })
    return index
  }
}
