import path from 'node:path'

/** What the app was started with. Paths are absolute. */
export type StartArguments = {
  caseFile: string | null
  /** A folder with the real articles that the sample's digests stand for. */
  originals: string | null
  /** A folder to put a picture of every screen and the briefing into, without an analyst at the desk. */
  tour: string | null
  /** Opens the case, or the sample, in a data folder of its own, exports its first briefing to this file, or to none that stays, and ends. */
  smoke: { pdf: string | null } | null
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
  const found: StartArguments = { caseFile: null, originals: null, tour: null, smoke: null, printing: false }
  const plain: string[] = []
  let smoke = false
  const rest = [...values]
  for (let value = rest.shift(); value !== undefined; value = rest.shift()) {
    const [name = '', inline] = value.split(/=(.*)/s)
    if (name === '--originals' || name === '--tour') {
      const place = inline ?? rest.shift()
      if (place !== undefined) found[name === '--tour' ? 'tour' : 'originals'] = path.resolve(folder, place)
    } else if (name === '--printing') found.printing = true
    else if (name === '--smoke') smoke = true
    else if (!value.startsWith('-')) plain.push(value)
  }
  const [first, second] = plain.slice(appGiven ? 1 : 0).map(value => path.resolve(folder, value))
  if (!smoke) return { ...found, caseFile: first ?? null }
  const isPdf = first?.toLowerCase().endsWith('.pdf')
  return { ...found, caseFile: (isPdf ? null : first) ?? null, smoke: { pdf: (isPdf ? first : second) ?? null } }
}
