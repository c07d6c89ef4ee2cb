import type { FoundPassage } from '../../../shared/contract/search.ts'

/** Tells passages apart while they are chosen; one that is widened is another. */
export const keyOfPassage = ({ source, start, end }: FoundPassage): string => `${source} ${start} ${end}`
