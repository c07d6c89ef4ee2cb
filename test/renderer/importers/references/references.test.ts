import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReferenceDraft } from '../../../../renderer/importers/draft.ts'
import { latexWords } from '../../../../renderer/importers/references/latex.ts'
import { referenceLimit } from '../../../../renderer/importers/references/reference.ts'
import { type CitationForm, citationForm } from '../../../../shared/contract/library.ts'
import { partialDate } from '../../../../shared/model/partial-date.ts'
import { type Bibliography, bibliography, statement } from '../../../../shared/model/source.ts'
import { citationsOf } from '../../../../shared/rules/citation.ts'
import { importedFrom, refusalOf } from '../imports.ts'

/** The references in characters as a file of that name, as the door of the workbench would take them. */
async function listed(
  fileName: string,
  content: string,
): Promise<{ references: ReferenceDraft[]; warnings: string[] }> {
  const imported = await importedFrom(fileName, content)
  if (!('references' in imported)) throw new Error('refusal' in imported ? imported.refusal : 'no list of references')
  for (const reference of imported.references) {
    bibliography.parse(reference.bibliography)
    statement.array().parse(reference.statements)
  }
  return imported
}
const first = async (fileName: string, content: string) => (await listed(fileName, content)).references[0]?.bibliography

describe('BibTeX', () => {
  test('an entry states its fields, and each statement says in which it stands', async () => {
    const { references, warnings } = await listed(
      'a.bib',
      `% A list.
@string{gaz = "The Gazette of " # {Geneva}}
@article{roe25, author = {Roe, Jane and von der Linden, Karl and {Ministry of Finance}},
  title = {The {Fund} and its \\'Economie}, journal = gaz, year = 2025, month = mar, day = 11,
  url = {https://gazette.example/a_b?c=1\\%20d}, urldate = {2025-03-14}, langid = {british},
  abstract = "Half of the ""revenue""" # { stays.} }`.replaceAll('""', "''"),
    )
    expect(warnings).toEqual([])
    expect(references[0]?.bibliography).toMatchObject({
      title: 'The Fund and its Économie',
      authors: ['Jane Roe', 'Karl von der Linden', 'Ministry of Finance'],
      publisher: 'The Gazette of Geneva',
      published: '2025-03-11',
      accessed: '2025-03-14',
      url: 'https://gazette.example/a_b?c=1%20d',
      language: 'en-GB',
      kind: 'news article',
    })
    expect(references[0]?.abstract).toBe('Half of the ”revenue” stays.')
    expect(references[0]?.statements).toContainEqual(
      expect.objectContaining({ field: 'publisher', origin: 'reference', mark: 'journal' }),
    )
  })

  test.each([
    [String.raw`\'{e}\"o\c{c}\v{s}\H{o}\k{a}\r a\~n{\ss}{\o}\L{}\'{\i}\.z`, 'éöçšőąåñßøŁíż'],
    [String.raw`Erd{\H o}s, {\"O}zg{\"u}r, Ga{\l}\k{e}cki`, 'Erdős, Özgür, Gałęcki'],
    ["pages 1--2 --- ``so''", 'pages 1–2 — “so”'],
    [String.raw`50\% \& \$5 \_x \#1`, '50% & $5 _x #1'],
    [String.raw`\emph{so} \textbf{much} {\it more} \href{https://x.example}{here}`, 'so much more here'],
    ['H$_2$O costs $5', 'H$_2$O costs $5'],
    ['CO$_2$', 'CO_2'],
    [String.raw`\unknowncommand{stays}`, String.raw`\unknowncommandstays`],
  ])('%s is read as %s', (value, words) => {
    expect(latexWords(value)).toBe(words)
  })

  test('names are taken apart by their commas, particles and braces', async () => {
    const authors = async (value: string) => (await first('a.bib', `@misc{a, title={T}, author={${value}}}`))?.authors
    expect(await authors('Jane Roe AND Doe, Jr, John and others')).toEqual(['Jane Roe', 'John Doe Jr'])
    expect(await authors('Ludwig van Beethoven and de la Cruz, Ana')).toEqual([
      'Ludwig van Beethoven',
      'Ana de la Cruz',
    ])
    expect(await authors('García Márquez, Gabriel')).toEqual(['García Márquez, Gabriel'])
    expect(await authors('{Barnes and Noble, Inc.} and {The United Nations}')).toEqual([
      'Barnes and Noble, Inc.',
      'The United Nations',
    ])
    expect(await authors('family=Roe, given=Jane, prefix=van')).toEqual(['Jane van Roe'])
  })

  test.each([
    ['date = {2025-03}', '2025-03'],
    ['date = {2025-03-11/2025-03-14}', '2025-03-11'],
    ['date = {2025~}', '2025~'],
    ['year = {2025}, month = {3}', '2025-03'],
    ['year = 2025, month = "March"', '2025-03'],
    ['year = 2025, month = mar # {~11}', '2025-03-11'],
    ['year = {in press}', null],
  ])('%s is the date %s', async (fields, date) => {
    const read = await first('a.bib', `@misc{a, title = {T}, ${fields}}`)
    expect(read?.published ?? null).toBe(date)
    expect(read?.publishedStated).not.toBe('')
  })

  test('an entry takes what it lacks from the one that it refers to', async () => {
    const { references } = await listed(
      'a.bib',
      '@incollection{a, title={Chapter}, crossref={B}}\n@book{b, title={Book}, publisher={House}, year=1999}',
    )
    expect(references[0]?.bibliography).toMatchObject({ title: 'Chapter', publisher: 'House', published: '1999' })
  })

  test('an entry that breaks off is left out and said; the others are read', async () => {
    const { references, warnings } = await listed(
      'a.bib',
      '@misc{a, title = {One}}\n@misc{b, title = "open\n\n@misc{c, title = {Three}}\n@comment{x}',
    )
    expect(references.map(({ bibliography: { title } }) => title)).toEqual(['One', 'Three'])
    expect(warnings.join(' ')).toMatch(/One entry could not be read and was left out: on line 2/)
  })
})

