import { grouped } from './groups.ts'
import type { Standing } from './tree.ts'

/** The names of `Deal / Money / Debt`, from the top down. */
export const namesOfPath = (words: string): string[] =>
  words
    .split('/')
    .map(name => name.trim())
    .filter(name => name !== '')

const folded = (name: string) => name.normalize('NFC').toLowerCase()

/**
 * How far a path of names leads: the deepest tag that is there, and the names below it that are missing. Upper and lower
 * case are one. The first name may be that of a tag at any depth; one at the top is taken before the others.
 */
export const followPath = <One extends Standing & { name: string }>(
  tags: readonly One[],
  names: readonly string[],
): { known: One | null; missing: string[] } => {
  const children = grouped(tags, ({ parent }) => parent)
  const [first = ''] = names
  const isFirst = ({ name }: One) => folded(name) === folded(first)
  let known = children.get(null)?.find(isFirst) ?? tags.find(isFirst) ?? null
  if (known === null) return { known, missing: [...names] }
  for (const [at, name] of names.entries()) {
    if (at === 0) continue
    const next: One | undefined = children.get(known.id)?.find(one => folded(one.name) === folded(name))
    if (next === undefined) return { known, missing: names.slice(at) }
    known = next
  }
  return { known, missing: [] }
}
