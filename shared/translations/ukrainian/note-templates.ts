import type { noteTemplatesMessages } from '../../messages/note-templates.ts'

/** Words of the first words of notes, in Ukrainian. */
export const noteTemplatesUkrainian: Readonly<Record<keyof typeof noteTemplatesMessages, string>> = {
  'noteTemplates.evaluation': 'Оцінювання джерела',
  'noteTemplates.evaluationHint': 'Хто це каже, звідки знає, яка оцінка',
  'noteTemplates.evaluationHow':
    'Одне джерело, розглянуте окремо. Згадайте його через @, пошліться на те, що підтверджує спостереження, а наприкінці внесіть оцінку в саме джерело.',
  'noteTemplates.evaluationParts':
    'Хто говорить і до кого\nЗвідки це відомо\nЯка в цьому вигода\nЩо можна перевірити і що перевірено\nПро що змовчано',
  'noteTemplates.evaluationGrade': 'Оцінка',
  'noteTemplates.evaluationGrades': 'Надійність джерела та її підстави:\nНа що годиться:\nНа що не годиться:',
  'noteTemplates.meeting': 'Зустріч',
  'noteTemplates.meetingHint': 'Хто що сказав, що це означає, що далі',
  'noteTemplates.meetingFacts': 'Дата й місце:\nПрисутні:\nПорядок поводження:',
  'noteTemplates.meetingSaid': 'Що було сказано',
  'noteTemplates.meetingHeads': 'Хто\nЩо сказано\nПро яку умову',
  'noteTemplates.meetingOurs': 'Що це означає',
  'noteTemplates.meetingNext': 'Що далі',
  'noteTemplates.meetingTasks': 'Оформити сказане як твердження\nВизначити, кого, про що і до якого строку запитати',
  'noteTemplates.assumptions': 'Перевірка ключових припущень',
  'noteTemplates.assumptionsHint': 'На чому тримаються висновки і що їх спростувало б',
  'noteTemplates.assumptionsHow':
    'Перелічіть усе, що має бути правдою, аби висновки були слушні, зокрема й те, чого ніхто не каже вголос. Потім поставте під сумнів кожне припущення.',
  'noteTemplates.assumptionsHeads': 'Припущення\nЧому його дотримуються\nЩо його спростувало б\nЧи тримається?',
  'noteTemplates.assumptionsWeak': 'Ненадійні припущення',
  'noteTemplates.next': 'Що далі',
  'noteTemplates.assumptionsTasks':
    'Змінити висновки, що спираються на слабке припущення\nЗробити індикатор із того, що спростувало б припущення',
  'noteTemplates.advocacy': 'Адвокат диявола',
  'noteTemplates.advocacyHint': 'Найсильніші аргументи проти головного висновку',
  'noteTemplates.advocacyHow':
    'Візьміть головний висновок і якнайпереконливіше доведіть, що він хибний. Почніть із тих самих доказів, прочитаних інакше.',
  'noteTemplates.advocacyParts':
    'Висновок\nАргументи проти нього\nДокази, які краще пасують до іншого прочитання\nДокази, які відклали вбік\nЧого бракує, хоча воно мало б бути\nЩо все-таки встояло',
  'noteTemplates.premortem': 'Премортем',
  'noteTemplates.premortemHint': 'Усе пішло не так: чому і що могло це показати',
  'noteTemplates.premortemHow':
    'Минув рік, і висновок виявився хибним. Запишіть, як це сталося, перш ніж питати, чи могло таке статися.',
  'noteTemplates.premortemWrong': 'Як це сталося',
  'noteTemplates.premortemHeads': 'Що сталося\nЧому цього ніхто не помітив\nЩо показало б це завчасно',
  'noteTemplates.premortemNow': 'Що зробити тепер',
  'noteTemplates.premortemTasks':
    'Зробити індикатор із кожної ранньої ознаки\nЗважити найймовірнішу з них як альтернативу',
}
