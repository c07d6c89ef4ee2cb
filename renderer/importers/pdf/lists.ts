/** The sign a list item begins with, and how such signs are told apart: those of one list are alike. */
export type ListMarker = { sign: string; style: 'bullet' | 'number' | 'letter' | 'roman'; value: number }

const bullet = /^(?<sign>[•‣◦▪▫■□●○◆◇►▸➢➤✓✔⁃∙·–—*-]|o(?=\s\S))(?:\s+|(?=[^\s\d–—*-]))/u
const numbered = /^(?<sign>\(?(?<value>\d{1,3})[.)]|\[(?<reference>\d{1,3})\])(?:\s+|$)/u
const lettered = /^(?<sign>\(?(?<value>[a-zA-Z])\)|(?<plain>[a-zA-Z])\.)(?:\s+|$)/u
const roman = /^(?<sign>\(?(?<value>[ivx]{1,5})[.)])(?:\s+|$)/u

/** The marker at the beginning of a line; null when there is none. */
export function listMarker(words: string): ListMarker | null {
  const dot = bullet.exec(words)?.groups?.sign
  if (dot !== undefined) return { sign: dot, style: 'bullet', value: 0 }
  const number = numbered.exec(words)?.groups
  if (number) return { sign: number.sign ?? '', style: 'number', value: Number(number.value ?? number.reference) }
  const small = roman.exec(words)?.groups
  if (small) return { sign: small.sign ?? '', style: 'roman', value: 0 }
  const letter = lettered.exec(words)?.groups
  if (letter)
    return {
      sign: letter.sign ?? '',
      style: 'letter',
      value: (letter.value ?? letter.plain ?? '').toLowerCase().charCodeAt(0) - 96,
    }
  return null
}
