import path from 'node:path'

/** What the app was started with. Paths are absolute. */
export type StartArguments = {
  caseFile: string | null
  /** A folder with the real articles that the sample's digests stand for. */
  originals: string | null
  /** A folder to put a picture of every screen and the briefing into, without an analyst at the desk. */
  tour: string | null
  /** Prints documents for a parent process and shows nothing. */
  printing: boolean
}

/**
 * Reads a command line. Chromium's own switches all have the form `--name` or `--name=value` and are passed over.
 * @param values what follows the executable
 * @param appGiven true when the first plain value is the app itself, as in development
 * @param folder what relative paths are relative to
 */
export function readArguments(values: string[], appGiven: boolean, folder: string): StartArguments {
  const found: StartArguments = { caseFile: null, originals: null, tour: null, printing: false }
  const plain: string[] = []
  const rest = [...values]
  for (let value = rest.shift(); value !== undefined; value = rest.shift()) {
    const [name = '', inline] = value.split(/=(.*)/s)
    if (name === '--originals' || name === '--tour') {
      const place = inline ?? rest.shift()
      if (place !== undefined) found[name === '--tour' ? 'tour' : 'originals'] = path.resolve(folder, place)
    } else if (name === '--printing') found.printing = true
    else if (!value.startsWith('-')) plain.push(value)
  }
  const caseFile = plain[appGiven ? 1 : 0]
  return { ...found, caseFile: caseFile === undefined ? null : path.resolve(folder, caseFile) }
}
