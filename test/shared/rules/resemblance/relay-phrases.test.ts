import { expect, test } from 'vitest'
import { isNamed, nameWords, relayPhrases } from '../../../../shared/rules/resemblance/relay-phrases.ts'
import { wordsOf } from '../../../../shared/rules/resemblance/words.ts'
import { blocksOf } from '../../../support/records.ts'

const phrasesIn = (text: string) => relayPhrases(text, wordsOf(text, blocksOf(text)))
const naming = (text: string, name: string) =>
  phrasesIn(text)
    .filter(({ near }) => isNamed(nameWords(name), near))
    .map(({ words }) => words)

test.each([
  ['en', 'The deal is off, according to the Harbour Weekly.', 'Harbour Weekly', 'according to the Harbour Weekly'],
  [
    'en',
    'Harbour Weekly, a local paper, reported on Monday that it is off.',
    'The Harbour Weekly',
    'Harbour Weekly, a local paper, reported',
  ],
  ['en', 'Sources told Northern Wire that it is off.', 'Northern Wire', 'told Northern Wire that it is off'],
  [
    'uk',
    'За інформацією агентства «Північний вісник», угоди немає.',
    'Північний вісник',
    'За інформацією агентства «Північний вісник»',
  ],
  ['uk', 'Угоди немає, пише «Українська хвиля».', 'Українська хвиля', 'пише «Українська хвиля»'],
  [
    'uk',
    'З посиланням на «Українську хвилю» йдеться про угоду.',
    'Українська хвиля',
    'З посиланням на «Українську хвилю» йдеться про угоду',
  ],
  [
    'ru',
    'Как сообщает агентство «Северный вестник», сделки нет.',
    'Северный вестник',
    'Как сообщает агентство «Северный вестник»',
  ],
  [
    'de',
    'Laut Norddeutschem Kurier ist nichts entschieden.',
    'Norddeutscher Kurier',
    'Laut Norddeutschem Kurier ist nichts entschieden',
  ],
  [
    'de',
    'Dem Norddeutschen Kurier zufolge ist nichts entschieden.',
    'Norddeutscher Kurier',
    'Dem Norddeutschen Kurier zufolge',
  ],
  ['fr', 'D’après l’Agence du Littoral, rien n’est signé.', 'Agence du Littoral', 'D’après l’Agence du Littoral'],
  [
    'es',
    'Nada se firmó, informó El Diario del Valle el lunes.',
    'El Diario del Valle',
    'informó El Diario del Valle el lunes',
  ],
  ['pl', 'Według „Gazety Nadmorskiej” umowy nie ma.', 'Gazeta Nadmorska', 'Według „Gazety Nadmorskiej” umowy nie ma'],
])('%s: %s', (_language, text, name, words) => {
  expect(naming(text, name)).toContain(words)
})

test.each([
  ['The Harbour Weekly costs two crowns.', 'Harbour Weekly'],
  ['According to the harbour master the weekly ferry is late.', 'Harbour Weekly'],
  ['It was reported. Harbour Weekly had no copy left.', 'Harbour Weekly'],
  ['According to the U.S. embassy nothing is signed.', 'The Courier'],
])('names nobody as its origin: %s', (text, name) => {
  expect(naming(text, name)).toEqual([])
})

test('a full stop behind an initial does not end a name', () => {
  expect(naming('That is settled, according to J. R. Whitlock of the council.', 'J. R. Whitlock')).toHaveLength(1)
})
