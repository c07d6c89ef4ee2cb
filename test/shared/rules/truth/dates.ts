import { on, type Pair, percent } from './pairs.ts'

/** Days as values at their precision, and the days that claims speak of. */
export const datePairs: Pair[] = [
  // Dates as values
  ['a month and a day in it', { value: on('2025-03') }, { value: on('2025-03-11') }, 'agreement'],
  ['a year and a day in it', { value: on('2025') }, { value: on('2025-03-11') }, 'agreement'],
  ['a year and a month in it', { value: on('2025') }, { value: on('2025-12') }, 'agreement'],
  [
    'a month and the last day of the one before',
    { value: on('2025-04') },
    { value: on('2025-03-31') },
    'conflict date: 1 day',
  ],
  [
    'a year and the last day of the one before',
    { value: on('2025') },
    { value: on('2024-12-31') },
    'conflict date: 1 day',
  ],
  ['the leap day and its month', { value: on('2024-02') }, { value: on('2024-02-29') }, 'agreement'],
  ['two months', { value: on('2025-03') }, { value: on('2025-05') }, 'conflict date: 31 days'],
  ['day and month swapped', { value: on('2025-05-01') }, { value: on('2025-01-05') }, 'conflict date: 116 days'],
  [
    'one day, no tolerance for days',
    { value: on('2025-05-01') },
    { value: on('2025-05-02') },
    'conflict date: 1 day',
    { tolerance: 50 },
  ],
  [
    'not before a day, and that day',
    { value: on('2025-04-30'), qualifier: 'at least' },
    { value: on('2025-04-30') },
    'agreement',
  ],
  [
    'not before a day, and the day before',
    { value: on('2025-04-30'), qualifier: 'at least' },
    { value: on('2025-04-29') },
    'conflict date: 1 day',
  ],
  [
    'by a month, and a day in it',
    { value: on('2025-04'), qualifier: 'up to' },
    { value: on('2025-04-30') },
    'agreement',
  ],
  [
    'by a month, and the day after',
    { value: on('2025-04'), qualifier: 'up to' },
    { value: on('2025-05-01') },
    'conflict date: 1 day',
  ],
  [
    'not before a day, and by that day',
    { value: on('2025-04-30'), qualifier: 'at least' },
    { value: on('2025-04-30'), qualifier: 'up to' },
    'agreement',
  ],
  [
    'not before a day, and by the day before',
    { value: on('2025-04-30'), qualifier: 'at least' },
    { value: on('2025-04-29'), qualifier: 'up to' },
    'conflict date: 1 day',
  ],
  [
    'not before a month, and by a day in it',
    { value: on('2025-04'), qualifier: 'at least' },
    { value: on('2025-04-10'), qualifier: 'up to' },
    'agreement',
  ],
  [
    'by two days',
    { value: on('2025-04-30'), qualifier: 'up to' },
    { value: on('2025-09'), qualifier: 'up to' },
    'agreement',
  ],
  // "About" is the document's: how far it reaches is for the analyst.
  ['about a month, and a day in it', { value: on('2025-03~') }, { value: on('2025-03-11') }, 'agreement'],
  ['about a month, and the day after', { value: on('2025-03~') }, { value: on('2025-04-01') }, 'undecidable date'],
  [
    'about a month, and half a year later',
    { value: on('2025-03~') },
    { value: on('2025-09-01') },
    'conflict date: 154 days',
  ],
  ['about a day, and the next', { value: on('2025-03-11~') }, { value: on('2025-03-12') }, 'undecidable date'],
  ['about a day, and a week later', { value: on('2025-03-11~') }, { value: on('2025-03-18') }, 'conflict date: 7 days'],
  ['about a month, and about the next', { value: on('2025-03~') }, { value: on('2025-04~') }, 'undecidable date'],
  [
    'about a month, and the next, later',
    { value: on('2025-09~') },
    { asOf: '2025-05-01', value: on('2025-10-01') },
    'undecidable date',
  ],

  // Plans move; the past does not.
  ['a plan put off', { value: on('2025-06-01') }, { asOf: '2025-04-01', value: on('2025-07-01') }, 'change'],
  [
    'a plan, and when it happened',
    { value: on('2025-04-15') },
    { asOf: '2025-05-05', value: on('2025-04-30') },
    'change',
  ],
  [
    'one day of the past told in two ways',
    { asOf: '2025-05-05', value: on('2025-04-30') },
    { asOf: '2025-07-01', value: on('2025-05-01') },
    'conflict date: 1 day',
  ],
  [
    'the month and the day of what is past',
    { asOf: '2025-05-05', value: on('2025-04') },
    { asOf: '2025-07-01', value: on('2025-04-30') },
    'agreement',
  ],
  [
    'a limit in the past, and another later',
    { asOf: '2025-05-05', value: on('2025-03-01'), qualifier: 'up to' },
    { asOf: '2025-07-01', value: on('2025-04-30') },
    'change',
  ],
  [
    'a month that is not over, and the next, later',
    { asOf: '2025-03-15', value: on('2025-03') },
    { asOf: '2025-05-01', value: on('2025-04') },
    'change',
  ],
  [
    'the past, relayed twice from one wire',
    { asOf: '2025-05-05', value: on('2025-04-30'), relays: 'wire' },
    { asOf: '2025-07-01', value: on('2025-05-01'), relays: 'wire' },
    'change',
  ],

  // The days that claims speak of
  [
    'as of a month and a day in it',
    { asOf: '2025-03', value: percent(50) },
    { value: percent(40) },
    'conflict value: 10 points',
  ],
  [
    'as of a year and a day in it',
    { asOf: '2025', value: percent(50) },
    { value: percent(40) },
    'conflict value: 10 points',
  ],
  ['as of a month and a day after it', { asOf: '2025-02', value: percent(50) }, { value: percent(40) }, 'change'],
  ['as of two days in a row', { asOf: '2025-03-10', value: percent(50) }, { value: percent(40) }, 'change'],
  [
    'as of a year and the one before',
    { asOf: '2025', value: percent(50) },
    { asOf: '2024-12-31', value: percent(40) },
    'change',
  ],
  [
    'as of about a month and a day in it',
    { asOf: '2025-03~', value: percent(50) },
    { value: percent(40) },
    'conflict value: 10 points',
  ],
  [
    'published on the day the other speaks of',
    { asOf: '', published: '2025-03-11', value: percent(50) },
    { value: percent(40) },
    'conflict value: 10 points',
  ],
  [
    'published in the month the other speaks of',
    { asOf: '', published: '2025-03', value: percent(50) },
    { value: percent(40) },
    'conflict value: 10 points',
  ],
  [
    'published on one day, about different days',
    { asOf: '2025-02-20', published: '2025-03-14', value: percent(50) },
    { asOf: '2025-03-11', published: '2025-03-14', value: percent(40) },
    'change',
  ],
  [
    'published apart, about one day',
    { published: '2025-03-12', value: percent(50) },
    { published: '2025-06-01', value: percent(40) },
    'conflict value: 10 points',
  ],
  ['one without any day', { asOf: '', value: percent(50) }, { value: percent(40) }, 'undecidable'],
  ['both without any day', { asOf: '', value: percent(50) }, { asOf: '', value: percent(40) }, 'undecidable'],
  ['alike, without any day', { asOf: '', value: percent(50) }, { asOf: '', value: percent(50) }, 'agreement'],
  [
    'of other things, without any day',
    { asOf: '', value: percent(50), basis: 'oil' },
    { asOf: '', value: percent(40), basis: 'gas' },
    'not comparable basis',
  ],
]
