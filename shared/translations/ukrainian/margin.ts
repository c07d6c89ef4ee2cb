import type { marginMessages } from '../../messages/margin.ts'

/** Words of the reader's margin, in Ukrainian. */
export const marginUkrainian: Readonly<Record<keyof typeof marginMessages, string>> = {
  'margin.excerpt': 'Витяг:',
  'margin.more': '+{count}',
  'margin.moreRests': '{count, plural, one {і ще #} few {і ще #} many {і ще #} other {і ще #}}',
  'margin.dots': '{count, plural, one {# витяг} few {# витяги} many {# витягів} other {# витягу}}',
  'margin.relation': 'Зв’язок',
  'margin.editClaim': 'Редагувати твердження щодо {ref}',
  'margin.group': 'Поля',
  'margin.filter': 'Фільтрувати поля',
  'margin.clear': 'Показати все',
  'margin.clearAll': 'Показати на полях усі витяги',
  'margin.toCard': 'До картки цих слів',
  'margin.shown': 'Показано {shown, number} із {count, number}',
  'margin.count': '{count, number}',
  'margin.without': 'Прибрати з фільтра: {name}',
  'margin.look': 'Знайти тег, умову або ризик',
  'margin.facet':
    '{facet, select, has {Що на ньому ґрунтується} tag {Тег} term {Умова} risk {Ризик} colour {Колір} state {Стан} other {Автор}}',
  'margin.has':
    '{what, select, claim {Твердження} risk {Ризик} note {Нотатка} relation {Зв’язок} comment {Коментар} tag {Тег} other {Нічого}}',
  'margin.colour':
    '{colour, select, straw {Солом’яний} rose {Рожевий} sky {Небесний} mint {М’ятний} lilac {Бузковий} apricot {Абрикосовий} sand {Пісочний} other {Сталевий}}',
  'margin.state':
    '{state, select, exact {Як процитовано} moved {Перемістився} changed {Слова змінилися} ambiguous {Підходить кілька місць} other {Не знайдено}}',
  'margin.noAuthor': 'Не вказано',
  'margin.unknown': 'Вилучено',
}
