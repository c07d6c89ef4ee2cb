import type { positionsMessages } from '../../messages/positions.ts'

/** Words of assessed positions, in Ukrainian. */
export const positionsUkrainian: Readonly<Record<keyof typeof positionsMessages, string>> = {
  'positions.ours': 'Загалом',
  'positions.newFor': 'Оцінити для сторони',
  'positions.whichParty': 'Чия позиція?',
  'positions.noParties': 'Жодна сторона не підходить. Сторони створюють у матриці.',
  'positions.history': 'Попередні оцінки',
  'positions.rests': 'Спирається на',
  'positions.restsNone': 'Твердження не вибрано: позицію буде показано як таку, що без доказів.',
  'positions.restsSearch': 'Фільтрувати твердження',
  'positions.restsCount':
    '{count, plural, =0 {нічого не вибрано} one {вибрано # твердження} few {вибрано # твердження} many {вибрано # тверджень} other {вибрано # твердження}}',
  'positions.since': 'Від часу довідки',
  'positions.sinceEdition': '«{title}», випуск {number}, {day}',
  'positions.unchangedSince': 'Без змін відтоді ({edition}).',
  'positions.changedSince': 'Змінено відтоді ({edition}):',
  'positions.allSince': 'Що змінилося від часу довідки',
  'positions.edition': 'Випуск',
  'positions.noEditions': 'Жодної довідки ще не випущено: експорт довідки записує, що в ній сказано.',
  'positions.nothingSince': 'Усі позиції досі такі, як у довідці.',
  'positions.new': 'нова',
  'positions.changed': 'змінена',
  'positions.withdrawn': 'відкликана',
}
