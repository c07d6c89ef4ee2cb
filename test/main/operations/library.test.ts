import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '../../../shared/contract.ts'
import { type Bibliography, bibliographicField, type Statement } from '../../../shared/model/source.ts'
import { importInput, openTestCase, type TestCase } from '../../support/case.ts'
import { blankBibliography, day } from '../../support/records.ts'

let one: TestCase
beforeEach(async () => {
  one = await openTestCase()
})
afterEach(() => one.close())

const imported = async (title: string, more: Partial<InputOf<'sources.import'>['draft']> = {}) => {
  const input = importInput(`The words of ${title}.`, { title, fileName: `${title}.txt` })
  return (await one.ask('sources.import', { ...input, draft: { ...input.draft, ...more } })).source
}

const stated = (field: Statement['field'], value: string, more: Partial<Statement> = {}): Statement => ({
  field,
  value,
  readings: [],
  words: value,
  origin: 'open graph',
  mark: `og:${field}`,
  ...more,
})

const rowOf = async (id: string) => (await one.ask('sources.list', {})).find(row => row.id === id)
const described = (id: string) => one.ask('sources.describe', { id })

describe('fields', () => {
  test('what a document states is a proposal until it is accepted or set, in one step over many', async () => {
    const statements = [stated('title', 'First'), stated('publisher', 'The Gazette')]
    const first = await imported('First', { statements })
    const second = await imported('Second', { statements: [stated('title', 'Second')] })
    // Title, language and kind say something; the publisher was stated, and the bibliography left it out.
    expect([(await rowOf(first))?.proposed, (await rowOf(second))?.proposed]).toEqual([3, 3])
    await one.ask('sources.accept', { ids: [first, second], fields: ['title', 'kind'] })
    expect((await rowOf(first))?.accepted).toEqual(['title', 'kind'])
    expect((await one.ask('case.state', {}))?.undo).toBe('Fields of 2 sources accepted')
    await one.ask('sources.update', { ids: [first, second], patch: { publisher: 'The Courier', language: '' } })
    expect((await rowOf(second))?.accepted).toEqual(['title', 'publisher', 'language', 'kind'])
    expect((await rowOf(second))?.proposed).toBe(0)
    await one.ask('history.undo', {})
    await one.ask('history.undo', {})
    expect((await rowOf(first))?.accepted).toEqual([])
    expect((await described(first)).source.statements).toEqual(statements)
  })

  test('a source without statements proposes nothing, and the analyst cannot rewrite what a document states', async () => {
    const id = await imported('Plain')
    expect((await rowOf(id))?.proposed).toBe(0)
    const patch = { statements: [stated('title', 'Forged')] }
    expect((await one.refused('sources.update', { ids: [id], patch })).code).toBe('invalid')
    expect((await one.refused('sources.accept', { ids: [id], fields: ['comment'] })).code).toBe('invalid')
  })

  test('rows leave out the long fields, which filters ask for', async () => {
    const id = await imported('Noted', { warnings: ['One thing.', 'Another.'] })
    await imported('Silent')
    await one.ask('sources.update', { ids: [id], patch: { comment: 'See the annex.' } })
    const row = await rowOf(id)
    expect(row).toMatchObject({ noticed: 2, versions: 1 })
    for (const left of ['comment', 'statements', 'warnings', 'reliabilityReason']) expect(row).not.toHaveProperty(left)
    expect(await one.ask('sources.fieldWords', { field: 'comment' })).toEqual([{ id, words: 'See the annex.' }])
    expect(await one.ask('sources.fieldWords', { field: 'warnings' })).toEqual([{ id, words: 'One thing.\nAnother.' }])
    expect(await one.ask('sources.fieldWords', { field: 'reliabilityReason' })).toEqual([])
  })
})

