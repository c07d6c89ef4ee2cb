import type { handsMessages } from '../../messages/hands.ts'

/** The words of shared/messages/hands.ts in Ukrainian. */
export const handsUkrainian: Record<keyof typeof handsMessages, string> = {
  'hands.selecting': 'Виділення слів',
  'hands.caretGroup': 'Курсор у тексті',
  'hands.caretSelecting': 'Виділення курсором',
  'hands.next':
    '{direction, select, on {Далі:} other {Назад:}} {by, select, word {слово} sentence {речення} other {абзац}}',
  'hands.edge':
    '{edge, select, start {Початок} other {Кінець}} виділення: {by, select, character {символ} word {слово} sentence {речення} other {абзац}} {direction, select, on {вперед} other {назад}}',
  'hands.widen': 'Розширити виділення: слово, речення, абзац',
  'hands.narrow': 'Знову звузити виділення',
  'hands.toWords': 'Вирівняти виділення за цілими словами',
  'hands.caret': '{has, select, true {Прибрати курсор із тексту} other {Поставити курсор у текст}}',
  'hands.caretHere': 'Курсор у тексті. Стрілки переміщують його, із Shift — виділяють.',
  'hands.caretGone': 'Курсора в тексті немає.',
  'hands.step':
    '{by, select, character {Символ} word {Слово} sentence {Речення} line {Рядок} paragraph {Абзац} cell {Клітинка} window {Вікно} page {Сторінка документа} lineEdge {До {direction, select, on {кінця} other {початку}} рядка} other {До {direction, select, on {кінця} other {початку}} тексту}}{by, select, lineEdge {} text {} other { {direction, select, on {вперед} other {назад}}}}',
  'hands.stepSelecting':
    'Виділити: {by, select, character {символ} word {слово} sentence {речення} line {рядок} paragraph {абзац} cell {клітинку} window {вікно} page {сторінку документа} lineEdge {до {direction, select, on {кінця} other {початку}} рядка} other {до {direction, select, on {кінця} other {початку}} тексту}}{by, select, lineEdge {} text {} other { {direction, select, on {вперед} other {назад}}}}',
  'hands.selected': 'Виділено {count, plural, one {# слово} few {# слова} many {# слів} other {# слова}}: {words}',
  'hands.selectedMany': 'Виділено: {words}',
  'hands.longWords': '{first} … {last}',
  'hands.blank': 'порожньо',
  'hands.textEnd': 'Кінець тексту.',
  'hands.textStart': 'Початок тексту.',
  'hands.adjust': 'Змінити межі підсвічення',
  'hands.adjusting': 'Зміна меж: будь-яка клавіша виділення переміщує їх, Enter зберігає, Esc лишає як було. {words}',
  'hands.keep': 'Зберегти ці межі',
  'hands.leave': 'Лишити як було',
  'hands.bar': 'Межі підсвічення',
  'hands.kept': 'Тепер підсвічено: {words}',
  'hands.left': 'Межі лишилися як були.',
  'hands.startHandle': 'Початок підсвічення',
  'hands.endHandle': 'Кінець підсвічення',
  'hands.highlighted': 'Підсвічено ({colour}): {words}',
  'hands.recoloured': 'Тепер {colour}: {words}',
  'hands.done':
    '{act, select, claim {Твердження збережено} risk {Додано до доказів ризику} indicator {Позначено для індикатора} note {Додано посилання в нотатку} tag {Позначено тегом} relate {Пов’язано} other {Готово}}: {words}',
  'hands.chosen': '{name}. {words}',
  'hands.removed': 'Підсвічення прибрано.',
  'hands.undone': 'Скасовано: {label}.',
  'hands.redone': 'Повторено: {label}.',
}
