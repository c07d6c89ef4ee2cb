/** A name as reference managers take it apart: a person's, or one that stays whole, such as that of a ministry or an agency. */
export type PersonName = { family: string; given: string; suffix: string } | { literal: string }

/** Words that no person is called by, in the languages of the wire. */
const institutional = new RegExp(
  `(^|[\\s(])(${[
    'agency|agencies|administration|army|assembly|association|authority|bank|board|broadcasting|bureau|cabinet|cent(er|re)',
    'chronicle|commission|committee|company|congress|corporation|corp\\.?|council|court|daily|delegation|department|desk',
    'editorial|editors|embassy|foundation|fund|gazette|government|group|herald|house|inc\\.?|institut[eo]?|international|journal|ltd\\.?|llc',
    'magazine|media|ministry|mission|nations|network|news|newsroom|office|organi[sz]ation|parliament|post|presidency|press',
    'radio|reporters|reuters|secretariat|senate|service|society|staff|state|states|team|television|times|tribune|tv|union|university|world',
    'агентство|администрация|банк|верховная|департамент|институт|кабинет|комитет|министерство|міністерство|новости|редакция|служба|совет|офис',
  ].join('|')})(?=$|[\\s,)])`,
  'iu',
)

const suffixes = /^(jr|sr|ii|iii|iv)\.?$/i
const particles = new Set(
  'af al bin da das de del della den der des di do dos du el ibn la le san st ten ter van vom von zu zum zur'.split(
    ' ',
  ),
)
const patronymic = /(вич|вна|ична|инична|ович|евич|івна|йович|vich|vna)$/iu

const isInstitution = (name: string): boolean => {
  const words = name.split(/\s+/)
  return (
    words.length === 1 ||
    words.length > 5 ||
    institutional.test(name) ||
    /[\d&/@|]/.test(name) ||
    /^(the|the\s.*|.*\s(of|for|and|und|et|y|и|та))\s/iu.test(name) ||
    (words.every(word => word === word.toUpperCase() && word.length > 1) && words.length === 1)
  )
}

/** Family names may begin with particles, which are written small: "Ursula von der Leyen". */
const familyFrom = (words: readonly string[]): number => {
  let at = words.length - 1
  while (at > 1 && particles.has(words[at - 1] ?? '')) at -= 1
  return at
}

/**
 * Takes a name apart as far as its writing tells. "Family, Given" and "Family, Given, Jr." are taken at their word. Of a
 * name in natural order the last word is the family's, with the particles before it; where a patronymic comes last, the
 * first. What looks like an institution, or is one word, stays whole.
 */
export const personName = (written: string): PersonName => {
  const name = written.replace(/\s+/g, ' ').trim()
  const parts = name.split(/\s*,\s*/)
  const [first = '', second = '', third = ''] = parts
  if (parts.length === 2 && suffixes.test(second)) {
    const plain = personName(first)
    return 'literal' in plain ? { literal: name } : { ...plain, suffix: second }
  }
  if (parts.length === 2 && second !== '' && !institutional.test(name))
    return { family: first, given: second, suffix: '' }
  if (parts.length === 3 && suffixes.test(third)) return { family: first, given: second, suffix: third }
  if (parts.length > 1 || isInstitution(name)) return { literal: name }
  const words = name.split(' ')
  const suffix = words.length > 2 && suffixes.test(words.at(-1) ?? '') ? (words.pop() ?? '') : ''
  if (words.length === 3 && patronymic.test(words[2] ?? ''))
    return { family: words[0] ?? '', given: words.slice(1).join(' '), suffix }
  const from = familyFrom(words)
  return { family: words.slice(from).join(' '), given: words.slice(0, from).join(' '), suffix }
}
