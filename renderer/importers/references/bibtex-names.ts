import { latexWords } from './latex.ts'
import { writtenName } from './names.ts'

/** The names of an author field (O. Patashnik, "Designing BibTeX Styles", section 4). "and others" names nobody. */
export const bibtexNames = (value: string): string[] =>
  splitOutside(value.replace(/\s+/g, ' '), / and /iy)
    .map(name => name.trim())
    .filter(name => name !== '' && name.toLowerCase() !== 'others')
    .map(nameOf)
    .filter(name => name !== '')

function nameOf(name: string): string {
  if (isBraced(name)) return latexWords(name)
  if (/^(?:family|given|prefix|suffix)\s*=/i.test(name)) return labelledName(name)
  const [family = '', second = '', third] = splitOutside(name, /,/y).map(latexWords)
  if (third !== undefined) return writtenName({ family, given: third, suffix: second })
  if (second !== '') return writtenName({ family, given: second, suffix: '' })
  return naturalName(name)
}

/** The extended names of biblatex: `family=Roe, given=Jane`. */
function labelledName(name: string): string {
  const parts = new Map(
    splitOutside(name, /,/y).map(part => {
      const [label = '', ...value] = part.split('=')
      return [label.trim().toLowerCase(), latexWords(value.join('=')).replace(/^"|"$/g, '')] as const
    }),
  )
  const part = (label: string) => parts.get(label) ?? ''
  const family = [part('prefix'), part('family')].filter(Boolean).join(' ')
  return writtenName({ family, given: part('given'), suffix: part('suffix') })
}

/** "First von Last": the family name begins with the first word in small letters, or is the last word. */
function naturalName(name: string): string {
  const words = splitOutside(name, /[ ~]+/y)
    .map(word => ({ shown: latexWords(word), small: !isBraced(word) && /^\p{Ll}/u.test(latexWords(word)) }))
    .filter(({ shown }) => shown !== '')
  const small = words.findIndex(({ small }, at) => small && at > 0 && at < words.length - 1)
  const from = small === -1 ? words.length - 1 : small
  const join = (some: typeof words) => some.map(({ shown }) => shown).join(' ')
  return writtenName({
    family: join(words.slice(Math.max(from, 0))),
    given: join(words.slice(0, Math.max(from, 0))),
    suffix: '',
  })
}

/** True when one pair of braces is around all of the words: then they are one name. */
function isBraced(words: string): boolean {
  let depth = 0
  for (let at = 0; at < words.length; at += 1) {
    const character = words[at]
    if (character === '\\') at += 1
    else if (character === '{') depth += 1
    else if (character === '}') depth -= 1
    if (depth === 0 && at < words.length - 1) return false
  }
  return words.startsWith('{')
}

/** The parts between what matches a sticky shape outside of braces. */
function splitOutside(words: string, between: RegExp): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < words.length; at += 1) {
    const character = words[at]
    if (character === '\\') at += 1
    else if (character === '{') depth += 1
    else if (character === '}') depth -= 1
    else if (depth <= 0) {
      between.lastIndex = at
      const found = between.exec(words)?.[0]
      if (!found) continue
      parts.push(words.slice(start, at))
      start = at + found.length
      at = start - 1
    }
  }
  return [...parts, words.slice(start)]
}
