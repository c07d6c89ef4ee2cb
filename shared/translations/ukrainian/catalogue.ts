import type { catalogueMessages } from '../../messages/catalogue.ts'

/** The words of shared/messages/catalogue.ts in Ukrainian. */
export const catalogueUkrainian: Record<keyof typeof catalogueMessages, string> = {
  'catalogue.copyOf': '{name} (копія)',
  'catalogue.open': 'Почати з каталогу',
  'catalogue.openMenu': 'Умови з каталогу …',
  'catalogue.title': 'Каталог умов: угода про корисні копалини або інвестиції',
  'catalogue.search': 'Пошук за назвами, запитаннями та відповідями',
  'catalogue.chooseAll': 'Вибрати все',
  'catalogue.chooseNone': 'Не вибирати нічого',
  'catalogue.nothing':
    'Жодна умова каталогу не містить цих слів. Власну умову створюють у матриці командою «Нова умова».',
  'catalogue.onlyChosen': 'Показати лише вибрані',
  'catalogue.chosen': 'Вибрано: {count, number} з {all, number}',
  'catalogue.take':
    '{count, plural, =0 {Взяти умови} one {Взяти # умову} few {Взяти # умови} many {Взяти # умов} other {Взяти # умови}}',
  'catalogue.taken':
    '{count, plural, one {З каталогу взято # умову.} few {З каталогу взято # умови.} many {З каталогу взято # умов.} other {З каталогу взято # умови.}}',
  'catalogue.inCategory': 'немає у справі: {free, number} з {all, number}',
  'catalogue.there': 'у справі',
}
