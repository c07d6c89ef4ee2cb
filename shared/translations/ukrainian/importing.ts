import type { importingMessages } from '../../messages/importing.ts'

/** The words of shared/messages/importing.ts in Ukrainian. */
export const importingUkrainian: Record<keyof typeof importingMessages, string> = {
  'importing.unknownKind':
    '«{file}» імпортувати не можна: ні назва, ні вміст не вказують на вид файлу, який імпортується. Імпортуються: {endings}. Якщо це простий текст, додайте до назви розширення .txt.',
  'importing.cannotRead': '«{file}» імпортувати не можна: це {what}. Імпортуються: {endings}.',
  'importing.notWhatItSays':
    '«{file}» імпортувати не можна: за назвою це {what}, але вміст не є ні цим, ні текстом. Можливо, файл пошкоджено або завантажено не до кінця.',
  'importing.notText': '«{file}» імпортувати не можна: це не текст, бо в ньому є {what}.',
  'importing.zeroBytes': 'нульові байти',
  'importing.controlCharacters': 'керівні символи, яких у тексті не буває',
  'importing.kindDiffers': 'Назва закінчується на .{ending}, але це {what}; так і прочитано.',
  'importing.kind.text': 'простий текст',
  'importing.kind.markdown': 'Markdown',
  'importing.kind.html': 'вебсторінка',
  'importing.kind.mhtml': 'вебсторінка, збережена із зображеннями (MHTML)',
  'importing.kind.pdf': 'PDF',
  'importing.kind.docx': 'документ Word',
  'importing.kind.odt': 'текст OpenDocument',
  'importing.kind.rtf': 'форматований текст (RTF)',
  'importing.kind.epub': 'книга EPUB',
  'importing.kind.xlsx': 'книга Excel',
  'importing.kind.csv': 'таблиця значень, розділених комами',
  'importing.kind.tsv': 'таблиця значень, розділених табуляцією',
  'importing.kind.mail': 'лист',
  'importing.kind.srt': 'стенограма (SubRip)',
  'importing.kind.vtt': 'стенограма (WebVTT)',
  'importing.kind.bibtex': 'список бібліографічних описів (BibTeX)',
  'importing.kind.ris': 'список бібліографічних описів (RIS)',
  'importing.kind.cslJson': 'список бібліографічних описів (CSL-JSON)',
  'importing.kind.oldOffice':
    'давній файл Office (.doc, .xls, .ppt або .msg); відкрийте його у відповідній програмі й збережіть як .docx, .xlsx або .pdf',
  'importing.kind.slides': 'презентація; експортуйте її як PDF',
  'importing.kind.otherOpenDocument':
    'файл OpenDocument, що не є текстом, наприклад електронна таблиця; експортуйте його як .xlsx або .pdf',
  'importing.kind.archive': 'архів; розпакуйте його й імпортуйте файли з нього',
  'importing.kind.postscript': 'файл PostScript; перетворіть його на PDF',
  'importing.kind.xml': 'файл XML невідомого виду',
  'importing.kind.mailbox': 'поштова скринька з кількома листами; збережіть листи поодинці як .eml',
  'importing.kind.tnef': 'контейнер Outlook (winmail.dat); відкрийте лист в Outlook і збережіть його вміст',
  'importing.kind.database': 'база даних; якщо це справа Glossator, натомість відкрийте її',
  'importing.kind.program': 'програма або файл для програми',
  'importing.kind.picture': 'зображення, а текст із зображень не читається',
  'importing.kind.recording': 'звуко- або відеозапис; імпортуйте його стенограму',
  'importing.kind.font': 'шрифт',
  'importing.tooLarge': '«{file}» завеликий для імпорту: {size, number} МБ, межа — {limit, number} МБ.',
  'importing.noPage': '«{file}» — вебархів без сторінки, тож імпортувати нічого.',
  'importing.tooManyCells':
    '«{file}» має понад {limit, number} клітинок — забагато, щоб читати як джерело. Збережіть потрібну частину окремим файлом і імпортуйте його.',
  'importing.quoteOpen':
    'У рядку {row, number} лапки відкрито й не закрито або закрито зарано; перевірте клітинки починаючи звідти.',
  'importing.noCues': 'У файлі немає часових позначок стенограми, його прочитано як простий текст.',
  'importing.cue': 'Репліка',
  'importing.cueFrom': 'Від',
  'importing.cueTo': 'До',
  'importing.cueWords': 'Починається словами',
  'importing.noReferences':
    '«{file}» не містить бібліографічних описів, які можна прочитати: жоден запис не називає документа.',
  'importing.referencesBroken':
    '{count, plural, one {# запис не вдалося прочитати, його пропущено: {where}.} few {# записи не вдалося прочитати, їх пропущено: {where}.} many {# записів не вдалося прочитати, їх пропущено: {where}.} other {# запису не вдалося прочитати, їх пропущено: {where}.}}',
  'importing.referencesUnnamed':
    '{count, plural, one {# запис не називає документа, його пропущено.} few {# записи не називають документа, їх пропущено.} many {# записів не називають документа, їх пропущено.} other {# запису не називає документа, їх пропущено.}}',
  'importing.referencesWithoutType': 'Записи без початку все ж прочитано: {where}.',
  'importing.referencesLeft':
    'У списку {count, number} записів; узято лише перші {limit, number}. Розділіть файл, щоб імпортувати решту.',
  'importing.onLine': 'у рядку {line, number}',
  'importing.atNumber': 'номер {number, number}',
  'importing.empty': '«{file}» не містить слів, тож імпортувати нічого.',
  'importing.tooDeep': '«{file}» має завелику для документа вкладеність: понад {limit, number} рівнів.',
  'importing.tooManyElements': '«{file}» має понад {limit, number} елементів — забагато для документа.',
  'importing.unreadable':
    '«{file}» не вдалося прочитати: {reason}. Збережіть його знову як простий текст і імпортуйте.',
  'importing.encodingGuessed':
    'Файл не вказує свого кодування; його прочитано як {encoding}, бо воно найкраще підходить. Перевірте імена та лапки.',
  'importing.encoding.mark': '{encoding} (позначка порядку байтів)',
  'importing.encoding.valid': '{encoding} (підходять усі байти)',
  'importing.encoding.declared': '{encoding} (вказано у файлі)',
  'importing.encoding.detected': '{encoding} (визначено)',
  'importing.encodingBroken': 'Деякі байти не відповідають кодуванню {encoding}; кожен показано символом заміни.',
  'importing.ambiguousDate': 'Дату «{stated}» можна прочитати як {first} або як {second}; виберіть одну.',
  'importing.titleShortened': 'Назва була довша за {limit, number} символів, її скорочено.',
}
