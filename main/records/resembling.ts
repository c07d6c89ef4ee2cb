import type { ImportResult } from '../../shared/contract/sources.ts'
import type { SourceId } from '../../shared/model/id.ts'
import type { Resemblance } from '../../shared/model/resemblance.ts'
import type { Source } from '../../shared/model/source.ts'
import type { TextVersion } from '../../shared/model/text-version.ts'
import { type Found, searchResembling } from '../../shared/rules/resemblance/search.ts'
import { type KnownText, namesOf, type TextIndex } from '../../shared/rules/resemblance/text-index.ts'
import { wordsOf } from '../../shared/rules/resemblance/words.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'
import { currentText } from './current-text.ts'
import { keepSignature, type ReadText, readText } from './signatures.ts'
import { resemblances, sources } from './tables.ts'

/** Another source that resembles one, with what it rests on. */
export type Resembling = Pick<Resemblance, 'kind' | 'likeness' | 'reason' | 'phrases'> & {
  source: SourceId
  title: string
}

/** Resemblances of one source that are recorded, the strongest: one is enough to bring a copy to its family. */
const mostKept = 8
/** Phrases that are kept with a resemblance. */
const mostPhrases = 5

type Asking = { known: KnownText; text: ReadText; title: string }

/** A source of the case, with its current text, as the search for its likes takes it. */
export const askingFor = (source: Source, version: Pick<TextVersion, 'text' | 'blocks'>): Asking => {
  const text = readText(version)
  const { id, published, title } = source
  return { text, title, known: { id, published, ...namesOf(source), ...text.signature } }
}

const reasonOf = (found: Found, title: string, other: string): string => {
  const { kind, percent, words, passages, longest, quoting, names, namedBy } = found
  const shared = { percent: Math.round(percent), words, passages, longest }
  const [phrase] = [...names, ...namedBy]
  if (kind === 'same article') return say('resemblances.sameReason', { ...shared })
  if (quoting !== null)
    return say('resemblances.quotingReason', {
      ...shared,
      title: quoting === 'second' ? title : other,
      quote: quoting === 'second' ? other : title,
    })
  const isAbout = { title: names.length > 0 ? title : other }
  if (words === 0) return say('resemblances.namedReason', { ...isAbout, phrase: phrase ?? '' })
  if (phrase !== undefined) return say('resemblances.bothReason', { ...shared, ...isAbout, phrase })
  return say('resemblances.relayReason', shared)
}

/** The sources that a text resembles, the most alike first. */
export const findResembling = (db: Database, index: TextIndex, { known, text, title }: Asking): Resembling[] => {
  const read = (id: string) => {
    const other = sources.find(db, id)
    if (!other) return undefined
    const version = currentText(db, other.id)
    return { words: wordsOf(version.text, version.blocks), site: namesOf(other).site }
  }
  const { words, fingerprints } = text
  return searchResembling(index, { known, words, fingerprints }, read)
    .slice(0, mostKept)
    .map(found => {
      const other = sources.need(db, found.id)
      return {
        source: other.id,
        title: other.title,
        kind: found.kind,
        likeness: Math.round(found.percent),
        reason: reasonOf(found, title, other.title),
        phrases: [...found.names, ...found.namedBy].slice(0, mostPhrases),
      }
    })
}

/** Both have one origin already: nothing is left to be proposed. */
const haveOneLineage = (db: Database, one: string, other: string): boolean => {
  const lineage = sources.find(db, one)?.lineage ?? null
  return lineage !== null && lineage === sources.find(db, other)?.lineage
}

/** The two in the order in which they came into the case: ids grow with time. */
const inOrder = (one: SourceId, other: SourceId): { first: SourceId; second: SourceId } =>
  one < other ? { first: one, second: other } : { first: other, second: one }

/**
 * Proposes what was found to the analyst. What was decided stays decided, whatever is found; a proposal that is there
 * takes over what differs. Returns how many are new.
 */
export const proposeResemblances = (db: Database, id: SourceId, found: readonly Resembling[]): number => {
  let added = 0
  for (const { source, title: _, ...rest } of found) {
    const pair = inOrder(id, source)
    const [known] = resemblances.all(db, 'first = ? and second = ?', [pair.first, pair.second])
    if (known?.state === 'proposed') resemblances.update(db, known.id, rest)
    if (known || haveOneLineage(db, id, source)) continue
    resemblances.create(db, { ...pair, ...rest, state: 'proposed' })
    added++
  }
  return added
}

/**
 * Signs the text that a source got, and proposes which other sources it resembles; `index` is that of the texts that were
 * there before. Part of the transaction that keeps the text (test/main/operations/resembling-texts.test.ts).
 */
export const resemblingText = (db: Database, index: TextIndex, source: Source, version: TextVersion): Resembling[] => {
  const asking = askingFor(source, version)
  keepSignature(db, version, asking.text.signature)
  const found = findResembling(db, index, asking)
  proposeResemblances(db, source.id, found)
  return found
}

/** As the answer of an import lists them. */
export const asResembles = (found: readonly Resembling[]): ImportResult['resembles'] =>
  found.map(({ phrases: _, ...resembling }) => resembling)
