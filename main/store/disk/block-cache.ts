/** Bytes fetched from the file at once: one read serves sixteen neighbouring pages. */
export const blockSize = 65_536

export type BlockCache = {
  /** The block that holds `position`, fetched if need be. */
  block(position: number): Uint8Array
  /** Keeps a cached block in step with bytes written to the file. */
  patch(bytes: Uint8Array, position: number): void
  clear(): void
}

/**
 * Keeps the blocks of a file that were used last, up to `budget` bytes. `fetch` fills a block and zeroes what lies
 * behind the end of the file.
 */
export const createBlockCache = (fetch: (into: Uint8Array, position: number) => void, budget: number): BlockCache => {
  // A Map iterates in the order of insertion: its first key is the block that was used longest ago.
  const blocks = new Map<number, Uint8Array>()
  const most = Math.max(2, Math.floor(budget / blockSize))
  let newest = -1

  const fetched = (number: number): Uint8Array => {
    let bytes: Uint8Array | undefined
    if (blocks.size >= most) {
      const [oldest] = blocks.keys()
      if (oldest !== undefined) {
        bytes = blocks.get(oldest)
        blocks.delete(oldest)
      }
    }
    bytes ??= new Uint8Array(blockSize)
    fetch(bytes, number * blockSize)
    return bytes
  }

  return {
    block: position => {
      const number = Math.floor(position / blockSize)
      const cached = blocks.get(number)
      if (cached && number === newest) return cached
      if (cached) blocks.delete(number)
      const bytes = cached ?? fetched(number)
      blocks.set(number, bytes)
      newest = number
      return bytes
    },
    patch: (bytes, position) => {
      for (let done = 0; done < bytes.length; ) {
        const within = (position + done) % blockSize
        const count = Math.min(blockSize - within, bytes.length - done)
        blocks.get(Math.floor((position + done) / blockSize))?.set(bytes.subarray(done, done + count), within)
        done += count
      }
    },
    clear: () => {
      blocks.clear()
      newest = -1
    },
  }
}
