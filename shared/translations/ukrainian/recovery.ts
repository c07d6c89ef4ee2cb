import type { recoveryMessages } from '../../messages/recovery.ts'

/** Words of the recovery of a damaged case, on the screen and in its report, in Ukrainian. */
export const recoveryUkrainian: Readonly<Record<keyof typeof recoveryMessages, string>> = {
  'recovery.title': 'Порятунок даних: {name}',
  'recovery.wrong': 'Що не так',
  'recovery.readable': 'Що читається',
  'recovery.place': 'Куди зберегти',
  'recovery.surveyingWhat':
    'Кожна таблиця читається рядок за рядком, також поза місцем пошкодження. Нічого не записується, пошкоджений файл лишається недоторканим.',
  'recovery.sum':
    '{readable, plural, one {# запис} few {# записи} many {# записів} other {# запису}} можна прочитати, {unreadable, plural, =0 {жодного не бракує} one {# не можна} few {# не можна} many {# не можна} other {# не можна}}.',
  'recovery.kind': 'Вид',
  'recovery.count': '{count, number}',
  'recovery.found': 'Читається',
  'recovery.gone': 'Не читається',
  'recovery.historyLines': 'рядки історії',
  'recovery.again':
    'Те, що не читається, шукатиметься ще раз в історії справи, в її пошуковому індексі та в усьому, що на нього вказує. Чого не знайдеться ніде, буде названо наприкінці.',
  'recovery.allReadable': 'Читається кожен запис. Пошкоджено лише похідне від записів, і його буде створено наново.',
  'recovery.nothing': 'Не читається жоден запис. Відновіть резервну копію, якщо вона є.',
  'recovery.placeWhat': 'У вибраному місці створюється й відкривається нова справа. Пошкоджений файл лишається, як є.',
  'recovery.backupFirst': 'Є резервна копія цієї справи. Спершу подивіться, що поверне її відновлення.',
  'recovery.choose': 'Вибрати місце та врятувати дані',
  'recovery.back': 'Назад',
  'recovery.saved': 'У новій справі',
  'recovery.savedNone': 'Жодного запису.',
  'recovery.saveReport': 'Зберегти цей звіт …',
  'recovery.reportSaved': 'Звіт збережено як {path}.',
  'recovery.reportName': '{name} порятунок даних',
  'recovery.reportHead': 'Порятунок даних: {name}',
  'recovery.reportOf': 'Складено {moment}, Glossator {version}.',
}
