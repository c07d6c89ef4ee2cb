import type { quotesMessages } from '../../messages/quotes.ts'

/** Words around quoted passages, in Ukrainian. */
export const quotesUkrainian: Readonly<Record<keyof typeof quotesMessages, string>> = {
  'quotes.open': 'Відкрити уривок',
  'quotes.remove': 'Прибрати посилання',
  'quotes.cite': 'Послатися на уривок',
  'quotes.find': 'Послатися на уривок',
  'quotes.placeholder': 'Кілька слів уривка або його джерела',
  'quotes.none': 'Таких слів немає в жодному витягу.',
}
