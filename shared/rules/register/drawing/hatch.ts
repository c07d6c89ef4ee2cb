import type { LevelLetter } from '../../../model/criteria.ts'
import { type Box, tidy } from './layout.ts'

/**
 * How the cells of a level are hatched, so that levels differ without colour: the graver, the denser. `rise` is 1 for
 * strokes that go up to the right, -1 for those that go down; both make a lattice. The lowest level stays bare.
 */
const strokes: Record<LevelLetter, { every: number; rises: readonly (1 | -1)[] }> = {
  VL: { every: 0, rises: [] },
  L: { every: 14, rises: [1] },
  M: { every: 8, rises: [1] },
  H: { every: 8, rises: [1, -1] },
  VH: { every: 6, rises: [1, -1] },
}

/** Slanted strokes over a box as one path; empty for the lowest level. Strokes of neighbours meet, as they are laid out from one origin. */
export const hatchPath = ({ x, y, width, height }: Box, level: LevelLetter): string => {
  const { every, rises } = strokes[level]
  if (every === 0) return ''
  return rises
    .flatMap(rise => {
      const lines: string[] = []
      // The lines `rise * py + px = c`: each is cut to the box.
      const sums = [x + rise * y, x + width + rise * y, x + rise * (y + height), x + width + rise * (y + height)]
      const [first, last] = [Math.min(...sums), Math.max(...sums)]
      for (let sum = Math.ceil(first / every) * every; sum < last; sum += every) {
        const yAt = (px: number) => (sum - px) / rise
        const xAt = (py: number) => sum - rise * py
        const left = Math.max(x, Math.min(xAt(y), xAt(y + height)))
        const right = Math.min(x + width, Math.max(xAt(y), xAt(y + height)))
        if (right - left < 0.5) continue
        lines.push(`M${tidy(left)} ${tidy(yAt(left))}L${tidy(right)} ${tidy(yAt(right))}`)
      }
      return lines
    })
    .join('')
}
