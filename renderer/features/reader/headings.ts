import type { TextBlock } from '../../../shared/model/text-version.ts'

/** The title of a text is the second level of the page: its headings begin at the third, and the page knows six. */
const first = 3
const last = 6

/**
 * The level at which each heading of a text is told, by the index of its block; undefined for other blocks. Authors leave
 * levels out, which to those who travel by headings looks like a part that is missing: a step inwards is one level here.
 */
export const headingLevels = (
  blocks: readonly Pick<TextBlock, 'kind' | 'level'>[],
): readonly (number | undefined)[] => {
  const above: number[] = []
  return blocks.map(({ kind, level }) => {
    if (kind !== 'heading') return undefined
    const own = level ?? 1
    while ((above.at(-1) ?? 0) >= own) above.pop()
    above.push(own)
    return Math.min(last, first + above.length - 1)
  })
}
