/** Words, numbers and pictographs of a text; scripts without spaces count by the character. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\p{L}(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}])*|\p{N}+|\p{Extended_Pictographic}/gu,
    ) ?? []

/** The length of the longest common subsequence: how many words two texts have in the same order. */
export function inCommon(left: readonly string[], right: readonly string[]): number {
  let row = new Uint32Array(right.length + 1)
  for (const word of left) {
    const next = new Uint32Array(right.length + 1)
    for (let index = 0; index < right.length; index += 1) {
      next[index + 1] = word === right[index] ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0)
    }
    row = next
  }
  return row[right.length] ?? 0
}

/** The share of words that two texts have in the same order, of the longer one. */
export const agreementOf = (truth: string, read: string): number => {
  const [left, right] = [wordsOf(truth), wordsOf(read)]
  return left.length + right.length === 0 ? 1 : inCommon(left, right) / Math.max(left.length, right.length)
}