describe('RIS', () => {
  const entry = (...lines: string[]) => ['TY  - NEWS', ...lines, 'ER  - ', ''].join('\r\n')

  test('an entry states its fields', async () => {
    const { references } = await listed(
      'a.ris',
      entry(
        'AU  - Roe, Jane',
        'AU  - Doe, John, Jr.',
        'TI  - The Fund',
        ' and its Rules',
        'T2  - The Gazette',
        'PY  - 2025',
        'DA  - 2025/03/11/',
        'Y2  - 2025/03/14',
        'DO  - 10.1000/xyz',
        'LA  - eng',
        'AB  - Half of it.',
      ),
    )
    expect(references[0]).toMatchObject({
      bibliography: {
        title: 'The Fund and its Rules',
        authors: ['Jane Roe', 'John Doe Jr.'],
        publisher: 'The Gazette',
        published: '2025-03-11',
        accessed: '2025-03-14',
        url: 'https://doi.org/10.1000/xyz',
        language: 'en',
        kind: 'news article',
      },
      abstract: 'Half of it.',
    })
  })

  test('a date in the words of the document keeps both its readings', async () => {
    const read = await first('a.ris', entry('TI  - T', 'PY  - 2025', 'DA  - 2025///05.01.2025'))
    expect(read?.publishedReadings.length === 2 || read?.published === '2025').toBe(true)
  })

  test('an entry without a beginning or an end is read, and said', async () => {
    const { references, warnings } = await listed(
      'a.ris',
      'TI  - One\nER  - \nTY  - JOUR\nTI  - Two\nTY  - JOUR\nTI  - Three',
    )
    expect(references.map(({ bibliography: { title } }) => title)).toEqual(['One', 'Two', 'Three'])
    expect(warnings.join(' ')).toMatch(/on line 1/)
  })
})

describe('CSL-JSON', () => {
  test('an item states its fields; what has the wrong shape counts as not there', async () => {
    const { references } = await listed(
      'a.json',
      JSON.stringify([
        {
          type: 'article-newspaper',
          title: 'The <i>Fund</i>',
          author: [
            { family: 'Roe', given: 'Jane' },
            { literal: 'Ministry of Finance' },
            { family: 'Linden', given: 'Karl', 'non-dropping-particle': 'von der' },
            7,
          ],
          'container-title': 'The Gazette',
          issued: { 'date-parts': [['2025', 3, 11]], circa: true },
          accessed: { raw: '14 March 2025' },
          URL: ['not', 'words'],
          language: 'en-GB',
        },
        { id: 'b', type: 'report', title: 'Two', publisher: 7, issued: 'yesterday', author: 'Roe' },
      ]),
    )
    expect(references[0]?.bibliography).toMatchObject({
      title: 'The Fund',
      authors: ['Jane Roe', 'Ministry of Finance', 'Karl von der Linden'],
      published: '2025-03-11~',
      accessed: '2025-03-14',
      url: '',
    })
    expect(references[1]?.bibliography).toMatchObject({ title: 'Two', publisher: '7', published: null, authors: [] })
  })

  test('other JSON is refused for what it lacks', async () => {
    for (const content of ['{"name":"package","version":"1.0.0"}', '[1,2]', 'null', '{', '""'])
      expect(await refusalOf('package.json', content)).toMatch(/holds no references/)
  })
})

