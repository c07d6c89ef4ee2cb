import type { TextBlock } from '../../../shared/model/text-version.ts'

/** What is drawn as one piece: a block by itself, the items of one list, or apparatus that folds away together. Members are indices of blocks. */
export type Piece = { kind: 'block' | 'list' | 'apparatus'; members: readonly number[] }

/** Pieces that are laid out together under `content-visibility`: some tens of blocks, as the study in rendering.md found best. */
export type Group = readonly Piece[]

const blocksPerGroup = 40

const kindOf = (block: TextBlock): Piece['kind'] => {
  if (block.apparatus) return 'apparatus'
  return block.kind === 'list item' ? 'list' : 'block'
}

/** Puts the blocks of a text into groups. A long list is cut where a group is full. */
export const groupsOf = (blocks: readonly TextBlock[]): Group[] => {
  const groups: Piece[][] = []
  let [group, size]: [Piece[], number] = [[], 0]
  let open: { kind: Piece['kind']; members: number[] } | null = null
  blocks.forEach((block, index) => {
    const kind = kindOf(block)
    if (size >= blocksPerGroup) {
      groups.push(group)
      ;[group, size, open] = [[], 0, null]
    }
    size += 1
    if (open !== null && open.kind === kind && kind !== 'block') open.members.push(index)
    else {
      open = { kind, members: [index] }
      group.push(open)
    }
  })
  if (group.length > 0) groups.push(group)
  return groups
}

/** A margin card: where its highlight stands and how high it is, in pixels. */
export type Card = { at: number; height: number }

/**
 * Tops of the margin cards, given in the order of their highlights. Cards keep their order and never overlap
 * (test/renderer/features/reader/layout.test.ts). One that has room sits beside its highlight, a crowded one is pushed
 * down; the `chosen` one stays beside its highlight, and those above it move up as far as the top allows.
 */
export const stackedCards = (cards: readonly Card[], gap: number, chosen: number | null = null): number[] => {
  const tops: number[] = []
  const pushDown = (from: number) => {
    for (let at = from; at < cards.length; at += 1) {
      const [above, card] = [cards[at - 1], cards[at]]
      const free = above === undefined ? 0 : (tops[at - 1] ?? 0) + above.height + gap
      tops[at] = Math.max(card?.at ?? 0, free)
    }
  }
  pushDown(0)
  const pinned = chosen === null ? undefined : cards[chosen]
  if (chosen === null || pinned === undefined) return tops
  const needed = cards.slice(0, chosen).reduce((sum, card) => sum + card.height + gap, 0)
  tops[chosen] = Math.max(pinned.at, needed)
  for (let at = chosen - 1; at >= 0; at -= 1) {
    const room = (tops[at + 1] ?? 0) - gap - (cards[at]?.height ?? 0)
    tops[at] = Math.min(tops[at] ?? 0, room)
  }
  pushDown(chosen + 1)
  return tops
}
