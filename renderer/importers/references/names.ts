import { personName } from '../../../shared/rules/citation/person-name.ts'

/** The parts of a name as lists of references keep them; `literal` is the name of what is no person. */
export type NameParts = { family: string; given: string; suffix: string } | { literal: string }

/**
 * A name in its natural order, "Jane Roe"; where that would be taken apart in another way, "García Márquez, Gabriel"
 * (shared/rules/citation/person-name.ts).
 */
export function writtenName(parts: NameParts): string {
  if ('literal' in parts) return parts.literal
  const { family, given, suffix } = parts
  const natural = [given, family, suffix].filter(Boolean).join(' ')
  if (given === '') return natural
  const read = personName(natural)
  const same = 'family' in read && read.family === family && read.given === given && read.suffix === suffix
  return same ? natural : [family, ...(suffix === '' ? [] : [suffix]), given].join(', ')
}

/** Takes "Family, Given" and "Family, Jr, Given" or "Family, Given, Jr" apart; a name without a comma is in natural order. */
export function nameWithCommas(words: string): string {
  const parts = words.split(',').map(part => part.trim())
  const [family = '', second = '', third] = parts
  if (parts.length > 3) return words.trim()
  if (second === '') return family
  if (third === undefined || third === '') return writtenName({ family, given: second, suffix: '' })
  return /^(?:jr|sr|ii|iii|iv|junior|senior)\.?$/i.test(second)
    ? writtenName({ family, given: third, suffix: second })
    : writtenName({ family, given: second, suffix: third })
}
