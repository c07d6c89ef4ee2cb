import type { versionsMessages } from '../../messages/versions.ts'

/** Words about the texts of a source and what becomes of its excerpts, in Ukrainian. */
export const versionsUkrainian: Readonly<Record<keyof typeof versionsMessages, string>> = {
  'versions.logCopy': 'Додано новішу копію джерела «{title}»',
  'versions.logJoined': '«{title}» приєднано як новішу копію «{into}»',
  'versions.logCorrected': 'Виправлено текст джерела «{title}»',
  'versions.logRestored': 'Відновлено текст {number, number} джерела «{title}»',
  'versions.logPlaced': 'Витяг із «{title}» поставлено на його уривок',
  'versions.carried':
    '«{title}» має новіший текст. {count, plural, =0 {Витягів немає.} one {З # витягу} few {З # витягів} many {З # витягів} other {З # витягу}}{count, plural, =0 {} other { на своїх словах: {sure, number}{unsure, plural, =0 {} one {, треба переглянути: #} few {, треба переглянути: #} many {, треба переглянути: #} other {, треба переглянути: #}}.}}',
  'versions.sameFile':
    '{fileName} — це файл тексту {number, number} цього джерела, байт у байт. Краще відновіть той текст.',
  'versions.sameText': '{fileName} має точно ті самі слова, що й найновіший текст «{title}». Переносити нічого.',
  'versions.onlyPictures':
    '{fileName} містить лише зображення сторінок, тому в ньому не вдалося знайти жодного витягу з «{title}». Збережіть його як окреме джерело або розпізнайте слова (OCR) і додайте результат.',
  'versions.otherSource':
    '{fileName} уже є у справі як «{title}». Якщо це новіша копія цього джерела, об’єднайте обидва звідти.',
  'versions.itself': 'Джерело не може бути новішою копією самого себе.',
  'versions.hasWork':
    '«{title}» має власну роботу: {excerpts, plural, =0 {жодного витягу} one {# витяг} few {# витяги} many {# витягів} other {# витягу}} і {claims, plural, =0 {жодного твердження} one {# твердження} few {# твердження} many {# тверджень} other {# твердження}}. Перенесіть її до іншого джерела, перш ніж об’єднувати їх.',
  'versions.staleText': 'Текст джерела «{title}» має новішу версію. Виправляйте його там.',
  'versions.badEdits': 'Виправлення перекриваються або лежать поза текстом джерела «{title}». Виділіть слова ще раз.',
  'versions.noChange': 'Слова такі самі, як були. Нічого не виправлено.',
  'versions.allGone': 'Виправлення не може прибрати всі слова джерела «{title}».',
  'versions.isNewest': 'Це вже найновіший текст джерела «{title}».',
}
