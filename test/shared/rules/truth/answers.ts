import { clause, holds, listed, option, type Pair, percent, text } from './pairs.ts'

/** Yes and no, options, lists, words. */
export const answerPairs: Pair[] = [
  ['yes and no', { value: holds(true) }, { value: holds(false) }, 'conflict value'],
  [
    'yes, and no under a condition',
    { value: holds(true) },
    { value: holds(false), condition: 'if Russia agrees' },
    'conflict value',
  ],
  [
    'yes and no under two conditions',
    { value: holds(true), condition: 'if monitors arrive' },
    { value: holds(false), condition: 'if Russia agrees' },
    'not comparable scope',
  ],
  [
    'yes of one thing, no of another',
    { value: holds(true), basis: 'oil' },
    { value: holds(false), basis: 'gas' },
    'not comparable basis',
  ],
  ['yes, and a figure', { value: holds(true) }, { value: percent(50) }, 'undecidable'],
  ['two options', { value: option('joint') }, { value: option('US alone') }, 'conflict value'],
  ['two options at two times', { value: option('joint') }, { asOf: '2025-05-01', value: option('US alone') }, 'change'],
  ['one option with other spaces', { value: option('US  alone') }, { value: option(' us alone') }, 'agreement'],
  ['an option, and only words', { value: option('joint') }, { raw: 'by both' }, 'undecidable'],
  ['an option, and no words at all', { value: option('joint') }, {}, 'agreement'],

  // A list says nothing of what it does not name, unless it says so.
  [
    'two lists that share one',
    { value: listed('lithium', 'nickel') },
    { value: listed('lithium', 'titanium') },
    'not comparable scope',
  ],
  ['two lists that share none', { value: listed('nickel') }, { value: listed('titanium') }, 'not comparable scope'],
  [
    'one list in another order',
    { value: listed('nickel', 'lithium') },
    { value: listed('Lithium', 'Nickel') },
    'agreement',
  ],
  ['a list with one thing twice', { value: listed('nickel', 'Nickel') }, { value: listed('nickel') }, 'agreement'],
  [
    'only lithium, and nickel too',
    { raw: 'only lithium', value: listed('lithium') },
    { value: listed('lithium', 'nickel') },
    'conflict scope',
  ],
  [
    'not only lithium, and nickel too',
    { raw: 'not only lithium', value: listed('lithium') },
    { value: listed('lithium', 'nickel') },
    'not comparable scope',
  ],
  [
    'not limited to lithium alone, and nickel too',
    { raw: 'lithium, but not exclusively', value: listed('lithium') },
    { value: listed('lithium', 'nickel') },
    'not comparable scope',
  ],
  [
    'a non-exhaustive list, and more',
    { raw: 'a non-exhaustive list: lithium', value: listed('lithium') },
    { value: listed('lithium', 'nickel') },
    'not comparable scope',
  ],
  [
    'a list that is not complete, and more',
    { raw: 'lithium; not a complete list', value: listed('lithium') },
    { value: listed('lithium', 'nickel') },
    'not comparable scope',
  ],
  [
    'a complete list, and another complete one',
    { raw: 'lithium and nickel, a complete list', value: listed('lithium', 'nickel') },
    { condition: 'exclusively', value: listed('lithium') },
    'conflict scope',
  ],
  [
    'a complete list, and part of it',
    { condition: 'nothing else', value: listed('lithium', 'nickel') },
    { value: listed('nickel') },
    'agreement',
  ],
  [
    'a complete list, later more',
    { raw: 'only lithium', value: listed('lithium') },
    { asOf: '2025-05-01', value: listed('nickel') },
    'change',
  ],
  [
    'a complete list of one thing, more of another',
    { raw: 'only lithium', basis: 'east', value: listed('lithium') },
    { basis: 'west', value: listed('nickel') },
    'not comparable basis',
  ],

  // Words are for the analyst.
  ['two sentences', { value: text('A win for both') }, { value: text('A defeat') }, 'undecidable'],
  [
    'one sentence with other spaces',
    { value: text('A win  for both') },
    { value: text('a win for both ') },
    'agreement',
  ],
  ['two clauses', { value: clause('The fund pays half.') }, { value: clause('The fund pays a third.') }, 'undecidable'],
  ['a clause and a sentence', { value: clause('The fund pays half.') }, { value: text('Half.') }, 'undecidable'],
  ['a figure, and the same words', { raw: '50 percent', value: percent(50) }, { raw: '50 percent' }, 'agreement'],
  ['a figure, and other words', { raw: '50 percent', value: percent(50) }, { raw: 'half' }, 'undecidable'],
  ['words of two figures, unread', { raw: '50 percent' }, { raw: '40 percent' }, 'undecidable'],
  ['nothing said by either', {}, {}, 'agreement'],
]
