/** A name as it is compared: without regard to case, width of letters and white space. */
export const foldedName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()

/** True for two spellings of one name. Two empty ones name nothing. */
export const sameName = (one: string, other: string): boolean => {
  const folded = foldedName(one)
  return folded !== '' && folded === foldedName(other)
}
