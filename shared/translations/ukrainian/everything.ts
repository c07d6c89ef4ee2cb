import type { everythingMessages } from '../../messages/everything.ts'

/** The words of shared/messages/everything.ts in Ukrainian. */
export const everythingUkrainian: Record<keyof typeof everythingMessages, string> = {
  'everything.open': 'Експортувати все …',
  'everything.title': 'Експорт усього, що є в цій справі',
  'everything.what':
    'Усе у відкритих форматах, які читає будь-яка програма й без Glossator: кожен запис з історією як JSON зі схемою, кожен файл таким, як його імпортовано, кожен текст і кожен випуск довідок.',
  'everything.plain': 'Записане не запечатано: прочитати його зможе кожен, хто його має.',
  'everything.form': 'Записати як',
  'everything.form.folder': 'Теку',
  'everything.form.zip': 'Один архів ZIP',
  'everything.formHint.folder': 'Для справи будь-якого розміру.',
  'everything.formHint.zip': 'Один файл для передавання, щонайбільше 4 ГБ.',
  'everything.choose': 'Вибрати місце й експортувати',
  'everything.writing': 'Експорт усього: {file}',
  'everything.written': 'Усе записано в {path}.',
  'everything.name': '{name}, усе',
  'everything.taken': 'У місці {path} уже щось є. Виберіть місце, де нічого немає.',
  'everything.tooLarge': 'Це більше, ніж уміщує архів ZIP. Експортуйте як теку.',
  'everything.lostFile': 'Байти файлу «{name}» у цій справі неповні, тому їх пропущено.',

  'everything.readme': `# {name}

Усе, що містила справа Glossator «{name}» на {moment}, у відкритих форматах. Гриф: {marking}.

{counts}

- case.json: усі записи з усіма змінами, які будь-коли зроблено. Його описує case.schema.json (JSON Schema, чернетка 2020-12). Увесь текст — у UTF-8.
- originals: файли такими, як їх імпортовано, байт у байт.
- texts: простий текст кожної версії тексту. Зміщення витягів у case.json рахують у кодових одиницях UTF-16 цих текстів.
- editions: слова кожної довідки такими, як їх випущено.
- contents.csv: кожен файл тут з його SHA-256, довжиною в байтах і записом, якому він належить.

Формат: {format}, версія {version}. Моменти часу — ISO 8601 у UTC. Ідентифікатори — UUID; де запис називає інший, він робить це за таким ідентифікатором.
`,
}
