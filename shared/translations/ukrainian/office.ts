import type { officeMessages } from '../../messages/office.ts'

/** Words of the readers of office documents, books and spreadsheets, in Ukrainian. */
export const officeUkrainian: Readonly<Record<keyof typeof officeMessages, string>> = {
  'office.noDocument':
    '«{file}» є архівом, у якому немає документа такого типу. Відкрийте файл у його програмі та збережіть знову.',
  'office.deletedWords': 'Вилучено: {words}',
  'office.hiddenWords': 'Приховано: {words}',
  'office.deletions':
    'У документі відстежуються зміни: їх показано як прийняті, окремо наведено {count, plural, one {# вилучення} few {# вилучення} many {# вилучень} other {# вилучення}}.',
  'office.hiddenText': 'Документ має приховані слова; їх наведено окремо.',
  'office.comments':
    'Окремо наведено {count, plural, one {# коментар} few {# коментарі} many {# коментарів} other {# коментаря}}.',
  'office.objects':
    'Не прочитано {count, plural, one {# вбудований об’єкт} few {# вбудовані об’єкти} many {# вбудованих об’єктів} other {# вбудованого об’єкта}}.',
  'office.lockedBook': '«{file}» захищено магазином, у якому його придбано, тому прочитати його не можна.',
  'office.missingChapters':
    'У файлі бракує {count, plural, one {# розділу, зазначеного у книзі} few {# розділів, зазначених у книзі} many {# розділів, зазначених у книзі} other {# розділу, зазначеного у книзі}}.',
  'office.tooManyCells': 'Клітинок у «{file}» більше, ніж можна прочитати як текст (межа: {limit, number}).',
  'office.hiddenSheets':
    '{count, plural, =1 {У файлі приховано аркуш: {names}} one {У файлі приховано аркуші: {names}} few {У файлі приховано аркуші: {names}} many {У файлі приховано аркуші: {names}} other {У файлі приховано аркуші: {names}}}.',
  'office.formulaWithoutValue':
    '{count, plural, one {# формула не має} few {# формули не мають} many {# формул не мають} other {# формули не має}} значення у файлі; показано саму формулу.',
}
