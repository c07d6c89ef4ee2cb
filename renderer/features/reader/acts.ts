/** What can be done with words of the text, by a card in the margin. */
export const acts = ['claim', 'risk', 'indicator', 'note', 'tag', 'relate', 'correct'] as const
export type Act = (typeof acts)[number]

export const keyOfAct: Readonly<Record<Act, string>> = {
  claim: 'C',
  risk: 'R',
  indicator: 'I',
  note: 'N',
  tag: 'T',
  relate: 'L',
  correct: 'E',
}
