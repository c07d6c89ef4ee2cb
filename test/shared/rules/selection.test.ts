import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { statedValue, type ValueType } from '../../../shared/model/typed-value.ts'
import { knownBasis, readSelection, valueFor } from '../../../shared/rules/selection.ts'
import { valueWords } from '../../../shared/rules/words.ts'
import { termWith } from '../../support/records.ts'

type Label = {
  percent?: string
  money?: string
  quantity?: string
  duration?: string
  date?: string
  negated?: boolean | null
  speaker?: string
}

/** Own sentences in the manner of news about such talks, with all that may be read in them: what is not listed must not be read. */
const labelled: [sentence: string, label: Label][] = [
  [
    'Kyiv would pay 50% of future income from state-owned mines into the fund.',
    { percent: '50 % of future income from state-owned mines' },
  ],
  ['The partners agreed on a 50 percent share of new licence revenue.', { percent: '50 % of new licence revenue' }],
  ['At least 30 per cent of the revenue would stay in the country.', { percent: 'at least 30 % of revenue' }],
  ['Between 40 and 60 percent of the profits were on offer.', { percent: '40–60 % of profits' }],
  ['A levy of up to 12.5% was floated.', { percent: 'up to 12.5 %' }],
  ['Nearly 20% of the known deposits lie behind the front line.', { percent: 'about 20 % of known deposits' }],
  ['Support rose by 5 percentage points.', {}],
  ['One draft said 40%, another 60%.', {}],
  ['The share is 50%; again, 50% was what ministers wanted.', { percent: '50 %' }],
  ['Output grew by 250% in a decade.', {}],
  ['It asks for 50% of oil and gas income.', { percent: '50 %' }],
  ['Fifty percent of royalties goes to the fund.', { percent: '50 % of royalties' }],
  ['The first draft asked for US$500 billion worth of minerals.', { money: 'US$ 500 billion (minerals)' }],
  ['A claim of $350 to $500 billion was made.', { money: 'US$ 350–500 billion' }],
  ['Washington offered about $10 million a year.', { money: 'about US$ 10 million (per year)' }],
  ['The grant is worth €2.5 million.', { money: '€ 2.5 million' }],
  ['EUR 40 million was set aside.', { money: 'EUR 40 million'.replace('EUR', '€') }],
  ['The fund starts with 75 million dollars.', { money: 'US$ 75 million' }],
  ['More than $120 billion in aid was counted.', { money: 'at least US$ 120 billion (aid)' }],
  ['It is put at $100 billion in one paper and at $300 billion in the next.', {}],
  ['A cheque for 5 million Canadian dollars was sent.', {}],
  ['Up to £1.2bn was pledged.', { money: 'up to £ 1.2 billion' }],
  ['The bill came to $1,250,000.', { money: 'US$ 1.25 million' }],
  ['The talks took place on 11 March 2025.', { date: '11 Mar 2025' }],
  ['Delegations met again on March 18, 2025, in the same hotel.', { date: '18 Mar 2025' }],
  ['In late February 2025 the visit was cut short.', { date: 'about Feb 2025' }],
  ['The paper was signed in April 2025.', { date: 'Apr 2025' }],
  ['Payments begin in 2026.', { date: '2026' }],
  ['A text is due by 30 April 2025.', { date: 'by 30 Apr 2025' }],
  ['It is dated 05.01.2025.', {}],
  ['The meeting of March 11 was long.', {}],
  ['Between 3 March 2025 and 9 March 2025 nothing moved.', { negated: true }],
  ['The deadline is 2025-05-01.', { date: '1 May 2025' }],
  ['They may meet again.', {}],
  ['Both sides spoke of a 30-day pause.', { duration: '30 days' }],
  ['The session lasted about nine hours.', { duration: 'about 9 hours' }],
  ['Licences run for at least ten years.', { duration: 'at least 10 years' }],
  ['Within 90 days the parliament must vote.', { duration: 'up to 90 days' }],
  ['A pause of three to five weeks is possible.', { duration: '3–5 weeks' }],
  ['A 60-year-old mine reopened.', {}],
  ['The survey was made thirty years ago.', {}],
  ['The pause is 30 days, the review every 90 days.', {}],
  ['The deposits hold 500,000 tonnes.', { quantity: '500,000 tonnes' }],
  ['Some 2 million barrels were shipped.', { quantity: 'about 2 million barrels'.replace('2 million', '2,000,000') }],
  ['Up to 150 prisoners would be released.', { quantity: 'up to 150 prisoners' }],
  ['The mine employs 300 workers and 12 managers.', {}],
  ['The paper offers no guarantees.', { negated: true }],
  ['Ukraine never received the text.', { negated: true }],
  ['The ministry did not rule out a delay.', { negated: null }],
  ['A delay was not denied.', { negated: null }],
  ['It is not only a loan.', {}],
  ['Payment comes no later than June 2025.', { date: 'by Jun 2025' }],
  ['The minister said that nothing was signed.', { negated: true }],
  ['Olena Kovalenko said the share was 50%.', { percent: '50 %', speaker: 'Olena Kovalenko' }],
  ['According to the Finance Ministry, 30% is enough.', { percent: '30 %', speaker: 'Finance Ministry' }],
  ['The signing was put off, as reported by Kyiv Courier.', { speaker: 'Kyiv Courier' }],
  ['Deputy Minister Ivan Petrenko announced that the text was ready.', { speaker: 'Deputy Minister Ivan Petrenko' }],
  ['Mark Ellis, head of the mission, noted, “We need more time.”', { speaker: 'Mark Ellis' }],
  ['“We need more time,” said Mark Ellis.', { speaker: 'Mark Ellis' }],
  ['He said it would take two weeks.', { duration: '2 weeks' }],
  ['Observers said that both could live with it.', {}],
  ['Anna Roth said yes, while Peter Lind said it was too early.', {}],
  ['On Tuesday Anna Roth said that the fund would open.', { speaker: 'Anna Roth' }],
  ['The Ukrainian delegation said it had approved the paper.', { speaker: 'Ukrainian delegation' }],
  [
    'In Kyiv, U.S. Secretary of State Joan Hale told reporters that $10 million was enough.',
    { money: 'US$ 10 million', speaker: 'U.S. Secretary of State Joan Hale' },
  ],
  ['The envoy was told to wait.', {}],
  ['Nothing was read here.', { negated: true }],
]

