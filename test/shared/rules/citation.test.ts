import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Bibliography } from '../../../shared/model/source.ts'
import { doiOf } from '../../../shared/rules/citation/cited.ts'
import { personName } from '../../../shared/rules/citation/person-name.ts'
import { citationsOf } from '../../../shared/rules/citation.ts'
import { blankBibliography, day } from '../../support/records.ts'

const cited = (more: Partial<Bibliography>): Bibliography => ({ ...blankBibliography, language: '', ...more })

const article = cited({
  title: 'Deal or No Deal?',
  authors: ['Jane Q. Smith', 'Ursula von der Leyen'],
  publisher: 'The Gazette',
  published: day('2025-03-11'),
  url: 'https://example.org/deal',
})

describe('names', () => {
  test.each([
    ['Jane Q. Smith', { family: 'Smith', given: 'Jane Q.', suffix: '' }],
    ['Smith, Jane', { family: 'Smith', given: 'Jane', suffix: '' }],
    ['John Smith Jr.', { family: 'Smith', given: 'John', suffix: 'Jr.' }],
    ['John Smith, Jr.', { family: 'Smith', given: 'John', suffix: 'Jr.' }],
    ['Smith, John, III', { family: 'Smith', given: 'John', suffix: 'III' }],
    ['Ursula von der Leyen', { family: 'von der Leyen', given: 'Ursula', suffix: '' }],
    ['Іван Франко', { family: 'Франко', given: 'Іван', suffix: '' }],
    ['Шевченко Тарас Григорович', { family: 'Шевченко', given: 'Тарас Григорович', suffix: '' }],
    ['Jean-Luc  Picard', { family: 'Picard', given: 'Jean-Luc', suffix: '' }],
    ['Reuters', { literal: 'Reuters' }],
    ['习近平', { literal: '习近平' }],
    ['Ministry of Finance', { literal: 'Ministry of Finance' }],
    [
      'U.S. Department of the Treasury, Office of Terrorism',
      { literal: 'U.S. Department of the Treasury, Office of Terrorism' },
    ],
    ['Smith & Co.', { literal: 'Smith & Co.' }],
    ['Міністерство економіки України', { literal: 'Міністерство економіки України' }],
    ['The Associated Press', { literal: 'The Associated Press' }],
  ])('%s', (written, expected) => expect(personName(written)).toEqual(expected))
})

describe('as text, after Chicago author-date', () => {
  const text = (more: Partial<Bibliography>) => citationsOf([cited(more)], 'text').trimEnd()

  test.each<[string, Partial<Bibliography>, string]>([
    [
      'an article',
      article,
      'Smith, Jane Q., and Ursula von der Leyen. 2025. “Deal or No Deal?” The Gazette, March 11, 2025. https://example.org/deal.',
    ],
    [
      'no author: the paper stands for it',
      { ...article, authors: [] },
      'The Gazette. 2025. “Deal or No Deal?” March 11, 2025. https://example.org/deal.',
    ],
    [
      'neither author nor paper',
      { ...article, authors: [], publisher: '', url: '' },
      '“Deal or No Deal?” 2025. March 11, 2025.',
    ],
    [
      'a year alone',
      { ...article, published: day('2025'), url: '' },
      'Smith, Jane Q., and Ursula von der Leyen. 2025. “Deal or No Deal?” The Gazette.',
    ],
    [
      'about a month',
      { ...article, authors: ['Ann Lee'], published: day('2025-03~'), url: '' },
      'Lee, Ann. ca. 2025. “Deal or No Deal?” The Gazette, ca. March 2025.',
    ],
    ['nothing stated but a title', { title: 'A title' }, '“A title.” n.d.'],
    ['nothing at all', {}, '[untitled news article]. n.d.'],
    [
      'an ambiguous date: the year on which its readings agree, and its own words',
      {
        title: 'A title',
        publisher: 'P',
        publishedStated: '05.01.2025',
        publishedReadings: [day('2025-01-05'), day('2025-05-01')],
      },
      'P. 2025. “A title.” 05.01.2025.',
    ],
    [
      'no date but an access',
      { title: 'A title', publisher: 'P', accessed: day('2025-05-03'), url: 'https://x.org' },
      'P. n.d. “A title.” Accessed May 3, 2025. https://x.org.',
    ],
    [
      'quotation marks in the title',
      { title: 'He said "no" and “left”', published: day('2025') },
      '“He said ‘no’ and ‘left.’” 2025.',
    ],
    [
      'a document stands alone',
      {
        title: 'Law 7',
        kind: 'official document',
        authors: ['Ministry of Finance'],
        publisher: 'Ministry of Finance',
        published: day('2024'),
      },
      'Ministry of Finance. 2024. Law 7.',
    ],
    [
      'Cyrillic',
      { title: 'Угода про надра', authors: ['Олена Коваль'], publisher: 'Дзеркало', published: day('2025-04-30') },
      'Коваль, Олена. 2025. “Угода про надра.” Дзеркало, April 30, 2025.',
    ],
  ])('%s', (_what, more, expected) => expect(text(more)).toBe(expected))

  test('ten authors are all named, of eleven the first seven', () => {
    const authors = Array.from({ length: 11 }, (_, at) => `Given${at} Family${at}`)
    expect(text({ title: 'T', authors: authors.slice(0, 10) })).toContain('and Given9 Family9. n.d.')
    const more = text({ title: 'T', authors })
    expect(more).toContain('Given6 Family6, et al. n.d.')
    expect(more).not.toContain('Given7')
  })

  test('is sorted as a list of references is', () => {
    const list = citationsOf([cited({ title: 'Zebra' }), cited({ title: 'ärger' }), article], 'text').split('\n')
    expect(list.map(entry => entry.slice(0, 6))).toEqual(['“ärger', 'Smith,', '“Zebra', ''])
  })
})

