const lineOf = (node: Node): Element | null =>
  node.parentElement?.closest('p, li, td, th, h1, h2, h3, h4, h5, h6, dt, dd, figcaption, caption, pre') ?? null

/** Every place of the words in the pages, in their order; case does not count. A place never reaches over the end of a line of text. */
export const placesOf = (root: ShadowRoot, words: string): Range[] => {
  const wanted = words.toLowerCase()
  if (wanted.trim() === '') return []
  const places: Range[] = []
  for (const text of root.querySelectorAll('.flow-text')) {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
    let line: Element | null = null
    let run: Text[] = []
    const look = () => {
      places.push(...placesIn(run, wanted))
      run = []
    }
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const of = lineOf(node)
      if (of !== line || of === null) look()
      line = of
      run.push(node as Text)
    }
    look()
  }
  return places
}

const placesIn = (run: readonly Text[], wanted: string): Range[] => {
  const starts: number[] = []
  let all = ''
  for (const { data } of run) {
    starts.push(all.length)
    const folded = data.toLowerCase()
    // A letter that is folded to two would shift what comes after it.
    all += folded.length === data.length ? folded : data
  }
  const found: Range[] = []
  for (let at = all.indexOf(wanted); at !== -1; at = all.indexOf(wanted, at + wanted.length)) {
    const range = document.createRange()
    const [from, to] = [pointAt(run, starts, at), pointAt(run, starts, at + wanted.length - 1)]
    if (from === null || to === null) continue
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset + 1)
    found.push(range)
  }
  return found
}

const pointAt = (run: readonly Text[], starts: readonly number[], at: number) => {
  const index = starts.findLastIndex(start => start <= at)
  const [node, start] = [run[index], starts[index]]
  return node === undefined || start === undefined ? null : { node, offset: at - start }
}

const names = ['briefing-places', 'briefing-place'] as const

/** Paints the places, and the one that is looked at; nothing is painted any more for none. */
export const paintPlaces = (places: readonly Range[], current: number): void => {
  const [all, one] = names
  const here = places[current]
  CSS.highlights.delete(all)
  CSS.highlights.delete(one)
  if (here === undefined) return
  CSS.highlights.set(all, new Highlight(...places.filter(place => place !== here)))
  CSS.highlights.set(one, new Highlight(here))
}
