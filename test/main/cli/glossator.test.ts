import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseDocument } from '../../../shared/model/case-document.ts'
import { canonicalText } from '../../../shared/rules/canonical-text.ts'
import { buildCommandLine, bundlingTime, type CommandLine, fingerprint } from '../../support/command-line.ts'
import {
  originalBytes,
  originalNames,
  originalPath,
  originalsDirectory,
  originalsMissing,
} from '../../support/originals.ts'

let glossator: CommandLine

beforeAll(async () => {
  glossator = await buildCommandLine()
  writeFileSync(
    glossator.at('fund.txt'),
    'The Fund Is Made\n\nBy Jane Roe\n\nThe ministers said that half of the revenue goes to the fund.\n',
  )
  writeFileSync(
    glossator.at('fund.html'),
    '<h1>A Page on the Fund</h1><p>The ministers said that all of it is still to be agreed.</p>',
  )
  writeFileSync(glossator.at('scan.pdf'), '%PDF-1.7')
  await newCase('read.gloss', 'fund.txt', 'fund.html')
}, bundlingTime)
afterAll(() => glossator.remove())

const newCase = async (name: string, ...files: string[]) => {
  expect(await glossator.run('new', name)).toMatchObject({ status: 0 })
  if (files.length > 0) expect(await glossator.run('import', name, ...files)).toMatchObject({ status: 0 })
  return glossator.at(name)
}

describe('the command line', () => {
  test('says how it is used, and tells misuse by its status', async () => {
    const help = await glossator.start('--help')
    expect(help).toMatchObject({ status: 0, err: '' })
    for (const verb of [
      'new',
      'sample',
      'import',
      'list',
      'search',
      'matrix',
      'conflicts',
      'risks',
      'export',
      'check',
      'info',
    ]) {
      expect(help.out).toMatch(new RegExp(`^  ${verb} CASE`, 'm'))
    }
    expect(await glossator.start('dance')).toMatchObject({ status: 2, out: '' })
  })

  test('imports files, each for itself, and names the one that failed', async () => {
    await newCase('import.gloss')
    const run = await glossator.start(
      'import',
      'import.gloss',
      'fund.txt',
      'scan.pdf',
      'fund.html',
      'fund.txt',
      'absent.md',
      '--json',
    )
    expect(run.status).toBe(1)
    const { files, ...head } = run.document() as {
      files: { file: string; outcome: string; source: string; message: string }[]
    }
    expect(head).toEqual({ format: 'glossator-import', version: 1, case: glossator.at('import.gloss') })
    expect(files.map(({ file, outcome }) => [file, outcome])).toEqual([
      ['fund.txt', 'imported'],
      ['scan.pdf', 'failed'],
      ['fund.html', 'imported'],
      ['fund.txt', 'duplicate'],
      ['absent.md', 'failed'],
    ])
    expect(files.every(({ message, file }) => message.includes(file))).toBe(true)
    expect(files[0]?.source).toBe(files[3]?.source)
    expect(files[1]?.source).toBeNull()
    expect(run.err).toContain('Reading scan.pdf')

    const listed = (await glossator.run('list', 'import.gloss', 'sources', '--json')).document()
    expect(listed).toMatchObject({ format: 'glossator-list', version: 1, of: 'sources' })
    expect(listed.items).toMatchObject([
      { title: 'The Fund Is Made', authors: ['Jane Roe'], published: null },
      { title: 'A Page on the Fund', authors: [] },
    ])
    const printed = await glossator.run('list', 'import.gloss', 'sources')
    expect(printed.out).toContain('A Page on the Fund')
    expect(printed.out).toContain('not stated')
  })

  test('finds words in what was imported', async () => {
    const found = (await glossator.run('search', 'read.gloss', 'revenue', '--json')).document()
    expect(found).toMatchObject({ format: 'glossator-search', version: 1, query: 'revenue', total: 1 })
    expect((await glossator.run('search', 'read.gloss', 'unicorn')).out).toBe('Nothing found.\n')
  })

  test.each([
    [['list', 'sources']],
    [['list', 'excerpts']],
    [['list', 'terms']],
    [['list', 'claims']],
    [['list', 'positions']],
    [['list', 'risks']],
    [['list', 'notes']],
    [['list', 'resemblances']],
    [['search', 'fund']],
    [['matrix']],
    [['matrix', '--axis', 'dates', '--as-of', '2025-03']],
    [['matrix', '--compare', '2025-02', '2025-03']],
    [['matrix', '--coverage']],
    [['conflicts']],
    [['risks']],
    [['hypotheses']],
    [['check']],
    [['info']],
    [['export', '--format', 'json', '-o', 'read.json']],
    [['export', '--format', 'csv', '-o', 'read.csv']],
    [['export', '--format', 'excerpts', '-o', 'excerpts.csv']],
    [['export', '--format', 'w3c', '-o', 'excerpts.jsonld']],
  ])('%j only reads: the file is byte for byte as before', async ([verb = '', ...rest]) => {
    const [name, file] = ['read.gloss', glossator.at('read.gloss')]
    const before = fingerprint(file)
    const run = await glossator.run(verb, name, ...rest, '--json')
    expect(run).toMatchObject({ status: 0, err: '' })
    expect(run.document()).toMatchObject({ format: `glossator-${verb}`, version: 1 })
    expect(fingerprint(file)).toBe(before)
    expect(readdirSync(glossator.at('.')).filter(other => other.startsWith(`${name}-`))).toEqual([])
  })

  test('bad input leaves the case as it was and names file and cause', async () => {
    const file = await newCase('bad.gloss', 'fund.txt')
    const before = fingerprint(file)
    const runs = [
      await glossator.run('import', 'bad.gloss', 'scan.pdf', 'absent.txt'),
      await glossator.run('import', 'bad.gloss', 'fund.txt', 'absent.txt'),
      await glossator.run('new', 'bad.gloss'),
      await glossator.run('sample', 'bad.gloss'),
      await glossator.run('export', 'bad.gloss', '--format', 'csv', '-o', 'bad.gloss'),
      await glossator.run('export', 'bad.gloss', '--format', 'json', '-o', 'no/such/place.json'),
      await glossator.run('export', 'bad.gloss', '--format', 'pdf', '-o', 'bad.pdf'),
    ]
    for (const { status, out, err } of runs) {
      expect(status).toBe(1)
      expect(`${out}${err}`).toMatch(/bad\.gloss|scan\.pdf|absent\.txt|place\.json|no briefing/)
    }
    expect(fingerprint(file)).toBe(before)
    expect(existsSync(glossator.at('bad.pdf'))).toBe(false)
  })

  test('a sample whose real articles are not where they should be says so', async () => {
    const absent = await glossator.run('sample', 'absent.gloss', '--originals', 'nowhere')
    expect(absent).toMatchObject({ status: 1, out: '' })
    expect(absent.err).toMatch(/nowhere is not a directory/)
    expect(existsSync(glossator.at('absent.gloss'))).toBe(false)
    const empty = await glossator.run('sample', 'empty.gloss', '--originals', 'seeds')
    expect(empty.status).toBe(1)
    expect(empty.out).toContain('0 of 5 real articles were found in seeds')
  })

  test('refuses what is no case, in JSON too', async () => {
    const run = await glossator.run('info', 'fund.txt', '--json')
    expect(run.status).toBe(1)
    expect(run.document()).toMatchObject({ format: 'glossator-info', version: 1, error: { code: 'refused' } })
    expect(run.err).toMatch(/fund\.txt is not a case/)
    expect(await glossator.run('info', 'nowhere.gloss')).toMatchObject({ status: 1, out: '' })
  })

  test('exports the whole case as JSON of the model, and nothing half-written stays', async () => {
    writeFileSync(glossator.at('export.json'), 'what was there before')
    expect(await glossator.run('export', 'read.gloss', '--format', 'json', '-o', 'export.json')).toMatchObject({
      status: 0,
    })
    const exported = caseDocument.parse(JSON.parse(readFileSync(glossator.at('export.json'), 'utf8')))
    expect(exported.sources[0]?.versions[0]?.text).toBe(canonicalText(readFileSync(glossator.at('fund.txt'), 'utf8')))
    expect(readdirSync(glossator.at('.')).filter(name => name.startsWith('export.json'))).toEqual(['export.json'])
  })

  test('gives the case to another program, but not what only fits in a file', async () => {
    const piped = await glossator.run('export', 'read.gloss', '--format', 'json', '-o', '-')
    expect(caseDocument.parse(JSON.parse(piped.out)).sources).toHaveLength(2)
    const refused = await glossator.run('export', 'read.gloss', '--format', 'w3c', '-o', '-')
    expect(refused).toMatchObject({ status: 1, out: '' })
    expect(refused.err).toContain('-o -')
  })
})

