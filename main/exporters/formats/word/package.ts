import { type Relation, xmlText } from '../../office/parts.ts'
import type { Look, Place } from '../sheet-looks.ts'

/** What is gathered while the body of a Word document is written, and stands in parts of its own. */
export type WordPackage = {
  lookOf(place: Place): Look
  /** The name of the bookmark of an anchor: the same one each time it is asked for. */
  bookmark(anchor: string): string
  /** A bookmark that begins and ends here. */
  bookmarkXml(anchor: string): string
  /** The id of the relation to a page of the web. */
  address(url: string): string
  /** A list of its own, which counts from its own start. */
  list(kind: ListKind, start: number, level: number): number
  /** A drawing that is kept as a part, once however often it is drawn: its relation, and a number of this place. */
  picture(bytes: Uint8Array<ArrayBuffer>): { relation: string; number: number }
  relations(): Relation[]
  lists(): readonly { kind: ListKind; start: number; level: number }[]
  pictures(): readonly Uint8Array<ArrayBuffer>[]
}
export type ListKind = 'bullets' | 'numbers'

/** The longest name of a bookmark that Word takes. */
const longestName = 40

export function wordPackage(lookOf: WordPackage['lookOf']): WordPackage {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  const addresses = new Map<string, string>()
  const lists: { kind: ListKind; start: number; level: number }[] = []
  const pictures: Uint8Array<ArrayBuffer>[] = []
  const parts = new Map<string, number>()
  let bookmarks = 0
  let drawn = 0

  /** Begins with an underscore: Word does not list such names, of which there are hundreds. ECMA-376, 17.13.6.2. */
  const bookmark = (anchor: string): string => {
    const known = names.get(anchor)
    if (known !== undefined) return known
    const plain = `_${anchor.replaceAll(/[^\p{L}\p{N}]/gu, '_')}`.slice(0, longestName)
    let name = plain
    // Names differ by more than capitals: Word tells none apart.
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${plain.slice(0, longestName - 4)}_${count}`
    taken.add(name.toLowerCase())
    names.set(anchor, name)
    return name
  }

  return {
    lookOf,
    bookmark,
    bookmarkXml: anchor => {
      bookmarks += 1
      return `<w:bookmarkStart w:id="${bookmarks}" w:name="${xmlText(bookmark(anchor))}"/><w:bookmarkEnd w:id="${bookmarks}"/>`
    },
    address: url => {
      const id = addresses.get(url) ?? `link${addresses.size + 1}`
      addresses.set(url, id)
      return id
    },
    list: (kind, start, level) => lists.push({ kind, start, level }),
    picture: bytes => {
      const key = Buffer.from(bytes).toString('base64')
      const part = parts.get(key) ?? pictures.push(bytes)
      parts.set(key, part)
      drawn += 1
      return { relation: `picture${part}`, number: drawn }
    },
    relations: () => [
      ...[...addresses].map(([target, id]): Relation => ({ id, kind: 'hyperlink', target, outside: true })),
      ...pictures.map(
        (_, index): Relation => ({
          id: `picture${index + 1}`,
          kind: 'image',
          target: `media/picture${index + 1}.emf`,
        }),
      ),
    ],
    lists: () => lists,
    pictures: () => pictures,
  }
}
