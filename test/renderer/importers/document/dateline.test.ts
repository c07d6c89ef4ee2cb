import { describe, expect, test } from 'vitest'
import { leadingDateline } from '../../../../renderer/importers/document/dateline.ts'
import { draftFrom } from '../imports.ts'

const report = 'The ministers said on Tuesday that the fund would hold half of the future revenue of the state.'

describe('the dateline of a report', () => {
  test.each([
    ['KYIV, March 14 (Agency) – ', 'March 14', [], 'Agency'],
    ['KYIV, March 14, 2025 (Reuters) - ', 'March 14, 2025', ['2025-03-14'], 'Reuters'],
    ['JEDDAH, Saudi Arabia (AP) — ', '', [], 'AP'],
    ['WASHINGTON, D.C., March 14, 2025 — ', 'March 14, 2025', ['2025-03-14'], ''],
    ['BERLIN, 14. März 2025 (dpa) – ', '14. März 2025', ['2025-03-14'], 'dpa'],
    ['КИЇВ, 14 березня (Укрінформ) — ', '14 березня', [], 'Укрінформ'],
    ['МОСКВА, 14 марта. /ТАСС/. ', '14 марта', [], 'ТАСС'],
    ['Kyiv, 05.01.2025 (Agency) – ', '05.01.2025', ['2025-01-05', '2025-05-01'], 'Agency'],
  ])('%s', (words, stated, readings, agency) => {
    const dateline = leadingDateline(`${words}${report}`)
    expect(dateline?.agency).toBe(agency)
    expect(dateline?.date ?? null).toEqual(stated === '' ? null : { stated, readings })
  })

  test.each([
    'The fund — half of it — was agreed on.',
    'Kyiv – the capital – was quiet.',
    'On 14 March 2025 – a Friday – they met.',
    'Kyiv (in the north) – they said.',
    'Ministers, presidents and others – all of them – came.',
    report,
  ])('%j has none', paragraph => {
    expect(leadingDateline(paragraph)).toBeNull()
  })

  test('states date and agency behind what the head states, and an incomplete date without a value', async () => {
    const draft = await draftFrom(
      'a.txt',
      `The Talks Went On\n\nThe Daily | 15 March 2025\n\nKYIV, March 14 (Agency) – ${report}`,
    )
    const plain = await draftFrom('a.txt', `The Talks Went On\n\nKYIV, March 14 (Agency) – ${report}`)
    expect(draft.statements.filter(({ mark }) => mark === 'dateline')).toMatchObject([
      { field: 'published', value: '', words: 'March 14', origin: 'text' },
      { field: 'publisher', value: 'Agency', origin: 'text' },
    ])
    expect(plain.bibliography).toMatchObject({
      published: null,
      publishedStated: 'March 14',
      publisher: 'Agency',
      kind: 'news article',
    })
  })
})
