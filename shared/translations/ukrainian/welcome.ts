import type { welcomeMessages } from '../../messages/welcome.ts'

/** Words of the list of cases opened before, in Ukrainian. */
export const welcomeUkrainian: Readonly<Record<keyof typeof welcomeMessages, string>> = {
  'welcome.more': 'Інші дії: {name}',
  'welcome.open': 'Відкрити',
  'welcome.restore': 'Відновити з резервної копії …',
  'welcome.forget': 'Прибрати з цього списку',
  'welcome.forgetWhat': 'Сам файл лишається недоторканим.',
  'welcome.state.sealed': 'запечатано',
  'welcome.state.damaged': 'пошкоджено',
  'welcome.state.missing': 'файлу немає',
  'welcome.stateWhat.sealed': 'Справу зашифровано: вона відкривається парольною фразою.',
  'welcome.stateWhat.damaged': 'Файл не вдалося прочитати як справу. Відкрийте його, щоб побачити, що можна зробити.',
  'welcome.stateWhat.missing': 'У цьому місці тепер немає файлу. Відкрийте справу, щоб побачити, що можна зробити.',
  'welcome.backups':
    '{count, plural, =0 {без резервних копій} one {# резервна копія} few {# резервні копії} many {# резервних копій} other {# резервної копії}}',
  'welcome.in': '{file} у {folder}',
  'welcome.openedOn': 'відкрито {day}',
}
