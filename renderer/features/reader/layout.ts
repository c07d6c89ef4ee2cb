import type { TextBlock } from '../../../shared/model/text-version.ts'

/** What is drawn as one piece: a block by itself, the items of one list, or apparatus that folds away together. Members are indices of blocks. */
export type Piece = { kind: 'block' | 'list' | 'apparatus'; members: readonly number[] }

/** Pieces that are laid out together under `content-visibility`: some tens of blocks, as the study in rendering.md found best. */
export type Group = readonly Piece[]

const blocksPerGroup = 40

/** The blocks of a group, in order: they follow one another. */
export const membersOf = (group: Group): readonly number[] => group.flatMap(piece => piece.members)

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
