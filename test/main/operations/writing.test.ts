import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { briefingBlock } from '../../../shared/model/briefing-block.ts'
import type { RichText, RichTextNode } from '../../../shared/model/rich-text.ts'
import { citing, importInput, letStand, openTestCase, passageOf, type TestCase, termInput } from '../../support/case.ts'
import { blockWith, idOf, judgementWith } from '../../support/records.ts'

const blockKinds = briefingBlock.options.map(option => option.shape.kind.value)

let one: TestCase
let source: string
beforeEach(async () => {
  one = await openTestCase()
  source = (await one.ask('sources.import', importInput('The fund gets 50 percent.', { title: 'Half' }))).source
})
afterEach(() => one.close())

const excerpt = async (words: string) => (await one.ask('excerpts.create', await passageOf(one, source, words))).id

const inParagraph = (node: RichTextNode): RichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [node] }],
})
const mentioning = (attrs: { record: string; id: string; label: string }) => inParagraph({ type: 'mention', attrs })
const referring = (block: string) => inParagraph({ type: 'crossReference', attrs: { block } })

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

  test('mention each other, and refer to no section of their own', async () => {
    const mentioned = await one.ask('notes.create', { title: 'First', document: citing() })
    const document = mentioning({ record: 'note', id: mentioned.id, label: 'First' })
    await one.ask('notes.create', { title: 'Second', document })
    expect((await one.ask('check.run', {})).findings).toEqual([])
    await one.ask('notes.remove', { id: mentioned.id })
    expect((await one.ask('check.run', {})).findings.map(({ sentence }) => sentence)).toEqual([
      'The note “Second” mentions a note that is no longer in the case.',
    ])
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
    expect(kinds.toSorted()).toEqual(blockKinds.toSorted())
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

  test('what they cite, mention or refer to that is gone is found by the check of the case, also in a statement', async () => {
    const { id } = await create('flash')
    const own = blockWith('prose', { document: referring(idOf(880)) })
    const there = { ...own, id: idOf(881) as never, document: referring(own.id) }
    const sources = blockWith('sources', {
      statement: mentioning({ record: 'risk', id: idOf(882), label: 'R-01' }),
    })
    await one.ask('briefings.update', { id, patch: { blocks: [own, there, sources] } })
    expect((await one.ask('check.run', {})).findings.map(({ sentence }) => sentence)).toEqual([
      'The briefing “Where the money goes” mentions a risk that is no longer in the case.',
      'The briefing “Where the money goes” refers to a section that it no longer has.',
    ])
  })

  test('are printed to a file the analyst chooses', async () => {
    const { id } = await create()
    await letStand(one, id)
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
    await letStand(one, id)
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