const word = fc.constantFrom(
  'Fund',
  'Échange',
  'Київ',
  '漢字',
  'R&D',
  '50%',
  'a_b',
  '#1',
  '{x}',
  '~',
  '^',
  'and',
  '“so”',
  'C:\\d',
  '$5',
)
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map(list => list.join(' '))
const cited: fc.Arbitrary<Bibliography> = fc.record({
  title: words,
  authors: fc.uniqueArray(
    fc.constantFrom(
      'Jane Roe',
      'Karl von der Linden',
      'Ministry of Finance',
      'García Márquez, Gabriel',
      'Андрій Мельник',
      'Reuters',
    ),
    { maxLength: 3 },
  ),
  publisher: words,
  published: fc
    .constantFrom('2025', '2025-03', '2025-03-11', null)
    .map(date => (date === null ? null : partialDate.parse(date))),
  publishedStated: fc.constant(''),
  publishedReadings: fc.constant([]),
  accessed: fc.constantFrom('2025-03-14', null).map(date => (date === null ? null : partialDate.parse(date))),
  url: fc.constantFrom('https://gazette.example/a_b~c?d=1%20e#f', ''),
  language: fc.constantFrom('en', 'uk', 'de-AT', ''),
  kind: fc.constantFrom('news article', 'analysis', 'other'),
})

test('what the product writes as BibTeX, RIS and CSL-JSON it reads again', async () => {
  const endings: Partial<Record<CitationForm, string>> = { bibtex: 'bib', ris: 'ris', 'csl-json': 'json' }
  const forms = citationForm.options.flatMap(form => (endings[form] ? [{ form, name: `a.${endings[form]}` }] : []))
  expect(forms).toHaveLength(3)
  await fc.assert(
    fc.asyncProperty(
      fc.array(cited, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...forms),
      async (all, { form, name }) => {
        const { references } = await listed(name, citationsOf(all, form))
        const shown = ({ title, authors, publisher, published, accessed, url, language }: Bibliography) => ({
          title,
          authors,
          publisher,
          published,
          accessed,
          url,
          language,
        })
        expect(references.map(one => shown(one.bibliography))).toEqual(all.map(shown))
      },
    ),
    { numRuns: 300 },
  )
})

describe('hostile lists', () => {
  test.each([
    ['braces without end', 'a.bib', `@misc{a, title = ${'{'.repeat(100_000)}`],
    ['braces nested deep', 'a.bib', `@misc{a, title = ${'{'.repeat(50_000)}x${'}'.repeat(50_000)}}`],
    ['accents on accents', 'a.bib', `@misc{a, title = {${"\\'".repeat(50_000)}e}}`],
    ['many openings', 'a.bib', '@misc{'.repeat(50_000)],
    [
      'strings that join themselves',
      'a.bib',
      `@string{a="${'x'.repeat(1000)}"}${'@string{a=a#a}'.repeat(10)}@misc{b,title=a}`,
    ],
    ['tags without values', 'a.ris', 'TY  - \n'.repeat(50_000)],
    ['JSON nested deep', 'a.json', `${'['.repeat(100_000)}`],
  ])('%s: an answer in time', async (_, fileName, content) => {
    const imported = await importedFrom(fileName, content)
    expect('refusal' in imported || 'references' in imported).toBe(true)
  })

  test('strings that double themselves do not fill the memory', async () => {
    const imported = await importedFrom(
      'a.bib',
      `@string{a="xxxxxxxxxx"}${'@string{a=a#a}\n'.repeat(60)}@misc{b,title=a}`,
    )
    expect('refusal' in imported || 'references' in imported).toBe(true)
  })

  test('a list without end is cut, and that is said', async () => {
    const { references, warnings } = await listed('a.ris', 'TY  - GEN\nTI  - T\nER  - \n'.repeat(referenceLimit + 5))
    expect(references).toHaveLength(referenceLimit)
    expect(warnings.join(' ')).toMatch(/20,005 entries; only the first 20,000/)
  })

  test('half of a surrogate pair becomes the replacement character', async () => {
    expect((await first('a.json', '[{"type":"book","title":"a\\ud800b"}]'))?.title).toBe('a\ufffdb')
  })
})
