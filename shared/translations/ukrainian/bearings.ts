import type { bearingsMessages } from '../../messages/bearings.ts'

/** The words of shared/messages/bearings.ts in Ukrainian. */
export const bearingsUkrainian: Record<keyof typeof bearingsMessages, string> = {
  'bearings.effect': 'Дія {term} на {risk}',
  'bearings.raises': 'підвищує',
  'bearings.lowers': 'знижує',
  'bearings.bears on': 'стосується',
  'bearings.linkRisk': 'Пов’язати ризик з умовою',
  'bearings.unlink': 'Відв’язати {risk} від {term}',
  'bearings.none': 'Із цією умовою не пов’язано жодного ризику.',
}
