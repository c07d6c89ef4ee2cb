import type { archiveMessages } from '../../messages/archive.ts'

/** The words of shared/messages/archive.ts in Ukrainian. */
export const archiveUkrainian: Record<keyof typeof archiveMessages, string> = {
  'archive.damaged':
    'Файл «{file}» пошкоджено: він обірваний або його частини не розпаковуються. Отримайте його ще раз звідти, звідки він узятий.',
  'archive.tooManyFiles': '«{file}» містить понад {limit, number} файлів — забагато для документа.',
  'archive.tooLarge': '«{file}» після розпакування займає понад {limit, number} МБ — забагато для документа.',
  'archive.ratio':
    '«{file}» після розпакування збільшується більш ніж у {limit, number} разів: його зроблено, щоб заповнити пам’ять комп’ютера, тому його не розпаковано.',
  'archive.nameTooDeep':
    '«{file}» містить файл, ім’я якого задовге або вкладене глибше ніж на {limit, number} тек; у документах такого не буває.',
  'archive.twice': 'Файл «{file}» пошкоджено: він містить частину «{name}» двічі.',
  'archive.encrypted':
    'Файл «{file}» захищено паролем. Відкрийте його у відповідній програмі, збережіть без пароля й імпортуйте збережене.',
  'archive.unknownMethod':
    '«{file}» запаковано у спосіб, який неможливо прочитати. Збережіть його знову з тієї самої програми.',
  'xml.malformed':
    'Файл «{file}» пошкоджено: його частина «{part}» не є правильно побудованим XML. Відкрийте його у відповідній програмі й збережіть знову.',
}
