/** Characters of a name that are kept: of a long path the end says more than the beginning. */
const mostCharacters = 400

const shortened = (name: string): string => {
  const characters = Array.from(name)
  return characters.length <= mostCharacters ? name : `…${characters.slice(1 - mostCharacters).join('')}`
}

/** True for what systems and programs put beside the files of people. A leading full stop hides a file on all of them but Windows. */
export const isHiddenName = (name: string): boolean => /^(\..*|__MACOSX|Thumbs\.db|desktop\.ini|~\$.*)$/i.test(name)

/** The path of a file as it is kept and shown: with a slash between folders, whatever the system puts there. */
export const shownPath = (path: string): string => shortened(path.replaceAll('\\', '/'))

// What a name holds that came in a mail is up to whoever sent it: marks that turn the writing around make `cod.exe` of `exe.doc`.
const misleading = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Surrogate}\ufffd]+/gu

/** The name of a file that another encloses: the last part of a path, with nothing that misleads; `unnamed` where nothing is left. */
export const enclosedName = (name: string, unnamed: string): string => {
  const [plain = ''] = name.replace(misleading, '').split(/[/\\]/).slice(-1)
  const trimmed = plain.replace(/\s+/g, ' ').trim()
  return /^\.*$/.test(trimmed) ? unnamed : shortened(trimmed)
}
