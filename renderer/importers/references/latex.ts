/** The combining characters of the accents of TeX (D. Knuth, "The TeXbook", chapter 9). */
const accents: Record<string, string> = {
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '"': '\u0308',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030c',
  H: '\u030b',
  c: '\u0327',
  k: '\u0328',
  r: '\u030a',
  d: '\u0323',
  b: '\u0331',
}

const characters: Record<string, string> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  dj: 'đ',
  DJ: 'Đ',
  th: 'þ',
  TH: 'Þ',
  ng: 'ŋ',
  NG: 'Ŋ',
  S: '§',
  P: '¶',
  ldots: '…',
  dots: '…',
  textellipsis: '…',
  textendash: '–',
  textemdash: '—',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedblleft: '“',
  textquotedblright: '”',
  textquotesingle: "'",
  guillemotleft: '«',
  guillemotright: '»',
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciitilde: '~',
  textasciicircum: '^',
  textunderscore: '_',
  textbar: '|',
  textless: '<',
  textgreater: '>',
  textdollar: '$',
  textdegree: '°',
  textregistered: '®',
  texttrademark: '™',
  copyright: '©',
  textcopyright: '©',
  pounds: '£',
  euro: '€',
  texteuro: '€',
  textperiodcentered: '·',
  cdot: '·',
  times: '×',
  TeX: 'TeX',
  LaTeX: 'LaTeX',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  mu: 'μ',
}

/** Commands that only say how their words look: the words stay. */
const looks =
  /^(?:emph|text(?:it|bf|rm|sc|sf|tt|sl|up|md|normal|super|subscript)|it|bf|em|rm|sc|sf|tt|sl|mathrm|mathbf|mathit|mkbib\w+|url|href|path|enquote|mbox|hbox|uppercase|MakeUppercase|ensuremath|nocase|protect|noopsort|foreignlanguage|relax|upshape|bibinfo)$/

const closing: Record<string, [string, string]> = { enquote: ['“', '”'], mkbibquote: ['“', '”'] }

const ligatures: readonly (readonly [RegExp, string])[] = [
  [/---/g, '—'],
  [/--/g, '–'],
  [/``/g, '“'],
  [/''/g, '”'],
]

/**
 * The words that a value of BibTeX shows: accents and letters as Unicode, braces and the looks of words taken away. A
 * command that is not known stays as it is written.
 */
export function latexWords(value: string): string {
  // Dollar signs come in pairs around mathematics; one that stands alone is money.
  const money = (value.match(/(?<!\\)\$/g)?.length ?? 0) % 2 === 1
  const { words } = wordsFrom(money ? value.replace(/(?<!\\)\$/g, '\\$$') : value, 0, '')
  return words.replace(/\s+/g, ' ').trim().normalize('NFC')
}

/** A value that is read verbatim, such as an address: only braces and what hides a sign are taken away. */
export const verbatimWords = (value: string): string =>
  value
    .replace(/\\(?:url|path)\s*(?=\{)/g, '')
    .replace(/\{?\\textasciitilde(?:\{\})?\}?|\\~\{\}/g, '~')
    .replace(/\\([_%#&$~{}])/g, '$1')
    .replace(/[{}\s]/g, '')

/** Depth beyond which braces are only characters: each takes a call. */
const depthLimit = 100

function wordsFrom(value: string, from: number, until: string, depth = 0): { words: string; next: number } {
  const pieces: string[] = []
  let plain = ''
  const flush = () => {
    pieces.push(ligatures.reduce((words, [shape, sign]) => words.replace(shape, sign), plain))
    plain = ''
  }
  let at = from
  while (at < value.length) {
    const character = value[at] ?? ''
    if (until !== '' && character === until) break
    if (character === '\\') {
      flush()
      const command = commandAt(value, at, depth)
      pieces.push(command.words)
      at = command.next
    } else if (character === '{' && depth < depthLimit) {
      flush()
      const group = wordsFrom(value, at + 1, '}', depth + 1)
      pieces.push(group.words)
      at = group.next + 1
    } else {
      if (character === '~') plain += '\u00a0'
      else if (character !== '{' && character !== '}' && character !== '$') plain += character
      at += 1
    }
  }
  flush()
  return { words: pieces.join(''), next: at }
}

function commandAt(value: string, at: number, depth: number): { words: string; next: number } {
  const name = /^\\([a-zA-Z]+|[^a-zA-Z]|$)/.exec(value.slice(at, at + 60))?.[1] ?? ''
  const after = at + 1 + name.length
  const letter = /^[a-zA-Z]/.test(name)
  const accent = accents[name]
  if (accent !== undefined && (!letter || /[\s{\\]/.test(value[after] ?? '')))
    return accented(value, after, accent, depth)
  const next = letter ? after + (/^[ \t\n]+/.exec(value.slice(after, after + 60))?.[0].length ?? 0) : after
  const sign = Object.hasOwn(characters, name) ? characters[name] : undefined
  if (sign !== undefined) return { words: sign, next: value.startsWith('{}', after) ? after + 2 : next }
  if (looks.test(name)) return shown(value, name, next, depth)
  if (!letter) return { words: plainSign(name), next: after }
  return { words: `\\${name}`, next: after }
}

const plainSign = (sign: string) => (/[,;: /\\\n]/.test(sign) ? ' ' : /[-!(@)[\]]/.test(sign) ? '' : sign)

/** The words in the braces after a command that only changes their look. */
function shown(value: string, name: string, from: number, depth: number): { words: string; next: number } {
  if (value[from] !== '{' || depth >= depthLimit) return { words: '', next: from }
  const { words, next } = wordsFrom(value, from + 1, '}', depth + 1)
  const [before, after] = closing[name] ?? ['', '']
  // Of a link the address comes first and the words that are shown after it.
  if ((name === 'href' || name === 'foreignlanguage') && value[next + 1] === '{') {
    const link = wordsFrom(value, next + 2, '}', depth + 1)
    return { words: link.words, next: link.next + 1 }
  }
  return { words: `${before}${words}${after}`, next: next + 1 }
}

/** The letter after an accent, in braces or not, with the accent over it. */
function accented(value: string, from: number, accent: string, depth: number): { words: string; next: number } {
  const start = from + (/^\s*/.exec(value.slice(from, from + 60))?.[0].length ?? 0)
  if (value[start] === '{' && depth < depthLimit) {
    const { words, next } = wordsFrom(value, start + 1, '}', depth + 1)
    return { words: over(words, accent), next: next + 1 }
  }
  if (value[start] === '\\' && depth < depthLimit) {
    const { words, next } = commandAt(value, start, depth + 1)
    return { words: over(words, accent), next }
  }
  const letter = String.fromCodePoint(value.codePointAt(start) ?? 32)
  return { words: over(letter, accent), next: start + letter.length }
}

/** The dot of an i goes where an accent comes. */
function over(words: string, accent: string): string {
  const [first = '', ...rest] = [...words]
  const base = first === 'ı' ? 'i' : first === 'ȷ' ? 'j' : first
  return `${base}${base.trim() === '' ? '' : accent}${rest.join('')}`
}
