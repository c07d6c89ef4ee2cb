import { useMemo, useRef, useState } from 'react'
import type { TagId } from '../../../shared/model/id.ts'
import { call } from '../../api.ts'
import { moveTo, useLocation } from '../../location.ts'
import { nextColour } from '../../parts/TagPicker.tsx'
import { perform } from '../../query.ts'
import { type KnownTag, nextSelected, tagRows } from './tag-rows.ts'
import { type Move, type NewPlace, placeOfMove } from './tree-moves.ts'

/** What is being named: a tag that is there, or a new one under another or at the top. */
export type Naming = { id: TagId } | { under: TagId | null }

/** What is asked before it is done. */
export type Asking = 'merge' | 'split' | 'remove'

/** The code book as it stands on the screen, and what can be done with it. `#/tags/ID` selects a tag. */
export const useTagBook = (tags: readonly KnownTag[]) => {
  const { id: addressed } = useLocation()
  const [folded, setFolded] = useState<ReadonlySet<TagId>>(new Set())
  const [words, setWords] = useState('')
  const [marked, setMarked] = useState<readonly TagId[]>([])
  const [naming, setNaming] = useState<Naming | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)

  const newUnder = naming !== null && 'under' in naming ? naming.under : undefined
  const rows = useMemo(() => tagRows(tags, { folded, words, newUnder }), [tags, folded, words, newUnder])
  const visible = rows.flatMap(row => (row.kind === 'tag' ? [row.line.one.id] : []))
  const known = marked.filter(id => tags.some(tag => tag.id === id))
  const inAddress = tags.find(({ id }) => id === addressed)?.id
  const selected = known.length > 0 ? known : inAddress === undefined ? [] : [inAddress]
  const active = tags.find(({ id }) => id === selected.at(-1))

  const select = (ids: readonly TagId[]) => {
    setMarked(ids)
    moveTo('tags', ids.at(-1) ?? null)
  }
  const fold = (id: TagId, isFolded: boolean) => {
    const next = new Set(folded)
    if (isFolded) next.add(id)
    else next.delete(id)
    setFolded(next)
  }
  const put = async (id: TagId, place: NewPlace | null) => {
    if (place === null) return
    if (place.parent !== null) fold(place.parent, false)
    await perform('tags.update', { id, patch: place })
  }
  // One step after the other, each from where the last one led: keys come faster than the screen is drawn anew
  // (test/journeys/tags.test.ts).
  const steps = useRef<Promise<void>>(Promise.resolve())
  const step = async (id: TagId, move: Move) => {
    const now = await call('tags.list', {})
    const tag = now.ok ? now.value.find(one => one.id === id) : undefined
    if (now.ok && tag) await put(id, placeOfMove(now.value, tag, move))
  }
  const name = async (given: string) => {
    const asked = naming
    setNaming(null)
    if (asked === null || given === '') return
    if ('id' in asked) {
      if (given !== tags.find(({ id }) => id === asked.id)?.name)
        void perform('tags.update', { id: asked.id, patch: { name: given } })
      return
    }
    const colour = tags.find(({ id }) => id === asked.under)?.colour ?? nextColour(tags.length)
    const made = await perform('tags.create', { name: given, parent: asked.under, colour, description: '' })
    if (!made.ok) return
    setWords('')
    select([made.value.id])
  }
  const remove = async (id: TagId) => {
    // The line below comes into hand, else the one above.
    const at = visible.indexOf(id)
    const next = visible[at + 1] ?? visible[at - 1]
    const outcome = await perform('tags.remove', { id })
    if (outcome.ok) select(next === undefined ? [] : [next])
  }
  /** What is borne, or has tags under it, goes only once it was said what that changes. */
  const askRemovalOf = ({ id, excerpts, sources }: KnownTag) => {
    if (excerpts + sources === 0 && tags.every(({ parent }) => parent !== id)) return void remove(id)
    select([id])
    setAsking('remove')
  }
  return {
    tags,
    rows,
    visible,
    folded,
    fold,
    foldAll: (isFolded: boolean) => setFolded(new Set(isFolded ? tags.map(({ id }) => id) : [])),
    words,
    filter: setWords,
    selected,
    active,
    select,
    press: (id: TagId, how: 'alone' | 'toggle' | 'extend') => select(nextSelected(visible, selected, id, how)),
    naming,
    startNaming: setNaming,
    name,
    asking,
    ask: setAsking,
    put: (id: TagId, place: NewPlace) => void put(id, place),
    move: (move: Move) => {
      if (active) steps.current = steps.current.then(() => step(active.id, move))
    },
    remove,
    askRemovalOf,
    /** A digit is taken off a tag that has it. */
    giveDigit: (tag: KnownTag, digit: number | null) =>
      void perform('tags.update', { id: tag.id, patch: { digit: tag.digit === digit ? null : digit } }),
  }
}

export type TagBook = ReturnType<typeof useTagBook>
