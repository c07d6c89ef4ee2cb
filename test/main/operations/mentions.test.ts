import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyRichText } from '../../../shared/model/rich-text.ts'
import { importInput, openTestCase, passageOf, type TestCase, termInput } from '../../support/case.ts'

const text = 'The fund gets half of the revenue.\n\nThe ministers signed in the harbour master’s office.'

let one: TestCase
let source: string
beforeEach(async () => {
  one = await openTestCase()
  source = (await one.ask('sources.import', importInput(text, { title: 'Überblick over the Deal' }))).source
})
afterEach(() => one.close())

const found = async (words: string, limit = 12) =>
  (await one.ask('mentions.find', { words, limit })).map(({ record, name }) => `${record} ${name}`)

test('records are found by their ref, by words of their name and by their kind', async () => {
  const term = await one.ask('terms.create', termInput({ name: 'Price' }))
  expect(await found(term.ref)).toEqual(['term Price'])
  expect(await found(term.ref.slice(0, 2))).toEqual(['term Price'])
  await one.ask('terms.remove', { id: term.id })
  const note = await one.ask('notes.create', { title: 'Premortem of the deal', document: emptyRichText })
  expect(await found('deal')).toEqual(['source Überblick over the Deal', 'note Premortem of the deal'])
  expect(await found('premortem deal')).toEqual(['note Premortem of the deal'])
  expect(await found('note')).toEqual(['note Premortem of the deal'])
  expect(await found('source über')).toEqual(['source Überblick over the Deal'])
  expect(await found('ÜBER')).toEqual(['source Überblick over the Deal'])
  expect(await found('nowhere')).toEqual([])
  expect(await found('')).toEqual(['source Überblick over the Deal', 'note Premortem of the deal'])
  expect(await found('', 1)).toHaveLength(1)
  const named = await one.ask('mentions.named', {
    records: [
      { record: 'note', id: note.id },
      { record: 'term', id: note.id },
      { record: 'source', id: source },
    ],
  })
  expect(named.map(({ record, id }) => [record, id])).toEqual([
    ['note', note.id],
    ['source', source],
  ])
})

test('quotes are told in the order asked for, and found by their words or the title of their source', async () => {
  const first = await one.ask('excerpts.create', await passageOf(one, source, 'half of the revenue'))
  const second = await one.ask('excerpts.create', await passageOf(one, source, 'signed in the harbour'))
  const quotes = await one.ask('mentions.quotes', { ids: [second.id, source as never, first.id] })
  expect(quotes.map(({ exact, state, sourceTitle }) => [exact, state, sourceTitle])).toEqual([
    ['signed in the harbour', 'exact', 'Überblick over the Deal'],
    ['half of the revenue', 'exact', 'Überblick over the Deal'],
  ])
  const words = async (query: string) =>
    (await one.ask('mentions.findQuotes', { words: query, limit: 10 })).map(({ exact }) => exact)
  expect(await words('REVENUE half')).toEqual(['half of the revenue'])
  expect(await words('deal')).toEqual(['signed in the harbour', 'half of the revenue'])
  expect(await words('deal harbour')).toEqual(['signed in the harbour'])
  expect(await words('nowhere')).toEqual([])
})
