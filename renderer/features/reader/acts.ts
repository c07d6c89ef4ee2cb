/** What can be done with words of the text, by a card in the margin. */
export const acts = ['claim', 'risk', 'note', 'tag', 'relate', 'correct'] as const
export type Act = (typeof acts)[number]

export const keyOfAct: Readonly<Record<Act, string>> = {
  claim: 'C',
  risk: 'R',
  note: 'N',
  tag: 'T',
  relate: 'L',
  correct: 'E',
}
