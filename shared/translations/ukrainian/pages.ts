import type { pagesMessages } from '../../messages/pages.ts'

/** Words of the pages of the document beside its text, in Ukrainian. */
export const pagesUkrainian: Readonly<Record<keyof typeof pagesMessages, string>> = {
  'pages.toggle': 'Сторінки документа поряд із текстом',
  'pages.open': 'Сторінки',
  'pages.close': 'Закрити сторінки',
  'pages.name': 'Сторінки документа «{title}»',
  'pages.sheets': 'Сторінки, як вони виглядають',
  'pages.labelled': 'Сторінка {label} ({page, number} з {count, number})',
  'pages.go': 'Перейти до сторінки',
  'pages.of': 'із {count, number}',
  'pages.larger': 'Більше',
  'pages.smaller': 'Менше',
  'pages.fit': 'За шириною',
  'pages.opening': 'Відкривання документа …',
  'pages.finding': 'Пошук слів на сторінках …',
  'pages.unfound': 'На цих сторінках неможливо показати підсвічення. {reason}',
  'pages.fault': 'Сторінки неможливо показати. {reason}',
  'pages.undrawn': 'Цю сторінку неможливо показати.',
}
