export { listWords } from '../../shared/formats.ts'

/** The first letter as a capital, for words that open a sentence or a cell. */
export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