test('rows that changed, put upon those there were, are the whole list, whatever was done and undone', async () => {
  const byId = (rows: { id: string }[]) => new Map(rows.map(row => [row.id, row]))
  let { at, rows, whole } = await one.ask('sources.changes', { since: null })
  expect(whole).toBe(true)
  const kept = byId(rows)
  const step = async (work: () => Promise<unknown>, count: number) => {
    await work()
    const answer = await one.ask('sources.changes', { since: at })
    expect([answer.whole, answer.rows.length + answer.gone.length]).toEqual([false, count])
    for (const row of answer.rows) kept.set(row.id, row)
    for (const id of answer.gone) kept.delete(id)
    expect([...kept.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(await one.ask('sources.list', {}))
    at = answer.at
  }
  let [first, second]: string[] = []
  const undo = () => one.ask('history.undo', {})
  await step(async () => {
    first = await imported('First')
    second = await imported('Second')
  }, 2)
  const tag = await one.ask('tags.create', { name: 'Tag', parent: null, colour: 'sky', description: '' })
  const shelf = await one.ask('collections.create', { name: 'Shelf', parent: null })
  const ids = () => [first as string, second as string]
  await step(async () => undefined, 0)
  await step(() => one.ask('sources.tag', { ids: ids(), add: [tag.id], remove: [] }), 2)
  await step(() => one.ask('sources.collect', { ids: [first as string], into: [shelf.id], outOf: [] }), 1)
  await step(() => one.ask('tags.remove', { id: tag.id }), 2)
  await step(() => one.ask('collections.remove', { id: shelf.id }), 1)
  await step(undo, 1)
  await step(() => one.ask('sources.update', { ids: [second as string], patch: { title: 'Two' } }), 1)
  await step(() => one.ask('sources.remove', { id: first as string }), 1)
  await step(undo, 1)
  await one.ask('history.merge', { before: new Date(Date.now() + 86_400_000).toISOString() })
  expect((await one.ask('sources.changes', { since: at })).whole).toBe(true)
  expect((await one.ask('sources.changes', { since: 'nonsense 9 9 9' })).whole).toBe(true)
})

describe('collections', () => {
  const create = (name: string, parent: string | null = null) => one.ask('collections.create', { name, parent })
  const tree = async () =>
    (await one.ask('collections.list', {})).map(({ name, parent, sequence }) => ({ name, parent, sequence }))

  test('sources go in and out in one step, and stay when the collection goes', async () => {
    const [first, second] = [await imported('First'), await imported('Second')]
    const [talks, ports] = [await create('Talks'), await create('Ports')]
    await one.ask('sources.collect', { ids: [first, second], into: [talks.id], outOf: [] })
    await one.ask('sources.collect', { ids: [first], into: [ports.id], outOf: [talks.id] })
    expect((await rowOf(first))?.collections).toEqual([ports.id])
    expect((await one.ask('collections.list', {})).map(({ sources }) => sources)).toEqual([1, 1])
    await one.ask('collections.remove', { id: talks.id })
    expect((await rowOf(second))?.collections).toEqual([])
    await one.ask('history.undo', {})
    expect((await rowOf(second))?.collections).toEqual([talks.id])
    const { code } = await one.refused('sources.collect', { ids: [first], into: [first], outOf: [] })
    expect(code).toBe('stale')
  })

  test('they nest, move, and never into themselves; those of one that is removed move up', async () => {
    const [a, b] = [await create('A'), await create('B')]
    const inner = await create('Inner', a.id)
    await one.ask('collections.update', { id: b.id, patch: { sequence: 0 } })
    expect((await tree()).filter(({ parent }) => parent === null)).toEqual([
      { name: 'B', parent: null, sequence: 0 },
      { name: 'A', parent: null, sequence: 1 },
    ])
    const cycle = await one.refused('collections.update', { id: a.id, patch: { parent: inner.id } })
    expect(cycle.message).toContain('“A” cannot stand in itself')
    await one.ask('collections.update', { id: b.id, patch: { parent: inner.id, name: 'Bee' } })
    await one.ask('collections.remove', { id: a.id })
    expect(await tree()).toEqual(
      expect.arrayContaining([
        { name: 'Inner', parent: null, sequence: 0 },
        { name: 'Bee', parent: inner.id, sequence: 0 },
      ]),
    )
  })
})

test('saved views belong to a screen, in the order of their making', async () => {
  const settings = { filter: { words: 'gas', conditions: [{ field: 'kind', test: 'is', value: 'analysis' }] } }
  const view = await one.ask('savedViews.create', { screen: 'sources', name: 'Gas', settings })
  await one.ask('savedViews.create', { screen: 'sources', name: 'All', settings: {} })
  await one.ask('savedViews.update', { id: view.id, patch: { name: 'Gas only' } })
  const views = await one.ask('savedViews.list', { screen: 'sources' })
  expect(views.map(({ name, sequence }) => [name, sequence])).toEqual([
    ['Gas only', 0],
    ['All', 1],
  ])
  expect(views[0]?.settings).toEqual(settings)
  await one.ask('savedViews.remove', { id: view.id })
  expect(await one.ask('savedViews.list', { screen: 'sources' })).toHaveLength(1)
  expect((await one.refused('savedViews.remove', { id: view.id })).code).toBe('stale')
})

describe('files', () => {
  const readBack = async (version: string) => {
    const pieces: Buffer[] = []
    for (let piece = 0; ; piece++) {
      const { base64 } = await one.ask('files.read', { version, piece })
      if (base64 === '') return Buffer.concat(pieces)
      pieces.push(Buffer.from(base64, 'base64'))
    }
  }

  test('come back byte for byte, piece by piece or as a copy', async () => {
    const text = 'A line of a long report.\n'.repeat(50_000).trim()
    const input = importInput(text, { fileName: '../../odd name?.txt' })
    const bytes = Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`)
    const first = await one.ask('files.add', { upload: null, bytes: bytes.subarray(0, 500_000) })
    await one.ask('files.add', { upload: first.upload, bytes: bytes.subarray(500_000, 1_000_000) })
    const rest = new Uint8Array(bytes.subarray(1_000_000))
    const { source } = await one.ask('sources.import', { ...input, bytes: rest, upload: first.upload })
    const version = (await described(source)).versions[0]
    if (!version) throw new Error('The source has no version')
    expect(version.fileBytes).toBe(bytes.length)
    expect((await readBack(version.id)).equals(bytes)).toBe(true)
    one.host.answer = join(one.directory, 'copy.txt')
    expect(await one.ask('files.save', { version: version.id })).toEqual({ path: one.host.answer, degraded: [] })
    expect(readFileSync(one.host.answer).equals(bytes)).toBe(true)
    one.host.answer = null
    expect((await one.ask('files.save', { version: version.id })).path).toBeNull()
  })
})

test('an enclosed file names the mail it came in, and the mail names it', async () => {
  const mail = await imported('Mail')
  const input = importInput('The annex.', { title: 'Annex', fileName: 'annex.txt' })
  const { source: annex } = await one.ask('sources.import', { ...input, enclosedIn: mail })
  expect((await described(mail)).enclosed).toEqual([{ id: annex, title: 'Annex' }])
  expect((await described(annex)).enclosing).toEqual({ id: mail, title: 'Mail' })
  await one.ask('sources.remove', { id: mail })
  expect((await described(annex)).enclosing).toBeNull()
})

describe('references', () => {
  const reference = (bibliography: Partial<Bibliography>, abstract = '') => ({
    bibliography: { ...blankBibliography, ...bibliography },
    statements: bibliographicField.options.flatMap(field => {
      const value = bibliography[field]
      return typeof value === 'string' && value !== ''
        ? [stated(field, value, { origin: 'reference', mark: field })]
        : []
    }),
    abstract,
  })
  const bring = (...references: ReturnType<typeof reference>[]) =>
    one.ask('sources.importReferences', { fileName: 'library.bib', references })

  test('become sources with their words to read, or complete those that are there, and write nothing over', async () => {
    const id = await imported('The Gas Deal: What Is Known')
    await one.ask('sources.update', { ids: [id], patch: { published: day('2025-03-02'), publisher: 'The Gazette' } })
    const result = await bring(
      reference({
        title: 'The gas deal – what is known',
        published: day('2025-03'),
        publisher: 'Another Paper',
        authors: ['Jane Smith'],
        url: 'https://example.org/gas',
      }),
      reference({ title: 'Minerals and Méthode', published: day('2024') }, 'What it says.\n\nAnd on.'),
    )
    expect([result.created.length, result.completed, result.known]).toEqual([1, [id], []])
    expect(result.message).toBe('library.bib: 1 new source, 1 completed, none known already.')
    const { source } = await described(id)
    expect(source).toMatchObject({
      title: 'The Gas Deal: What Is Known',
      publisher: 'The Gazette',
      published: '2025-03-02',
      authors: ['Jane Smith'],
      url: 'https://example.org/gas',
    })
    expect(source.statements.some(({ value }) => value === 'Another Paper')).toBe(true)
    const [made] = result.created
    const { version } = await one.ask('sources.read', { id: made as string })
    expect(version.text).toContain('What it says.\n\nAnd on.')
    expect((await one.ask('check.run', {})).findings).toEqual([])
    await one.ask('history.undo', {})
    expect(await one.ask('sources.list', {})).toHaveLength(1)
    expect((await described(id)).source.authors).toEqual([])
  })

  test('are recognised by address or DOI whatever tracks the reader, and a second time add nothing', async () => {
    const web = reference({ title: 'On the web', url: 'http://www.example.org/a/story/?utm_source=mail&id=4#top' })
    const paper = reference({ title: 'A paper of note', url: 'https://doi.org/10.1000/ABC.5', published: day('2023') })
    expect((await bring(web, paper)).created).toHaveLength(2)
    const again = await bring(
      reference({ title: '', url: 'https://example.org/a/story?id=4' }),
      reference({ title: '', url: 'doi:10.1000/abc.5' }),
      paper,
    )
    expect(again.created).toEqual([])
    expect(again.known.length + again.completed.length).toBe(3)
    expect((await bring(web, paper)).known).toHaveLength(2)
  })

  test('are not mixed up: other year, other DOI, the front page of a site, a title too short to tell', async () => {
    const apart = [
      reference({ title: 'Annual report of the fund', published: day('2023') }),
      reference({ title: 'Annual report of the fund', published: day('2024') }),
      reference({ title: 'A paper of note', published: day('2023'), url: 'https://doi.org/10.1000/1' }),
      reference({ title: 'A paper of note', published: day('2023'), url: 'https://doi.org/10.1000/2' }),
      reference({ title: 'One', url: 'https://example.org/' }),
      reference({ title: 'Two', url: 'https://example.org/' }),
      reference({ title: 'News', published: day('2023'), publisher: 'A' }),
      reference({ title: 'News', published: day('2023'), publisher: 'B' }),
      reference({}),
      reference({ title: 'half a pair \ud83d and a combining e\u0301' }),
    ]
    expect((await bring(...apart)).created).toHaveLength(apart.length)
    expect((await one.ask('check.run', {})).findings).toEqual([])
  })

  test('do not bring back what the analyst cleared', async () => {
    const id = await imported('A title that is long enough')
    await one.ask('sources.update', { ids: [id], patch: { url: 'https://example.org/x', publisher: '' } })
    await bring(reference({ url: 'https://example.org/x', publisher: 'Wrong House' }))
    expect((await described(id)).source.publisher).toBe('')
  })
})

test('citations are copied as text and saved as a file', async () => {
  const id = await imported('A Deal')
  await one.ask('sources.copyCitations', { ids: [id], form: 'text' })
  expect(one.host.copied).toBe('“A Deal.” n.d.\n')
  one.host.answer = join(one.directory, 'list.bib')
  await one.ask('sources.saveCitations', { ids: [id], form: 'bibtex' })
  expect(readFileSync(one.host.answer, 'utf8')).toContain('title = {{A Deal}}')
})
