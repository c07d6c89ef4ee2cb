import type { Term } from '../../model/term.ts'
import { foldedName } from '../same-name.ts'
import type { Known } from './steps.ts'

const none: readonly never[] = []

/**
 * Finds the records of a list by a key, in their order. A list is gone through once, however many cells of a sheet ask;
 * it must not grow afterwards.
 */
const finder = <One>(keysOf: (one: One) => readonly string[]) => {
  const indexes = new WeakMap<readonly One[], ReadonlyMap<string, One[]>>()
  return (ones: readonly One[], key: string): readonly One[] => {
    let index = indexes.get(ones)
    if (index === undefined) {
      const made = new Map<string, One[]>()
      for (const one of ones)
        for (const its of new Set(keysOf(one))) {
          const others = made.get(its)
          if (others) others.push(one)
          else made.set(its, [one])
        }
      indexes.set(ones, made)
      index = made
    }
    return index.get(key) ?? none
  }
}

const byName = <One>(namesOf: (one: One) => readonly string[]) => {
  const find = finder<One>(one => namesOf(one).map(foldedName))
  return (ones: readonly One[], name: string): readonly One[] => {
    const folded = foldedName(name)
    return folded === '' ? none : find(ones, folded)
  }
}

type Source = Known['sources'][number]
type Party = Known['parties'][number]

const recordsWithId = finder<{ id: string }>(({ id }) => [id])
export const withId = <One extends { id: string }>(ones: readonly One[], id: string): One | undefined =>
  recordsWithId(ones, id)[0] as One | undefined

const termsWithRef = finder<Term>(({ ref }) => [ref])
export const termWithRef = (terms: readonly Term[], ref: string): Term | undefined => termsWithRef(terms, ref)[0]

/** Terms of this name, in any spelling. */
export const termsNamed = byName<Term>(({ name }) => [name])

const termsLabelled = byName<Term>(({ ref, name }) => [name, `${ref} ${name}`])
/** The term that is named so, with its ref before the name or without. */
export const termLabelled = (terms: readonly Term[], words: string): Term | undefined => termsLabelled(terms, words)[0]

const sourcesTitled = byName<Source>(({ title }) => [title])
export const sourceTitled = (sources: readonly Source[], title: string): Source | undefined =>
  sourcesTitled(sources, title)[0]

const partiesNamed = byName<Party>(({ name, shortName }) => [name, shortName])
export const partyNamed = (parties: readonly Party[], name: string): Party | undefined => partiesNamed(parties, name)[0]

const foldedTitles = new WeakMap<readonly Source[], readonly string[]>()
/** The first source whose title begins so. */
export const sourceBeginning = (sources: readonly Source[], words: string): Source | undefined => {
  const titles = foldedTitles.get(sources) ?? sources.map(({ title }) => foldedName(title))
  foldedTitles.set(sources, titles)
  const beginning = foldedName(words)
  return sources[titles.findIndex(title => title.startsWith(beginning))]
}
