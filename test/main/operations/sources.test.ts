import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  assessmentInput,
  claimInput,
  importInput,
  openTestCase,
  passageOf,
  riskInput,
  type TestCase,
  termInput,
} from '../../support/case.ts'

let one: TestCase
beforeEach(async () => {
  one = await openTestCase()
})
afterEach(() => one.close())

const text = 'The fund gets 50 percent.\n\nNobody knows of what.'

describe('sources.import', () => {
  test('keeps text, blocks, bytes and bibliography', async () => {
    const { outcome, source, message } = await one.ask('sources.import', importInput(text, { title: 'Half of it' }))
    expect([outcome, message]).toEqual(['imported', 'source.txt was imported as “Half of it”.'])
    const read = await one.ask('sources.read', { id: source })
    expect(read.version).toMatchObject({ text, number: 1, reason: 'import', mediaType: 'text/plain' })
    expect(read.version.blocks).toHaveLength(2)
    expect(read.version.fileBytes).toBe(new TextEncoder().encode(text).length)
    expect(read.source).toMatchObject({ title: 'Half of it', reliability: 'F' })
    expect((await one.ask('sources.list', {}))[0]).toMatchObject({ versions: 1, mediaType: 'text/plain' })
    expect(await one.ask('sources.words', { ids: [source] })).toEqual([{ id: source, words: 9 }])
    expect((await one.ask('case.state', {}))?.undo).toBe('Source “Half of it” imported')
  })

  test('the same bytes, or other bytes of the same text, are a duplicate and change nothing', async () => {
    const { source } = await one.ask('sources.import', importInput(text, { title: 'First' }))
    const same = await one.workbench.call('sources.import', importInput(text, { fileName: 'copy.txt' }))
    expect(same).toMatchObject({ ok: true, changed: [], value: { outcome: 'duplicate', source } })
    if (same.ok) expect(same.value.message).toContain('copy.txt is already in the case, byte for byte, as “First”')
    const bytes = new TextEncoder().encode(`\ufeff${text.replaceAll('\n', '\r\n')}`)
    const alike = await one.ask('sources.import', { ...importInput(text), bytes })
    expect(alike.message).toContain('The text of source.txt is already in the case as “First”')
    expect(await one.ask('sources.list', {})).toHaveLength(1)
    expect(await one.ask('history.list', { limit: 9 })).toHaveLength(1)
  })

  test.each([
    ['not in NFC', 'Cafe\u0301 open.'],
    ['with CRLF', 'One.\r\nTwo.'],
    ['with a byte order mark', '\ufeffOne.'],
    ['with half a surrogate pair', 'One \ud83d two.'],
    ['empty', ''],
    ['of white space', ' \n\t\n'],
  ])('a text %s is refused, naming the file', async (_what, unfit) => {
    const input = importInput(unfit)
    input.draft.blocks = [{ start: 0, end: unfit.length, kind: 'paragraph', apparatus: false }]
    expect((await one.refused('sources.import', input)).message).toContain('source.txt')
    expect(await one.ask('sources.list', {})).toEqual([])
  })

  test.each([
    ['outside the text', [{ start: 0, end: 99 }]],
    [
      'that overlap',
      [
        { start: 0, end: 25 },
        { start: 20, end: 48 },
      ],
    ],
    [
      'out of order',
      [
        { start: 27, end: 48 },
        { start: 0, end: 25 },
      ],
    ],
    [
      'that end before they start',
      [
        { start: 25, end: 0 },
        { start: 27, end: 48 },
      ],
    ],
    ['that leave words out', [{ start: 0, end: 25 }]],
  ])('blocks %s are refused', async (_what, ranges) => {
    const input = importInput(text)
    input.draft.blocks = ranges.map(range => ({ ...range, kind: 'paragraph', apparatus: false }))
    expect((await one.refused('sources.import', input)).code).toBe('invalid')
  })

  test('a table whose cells leave it is refused', async () => {
    const input = importInput(text)
    input.draft.blocks = [
      { start: 0, end: 25, kind: 'table', apparatus: false, rows: [[{ start: 0, end: 30 }]] },
      { start: 27, end: 48, kind: 'paragraph', apparatus: false },
    ]
    expect((await one.refused('sources.import', input)).code).toBe('invalid')
  })
})

