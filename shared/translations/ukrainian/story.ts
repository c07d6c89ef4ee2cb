import type { storyMessages } from '../../messages/story.ts'

/** Words of the story of a term, in Ukrainian. */
export const storyUkrainian: Readonly<Record<keyof typeof storyMessages, string>> = {
  'story.ofTerm': 'Хроніка умови',
  'story.open': 'Показати хроніку умови',
  'story.nothing': 'Умову не вибрано. Виберіть умову справи, щоб побачити, що про неї сказано й коли.',
  'story.chooseTerm': 'Інша умова',
  'story.inMatrix': 'У матриці',
  'story.empty': 'Про цю умову ще нічого не сказано. Виділіть уривок на екрані читання й натисніть C.',
  'story.claims': '{count, plural, one {# твердження} few {# твердження} many {# тверджень} other {# твердження}}',
  'story.sources': 'з {count, plural, one {# джерела} few {# джерел} many {# джерел} other {# джерела}}',
  'story.openConflicts':
    '{count, plural, one {# відкрита суперечність} few {# відкриті суперечності} many {# відкритих суперечностей} other {# відкритої суперечності}}',
  'story.undated': 'Без дати',
  'story.bySource': 'день джерела',
  'story.position': 'Оцінено',
  'story.positionOf': 'Оцінка для сторони: {party}',
  'story.until': 'до {date}',
  'story.stillStands': 'чинна',
  'story.restsOn':
    'спирається на {count, plural, one {# твердження} few {# твердження} many {# тверджень} other {# твердження}}',
  'story.conflictState':
    '{state, select, open {відкрита суперечність} resolved {суперечність, розв’язана} other {суперечність, відхилена}}',
  'story.risks': 'Ризики, яких стосується',
  'story.conflicts': 'Суперечності',
  'story.noConflicts': 'Щодо цієї умови суперечностей немає.',
  'story.show': 'Показати',
  'story.everything': 'усе',
  'story.onlyClaims': 'твердження',
  'story.onlyPositions': 'позиції',
  'story.next': 'Наступний запис',
  'story.previous': 'Попередній запис',
}