describe('the five real articles on the command line', () => {
  test('are imported into an empty case with what they state, and not one character is lost', async context => {
    context.skip(originalsMissing !== '', originalsMissing)
    await newCase('five.gloss', ...originalNames.map(originalPath))
    const { items } = (await glossator.run('list', 'five.gloss', 'sources', '--json')).document()
    expect(items).toMatchObject([
      { authors: ['D Sadykov'], published: null, publisher: '' },
      { authors: [], published: '2025-03-14', publisher: '', accessed: '2025-03-14' },
      { title: '', authors: [], published: null, publisher: '' },
      { authors: [], published: null, publisher: '' },
      { authors: ['Valikhan Tuleshov'], published: null, publishedReadings: ['2025-01-05', '2025-05-01'] },
    ])
    await glossator.run('export', 'five.gloss', '--format', 'json', '-o', 'five.json')
    const { sources } = caseDocument.parse(JSON.parse(readFileSync(glossator.at('five.json'), 'utf8')))
    const texts = sources.map(source => source.versions[0]?.text)
    expect(texts).toEqual(originalNames.map(name => canonicalText(new TextDecoder().decode(originalBytes(name)))))
  })

  test('come with the sample, and every excerpt stands exactly on its words', async context => {
    context.skip(originalsMissing !== '', originalsMissing)
    expect(await glossator.run('sample', 'originals.gloss', '--originals', originalsDirectory)).toMatchObject({
      status: 0,
    })
    const { items } = (await glossator.run('list', 'originals.gloss', 'excerpts', '--json')).document()
    const states = (items as { state: string }[]).map(({ state }) => state)
    expect(states.length).toBeGreaterThan(45)
    expect(states.filter(state => state !== 'exact')).toEqual([])
    expect(await glossator.run('check', 'originals.gloss')).toMatchObject({ status: 0 })
  })
})
