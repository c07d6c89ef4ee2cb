import { type RefObject, useState } from 'react'
import type { ExcerptMark } from '../../../shared/contract/excerpts.ts'
import type { HighlightColour } from '../../../shared/model/excerpt.ts'
import type { ExcerptId } from '../../../shared/model/id.ts'
import type { Tag } from '../../../shared/model/tag.ts'
import type { TextVersion } from '../../../shared/model/text-version.ts'
import { announce } from '../../announcements.ts'
import { notify } from '../../notices.ts'
import { rememberRecent } from '../../parts/recent.ts'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { useWhyFixed } from '../../ui/fixed.ts'
import type { Act } from './acts.ts'
import { putTags } from './coding.ts'
import { spokenWords } from './hands/spoken.ts'
import type { Selected } from './hands/use-selected-stretch.ts'
import { type Place, passageOf } from './place.ts'
import type { Chosen } from './use-chosen.ts'

/** A tag by what it takes to put it on words. */
export type KnownTag = Pick<Tag, 'id' | 'name' | 'digit'>

/** An act that waits for more to be said, by a card in the margin beside the words it is about. */
export type PendingAct = { act: Act; place: Place }

type ActingProps = {
  version: TextVersion
  placed: readonly ExcerptMark[]
  chosen: Chosen
  selected: Selected
  /** True while the selection is the chosen excerpt with other ends. */
  isAdjusting: boolean
  pending: PendingAct | null
  onPending: (next: PendingAct | null) => void
  scroller: RefObject<HTMLElement | null>
}

/** What can be done with words: with those selected, else with those of the chosen excerpt. */
export const useActing = ({
  version,
  placed,
  chosen,
  selected,
  isAdjusting,
  pending,
  onPending,
  scroller,
}: ActingProps) => {
  const whyFixed = useWhyFixed()
  const [colour, setColour] = useState<HighlightColour>('straw')

  const placeNow = (): Place | null => {
    const stretch = (isAdjusting ? null : selected.stretch) ?? chosen.mark
    if (stretch === null) return null
    const { start, end } = stretch
    const excerpt = placed.find(one => one.start === start && one.end === end) ?? null
    return { source: version.source, textVersion: version.id, start, end, colour, excerpt }
  }
  const highlight = async (wish: HighlightColour = colour) => {
    if (pending !== null) return
    const place = placeNow()
    setColour(wish)
    if (place === null) return
    const words = spokenWords(version.text, place)
    if (place.excerpt !== null) {
      const changed = await perform('excerpts.update', { id: place.excerpt.id, patch: { colour: wish } })
      chosen.choose(place.excerpt.id)
      if (changed.ok) announce(say('hands.recoloured', { colour: wish, words }))
      return
    }
    const made = await perform('excerpts.create', { ...passageOf(place), colour: wish })
    if (!made.ok) return
    chosen.choose(made.value.id)
    announce(say('hands.highlighted', { colour: wish, words }))
  }
  const putTag = async ({ id, name }: KnownTag) => {
    const place = pending === null ? placeNow() : null
    if (place === null || !(await putTags(place, [id]))) return
    rememberRecent('tag', id)
    if (place.excerpt === null) chosen.expect(place)
    else chosen.choose(place.excerpt.id)
    announce(say('reader.tagged', { name, words: spokenWords(version.text, place) }))
  }
  const act = (what: Act) => {
    if (whyFixed !== null) return notify({ tone: 'problem', text: whyFixed })
    const place = placeNow()
    if (place !== null && pending === null) onPending({ act: what, place })
  }
  const close = () => {
    onPending(null)
    scroller.current?.focus({ preventScroll: true })
  }
  const finish = (excerpt: string | null) => {
    chosen.expect(excerpt === null ? (pending?.place ?? null) : null)
    selected.select(null)
    if (excerpt !== null) chosen.choose(excerpt)
    if (pending !== null) {
      announce(say('hands.done', { act: pending.act, words: spokenWords(version.text, pending.place) }))
    }
    close()
  }
  const remove = async (excerpt: ExcerptId) => {
    const removed = await perform('excerpts.remove', { ids: [excerpt] })
    if (removed.ok) announce(say('hands.removed'))
  }
  return {
    highlight: (wish?: HighlightColour) => void highlight(wish),
    placeNow,
    putTag: (tag: KnownTag) => void putTag(tag),
    act,
    remove: (excerpt: ExcerptId) => void remove(excerpt),
    close,
    finish,
  }
}