test('sources.update changes several at once, and one undo takes all back', async () => {
  const first = await one.ask('sources.import', importInput('One.', { title: 'One' }))
  const second = await one.ask('sources.import', importInput('Two.', { title: 'Two' }))
  await one.ask('sources.update', { ids: [first.source, second.source], patch: { reliability: 'B' } })
  expect((await one.ask('case.state', {}))?.undo).toBe('2 sources changed')
  expect((await one.ask('sources.list', {})).map(({ reliability }) => reliability)).toEqual(['B', 'B'])
  await one.ask('history.undo', {})
  expect((await one.ask('sources.list', {})).map(({ reliability }) => reliability)).toEqual(['F', 'F'])
  await one.ask('sources.remove', { id: second.source })
  const refusal = await one.refused('sources.update', {
    ids: [first.source, second.source],
    patch: { reliability: 'A' },
  })
  expect(refusal.code).toBe('stale')
  expect((await one.ask('sources.list', {}))[0]?.reliability).toBe('F')
})

test('sources.remove takes texts, excerpts, claims and bytes along, as announced; undo brings all of it back', async () => {
  const { source } = await one.ask('sources.import', importInput(text))
  const term = await one.ask('terms.create', termInput())
  const passage = await passageOf(one, source, '50 percent')
  const claim = await one.ask('claims.create', { ...claimInput({ term: term.id, source }), passage })
  const cited = claim.evidence[0]?.excerpt ?? ''
  await one.ask('notes.create', {
    title: 'Half',
    document: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'citation', attrs: { excerpt: cited } }] }],
    },
  })
  const cites = { indicates: (await one.ask('risks.create', riskInput({ claims: [claim.id] }))).id, scored: '' }
  await one.ask('risks.cite', { risk: cites.indicates, role: 'indicates', excerpt: cited })
  cites.scored = (await one.ask('risks.create', riskInput())).id
  await one.ask('risks.assess', assessmentInput({ risk: cites.scored, excerpts: [cited] }))
  expect(await one.ask('sources.removal', { id: source })).toEqual({ excerpts: 1, claims: 1, notes: 1, risks: 2 })
  const { changes: _, ...before } = JSON.parse((await one.ask('export.text', { format: 'json' })).text)
  await one.ask('sources.remove', { id: source })
  expect(await one.ask('sources.list', {})).toEqual([])
  expect(await one.ask('excerpts.list', {})).toEqual([])
  expect(await one.ask('claims.list', {})).toEqual([])
  expect(await one.ask('notes.list', {})).toHaveLength(1)
  const warnings = (await one.ask('check.run', {})).findings
  expect(warnings.map(({ severity, record }) => `${severity} ${record}`).sort()).toEqual([
    'unsupported risk',
    'unsupported risk',
    'warning note',
  ])
  await one.ask('history.undo', {})
  const { changes: __, ...after } = JSON.parse((await one.ask('export.text', { format: 'json' })).text)
  expect(after).toEqual(before)
  expect((await one.ask('check.run', {})).findings).toEqual([])
  expect((await one.refused('sources.removal', { id: term.id })).code).toBe('stale')
})

test('unread terms are those without a claim of any polarity', async () => {
  const { source } = await one.ask('sources.import', importInput(text))
  const [first] = [await one.ask('terms.create', termInput()), await one.ask('terms.create', termInput())]
  expect(await one.ask('sources.unread', { id: source })).toHaveLength(2)
  expect(await one.ask('sources.counts', {})).toEqual({ terms: 2, sources: [] })
  await one.ask('claims.create', claimInput({ term: first.id, source, polarity: 'silent', value: null, raw: '' }))
  expect((await one.ask('sources.unread', { id: source })).map(({ id }) => id)).not.toContain(first.id)
  expect(await one.ask('sources.unread', { id: source })).toHaveLength(1)
  expect((await one.ask('sources.counts', {})).sources).toEqual([{ id: source, excerpts: 0, claims: 1, read: 1 }])
})
