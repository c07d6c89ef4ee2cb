import type { watchMessages } from '../../messages/watch.ts'

/** Words of what is watched: indicators, their board, and marking a passage as one seen, in Ukrainian. */
export const watchUkrainian: Readonly<Record<keyof typeof watchMessages, string>> = {
  'watch.indicatorOf': 'Індикатор:',
  'watch.draft': 'Що це показує',
  'watch.find': 'Знайти індикатор',
  'watch.placeholder': 'Слова індикатора або код його ризику',
  'watch.noneYet': 'Жоден ризик ще не має індикатора: додайте його в реєстрі.',
  'watch.nothingFits': 'Таких слів немає в жодному індикаторі.',
  'watch.threshold': 'Поріг: {threshold}',
  'watch.stateOf': 'Стан цього індикатора {ref}',
  'watch.mark': 'Позначити',
  'watch.board': 'Індикатори всіх ризиків',
  'watch.filter': 'Знайти індикатор',
  'watch.grouping': 'Групувати за',
  'watch.byRisk': 'ризиком',
  'watch.byCategory': 'категорією',
  'watch.uncategorised': 'без категорії',
  'watch.empty': 'Індикаторів ще немає. Відкрийте ризик і додайте те, що покаже його рух.',
  'watch.openRegister': 'Перейти до реєстру',
  'watch.showAll': 'Показати всі індикатори',
  'watch.seen': 'Виявлено',
  'watch.emerging': 'Проступає',
  'watch.notSeen': 'Не виявлено',
  'watch.noneHere': 'Немає.',
  'watch.more': 'Показати ще {count}',
  'watch.back': 'Назад до «{state}»: {statement}',
  'watch.on': 'Далі до «{state}»: {statement}',
  'watch.cite': 'Послатися на уривок: {statement}',
  'watch.moved': '{statement}: {state}',
  'watch.hint':
    'Стрілки ведуть від картки до картки, Shift зі стрілкою ліворуч або праворуч пересуває картку, Enter відкриває її ризик.',
}
