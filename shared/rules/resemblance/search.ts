import type { Fingerprints } from './fingerprints.ts'
import { type Likeness, likenessOf } from './judge.ts'
import type { Candidate, KnownText, TextIndex } from './text-index.ts'
import type { Words } from './words.ts'

/** A text that is compared with all others. */
export type Asked = { known: KnownText; words: Words; fingerprints: Fingerprints }

/** Another text that it resembles: what it rests on. */
export type Found = Candidate & Likeness

/**
 * The texts that one resembles, the same article before relays and the most alike first. Few are read for it: those that
 * the index knows to share long passages, and those of which one names the other. `read` gives the words of a text and its
 * site; undefined when it is gone. Precision and recall: test/shared/rules/resemblance/search.test.ts.
 */
export const searchResembling = (
  index: TextIndex,
  { known, words, fingerprints }: Asked,
  read: (id: string) => { words: Words; site: string } | undefined,
): Found[] => {
  const found: Found[] = []
  let customary: Uint8Array | undefined
  let isKnown = false
  for (const candidate of index.candidates(known)) {
    const other = read(candidate.id)
    if (!other) continue
    const isOneSite = other.site !== '' && other.site === known.site
    if (isOneSite && !isKnown) {
      customary = index.customary(known, fingerprints, words)
      isKnown = true
    }
    const likeness = likenessOf(other.words, words, {
      isOneSite,
      isNamed: candidate.names.length + candidate.namedBy.length > 0,
      ...(isOneSite ? { customary } : {}),
    })
    if (likeness) found.push({ ...candidate, ...likeness })
  }
  const rank = ({ kind, percent }: Found) => (kind === 'same article' ? 1000 : 0) + percent
  return found.sort((one, other) => rank(other) - rank(one))
}
