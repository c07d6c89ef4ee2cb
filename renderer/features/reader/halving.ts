/**
 * Index of the first of the ordered for which `passed` no longer holds, by halving; their number when it holds for all
 * (test/renderer/features/reader/halving.test.ts).
 */
export const firstNotPassed = <One>(ordered: ArrayLike<One>, passed: (one: One) => boolean): number => {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const one = ordered[middle]
    if (one !== undefined && passed(one)) low = middle + 1
    else high = middle
  }
  return low
}
