/** Characters of a name that are kept: of a long path the end says more than the beginning. */
const mostCharacters = 400

const shortened = (name: string): string => {
  const characters = Array.from(name)
  return characters.length <= mostCharacters ? name : `…${characters.slice(1 - mostCharacters).join('')}`
}

/** True for what systems and programs put beside the files of people. A leading full stop hides a file on all of them but Windows. */
export const isHiddenName = (name: string): boolean => /^(\..*|__MACOSX|Thumbs\.db|desktop\.ini|~\$.*)$/i.test(name)

// What a name holds is up to whoever gave it: marks that turn the writing around make `cod.exe` of `exe.doc`.
const misleading = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Surrogate}\ufffd]+/gu

/** The path of a file as it is kept and shown: with a slash between folders, whatever the system puts there, and nothing that misleads. */
export const shownPath = (path: string): string => shortened(path.replaceAll('\\', '/').replace(misleading, '')) || '_'

/** The name of a file that another encloses: the last part of a path, with nothing that misleads; `unnamed` where nothing is left. */
export const enclosedName = (name: string, unnamed: string): string => {
  const [plain = ''] = name.replace(misleading, '').split(/[/\\]/).slice(-1)
  const trimmed = plain.replace(/\s+/g, ' ').trim()
  return /^\.*$/.test(trimmed) ? unnamed : shortened(trimmed)
}

const notInFileNames = /[\p{Cc}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu

/** What nobody sees in a name: two files of one name that are not the same. Joiners stay, words are written with them. */
const unseen = /[\u00ad\u200b\u2060-\u2064\ufeff]+/gu

/** Names of devices, whatever ending follows: Windows opens the device (Microsoft, Naming Files, Paths, and Namespaces). */
const device = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])\s*(?:\.|$)/i

/** Bytes of UTF-8 that a character takes (RFC 3629, section 3). */
const bytesOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0
  if (point <= 0x7f) return 1
  if (point <= 0x7ff) return 2
  return point <= 0xffff ? 3 : 4
}

/** As many characters as fit into so many bytes of UTF-8, from the front or from the end. */
const fitting = (text: string, bytes: number, from: 'front' | 'end'): string => {
  const characters = Array.from(text)
  if (from === 'end') characters.reverse()
  let [room, kept] = [bytes, 0]
  for (const character of characters) {
    room -= bytesOf(character)
    if (room < 0) break
    kept += 1
  }
  const fit = characters.slice(0, kept)
  return (from === 'end' ? fit.reverse() : fit).join('')
}

/** Bytes of UTF-8 in a name that is suggested. File systems take 255: there is room for what is put after it while it is written. */
const mostBytes = 180

/** Words as part of the name of a file: what no system forbids, misreads or hides. */
const plainName = (words: string): string =>
  words
    .normalize('NFC')
    .replace(notInFileNames, ' ')
    .replace(misleading, '')
    .replace(unseen, '')
    .replace(/\s+/g, ' ')
    .trim()
    // A full stop at the front hides the file, one at the end is dropped by Windows, and `..` is another folder.
    .replace(/^[. ]+|[. ]+$/g, '')

const noDevice = (name: string): string => (device.test(name) ? `_${name}` : name)

/** A title as a name for a file on any system: at most 80 characters of it before the ending. */
export const titledName = (title: string, ending: string, unnamed: string): string => {
  const name = plainName(fitting(Array.from(plainName(title)).slice(0, 80).join(''), mostBytes, 'front'))
  return noDevice(`${name || unnamed}.${ending}`)
}

/** The name under which a file came, as one for a file on any system: of a path its last part, of one too long its end. */
export const broughtName = (name: string, unnamed: string): string => {
  const last = plainName(name.split(/[\\/]/).at(-1) ?? '')
  return noDevice(plainName(fitting(Array.from(last).slice(-120).join(''), mostBytes, 'end')) || unnamed)
}
