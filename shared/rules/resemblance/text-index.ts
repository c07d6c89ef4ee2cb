import { daySpan, type PartialDate } from '../../model/partial-date.ts'
import { createFingerprintIndex } from './fingerprint-index.ts'
import { type Fingerprints, shingleLength } from './fingerprints.ts'
import { createNameIndex, type Naming } from './name-index.ts'
import { nameWords, type RelayPhrase } from './relay-phrases.ts'
import { sampledOverlap } from './vocabulary.ts'
import type { Words } from './words.ts'

/** A text as the index knows it: enough to say which others are worth reading beside it. */
export type KnownText = {
  /** The source that it is the current text of. */
  id: string
  /** Who printed it: host or publisher; empty when nothing is known. */
  site: string
  /** Names by which another text may cite it: publisher, host, authors. */
  names: string[][]
  published: PartialDate | null
  fingerprints: Pick<Fingerprints, 'own' | 'quoted'>
  phrases: readonly RelayPhrase[]
  vocabulary: Uint32Array
}

/** A text that is worth being read beside another, and the words by which one of the two names the other. */
export type Candidate = {
  id: string
  /** Fingerprints that both have, without what the site prints everywhere. */
  shared: number
  /** By which the text that was asked about names this one, and the other way round. */
  names: string[]
  namedBy: string[]
}

export type TextIndex = {
  /** Adds a text, or puts it in the place of the one its source had before. */
  put(text: KnownText): void
  remove(id: string): void
  /** The texts that may resemble this one, itself left out, those with most in common first. */
  candidates(text: KnownText): Candidate[]
  /**
   * For each word of a text whether its site is known to print it elsewhere as well: a passage that stands in several
   * texts of one site which have little else in common. Undefined when there is no such word.
   */
  customary(text: KnownText, fingerprints: Fingerprints, words: Words): Uint8Array | undefined
  readonly size: number
}

/** Fingerprints in common from which two texts are read beside each other; a short text needs all but one of its own. */
const leastShared = 2
/** Texts of one site with a passage in common that make it a custom of the site. */
const leastCustom = 3
/** Two texts that share less than this of their fingerprints have little in common. */
const littleShared = 0.3
/** Texts that are read for what they share, those with most in common first. */
const mostCandidates = 12
/** Texts that are read because of a name, those nearest in subject first, and how near they have to look. */
const mostNamed = 4
const leastOverlap = 0.08

/** Publisher and host as names and as the site. The address says more of the site than the many spellings of a publisher. */
export const namesOf = (source: {
  publisher: string
  authors: readonly string[]
  url: string
}): Pick<KnownText, 'site' | 'names'> => {
  const host = /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(source.url)?.[1]?.toLowerCase() ?? ''
  const publisher = nameWords(source.publisher)
  const domain = host.split('.').slice(0, -1).at(-1) ?? ''
  const people = source.authors.map(nameWords).filter(name => name.length > 1)
  const names = [publisher, domain.length < 5 ? [] : [domain], ...people].filter(name => name.join('').length > 2)
  return { site: host || publisher.join(' '), names: [...new Map(names.map(name => [name.join(' '), name])).values()] }
}

/** What stays in memory of a text: its fingerprints lie in the index. */
type Held = Omit<KnownText, 'fingerprints'> & { number: number; fingerprints: number }

/** Nobody cites what is printed later. */
const isBefore = (cited: Pick<KnownText, 'published'>, citing: Pick<KnownText, 'published'>): boolean =>
  cited.published === null ||
  citing.published === null ||
  daySpan(cited.published).first <= daySpan(citing.published).last

