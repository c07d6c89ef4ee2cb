import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RichText } from '../../../shared/model/rich-text.ts'
import { openTestCase, type TestCase } from '../../support/case.ts'

let one: TestCase
beforeEach(async () => {
  one = await openTestCase()
  await one.workbench.openSample()
})
afterEach(() => one.close())

const words = (text: string): RichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

describe('the list of notes', () => {
  test('has each by its opening, with words and citations counted, the one changed last first', async () => {
    const added = await one.ask('notes.create', { title: '', document: words('Four words\tare here.') })
    const lines = await one.ask('notes.lines', {})
    expect(lines[0]).toMatchObject({ id: added.id, title: '', opening: 'Four words\tare here.', cites: 0 })
    for (const line of lines.slice(1)) {
      const { text, document } = await one.ask('notes.read', { id: line.id })
      expect(line.words, line.title).toBe(text.split(/\s/u).length)
      expect(line.cites, line.title).toBe(new Set(JSON.stringify(document).match(/"excerpt":"[^"]+"/g)).size)
      expect(text.startsWith(line.opening)).toBe(true)
    }
    await one.ask('notes.create', { title: 'Empty', document: { type: 'doc', content: [] } })
    expect((await one.ask('notes.lines', {}))[0]).toMatchObject({ words: 0, opening: '' })
  })

  test('what notes are about is known: by mention, and of a source by a passage too', async () => {
    const subjects = await one.ask('notes.subjects', {})
    expect(subjects.map(({ record }) => record)).toEqual(expect.arrayContaining(['term', 'risk', 'source']))
    const [source] = await one.ask('sources.list', {})
    const about = subjects.find(({ id }) => id === source?.id)
    expect(about?.notes.length).toBeGreaterThan(1)
    expect(new Set(about?.notes).size).toBe(about?.notes.length)
  })
})

test('a copy has the words under a name of its own, and is undone in one step', async () => {
  const [first] = await one.ask('notes.list', {})
  if (!first) throw new Error('the sample has notes')
  const copy = await one.ask('notes.duplicate', { id: first.id })
  expect(copy).toMatchObject({ title: `Copy of ${first.title}`, text: first.text })
  expect((await one.ask('notes.subjects', {})).some(({ notes }) => notes.includes(copy.id))).toBe(true)
  await one.ask('history.undo', {})
  expect((await one.ask('notes.list', {})).some(({ id }) => id === copy.id)).toBe(false)
})

test('a note is saved as Markdown: its title, its words, its citations as footnotes with quote and source', async () => {
  const note = (await one.ask('notes.list', {})).find(({ title }) => title.startsWith('Evaluation'))
  if (!note) throw new Error('the sample has this note')
  one.host.answer = join(one.directory, 'note.md')
  expect(await one.ask('notes.save', { id: note.id })).toEqual({ path: one.host.answer, degraded: [] })
  const text = readFileSync(one.host.answer, 'utf8')
  expect(text.startsWith('# Evaluation of the five sources\n\nNone of the five is an official document')).toBe(true)
  expect(text).toMatch(/computer-generated picture\[\^1\]/)
  expect(text).toMatch(/^\[\^1\]: “a user submitted it .* US and Ukraine Make Key Breakthrough/m)
  expect(text).not.toContain('<p>')
  one.host.answer = null
  expect(await one.ask('notes.save', { id: note.id })).toEqual({ path: null, degraded: [] })
})

test('every note and briefing that points to a record is told, with the words around and the block', async () => {
  const risk = (await one.ask('risks.register', {})).find(({ ref }) => ref === 'R-04')
  if (!risk) throw new Error('the sample has this risk')
  const [backlink] = await one.ask('backlinks.of', { record: 'risk', id: risk.id })
  expect(backlink).toMatchObject({ record: 'briefing', title: expect.stringContaining('minerals agreement') })
  expect(backlink?.words).toContain('for want of news')
  const { blocks } = await one.ask('briefings.read', { id: backlink?.id as never })
  expect(blocks.find(({ id }) => id === backlink?.block)?.heading).toBe('Outlook')

  const [excerpt] = await one.ask('excerpts.list', {})
  const pointing = await one.ask('backlinks.of', { record: 'excerpt', id: excerpt?.id ?? '' })
  for (const { words: around } of pointing) expect(around).not.toBe('')
})