const kinds = ['percent', 'money', 'quantity', 'duration', 'date'] as const

describe('reading selected words', () => {
  test('the table has at least sixty sentences', () => {
    expect(labelled.length).toBeGreaterThanOrEqual(60)
  })

  test.each(labelled)('%s', (sentence, label) => {
    const reading = readSelection(sentence, sentence)
    for (const kind of kinds) {
      const figure = reading[kind]
      const words = figure && valueWords({ raw: '', condition: '', ...figure })
      expect({ [kind]: words }).toEqual({ [kind]: label[kind] ?? null })
    }
    expect(reading.speaker).toBe(label.speaker ?? null)
    expect(reading.negated).toBe(label.negated === undefined ? false : label.negated)
  })

  test('the speaker may stand outside the selection, in its own sentence only', () => {
    const context =
      'Anna Roth spoke first. “The share is 50% of revenue,” Peter Lind said. Then Mark Ellis said that he would leave.'
    expect(readSelection('50% of revenue', context).speaker).toBe('Peter Lind')
    expect(readSelection('Anna Roth spoke first', context).speaker).toBeNull()
    expect(readSelection('not in the text', context).speaker).toBeNull()
  })

  test('is the same whatever white space the words are wrapped in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...labelled), fc.constantFrom('\n', '  ', ' \t '), ([sentence], gap) => {
        const wrapped = sentence.replaceAll(' ', gap)
        const { speaker: _, ...reading } = readSelection(wrapped, wrapped)
        const { speaker: __, ...plain } = readSelection(sentence, sentence)
        expect(reading).toEqual(plain)
      }),
    )
  })

  test('never fails, and proposes only values that the schema allows', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc
        .array(
          fc.constantFrom(
            '$',
            '€',
            '5',
            '50',
            '%',
            ' ',
            'billion',
            'March',
            '2025',
            ',',
            '.',
            '-',
            'of',
            'said',
            'Kyiv',
            'days',
            'between',
            'and',
          ),
          { maxLength: 20 },
        )
        .map(parts => parts.join('')),
      fc
        .array(
          fc.constantFrom(
            '$5',
            '50%',
            '0.5',
            'billion',
            '31',
            'February',
            '2025',
            'to',
            'at least',
            'Anna',
            'said',
            'days',
          ),
          { maxLength: 14 },
        )
        .map(parts => parts.join(' ')),
    )
    fc.assert(
      fc.property(any, any, (words, context) => {
        const reading = readSelection(words, context)
        for (const valueType of [
          'percent',
          'money',
          'quantity',
          'duration',
          'date',
          'boolean',
          'text',
        ] as ValueType[]) {
          const stated = valueFor(reading, termWith(1, { valueType }))
          expect(statedValue.safeParse(stated).success).toBe(true)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('long selections are read in linear time', () => {
    const began = performance.now()
    readSelection('Anna Roth of the Ministry of the Interior of the Land, '.repeat(2_000), '')
    readSelection('1,000 to 1,000 and '.repeat(5_000), '')
    readSelection('A'.repeat(100_000), 'A '.repeat(50_000))
    readSelection('neither if not, not a nor '.repeat(3_000), '')
    readSelection('Anna Roth and Peter Lind, of the Land, said from 3 to 5 or '.repeat(1_500), '')
    readSelection('between 3 and 4 new long-range and 12 500 000 '.repeat(2_000), '')
    expect(performance.now() - began).toBeLessThan(3_000)
  })
})

describe('the value that fits a term', () => {
  const sentence = 'Half of it aside, 50% of licence revenue and a 30-day pause cover lithium, titanium and graphite.'
  const reading = readSelection(sentence, sentence)

  test('is of the type of the term, or none', () => {
    expect(valueFor(reading, termWith(1, { valueType: 'percent' })).value).toEqual({
      type: 'percent',
      low: 50,
      high: 50,
    })
    expect(valueFor(reading, termWith(1, { valueType: 'duration' })).value).toEqual({
      type: 'duration',
      low: 30,
      high: 30,
      unit: 'day',
    })
    expect(valueFor(reading, termWith(1, { valueType: 'money' })).value).toBeNull()
    expect(valueFor(reading, termWith(1, { valueType: 'boolean' })).value).toBeNull()
    expect(valueFor(reading, termWith(1, { valueType: 'text' })).value).toEqual({ type: 'text', text: sentence })
  })

  test('takes the options that stand in the words, the longer ones before those they hold', () => {
    const minerals = termWith(1, { valueType: 'many-of', options: ['Graphite', 'Lithium', 'Nickel', 'Titan'] })
    expect(valueFor(reading, minerals).value).toEqual({ type: 'many-of', options: ['Graphite', 'Lithium'] })
    const one = termWith(1, { valueType: 'one-of', options: ['joint', 'joint fund'] })
    const words = 'They want a joint fund.'
    expect(valueFor(readSelection(words, words), one).value).toEqual({ type: 'one-of', option: 'joint fund' })
    const denied = 'They do not want a joint fund.'
    expect(valueFor(readSelection(denied, denied), one).value).toBeNull()
  })

  test('an option is known in the singular and in the plural, and not within another word', () => {
    const listed = termWith(1, { valueType: 'many-of', options: ['rare earths', 'long-range missile', 'gas', 'class'] })
    const optionsOf = (words: string) => valueFor(readSelection(words, words), listed).value
    expect(optionsOf('It covers rare earth elements and long-range missiles.')).toEqual({
      type: 'many-of',
      options: ['rare earths', 'long-range missile'],
    })
    expect(optionsOf('It covers gas of every class.')).toEqual({ type: 'many-of', options: ['gas', 'class'] })
    expect(optionsOf('It covers rare earthenware, gassed rooms and the clas.')).toBeNull()
  })

  test('a basis of the term that the words name outright is taken, however long; of several, none', () => {
    const bases = ['future revenue from the resources of the agreement', 'all resource revenues of Ukraine']
    const share = termWith(3, { valueType: 'percent', bases })
    const basisOf = (words: string) => valueFor(readSelection(words, words), share).basis
    expect(basisOf('It would pay 40% of future revenue from the resources of the agreement into the fund.')).toBe(
      bases[0],
    )
    expect(basisOf(`It would pay 40% of ${bases[0]}, or of ${bases[1]}.`)).not.toBe(bases[1])
  })

  test('a quantity fits only a unit of the term', () => {
    const words = 'The mine gives 40 tonnes.'
    const units = (...known: string[]) =>
      valueFor(readSelection(words, words), termWith(1, { valueType: 'quantity', units: known })).value
    expect(units('tonne')).toEqual({ type: 'quantity', low: 40, high: 40, unit: 'tonne' })
    expect(units('barrels')).toBeNull()
    expect(units()).toEqual({ type: 'quantity', low: 40, high: 40, unit: 'tonnes' })
  })

  test('a basis is spelled as the term spells it', () => {
    expect(knownBasis('new Licence revenue', { bases: ['New licence revenue'] })).toBe('New licence revenue')
    expect(knownBasis('old revenue', { bases: ['New licence revenue'] })).toBe('old revenue')
  })
})
