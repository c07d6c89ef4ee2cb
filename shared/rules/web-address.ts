/** An address of the web that a text may link to; null for all else: scripts, files, other programs. */
export const webAddress = (text: string): string | null => {
  const address = text.trim()
  return /^https?:\/\/[^\s<>"\p{Cc}]+$/iu.test(address) ? address : null
}
