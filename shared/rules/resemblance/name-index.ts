import { isNamed, type RelayPhrase } from './relay-phrases.ts'

/** A text with the names by which others may cite it, and the words by which it may cite others. */
export type Citable = { names: readonly string[][]; phrases: readonly RelayPhrase[] }

/** Two texts of which the one names the other. */
export type Naming<Text> = { text: Text; words: string }

export type NameIndex<Text extends Citable> = {
  add(text: Text): void
  remove(text: Text): void
  /** The texts that these phrases name. */
  namedIn(phrases: readonly RelayPhrase[]): Naming<Text>[]
  /** The texts that name someone of these names. */
  naming(names: readonly string[][]): Naming<Text>[]
}

/** Names begin with the same letters however they are inflected. */
const stemOf = (word: string | undefined): string => (word ?? '').slice(0, 4)

/** Texts of one name that are looked at, the last to come first: a case may hold thousands of one agency. */
const mostOfOne = 300

type Name<Text> = { name: string[]; texts: Set<Text> }

const last = <Item>(items: Set<Item>): Item[] => (items.size <= mostOfOne ? [...items] : [...items].slice(-mostOfOne))

export const createNameIndex = <Text extends Citable>(): NameIndex<Text> => {
  const names = new Map<string, Map<string, Name<Text>>>()
  /** Texts that are gone stay in the lists until they are asked for. */
  const citing = new Map<string, Text[]>()
  const gone = new WeakSet<Text>()

  const stemsNear = ({ phrases }: Text) => new Set(phrases.flatMap(({ near }) => near.map(stemOf)))

  return {
    add: text => {
      for (const name of text.names) {
        const [stem, key] = [stemOf(name[0]), name.join(' ')]
        const alike = names.get(stem) ?? new Map<string, Name<Text>>()
        names.set(stem, alike)
        const known = alike.get(key) ?? { name, texts: new Set() }
        alike.set(key, known)
        known.texts.add(text)
      }
      for (const stem of stemsNear(text)) {
        const known = citing.get(stem)
        if (known) known.push(text)
        else citing.set(stem, [text])
      }
    },
    remove: text => {
      for (const name of text.names) {
        const alike = names.get(stemOf(name[0]))
        const known = alike?.get(name.join(' '))
        known?.texts.delete(text)
        if (known?.texts.size === 0) alike?.delete(name.join(' '))
      }
      gone.add(text)
    },
    namedIn: phrases =>
      phrases.flatMap(({ near, words }) =>
        [...new Set(near.map(stemOf))]
          .flatMap(stem => [...(names.get(stem)?.values() ?? [])])
          .filter(({ name }) => isNamed(name, near))
          .flatMap(({ texts }) => last(texts).map(text => ({ text, words }))),
      ),
    naming: wanted =>
      wanted.flatMap(name =>
        (citing.get(stemOf(name[0])) ?? [])
          .filter(text => !gone.has(text))
          .slice(-mostOfOne)
          .flatMap(text =>
            text.phrases.filter(({ near }) => isNamed(name, near)).map(({ words }) => ({ text, words })),
          ),
      ),
  }
}
