import type { ResemblanceKind } from '../../../shared/model/resemblance.ts'
import { searchResembling } from '../../../shared/rules/resemblance/search.ts'
import { createTextIndex } from '../../../shared/rules/resemblance/text-index.ts'
import { type Document, type Prepared, prepared } from './document.ts'
import type { Pair } from './labelled.ts'

/** What was found between the two of a pair, in a case that holds other articles too. */
export type Judged = Pair & { found: ResemblanceKind | null; reason: string }

const known = new Map<string, Prepared>()

const ready = (document: Document): Prepared => {
  const key = JSON.stringify(document)
  const there = known.get(key) ?? prepared(document)
  known.set(key, there)
  return there
}

/** Finds for each pair whether the second is recognised, with only the first in the case. */
export const judged = (pairs: readonly Pair[]): Judged[] =>
  pairs.map(pair => {
    const [first, second] = [ready(pair.first), ready(pair.second)]
    const index = createTextIndex()
    index.put(first.known)
    const [found] = searchResembling(index, second, () => ({ words: first.words, site: first.site }))
    const reason = found ? `${found.percent.toFixed(0)} % ${found.words}/${found.longest} ${found.names[0] ?? ''}` : ''
    return { ...pair, found: found?.kind ?? null, reason }
  })

export type Rates = { pairs: number; precision: number; recall: number; sameKind: number }

/** Precision and recall of finding that two are not independent, and how often the kind is right where they are not. */
export const ratesOf = (all: readonly Judged[]): Rates => {
  const found = all.filter(one => one.found !== null)
  const right = found.filter(one => one.kind !== null)
  const related = all.filter(one => one.kind !== null)
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)
  return {
    pairs: all.length,
    precision: share(right.length, found.length),
    recall: share(right.length, related.length),
    sameKind: share(right.filter(one => one.found === one.kind).length, right.length),
  }
}

/** The same with the first texts of all pairs in one case: each second is asked once, and whatever else it finds is wrong. */
export const judgedTogether = (pairs: readonly Pair[]): Judged[] => {
  const index = createTextIndex()
  const firsts = new Map(pairs.filter(({ kind }) => kind !== null).map(({ first }) => [first.id, ready(first)]))
  for (const { known: text } of firsts.values()) index.put(text)
  const read = (id: string) => firsts.get(id)
  return pairs
    .filter(({ kind }) => kind !== null)
    .flatMap(pair => {
      const all = searchResembling(index, ready(pair.second), read)
      const right = all.find(({ id }) => id === pair.first.id)
      const others = all.filter(({ id }) => id !== pair.first.id)
      return [
        { ...pair, found: right?.kind ?? null, reason: '' },
        ...others.map(
          ({ id, kind }): Judged => ({ ...pair, what: `${pair.what} (${id})`, kind: null, found: kind, reason: '' }),
        ),
      ]
    })
}
