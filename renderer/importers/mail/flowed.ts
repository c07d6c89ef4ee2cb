/**
 * The paragraphs of a text in `format=flowed` (RFC 3676): lines that end with a space go on in the next one of the same
 * quotation depth. With `delSp` that space is not part of the words.
 */
export function unflowed(text: string, delSp: boolean): string {
  const paragraphs: { depth: number; pieces: string[]; open: boolean }[] = []
  for (const line of text.split(/\r\n?|\n/)) {
    const depth = /^>*/.exec(line)?.[0].length ?? 0
    const words = line.slice(depth).replace(/^ /, '')
    const open = words.endsWith(' ') && words !== '-- '
    const piece = open && delSp ? words.slice(0, -1) : words
    const last = paragraphs.at(-1)
    if (last?.open && last.depth === depth && words !== '-- ') {
      last.pieces.push(piece)
      last.open = open
    } else paragraphs.push({ depth, pieces: [piece], open })
  }
  return paragraphs
    .map(({ depth, pieces }) => `${'>'.repeat(depth)}${depth > 0 ? ' ' : ''}${pieces.join('')}`)
    .join('\n')
}
