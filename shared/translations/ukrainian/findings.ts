import type { findingsMessages } from '../../messages/findings.ts'

/** The words of shared/messages/findings.ts in Ukrainian. */
export const findingsUkrainian: Record<keyof typeof findingsMessages, string> = {
  'findings.title': 'Перевірка якості аналізу',
  'findings.checking': 'Довідку перевіряють',
  'findings.clean': 'Виправляти нічого.',
  'findings.counts':
    '{errors, plural, =0 {помилок немає} one {# помилка} few {# помилки} many {# помилок} other {# помилки}}, {warnings, plural, =0 {попереджень немає} one {# попередження} few {# попередження} many {# попереджень} other {# попередження}}{answered, plural, =0 {} other {, пояснено: #}}',
  'findings.show': 'Показати',
  'findings.all': 'Усі',
  'findings.errors': 'Помилки',
  'findings.warnings': 'Попередження',
  'findings.answered': 'Пояснені',
  'findings.noneOfThese': 'Таких немає.',
  'findings.whole': 'Довідка загалом',
  'findings.error': 'Помилка',
  'findings.warning': 'Попередження',
  'findings.goThere': 'Перейти туди',
  'findings.letStand': 'Залишити як є',
  'findings.reason': 'Чому це можна залишити',
  'findings.keep': 'Зберегти пояснення',
  'findings.stands': 'Залишено: {reason}',
  'findings.takeBack': 'Прибрати пояснення',
  'findings.why': 'Чому',
  'findings.next': 'Наступне зауваження перевірки',
  'findings.previous': 'Попереднє зауваження перевірки',
  'findings.keys': 'Ctrl . переводить сюди клавіатуру',
  'findings.here': 'Зауваження перевірки якості аналізу',
  'findings.at': '{rule}: {sentence}',
}
