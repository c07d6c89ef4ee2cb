import type { resemblancesMessages } from '../../messages/resemblances.ts'

/** Words about sources that may not be independent of each other, in Ukrainian. */
export const resemblancesUkrainian: Readonly<Record<keyof typeof resemblancesMessages, string>> = {
  'resemblances.sameReason':
    '{percent, number} % коротшого тексту міститься і в другому; найдовший спільний уривок має {longest, plural, one {# слово} few {# слова} many {# слів} other {# слова}} поспіль.',
  'resemblances.relayReason':
    'В обох текстах є {words, plural, one {# спільне слово} few {# спільні слова} many {# спільних слів} other {# спільного слова}}, у {passages, plural, one {# уривку} few {# уривках} many {# уривках} other {# уривка}}; найдовший має {longest, plural, one {# слово} few {# слова} many {# слів} other {# слова}}.',
  'resemblances.quotingReason':
    '«{title}» цитує {words, plural, one {# слово} few {# слова} many {# слів} other {# слова}}, які в «{quote}» є власними.',
  'resemblances.namedReason': '«{title}» називає друге своїм першоджерелом: «{phrase}». Обидва про одне й те саме.',
  'resemblances.bothReason':
    '«{title}» називає друге своїм першоджерелом («{phrase}»), і в обох є {words, plural, one {# спільне слово} few {# спільні слова} many {# спільних слів} other {# спільного слова}}.',
  'resemblances.unnamedLineage': 'Спільне першоджерело',
  'resemblances.finding': 'Порівняння кожного джерела з кожним',

  'resemblances.group': 'Джерела',
  'resemblances.heading': 'Можуть бути залежними',
  'resemblances.findAll': 'Порівняти кожне джерело з кожним',
  'resemblances.foundAll':
    '{found, plural, =0 {Нових схожостей між джерелами не знайдено} one {Знайдено # нову схожість. Її показано в обох джерелах.} few {Знайдено # нові схожості. Кожну показано в обох її джерелах.} many {Знайдено # нових схожостей. Кожну показано в обох її джерелах.} other {Знайдено # нової схожості. Її показано в обох джерелах.}}',
  'resemblances.kindSame': 'та сама стаття',
  'resemblances.kindRelay': 'переказ',
  'resemblances.likeness': 'схожість {percent, number} %',
  'resemblances.stateProposed': 'вирішити',
  'resemblances.stateConfirmed': 'одне першоджерело',
  'resemblances.stateDismissed': 'незалежні',
  'resemblances.compare': 'Порівняти',
  'resemblances.compareWith': 'Порівняти з «{title}»',

  'resemblances.title': '«{first}» поряд із «{second}»',
  'resemblances.comparing': 'Порівняння текстів',
  'resemblances.emphasis': 'Показати',
  'resemblances.differences': 'відмінне',
  'resemblances.shared': 'спільне',
  'resemblances.previousDifference': 'Попередня відмінність',
  'resemblances.nextDifference': 'Наступна відмінність',
  'resemblances.previousShared': 'Попередній спільний уривок',
  'resemblances.nextShared': 'Наступний спільний уривок',
  'resemblances.atDifference':
    '{at, plural, =0 {{count, plural, =0 {Відмінностей немає, крім розділових знаків і пробілів} one {# відмінність} few {# відмінності} many {# відмінностей} other {# відмінності}}} one {Відмінність # з {count, number}} few {Відмінність # з {count, number}} many {Відмінність # з {count, number}} other {Відмінність # з {count, number}}}',
  'resemblances.atShared':
    '{at, plural, =0 {{count, plural, =0 {Спільних уривків немає} one {# спільний уривок} few {# спільні уривки} many {# спільних уривків} other {# спільного уривка}}} one {Уривок # з {count, number}} few {Уривок # з {count, number}} many {Уривок # з {count, number}} other {Уривок # з {count, number}}}',
  'resemblances.only': 'лише тут',
  'resemblances.changed': 'інші слова',
  'resemblances.moved': 'у другому тексті на іншому місці',
  'resemblances.inBoth': 'в обох',
  'resemblances.toOther': 'До цього місця в другому тексті',
  'resemblances.confirm': 'Одне першоджерело',
  'resemblances.confirmWhy': 'Обидва походять з одного першоджерела: їхні твердження рахуються один раз',
  'resemblances.dismiss': 'Незалежні',
  'resemblances.dismissWhy': 'Кожне повідомило самостійно: більше не пропонуватиметься',
  'resemblances.reopen': 'Вирішити знову',
  'resemblances.join': 'Приєднати як новіший текст',
  'resemblances.joinWhy': 'Друге стає найновішою версією тексту першого й перестає бути окремим джерелом',
  'resemblances.joined': 'Новіша копія тепер є версією тексту джерела «{title}».',
  'resemblances.whichOrigin': 'Першоджерело',
  'resemblances.newOrigin': 'назвати за «{title}»',
}
