import type { cliMessages } from '../../messages/cli.ts'

/** The words of shared/messages/cli.ts in Ukrainian. */
export const cliUkrainian: Record<keyof typeof cliMessages, string> = {
  'cli.usage': `Glossator: джерела, витяги, нотатки, матриця умов угоди та реєстр ризиків в одному файлі.

Використання: glossator КОМАНДА СПРАВА … [--json]

  new СПРАВА                           створити порожню справу
  sample СПРАВА [--originals ТЕКА]     записати приклад справи; зі справжніми статтями, якщо вони є в теці
  import СПРАВА ФАЙЛИ…                 імпортувати файли й теки з усім умістом
  list СПРАВА sources|excerpts|terms|claims|positions|risks|notes|resemblances
  search СПРАВА ЗАПИТ                  слова, "фраза", -без, префікс*, source: tag: term: risk:
  terms СПРАВА [--adopt all|КАТЕГОРІЯ]…  каталог умов; бере умови з нього
  read-in СПРАВА АРКУШ [--as matrix|terms|records] [--sheet НАЗВА] [--preview]
                                       електронна таблиця: матриця, список умов або раніше експортоване
  matrix СПРАВА [--axis sources|parties|dates] [--as-of ДАТА]
                                       матриця умов угоди на сьогодні або на вказаний день
  matrix СПРАВА --compare ДАТА [ДАТА]  що змінилося між двома днями або від одного дня
  matrix СПРАВА --coverage [--as-of ДАТА]
                                       що прочитано для кожної умови і що збирати далі
  matrix СПРАВА --term КОД             усе, що відомо про одну умову, за датами
  conflicts СПРАВА                     твердження, що не можуть бути правильними водночас, і ті, що лише різняться
  risks СПРАВА [--map] [--as-of ДЕНЬ | --recorded ДЕНЬ]
                                       реєстр ризиків за рангом або як карта: на сьогодні, за датами
                                       до вказаного дня або за записами до дня чи моменту
  risks СПРАВА --movers ВІД [--as-of ДЕНЬ]
                                       що зрушило від дня або моменту і чому
  risks СПРАВА --risk КОД              усе, що відомо про один ризик
  risks СПРАВА --export ФАЙЛ           увесь реєстр у ФАЙЛ: .xlsx, .csv або .json
  risks СПРАВА --import ФАЙЛ [--mapping НАЗВА] [--dry-run]
                                       зчитати реєстр цієї або іншої програми одним кроком скасування;
                                       --dry-run лише порівнює; відповідність — збережена у справі
  hypotheses СПРАВА                    конкуруючі гіпотези, зважені за тим, що свідчить проти них
  history СПРАВА [--record ВИД:ІД | --command N] [--limit N]
                                       що зроблено, найновіше першим; з одним записом; однією дією
  as-of СПРАВА ДІЯ -o ВИХІД            копія справи такою, як вона була після дії
  export СПРАВА --briefing НАЗВА --format pdf|docx|html|md [-o ВИХІД] [--draft] [--no-attachments]
         [--answer ПРАВИЛО=ПРИЧИНА]…   довідка; зберігається як випуск, якщо це не чернетка; відмова, доки
                                       відкрита помилка перевірки; пояснення каже, чому її можна залишити
  export СПРАВА --check [--briefing НАЗВА]
                                       що виявила перевірка довідки; статус 1, доки є відкрита помилка
  export СПРАВА --format csv|json|excerpts|w3c -o ВИХІД
                                       матриця, справа, її витяги таблицею або як анотації
  export СПРАВА --format xlsx|csv|docx|pdf|json -o ВИХІД [--view ПОДАННЯ] [--as-of ДАТА]
                                       матриця за джерелами, сторонами або датами, її охоплення,
                                       позиції, суперечності, докази, твердження або умови; без
                                       --view — книга з усіма
  export СПРАВА --report top|register|dossier|changes|reviews|indicators --format pdf|docx|html -o ВИХІД
         [--risk КОД] [--since ДЕНЬ] [--as-of ДЕНЬ | --recorded ДЕНЬ]
                                       звіт про ризики
  export СПРАВА --everything ВИХІД     усе, що в ній є, у відкритих форматах: нова тека або архів ВИХІД.zip
  backup СПРАВА [-o ВИХІД]             скопіювати в теку її резервних копій або у ВИХІД
  restore СПРАВА КОПІЯ                 поставити резервну копію на її місце; справу збережено поруч
  recover СПРАВА -o ВИХІД              нова справа з того, що можна прочитати в пошкодженій
  check СПРАВА [--repair]              перевірити файл, записи та зв’язки; назвати те, чому бракує доказів
  seal СПРАВА                          запечатати її та резервні копії парольною фразою
  unseal СПРАВА                        знову зробити їх звичайними файлами
  passphrase СПРАВА                    змінити парольну фразу
  info СПРАВА                          що містить справа

  --          далі не параметри: search СПРАВА -- -слово
  --json      один документ JSON у стандартному виводі (перебіг — у потоці помилок)
  --help      цей текст
  --version   версія

Парольну фразу запитують у терміналі або читають із файлу, названого в GLOSSATOR_PASSPHRASE_FILE
(нову — у GLOSSATOR_NEW_PASSPHRASE_FILE).

Код завершення: 0 — виконано, 1 — частину вхідних даних не оброблено (кожну названо), 2 — хибне використання.
`,
  'cli.passphrase': 'Парольна фраза {file}: ',
  'cli.newPassphrase': 'Нова парольна фраза {file}: ',
  'cli.passphraseAgain': 'Ще раз та сама: ',
  'cli.passphrasesDiffer': 'Фрази не збігаються. Нічого не змінено.',
  'cli.passphraseMissing':
    '{file} потребує парольної фрази, а запитати її ніде: термінала немає. Запишіть фразу у файл, який можете прочитати лише ви, і назвіть його в {variable}.',
  'cli.passphraseUnread': 'Не вдалося прочитати парольну фразу з {file}: {reason}',
  'cli.sealed':
    '{file} запечатано разом із резервними копіями. Якщо забути парольну фразу, відкрити їх не зможе ніхто.',
  'cli.unsealed': '{file} і резервні копії знову є звичайними файлами.',
  'cli.passphraseChanged': '{file} і резервні копії відкриваються новою парольною фразою.',
  'cli.seeHelp': 'Див. glossator --help.',
  'cli.noVerb': 'Яка команда? Наприклад: glossator info СПРАВА.',
  'cli.unknownVerb': '«{verb}» не є командою glossator.',
  'cli.missing': '{verb}: бракує {operand}.',
  'cli.tooMany': '{verb}: «{operand}» зайве.',
  'cli.notOneOf': '{verb}: «{given}» не належить до {allowed}.',
  'cli.badOption': '{verb}: {reason}',
  'cli.foreignOption': '{verb}: {option} тут не підходить.',
  'cli.optionMissing': '{verb}: бракує {option}.',
  'cli.recordOrCommand': 'history: укажіть або запис, або дію.',
  'cli.notADate': '{verb}: {what} має бути датою, як-от 2025, 2025-03 або 2025-03-11, а не «{given}».',
  'cli.notAMoment':
    '{verb}: {what} має бути днем, як-от 2025-03-11, або моментом, як-от 2025-03-11T08:00:00.000Z, а не «{given}».',
  'cli.onlyReport': 'export: {option} діє лише з --report.',
  'cli.noRisk': 'У реєстрі немає ризику {ref}.',
  'cli.risksAsOf':
    '{count, plural, one {# ризик, оцінений на той час.} few {# ризики, оцінені на той час.} many {# ризиків, оцінених на той час.} other {# ризику, оціненого на той час.}}',
  'cli.notANumber': '{verb}: {what} має бути числом від 1, а не «{given}».',
  'cli.briefingFormats': 'export: довідку експортують із --format pdf, docx, html або md.',
  'cli.answerForm': 'export: --answer має бути ПРАВИЛО=ПРИЧИНА, а не «{answer}».',
  'cli.nothingToAnswer': 'За правилом «{rule}» перевірка не має нічого відкритого. Див. export СПРАВА --check.',
  'cli.openErrors':
    '{count, plural, one {Відкрита # помилка перевірки:} few {Відкриті # помилки перевірки:} many {Відкриті # помилок перевірки:} other {Відкриті # помилки перевірки:}} виправте або поясніть, чому кожну можна залишити, за допомогою --answer ПРАВИЛО=ПРИЧИНА.',
  'cli.finding': '{state, select, error {помилка} warning {попередження} other {пояснено}}  {rule}: {sentence}',
  'cli.findings':
    '{count, plural, =0 {Нічого не виявлено.} one {# зауваження} few {# зауваження} many {# зауважень} other {# зауваження}}{count, plural, =0 {} other {{open, plural, =0 {, відкритих помилок немає.} one {, # відкрита помилка.} few {, # відкриті помилки.} many {, # відкритих помилок.} other {, # відкритої помилки.}}}}',
  'cli.notPiped': 'export: у стандартний вивід (-o -) іде --format json або csv усієї справи.',
  'cli.noView': 'export: --view і --as-of не діють із --format {format}.',
  'cli.noEngine':
    'Для друку в PDF потрібне середовище Electron: запустіть через "npm run -s glossator --" або вкажіть у GLOSSATOR_ELECTRON його виконуваний файл.',
  'cli.noSuchEngine': 'GLOSSATOR_ELECTRON вказує на {named}, але такого файлу немає.',
  'cli.failed': 'У Glossator щось пішло не так: {reason}',
  'cli.made': 'Створено {file}.',
  'cli.sampleMade':
    'Створено {file} з прикладом справи: {sources, plural, one {# джерело} few {# джерела} many {# джерел} other {# джерела}}, {excerpts, plural, one {# витяг} few {# витяги} many {# витягів} other {# витягу}}, {claims, plural, one {# твердження} few {# твердження} many {# тверджень} other {# твердження}}, {conflicts, plural, =0 {відкритих суперечностей немає} one {# відкрита суперечність} few {# відкриті суперечності} many {# відкритих суперечностей} other {# відкритої суперечності}}, {risks, plural, one {# ризик} few {# ризики} many {# ризиків} other {# ризику}}.',
  'cli.originals':
    'У {originals} знайдено й додано як версії тексту {arrived, number} із {sources, number} справжніх статей.',
  'cli.noDirectory': '{originals} не є текою зі справжніми статтями.',
  'cli.reading': 'Читання {file} …',
  'cli.printing': 'Друк «{title}» …',
  'cli.nothing': 'Нічого.',
  'cli.noCategory': 'У каталозі немає категорії «{category}». Є: {known}.',
  'cli.noSheet': 'У файлі немає аркуша «{name}». Є: {known}.',
  'cli.registerEnding': '{file}: реєстр записують як .xlsx, .csv або .json.',
  'cli.noMapping': 'У справі немає відповідності стовпців «{name}». Є: {known}.',
  'cli.onlyCompared': 'Лише порівняно: нічого не змінено.',
  'cli.hits':
    '{total, plural, =0 {Нічого не знайдено.} one {# збіг, показано {shown, number}.} few {# збіги, показано {shown, number}.} many {# збігів, показано {shown, number}.} other {# збігу, показано {shown, number}.}}',
  'cli.undoOf': '{label} (скасовує або повторює {tx, number, ::group-off})',
  'cli.change.insert': '{kind} «{name}»: додано',
  'cli.change.update': '{kind} «{name}»: змінено',
  'cli.change.delete': '{kind} «{name}»: вилучено',
  'cli.asOfSaved': 'Записано {file}: справа такою, як вона була після дії {tx, number, ::group-off}.',
  'cli.exported': 'Записано {file}.',
  'cli.outIsCase': '{file} — це сама справа; укажіть для експорту інший файл.',
  'cli.noBriefing': 'У справі немає довідки для експорту.',
  'cli.whichBriefing': 'У справі кілька довідок; назвіть одну за допомогою --briefing: {titles}.',
  'cli.briefingUnknown': 'У справі немає довідки з назвою «{name}». Є: {titles}.',
  'cli.sound': 'Файл, його записи та зв’язки справні.',
  'cli.backedUp': 'Зроблено резервну копію {file} ({size, number} кБ) і переглянуто її: вона справна.',
  'cli.backupDamaged': 'Зроблено резервну копію {file}, але вона пошкоджена: перевірте справу.',
  'cli.restored': '{backup} поставлено на місце {file}. Те, що там було, тепер має назву {keptAs}.',
  'cli.recovered':
    'Дані з {file} врятовано в {out}: {lost, plural, =0 {нічого не втрачено} one {втрачено #} few {втрачено #} many {втрачено #} other {втрачено #}}, {rebuilt, plural, =0 {нічого не довелося відтворювати} one {відтворено #} few {відтворено #} many {відтворено #} other {відтворено #}}.',
  'cli.corrupt':
    '{count, plural, one {Виявлено # пошкодження.} few {Виявлено # пошкодження.} many {Виявлено # пошкоджень.} other {Виявлено # пошкодження.}}',
  'cli.unsupported':
    '{count, plural, =0 {Усе має докази.} one {# елемент не має доказів.} few {# елементи не мають доказів.} many {# елементів не мають доказів.} other {# елемента не має доказів.}}',
  'cli.warnings':
    '{count, plural, =0 {Попереджень немає.} one {# попередження.} few {# попередження.} many {# попереджень.} other {# попередження.}}',
  'cli.noFile': '{file}: такого файлу немає.',
  'cli.notAFile': '{file} не є файлом.',
  'cli.unreadableFile': '{file} неможливо прочитати: {reason}.',
  'cli.importTooLarge': '{file} завеликий для імпорту: {size, number} МБ, межа — {limit, number} МБ.',
  'cli.importTimedOut':
    '{file} не імпортовано: читання тривало понад {seconds, plural, one {# секунду} few {# секунди} many {# секунд} other {# секунди}}.',
  'cli.importCrashed': '{file} не імпортовано: процес, що його читав, завершився ({how}), можливо, через брак пам’яті.',
  'cli.notStated': 'не вказано',
  'cli.noEvidence': '* без доказів',
  'cli.cell.unread': '·',
  'cli.cell.silent': '(мовчить)',
  'cli.cell.denied': '(заперечено)',
  'cli.cell.no value': '(без значення)',
  'cli.coverageKey': '· не прочитано · s мовчить · d заперечено · n без значення · v значення',
  'cli.gapsHead': 'Збирати далі',
  'cli.noTerm': 'У справі немає умови {ref}.',
  'cli.overall': 'загалом',
  'cli.storyPosition': 'Оцінена позиція, {party}: {words}',
  'cli.storyConflict': 'Суперечність, {state}: {reason}',
  'cli.storyRisk': 'Ризик, {effect}: {ref} {title}',
  'cli.notTogether': '{verb}: або {one}, або {other}, не обидва.',
  'cli.column.holder': 'Чия',
  'cli.column.importance': 'Важливість',
  'cli.matrixKey': '· не прочитано для цієї умови · (мовчить) про це нічого · ! відкрита суперечність · * без доказів',
  'cli.conflictsHead': 'Суперечності',
  'cli.comparisonsHead': 'Розбіжності, що не є суперечностями',
  'cli.column.inCatalogue': 'У каталозі',
  'cli.column.inCase': 'У справі',
  'cli.column.difference': 'Відмінність',
  'cli.column.ref': 'Код',
  'cli.column.title': 'Назва',
  'cli.column.authors': 'Автори',
  'cli.column.published': 'Опубліковано',
  'cli.column.grade': 'Оцінка',
  'cli.column.words': 'Слів',
  'cli.column.versions': 'Версій',
  'cli.column.excerpts': 'Витяги',
  'cli.column.claims': 'Твердження',
  'cli.column.source': 'Джерело',
  'cli.column.place': 'Місце',
  'cli.column.state': 'Стан',
  'cli.column.quote': 'Цитата',
  'cli.column.category': 'Категорія',
  'cli.column.name': 'Назва',
  'cli.column.question': 'Запитання',
  'cli.column.type': 'Тип',
  'cli.column.term': 'Умова',
  'cli.column.value': 'Значення',
  'cli.column.stage': 'Стадія',
  'cli.column.asOf': 'Станом на',
  'cli.column.validAt': 'Чинна на',
  'cli.column.confidence': 'Впевненість',
  'cli.column.risk': 'Ризик',
  'cli.column.level': 'Рівень',
  'cli.column.likelihood': 'Ймовірність',
  'cli.column.strength': 'Обґрунтованість',
  'cli.column.trend': 'Тренд',
  'cli.column.status': 'Статус',
  'cli.column.text': 'Текст',
  'cli.column.kind': 'Вид',
  'cli.column.first': 'Перше',
  'cli.column.second': 'Друге',
  'cli.column.likeness': 'Схожість',
  'cli.column.found': 'Знайдено',
  'cli.column.position': 'Позиція',
  'cli.column.reason': 'Причина',
  'cli.column.file': 'Файл',
  'cli.column.outcome': 'Результат',
  'cli.column.message': 'Повідомлення',
  'cli.column.severity': 'Вага',
  'cli.column.record': 'Запис',
  'cli.column.finding': 'Зауваження',
  'cli.column.command': '№',
  'cli.column.when': 'Коли (UTC)',
  'cli.column.who': 'Хто',
  'cli.column.did': 'Що зроблено',
  'cli.column.version': 'Іменований стан',
  'cli.column.field': 'Поле',
  'cli.column.before': 'Раніше',
  'cli.column.after': 'Тепер',
  'cli.column.what': 'Що',
  'cli.column.number': '№',
}
