import type { reattachMessages } from '../../messages/reattach.ts'

/** Words of the screen where excerpts are settled, in Ukrainian. */
export const reattachUkrainian: Readonly<Record<keyof typeof reattachMessages, string>> = {
  'reattach.open': 'Витяги до впорядкування',
  'reattach.group': 'Упорядкування витягів',
  'reattach.list': 'Витяги, які треба переглянути',
  'reattach.counts':
    '{changed, plural, =0 {} one {# змінено} few {# змінено} many {# змінено} other {# змінено}}{ambiguous, plural, =0 {} one {{changed, plural, =0 {} other {, }}# неоднозначний} few {{changed, plural, =0 {} other {, }}# неоднозначні} many {{changed, plural, =0 {} other {, }}# неоднозначних} other {{changed, plural, =0 {} other {, }}# неоднозначного}}{lost, plural, =0 {} one {{before, plural, =0 {} other {, }}# втрачено} few {{before, plural, =0 {} other {, }}# втрачено} many {{before, plural, =0 {} other {, }}# втрачено} other {{before, plural, =0 {} other {, }}# втрачено}}',
  'reattach.changed': 'змінено',
  'reattach.ambiguous': 'неоднозначно',
  'reattach.lost': 'втрачено',
  'reattach.none': 'Кожен витяг стоїть на своїх словах. Упорядковувати нічого.',
  'reattach.toReader': 'До читання',
  'reattach.everySource': 'З усіх джерел',
  'reattach.whyChanged': 'Слова на цьому місці не ті, що було процитовано.',
  'reattach.whyAmbiguous': 'Ці слова стоять у кількох місцях, і ніщо не вказує, яке з них потрібне.',
  'reattach.whyLost': 'Цих слів у тексті більше немає.',
  'reattach.quoted':
    '{number, plural, =0 {Як процитовано} one {Як процитовано в тексті #} few {Як процитовано в тексті #} many {Як процитовано в тексті #} other {Як процитовано в тексті #}}',
  'reattach.place': 'Місце {at, number} з {count, number}',
  'reattach.placePage': 'Місце {at, number} з {count, number}, сторінка {page}',
  'reattach.yours': 'Виділені слова',
  'reattach.noPlace':
    'У найновішому тексті немає нічого схожого. Виділіть потрібні слова в тексті нижче або залиште витяг як є.',
  'reattach.looking': 'Пошук місць',
  'reattach.accept': 'Поставити сюди',
  'reattach.leave': 'Залишити як є',
  'reattach.nextPlace': 'Наступне місце',
  'reattach.previousPlace': 'Попереднє місце',
  'reattach.next': 'Наступний витяг',
  'reattach.previous': 'Попередній витяг',
  'reattach.resting': 'Що на ньому ґрунтується',
  'reattach.nothingRests': 'На ньому ще нічого не ґрунтується.',
  'reattach.hint': 'Або виділіть інші слова в тексті нижче.',
  'reattach.text': 'Найновіший текст джерела «{title}»',
  'reattach.at': '{at, number} з {count, number}',
}
