import type { textsMessages } from '../../messages/texts.ts'

/** Words of the screen with the texts of one source, in Ukrainian. */
export const textsUkrainian: Readonly<Record<keyof typeof textsMessages, string>> = {
  'texts.open': 'Тексти цього джерела',
  'texts.manage': 'Новіша копія, попередні тексти, відмінності',
  'texts.group': 'Тексти джерела',
  'texts.list': 'Тексти, спершу найновіший',
  'texts.read': 'Читати джерело',
  'texts.noSource': 'Спершу виберіть джерело: до його текстів переходять звідти.',
  'texts.toSources': 'До джерел',
  'texts.newer': 'Імпортувати новішу копію',
  'texts.reading': 'Читання {file}',
  'texts.keeping': 'Збереження {file}',
  'texts.notACopy':
    '«{file}» є переліком бібліографічних описів: у ньому немає тексту, який міг би бути новішою копією.',
  'texts.number': 'Текст {number, number}',
  'texts.newest': 'найновіший',
  'texts.reason':
    '{reason, select, import {як імпортовано} digest {виклад} original {оригінал викладу} correction {виправлено} restored {відновлено} other {новіша копія}}',
  'texts.facts': '{file}, {date}',
  'texts.pages': '{count, plural, one {# сторінка} few {# сторінки} many {# сторінок} other {# сторінки}}',
  'texts.why': 'Чому: {note}',
  'texts.view': 'Що показати',
  'texts.viewText': 'Текст',
  'texts.viewBefore': 'Що він змінив',
  'texts.viewNewest': 'Що змінилося відтоді',
  'texts.isFirst': 'Це перший текст джерела.',
  'texts.isNewest': 'Відтоді нічого не змінилося: це найновіший текст.',
  'texts.same': 'Слова однакові.',
  'texts.changes':
    '{count, plural, one {# місце відрізняється} few {# місця відрізняються} many {# місць відрізняються} other {# місця відрізняється}}',
  'texts.whole': 'Показати весь текст',
  'texts.less': 'Показати лише відмінності',
  'texts.restore': 'Відновити цей текст',
  'texts.restoreWhat':
    'Він знову стане найновішим текстом; витяги повернуться на місця, які мали в ньому. Нічого не втратиться.',
  'texts.next': 'Наступний текст',
  'texts.previous': 'Попередній текст',
  'texts.excerpts':
    '{count, plural, =0 {у ньому немає витягів} one {у ньому # витяг} few {у ньому # витяги} many {у ньому # витягів} other {у ньому # витягу}}',
  'texts.correctHow': 'Щоб виправити текст, виділіть слова на екрані читання й натисніть E.',
}
