/**
 * Which documents have a fingerprint: a hash table in three arrays, so that millions of entries take some twelve bytes
 * each and none of them is an object. Documents are numbers; one that is gone is left to the caller to pass over.
 */
export type FingerprintIndex = {
  add(document: number, fingerprints: Uint32Array): void
  /** Calls `found` with each document that was added with this fingerprint. */
  each(fingerprint: number, found: (document: number) => void): void
  readonly size: number
}

const grown = (list: Uint32Array, length: number): Uint32Array => {
  const longer = new Uint32Array(length)
  longer.set(list)
  return longer
}

export const createFingerprintIndex = (): FingerprintIndex => {
  let fingerprints: Uint32Array = new Uint32Array(1024)
  let documents: Uint32Array = new Uint32Array(1024)
  /** The entry before in the same chain, counted from 1. */
  let before: Uint32Array = new Uint32Array(1024)
  let heads: Uint32Array = new Uint32Array(1024)
  let size = 0

  const link = (entry: number): void => {
    const head = (fingerprints[entry] as number) & (heads.length - 1)
    before[entry] = heads[head] as number
    heads[head] = entry + 1
  }

  return {
    add: (document, added) => {
      while (size + added.length > fingerprints.length) {
        const length = 2 * fingerprints.length
        fingerprints = grown(fingerprints, length)
        documents = grown(documents, length)
        before = grown(before, length)
        heads = new Uint32Array(length)
        for (let entry = 0; entry < size; entry++) link(entry)
      }
      for (const fingerprint of added) {
        fingerprints[size] = fingerprint
        documents[size] = document
        link(size++)
      }
    },
    each: (fingerprint, found) => {
      let next = heads[fingerprint & (heads.length - 1)] as number
      while (next > 0) {
        if (fingerprints[next - 1] === fingerprint) found(documents[next - 1] as number)
        next = before[next - 1] as number
      }
    },
    get size() {
      return size
    },
  }
}
