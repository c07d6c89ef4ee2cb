/** How many control characters a text has that no text needs: all below the space but tab, line ends, form feed and escape. */
export function countControls(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code < 32 && (code < 9 || code > 13) && code !== 27) count += 1
  }
  return count
}
