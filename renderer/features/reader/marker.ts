const bullet = '[-–—•◦▪‣●○■*·+]'
/** `3.`, `(3)`, `1.2`, `1.2.3)`; longer parts make a date, a year or a large number. */
const decimal = String.raw`\(?\d{1,3}[.)]|\(?\d{1,2}(?:\.\d{1,2}){1,5}[.)]?`
/** `a)`, `aa.`, `(ab)`, `(iv)`, `XII.`; other words of two letters are abbreviations such as "Dr." */
const letters = String.raw`\(?(?:(\p{L})\1?|[ivxl]{1,8}|[IVXL]{1,8})[.)]|\(\p{L}{1,2}\)`
const section = String.raw`§{1,2}\s?\d+\p{L}?[.)]?`

const marker = new RegExp(`^(?:${bullet}|${decimal}|${letters}|${section})\\s`, 'u')

/** True for words that begin with a bullet or a number of their own: it is part of the text, and none is drawn beside it. */
export const beginsWithMarker = (words: string): boolean => marker.test(words)
