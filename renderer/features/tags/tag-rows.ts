import type { OutputOf } from '../../../shared/contract.ts'
import type { TagId } from '../../../shared/model/id.ts'
import { foldedWords } from '../../../shared/rules/excerpt-filter.ts'
import { byId } from '../../../shared/rules/groups.ts'
import { pathTo, type TreeLine, treeLines } from '../../../shared/rules/tree.ts'

export type KnownTag = OutputOf<'tags.list'>[number]

/** A line of the code book: a tag, or the place where a new one is being named. */
export type TagRow = { kind: 'tag'; line: TreeLine<KnownTag>; fits: boolean } | { kind: 'new'; level: number }

type Shown = {
  folded: ReadonlySet<TagId>
  /** Tags whose name or description has all these words are shown, with those above them; all for none. */
  words: string
  /** Under which tag a new one is being named; undefined while none is. */
  newUnder: TagId | null | undefined
}

/** The lines from top to bottom. `fits` is false for a tag that is shown only for one under it. */
export const tagRows = (tags: readonly KnownTag[], { folded, words, newUnder }: Shown): TagRow[] => {
  const wanted = foldedWords(words).split(' ').filter(Boolean)
  const fitting = new Set<TagId>()
  const shown = new Set<TagId>()
  const tagOf = byId(tags)
  for (const tag of tags) {
    const own = foldedWords(`${tag.name} ${tag.description}`)
    if (!wanted.every(word => own.includes(word))) continue
    fitting.add(tag.id)
    for (const above of pathTo(tagOf, tag.id)) shown.add(above.id)
  }
  const lines = treeLines(
    tags.filter(({ id }) => shown.has(id)),
    // What was found is seen, and so is the place of a new tag.
    id => wanted.length === 0 && folded.has(id) && id !== newUnder,
  )
  const rows: TagRow[] = lines.map(line => ({ kind: 'tag', line, fits: fitting.has(line.one.id) }))
  if (newUnder === undefined) return rows
  const at = lines.findIndex(({ one }) => one.id === newUnder)
  const level = lines[at]?.level ?? 0
  const next = at === -1 ? -1 : lines.findIndex((line, index) => index > at && line.level <= level)
  return rows.toSpliced(next === -1 ? rows.length : next, 0, { kind: 'new', level: level + 1 })
}

/** How a press on a line, or a key that moves to it, changes what is selected. The one in hand comes last. */
export const nextSelected = (
  visible: readonly TagId[],
  selected: readonly TagId[],
  id: TagId,
  how: 'alone' | 'toggle' | 'extend',
): TagId[] => {
  const others = selected.filter(one => one !== id)
  const [first] = selected
  if (how === 'alone' || first === undefined) return [id]
  if (how === 'toggle') return others.length < selected.length && others.length > 0 ? others : [...others, id]
  const [from, to] = [visible.indexOf(first), visible.indexOf(id)]
  if (from === -1) return [id]
  const between = visible.slice(Math.min(from, to), Math.max(from, to) + 1)
  return [first, ...between.filter(one => one !== first && one !== id), ...(first === id ? [] : [id])]
}
