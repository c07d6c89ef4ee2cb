import { expect, test } from 'vitest'
import { draftFrom } from '../imports.ts'

const report = 'The ministers said on Tuesday that the fund would hold half of the future revenue of the state.'
const plain = 'The two delegations met for a third day and agreed to meet again before the end of the month.'

const kindOf = async (content: string, name = 'a.txt') => {
  const { bibliography, statements } = await draftFrom(name, content)
  return [bibliography.kind, statements.find(({ field }) => field === 'kind')?.origin ?? '']
}

test.each([
  ['a report that says who said what', `The Talks Went On\n\n${report}\n\n${report}`, 'news article'],
  ['a report with a byline', `The Talks Went On\n\nBy Jane Roe\n14 March 2025\n\n${plain}`, 'news article'],
  [
    'an agreement',
    `Agreement on a Fund\n\nThe Participants, hereinafter the Parties, establish a fund and agree that it is governed as follows.\n\nArticle 1\n\n${plain}\n\nArticle 2\n\n${plain}`,
    'agreement text',
  ],
  ['a report on an agreement', `Agreement on a Fund Is Signed\n\n${report}\n\n${report}`, 'news article'],
  ['a speech', `Remarks by the President at the Signing\n\n${plain}`, 'speech or statement'],
  ['a decree', `Указ про створення фонду\n\n${plain}`, 'official document'],
  ['an opinion', `Opinion: The Fund Is a Mistake\n\n${report}\n\n${report}`, 'analysis'],
])('%s', async (_, content, kind) => {
  expect(await kindOf(content)).toEqual([kind, 'guess'])
})

test('nothing speaks for a kind: it is other, and nothing is stated', async () => {
  expect(await kindOf(`The Talks Went On\n\n${plain}`)).toEqual(['other', ''])
})

test('a page of a government is an official document, unless it reports', async () => {
  const page = (words: string) =>
    `<link rel="canonical" href="https://www.state.gov/fund"><h1>The Fund Is Made</h1><p>${words}</p>`
  expect(await kindOf(page(plain), 'a.html')).toEqual(['official document', 'guess'])
  expect(await kindOf(page(Array(6).fill(report).join(' ')), 'a.html')).toEqual(['news article', 'guess'])
})

test('what a page says of itself comes before a guess', async () => {
  const linked = '<script type="application/ld+json">{"@type":"AnalysisNewsArticle"}</script>'
  expect(await kindOf(`${linked}<p>${report}</p><p>${report}</p>`, 'a.html')).toEqual(['analysis', 'json-ld'])
})