export const createTextIndex = (): TextIndex => {
  const byId = new Map<string, Held>()
  const byNumber: (Held | null)[] = []
  const own = createFingerprintIndex()
  const quoted = createFingerprintIndex()
  const names = createNameIndex<Held>()

  const remove: TextIndex['remove'] = id => {
    const held = byId.get(id)
    if (!held) return
    byNumber[held.number] = null
    byId.delete(id)
    names.remove(held)
  }

  const count = (counts: Map<Held, number>, text: KnownText, fingerprints: Iterable<number>, index: typeof own) => {
    for (const fingerprint of fingerprints)
      index.each(fingerprint, number => {
        const held = byNumber[number]
        if (held && held.id !== text.id) counts.set(held, (counts.get(held) ?? 0) + 1)
      })
    return counts
  }

  /** The fingerprints that several texts of the same site have, which have little else in common with this one. */
  const customs = (text: KnownText, counts: ReadonlyMap<Held, number>): Set<number> => {
    const found = new Set<number>()
    if (text.site === '') return found
    const little = littleShared * text.fingerprints.own.length
    const siblings = [...counts].filter(([held, shared]) => held.site === text.site && shared < little)
    if (siblings.length < leastCustom) return found
    const numbers = new Set(siblings.map(([held]) => held.number))
    for (const fingerprint of text.fingerprints.own) {
      let texts = 0
      own.each(fingerprint, number => {
        if (numbers.has(number)) texts++
      })
      if (texts >= leastCustom) found.add(fingerprint)
    }
    return found
  }

  const sharing = (text: KnownText): [Held, number][] => {
    const counts = count(new Map(), text, text.fingerprints.own, own)
    const customary = count(new Map(), text, customs(text, counts), own)
    for (const [held, shared] of customary)
      if (held.site === text.site) counts.set(held, (counts.get(held) ?? 0) - shared)
    count(counts, text, text.fingerprints.quoted, own)
    count(counts, text, text.fingerprints.own, quoted)
    return [...counts]
      .filter(([held, shared]) => {
        const fewer = Math.min(text.fingerprints.own.length, held.fingerprints)
        return shared >= Math.max(1, Math.min(leastShared, fewer - 1))
      })
      .sort(([, one], [, other]) => other - one)
      .slice(0, mostCandidates)
  }

  /** The texts nearest in subject of all that a name may mean, each with the words that name it. */
  const nearest = (text: KnownText, namings: readonly Naming<Held>[], fits: (held: Held) => boolean) => {
    const byText = new Map<Held, string[]>()
    for (const { text: held, words } of namings)
      if (held.id !== text.id && (held.site === '' || held.site !== text.site) && fits(held))
        byText.set(held, [...(byText.get(held) ?? []), words])
    return [...byText]
      .map(([held, words]) => ({ held, words, overlap: sampledOverlap(text.vocabulary, held.vocabulary) }))
      .filter(({ overlap }) => overlap >= leastOverlap)
      .sort((one, other) => other.overlap - one.overlap)
      .slice(0, mostNamed)
  }

  return {
    put: text => {
      remove(text.id)
      const held: Held = { ...text, number: byNumber.length, fingerprints: text.fingerprints.own.length }
      byNumber.push(held)
      byId.set(text.id, held)
      own.add(held.number, text.fingerprints.own)
      quoted.add(held.number, text.fingerprints.quoted)
      names.add(held)
    },
    remove,
    candidates: text => {
      const found = new Map<string, Candidate>(
        sharing(text).map(([{ id }, shared]) => [id, { id, shared, names: [], namedBy: [] }]),
      )
      const candidate = (id: string): Candidate => {
        const known = found.get(id) ?? { id, shared: 0, names: [], namedBy: [] }
        found.set(id, known)
        return known
      }
      for (const { held, words } of nearest(text, names.namedIn(text.phrases), held => isBefore(held, text)))
        candidate(held.id).names.push(...new Set(words))
      for (const { held, words } of nearest(text, names.naming(text.names), held => isBefore(text, held)))
        candidate(held.id).namedBy.push(...new Set(words))
      return [...found.values()]
    },
    customary: (text, fingerprints, words) => {
      const custom = customs(text, count(new Map(), text, text.fingerprints.own, own))
      if (custom.size === 0) return undefined
      const marked = new Uint8Array(words.count)
      let from = -1
      fingerprints.own.forEach((fingerprint, index) => {
        const place = fingerprints.places[index] as number
        const isCustom = custom.has(fingerprint)
        // Between two neighbouring fingerprints of a custom lies the custom.
        if (isCustom) marked.fill(1, from < 0 ? place : from, place + shingleLength)
        from = isCustom ? place : -1
      })
      return marked
    },
    get size() {
      return byId.size
    },
  }
}
