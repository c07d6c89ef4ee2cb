import { statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ending = '.gloss'

/**
 * The case that a file dropped onto the window stands for: the engine asks for a window at the address
 * of the file. Null for anything else, which stays where it is.
 */
export const droppedCase = (address: string): string | null => {
  if (!address.startsWith('file:')) return null
  try {
    const file = fileURLToPath(address)
    return path.extname(file).toLowerCase() === ending && statSync(file).isFile() ? file : null
  } catch {
    // An address that is no path here, or a file that has gone.
    return null
  }
}
