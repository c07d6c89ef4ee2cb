import { wordsOf } from './words.ts'

/** Words that come before the name of an origin, one cue after the other. */
const before = [
  // English
  'according to|as reported by|as first reported by|as reported in|first reported by|reported by|reported in|as told to',
  'as published by|published by|published in|citing|cites|cited by|quoting|quotes|quoted by|told|in an interview with',
  'in an interview to|report by|report in|reports by|reports in|reports from|wrote in|writes in|via|reported|writes|wrote',
  // Ukrainian
  'за даними|за інформацією|за повідомленням|за словами|за версією|з посиланням на|посилаючись на|як повідомляє',
  'як повідомляють|як повідомляла|як повідомляв|як повідомило|як повідомив|як повідомила|як повідомили|як пише|як передає',
  'як зазначає|повідомляє|повідомляють|повідомив|повідомила|повідомило|повідомили|пише|пишуть|передає|передають',
  'інформує|інформують|в інтерв’ю|в ефірі',
  // Russian
  'по данным|по информации|по сообщению|по сообщениям|по словам|по версии|со ссылкой на|ссылаясь на|как сообщает',
  'как сообщают|как сообщил|как сообщила|как сообщило|как сообщили|как пишет|как передает|сообщает|сообщают|сообщил',
  'сообщила|сообщило|сообщили|пишет|пишут|передает|передают|в интервью|в эфире',
  // German
  'laut|nach Angaben|nach Informationen|nach Berichten|nach einem Bericht|unter Berufung auf|mit Verweis auf|wie|gegenüber',
  // French
  'selon|d’après|citant|cité par|citée par|cités par|citées par|rapporté par|rapportée par|révélé par|révélée par',
  'publié par|publiée par|comme le rapporte|comme l’a rapporté|comme l’écrit|dans un entretien à|dans un entretien avec',
  'rapporte|écrit|indique|révèle|a rapporté|a révélé',
  // Spanish
  'según|de acuerdo con|citando a|citado por|citada por|citados por|informado por|publicado por|publicada por|revelado por',
  'como informó|como informa|como publicó|como recoge|en una entrevista con|en una entrevista a',
  'informó|informa|publicó|reveló|reportó',
  // Polish
  'według|jak podaje|jak podał|jak podała|jak podało|jak informuje|jak poinformował|jak poinformowała|jak donosi|jak pisze',
  'jak napisał|jak napisała|podaje|donosi|powołując się na|za agencją|za portalem|za dziennikiem|za tygodnikiem|w rozmowie z',
  'informuje|pisze|napisał|napisała|podał|podała',
]

/** Words that come behind it. */
const behind = [
  'reported|reports|wrote|writes|said|says|revealed|published|announced',
  'повідомляє|повідомляють|повідомив|повідомила|повідомило|повідомили|пише|пишуть|передає|передають|інформує|інформують',
  'сообщает|сообщают|сообщил|сообщила|сообщило|сообщили|пишет|пишут|передает|передают',
  'berichtet|berichtete|berichten|berichteten|meldet|meldete|melden|meldeten|schreibt|schrieb|zufolge',
  'rapporte|rapportent|a rapporté|ont rapporté|écrit|écrivait|indique|a indiqué|révèle|a révélé|a annoncé',
  'informa|informó|informaron|reporta|reportó|publica|publicó|revela|reveló',
  'podał|podała|podało|poinformował|poinformowała|poinformowało|donosi|napisał|napisała|informuje',
]

export type Cue = { keys: Uint32Array; isBefore: boolean }

const cuesIn = (phrases: readonly string[], isBefore: boolean): Cue[] =>
  phrases
    .flatMap(line => line.split('|'))
    .map(cue => {
      const { keys, count } = wordsOf(cue, [{ start: 0, end: cue.length, kind: 'paragraph', apparatus: false }])
      return { keys: keys.slice(0, count), isBefore }
    })

let table: Map<number, Cue[]> | null = null

/** Every cue by its first word, the longest first. */
export const cues = (): ReadonlyMap<number, readonly Cue[]> => {
  if (table) return table
  table = new Map<number, Cue[]>()
  const all = [...cuesIn(before, true), ...cuesIn(behind, false)]
  for (const cue of all.sort((one, other) => other.keys.length - one.keys.length)) {
    const first = cue.keys[0] as number
    table.set(first, [...(table.get(first) ?? []), cue])
  }
  return table
}
