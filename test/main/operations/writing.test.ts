import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { citing, importInput, openTestCase, passageOf, type TestCase, termInput } from '../../support/case.ts'
import { blockWith, judgementWith } from '../../support/records.ts'

let one: TestCase
let source: string
beforeEach(async () => {
  one = await openTestCase()
  source = (await one.ask('sources.import', importInput('The fund gets 50 percent.', { title: 'Half' }))).source
})
afterEach(() => one.close())

const excerpt = async (words: string) => (await one.ask('excerpts.create', await passageOf(one, source, words))).id

describe('notes', () => {
  test('keep document and text, and the way back from what they cite', async () => {
    const cited = await excerpt('50 percent')
    const note = await one.ask('notes.create', { title: 'On halves', document: citing(cited) })
    expect(note.text).toBe('See')
    expect(await one.ask('notes.read', { id: note.id })).toEqual(note)
    const other = await excerpt('The fund')
    await one.ask('notes.update', { id: note.id, patch: { document: citing(other, cited, other) } })
    const cards = await one.ask('excerpts.list', {})
    expect(cards.map(card => card.notes.map(({ title }) => title))).toEqual([['On halves'], ['On halves']])
    await one.ask('notes.update', { id: note.id, patch: { document: citing(other), title: 'On funds' } })
    expect((await one.ask('excerpts.list', { ids: [cited] }))[0]?.notes).toEqual([])
    expect((await one.ask('case.state', {}))?.undo).toBe('Note “On funds” changed')
    await one.ask('notes.remove', { id: note.id })
    await one.ask('history.undo', {})
    expect((await one.ask('excerpts.list', { ids: [other] }))[0]?.notes).toEqual([{ id: note.id, title: 'On funds' }])
    expect((await one.ask('notes.list', {}))[0]).not.toHaveProperty('document')
  })

  test('can be saved on when an excerpt they cite is gone', async () => {
    const cited = await excerpt('50 percent')
    const note = await one.ask('notes.create', { title: '', document: citing(cited) })
    await one.ask('excerpts.remove', { ids: [cited] })
    await one.ask('notes.update', { id: note.id, patch: { document: citing(cited), title: 'Still here' } })
    expect((await one.ask('notes.read', { id: note.id })).document).toEqual(citing(cited))
  })

  test('mentions are kept and replaced', async () => {
    const term = await one.ask('terms.create', termInput())
    const mention = (id: string) => ({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'mention', attrs: { record: 'term', id, label: 'T-01' } }] }],
    })
    const note = await one.ask('notes.create', { title: 'About T-01', document: mention(term.id) })
    expect(note.text).toBe('T-01')
    expect((await one.ask('check.run', {})).findings).toEqual([])
    await one.ask('terms.remove', { id: term.id })
    expect((await one.ask('check.run', {})).findings).toMatchObject([
      {
        severity: 'warning',
        record: 'note',
        sentence: 'The note “About T-01” mentions a term that is no longer in the case.',
      },
    ])
    await one.ask('notes.update', { id: note.id, patch: { document: citing() } })
    expect((await one.ask('check.run', {})).findings).toEqual([])
  })

  test('hold a document, not any JSON', async () => {
    expect((await one.refused('notes.create', { title: 'x', document: { type: 'paragraph' } })).code).toBe('invalid')
    expect((await one.refused('notes.create', { title: 'x', document: { type: 'doc', html: '<b>' } })).code).toBe(
      'invalid',
    )
  })
})

describe('briefings', () => {
  const create = (template: 'flash' | 'brief' | 'dossier' = 'brief') =>
    one.ask('briefings.create', { title: 'Where the money goes', template })

  test('start from a template, with the analyst and marking of the case', async () => {
    await one.ask('case.update', { marking: 'TLP:RED' })
    const flash = await create('flash')
    const dossier = await create('dossier')
    expect(flash).toMatchObject({ author: 'A. Analyst', marking: 'TLP:RED', cutOff: null })
    expect(flash.blocks[0]).toMatchObject({ kind: 'bottom line' })
    const kinds = dossier.blocks.map(({ kind }) => kind)
    for (const { kind } of flash.blocks) expect(kinds).toContain(kind)
    expect(new Set(kinds).size).toBe(12)
    expect((await one.ask('briefings.list', {}))[0]).not.toHaveProperty('blocks')
  })

  test('are edited block by block, shown as one document, and checked', async () => {
    const { id } = await create()
    const judgement = judgementWith({
      text: 'The fund is likely to be filled slowly.',
      confidence: null,
      confidenceBasis: '',
      excerpts: [await excerpt('50 percent')],
    })
    await one.ask('briefings.update', {
      id,
      patch: {
        cutOff: '2025-03-01',
        blocks: [blockWith('key judgements', { judgements: [judgement] }), blockWith('sources')],
      },
    })
    const { html } = await one.ask('briefings.html', { id })
    expect(html).toContain('The fund is likely to be filled slowly.')
    expect(html).not.toContain('<script')
    const findings = await one.ask('briefings.check', { id })
    expect(findings.map(({ sentence }) => sentence)).toContain(
      'The briefing has no bottom line: say first what the reader must know.',
    )
    await one.ask('briefings.update', {
      id,
      patch: { blocks: [blockWith('key judgements', { judgements: [{ ...judgement, excerpts: [] }] })] },
    })
    expect((await one.ask('check.run', {})).findings).toMatchObject([
      { severity: 'unsupported', record: 'briefing', id },
    ])
    await one.ask('briefings.remove', { id })
    expect((await one.refused('briefings.html', { id })).code).toBe('stale')
  })

  test('are printed to a file the analyst chooses', async () => {
    const { id } = await create()
    expect(await one.ask('briefings.export', { id })).toEqual({ path: null, degraded: [] })
    expect(one.host.printed).toEqual([])
    const path = join(one.directory, 'out.pdf')
    one.host.answer = path
    const exported = await one.ask('briefings.export', { id })
    expect(exported.path).toBe(path)
    expect(exported.degraded.join()).toContain('114')
    const pdf = await PDFDocument.load(readFileSync(path))
    expect([pdf.getTitle(), pdf.getAuthor()]).toEqual(['Where the money goes', 'A. Analyst'])
    expect(one.host.printed.at(-1)).toContain('font/woff2')
    expect(readdirSync(one.directory).filter(name => name.includes('part'))).toEqual([])
    expect((await one.ask('case.state', {}))?.undo).toBe('Edition 1 of “Where the money goes” issued')
  })

  test('a place that cannot be written is refused by name, and what was there stays', async () => {
    const { id } = await create()
    one.host.answer = join(one.directory, 'nowhere', 'out.pdf')
    expect((await one.refused('briefings.export', { id })).message).toContain(one.host.answer)
    expect(existsSync(join(one.directory, 'nowhere'))).toBe(false)
    const directory = join(one.directory, 'taken.pdf')
    mkdirSync(directory)
    writeFileSync(join(directory, 'kept'), 'kept')
    one.host.answer = directory
    expect((await one.refused('briefings.export', { id })).code).toBe('refused')
    expect(readdirSync(directory)).toEqual(['kept'])
  })
})