describe('as BibTeX', () => {
  test('an article with people, a month and an address', () => {
    expect(citationsOf([{ ...article, language: 'en' }], 'bibtex')).toBe(
      `@article{smith2025deal,
  author = {Smith, Jane Q. and von der Leyen, Ursula},
  title = {{Deal or No Deal?}},
  journal = {The Gazette},
  year = {2025},
  day = {11},
  url = {https://example.org/deal},
  language = {en},
  month = mar,
}
`,
    )
  })

  test('institutions stay whole, "and" within a name parts nothing, and keys differ', () => {
    const one = cited({
      authors: ['Department of Trade and Industry', 'Коваль, Олена'],
      title: 'The Мова',
      kind: 'analysis',
    })
    const text = citationsOf([one, one], 'bibtex')
    expect(text).toContain('author = {{Department of Trade and Industry} and Коваль, Олена}')
    expect(text.match(/^@.*$/gm)).toEqual([
      '@techreport{departmentoftradeandindumova,',
      '@techreport{departmentoftradeandindumova-2,',
    ])
    expect(citationsOf([cited({ authors: ['Олена Щукіна'], title: 'x' })], 'bibtex')).toContain('{shchukina')
  })

  test('a date that is not sure is a note, and braces of an address are written as an address writes them', () => {
    const text = citationsOf(
      [
        cited({ title: 'T', publishedStated: '05.01.2025', publishedReadings: [], url: 'https://x.org/{a}?b=%20_c' }),
        cited({ title: 'T', published: day('2025~') }),
      ],
      'bibtex',
    )
    expect(text).toContain('note = {Dated 05.01.2025}')
    expect(text).toContain('note = {Date approximate}')
    expect(text).toContain('url = {https://x.org/%7Ba%7D?b=%20_c}')
  })

  test('whatever the words, braces balance and every entry ends', () => {
    const words = fc.string({
      unit: fc.constantFrom('{', '}', '\\', '"', '%', '$', '&', '#', '_', '~', '^', 'a', ' ', ',', '\n', 'ї', '@'),
    })
    fc.assert(
      fc.property(words, words, fc.array(words, { maxLength: 3 }), (title, publisher, authors) => {
        const text = citationsOf([cited({ title, publisher, authors, url: title })], 'bibtex')
        let depth = 0
        for (const sign of text) {
          depth += Number(sign === '{') - Number(sign === '}')
          expect(depth).toBeGreaterThanOrEqual(0)
        }
        expect(depth).toBe(0)
        expect(text.match(/^@/gm)).toHaveLength(1)
      }),
    )
  })
})

describe('as RIS', () => {
  test('a tag a line, with CRLF, dates by their parts', () => {
    expect(citationsOf([{ ...article, accessed: day('2025-05') }], 'ris')).toBe(
      [
        'TY  - NEWS',
        'AU  - Smith, Jane Q.',
        'AU  - von der Leyen, Ursula',
        'TI  - Deal or No Deal?',
        'T2  - The Gazette',
        'PY  - 2025',
        'DA  - 2025/03/11/',
        'Y2  - 2025/05//',
        'UR  - https://example.org/deal',
        'ER  - ',
        '',
      ].join('\r\n'),
    )
  })

  test('no word of a document makes a line of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\n', '\r', 'ER  - ', 'TY  - ', 'x', ' ') }), words => {
        const text = citationsOf([cited({ title: words, authors: [words], publishedStated: words })], 'ris')
        expect(text.match(/^TY {2}- /gm)).toHaveLength(1)
        expect(text.match(/^ER {2}- /gm)).toHaveLength(1)
      }),
    )
  })
})

describe('as CSL-JSON', () => {
  const items = (...all: Bibliography[]) => JSON.parse(citationsOf(all, 'csl-json'))

  test('an article', () => {
    expect(items({ ...article, authors: [...article.authors, 'Reuters'] })).toEqual([
      {
        id: 'source-1',
        type: 'article-newspaper',
        title: 'Deal or No Deal?',
        author: [
          { family: 'Smith', given: 'Jane Q.' },
          { family: 'von der Leyen', given: 'Ursula' },
          { literal: 'Reuters' },
        ],
        'container-title': 'The Gazette',
        issued: { 'date-parts': [[2025, 3, 11]] },
        URL: 'https://example.org/deal',
      },
    ])
  })

  test('partial and ambiguous dates, and a DOI', () => {
    const [about, ambiguous] = items(
      cited({ title: 'A', published: day('2025-02~'), url: 'https://doi.org/10.1000/x.1' }),
      cited({ title: 'B', publishedStated: '05.01.2025' }),
    )
    expect(about).toMatchObject({ issued: { 'date-parts': [[2025, 2]], circa: true }, DOI: '10.1000/x.1' })
    expect(ambiguous.issued).toEqual({ literal: '05.01.2025' })
    expect(ambiguous).not.toHaveProperty('author')
  })
})

test('a DOI is found in an address and nowhere else', () => {
  expect(doiOf('https://dx.doi.org/10.5281/zenodo.7?x#y')).toBe('10.5281/zenodo.7')
  expect(doiOf('DOI: 10.1000/182')).toBe('10.1000/182')
  expect(doiOf('https://example.org/10.1000/182')).toBeNull()
})
