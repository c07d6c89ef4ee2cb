import { describe, expect, test } from 'vitest'
import { draftFrom, outline } from '../imports.ts'

const filler = 'The two delegations met for a third day and agreed to meet again before the end of the month.'
const more = 'Nobody at the table wanted to say how the revenue would be shared, or who would count it first.'
const text = (...blocks: string[]) => draftFrom('a.txt', blocks.join('\n\n'))
const bibliography = async (...blocks: string[]) => (await text(...blocks, filler)).bibliography

describe('the head of a text', () => {
  test.each([
    ['By Jane Roe', ['Jane Roe']],
    ['by Jane Roe and John van der Doe', ['Jane Roe', 'John van der Doe']],
    ['Author: Олена Коваль', ['Олена Коваль']],
    ['Written by J. R. Roe, María-José O’Neill & X', ['J. R. Roe', 'María-José O’Neill', 'X']],
    ['By Jane Roe | 14 March 2025 | 3 min read', ['Jane Roe']],
    ['By\nJane Roe', ['Jane Roe']],
    ['By Jane Roe in Kyiv and John Doe, Diplomatic Correspondent', ['Jane Roe', 'John Doe']],
    ['Jane Roe, THE DAILY 8:42 a.m. EDT October 3, 2014', []],
    ['By Jane Roe, THE DAILY 8:42 a.m. EDT October 3, 2014', ['Jane Roe']],
    ['By: Jane Roe @janeroe on June 26, 2014 at 9:00a', ['Jane Roe']],
    ['Von Jane Roe | Aktualisiert am 14. März 2025', ['Jane Roe']],
    ['By the end of the week', []],
    ['By And Large the Talks Went Well for All', []],
  ])('%j names %j', async (line, authors) => {
    expect((await bibliography('The Talks Went On', line)).authors).toEqual(authors)
  })

  test('the first date stated is that of the document; a visit and an update are not', async () => {
    expect(
      await bibliography('Today: 20 March 2025', 'The Talks Went On', 'Updated: 15 March 2025', '14 March 2025'),
    ).toMatchObject({
      published: '2025-03-14',
      publishedStated: '14 March 2025',
      accessed: '2025-03-20',
    })
    expect((await bibliography('The Talks Went On', 'Updated: 15 March 2025')).published).toBeNull()
    expect((await bibliography('The Talks Went On', 'Updated 15 March 2025')).published).toBeNull()
    expect(
      (await bibliography('The Talks Went On', 'Publié le 14/03/2025 Mis à jour le 15/03/2025 à 14h03')).published,
    ).toBe('2025-03-14')
    expect((await bibliography('The Talks Went On', 'Published on 3 May 2025')).published).toBe('2025-05-03')
  })

  test('the credits that close an article name authors behind its byline', async () => {
    const { statements, bibliography } = await text(
      'The Talks Went On',
      'By Jane Roe',
      filler,
      more,
      'Reporting by Jane Roe in Kyiv and Max Poe; editing by John Doe',
    )
    expect(bibliography.authors).toEqual(['Jane Roe'])
    expect(statements.filter(({ field }) => field === 'authors').map(({ value, mark }) => [value, mark])).toEqual([
      ['Jane Roe', 'byline'],
      ['Jane Roe; Max Poe', 'closing credit'],
    ])
  })

  test('a publisher and an address count when they are stated', async () => {
    expect(await bibliography('The Talks Went On', 'Source: The Daily', 'https://daily.example/talks')).toMatchObject({
      publisher: 'The Daily',
      url: 'https://daily.example/talks',
    })
    expect((await bibliography('The Talks Went On')).publisher).toBe('')
  })

  test('a date within the text is not the date of the text', async () => {
    expect((await text('The Talks Went On', filler, '14 March 2025', more)).bibliography.published).toBeNull()
  })

  test('a text that begins with running text has no title', async () => {
    expect((await text(filler, 'The Talks Went On', more)).bibliography.title).toBe('')
  })

  test('the name of a section above the title is not the title', async () => {
    expect(outline(await text('World', 'The Talks Went On', filler)).slice(0, 2)).toEqual([
      'byline: World',
      'title: The Talks Went On',
    ])
  })

  test.each([
    'Photo: the ministers in the hall',
    'A close-up photo showing two pens on a table.',
    'Aerial view of the port, taken in the spring of the year, with ships at anchor and cranes at rest.',
  ])('%j describes a picture', async line => {
    expect(outline(await text('The Talks Went On', line, filler))[1]).toBe(`caption: ${line}`)
  })

  test('the language is guessed by its small words, and not at all when nothing stands out', async () => {
    const guess = async (words: string) => (await draftFrom('a.txt', words)).bibliography.language
    expect(await guess(`${filler} ${more}`)).toBe('en')
    expect(
      await guess(
        'Дві делегації зустрілися на третій день і домовилися, що вони знову зустрінуться до кінця місяця, але не сказали де.',
      ),
    ).toBe('uk')
    expect(
      await guess(
        'Die beiden Delegationen trafen sich am dritten Tag und haben vereinbart, sich vor dem Ende des Monats mit den Ministern wieder zu treffen.',
      ),
    ).toBe('de')
    expect(
      await guess('alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma'),
    ).toBe('')
  })
})

describe('the apparatus of a text', () => {
  const long = Array.from({ length: 12 }, () => `${filler} ${more}`)
  const apart = async (...blocks: string[]) =>
    outline(await text('The Talks Went On', ...blocks)).filter(line => line.startsWith('*'))

  test('what opens the end of a page takes the rest with it', async () => {
    expect(await apart(...long, 'Related articles', 'Ministers Meet', `${filler}`)).toHaveLength(3)
    expect(await apart(...long, '12 Comments', 'A reader said so.', filler)).toHaveLength(3)
  })

  test('within the text only the line itself is set apart', async () => {
    expect(await apart(filler, 'Related articles', ...long)).toEqual(['*heading 2: Related articles'])
    expect(await apart(filler, 'Advertisement', ...long)).toHaveLength(1)
    expect(await apart(filler, 'Read more: Ministers Meet in the Hall', ...long)).toHaveLength(1)
  })

  test('the name of one network is a word, a list of them is not', async () => {
    expect(await apart(...long, 'X', more)).toEqual([])
    expect(await apart(filler, 'Facebook', 'Twitter', ...long)).toHaveLength(2)
  })

  test('running text that speaks of comments, copyright or sharing stays in the text', async () => {
    expect(
      await apart(
        ...long,
        'Share of the revenue that goes to the fund was left for the next round of talks, said one of them.',
        more,
      ),
    ).toEqual([])
    expect(
      await apart(
        ...long,
        'Comments from Kyiv came late in the day and said nothing of the share that was agreed there.',
      ),
    ).toEqual([])
  })
})
