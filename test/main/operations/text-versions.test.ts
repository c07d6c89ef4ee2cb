import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TextPage } from '../../../shared/model/text-version.ts'
import { importInput, openTestCase, passageOf, percentClaim, type TestCase, termInput } from '../../support/case.ts'

let one: TestCase
beforeEach(async () => {
  one = await openTestCase()
})
afterEach(() => one.close())

const article = [
  'Negotiators left the port city on Wednesday without a signed paper.',
  'The draft would pay $10 million a year into a joint fund, and half of all new licence revenue.',
  'A pause in fighting of 30 days was not ruled out by either delegation.',
].join('\n\n')

const imported = async (text = article, more: { title?: string; fileName?: string; pages?: TextPage[] } = {}) => {
  const input = importInput(text, more)
  return (await one.ask('sources.import', { ...input, draft: { ...input.draft, pages: more.pages ?? [] } })).source
}
const copyOf = (source: string, text: string, fileName = 'copy.txt') => ({
  source,
  draft: importInput(text).draft,
  fileName,
  bytes: new TextEncoder().encode(text),
})
const excerptOf = async (source: string, words: string) =>
  (await one.ask('excerpts.create', await passageOf(one, source, words))).id
const places = async (source: string) =>
  (await one.ask('excerpts.list', { source })).map(({ anchor }) => [anchor.state, anchor.exact])
const newest = async (source: string) => (await one.ask('sources.read', { id: source })).version
const edit = (text: string, from: string, words: string) => ({
  start: text.indexOf(from),
  end: text.indexOf(from) + from.length,
  words,
})
const labels = async (limit: number) => (await one.ask('history.list', { limit })).map(({ label }) => label)
const isSound = async () =>
  expect((await one.ask('check.run', {})).findings.filter(({ severity }) => severity === 'corrupt')).toEqual([])

describe('a newer copy', () => {
  const newer = `A new first line.\n\n${article.replace('$10 million', '$11 million').replace(/\n\nA pause[^\n]*/, '')}`

  test('becomes the newest text; each excerpt says what became of it; one step of undo takes all of it back', async () => {
    const source = await imported()
    await excerptOf(source, 'without a signed paper')
    await excerptOf(source, 'pay $10 million a year')
    await excerptOf(source, 'A pause in fighting of 30 days was not ruled out')
    const before = await one.ask('excerpts.list', { source })
    const carried = await one.ask('sources.addCopy', copyOf(source, newer))
    expect(carried.states).toEqual({ exact: 1, moved: 0, changed: 1, ambiguous: 0, lost: 1 })
    expect(carried.message).toContain('Of 3 excerpts, 1 stands on its words and 2 need a look')
    expect(await newest(source)).toMatchObject({ id: carried.version, number: 2, reason: 'newer copy', text: newer })
    expect((await places(source)).sort()).toEqual([
      ['changed', 'pay $10 million a year'],
      ['exact', 'without a signed paper'],
      ['lost', 'A pause in fighting of 30 days was not ruled out'],
    ])
    await isSound()
    expect(await labels(1)).toEqual(['Newer copy of “A source” added'])
    await one.ask('history.undo', {})
    expect(await one.ask('excerpts.list', { source })).toEqual(before)
    expect((await newest(source)).text).toBe(article)
    await one.ask('history.redo', {})
    expect((await newest(source)).text).toBe(newer)
  })

  test('of what is there already is refused with the way to go', async () => {
    const source = await imported()
    const other = await imported('Something else entirely.', { title: 'Another one' })
    const refused = async (input: unknown) => (await one.refused('sources.addCopy', input)).message
    expect(await refused(copyOf(source, article))).toContain('text 1 of this source')
    const sameWords = { ...copyOf(source, article), bytes: new TextEncoder().encode(`\uFEFF${article}`) }
    expect(await refused(sameWords)).toContain('nothing to carry over')
    expect(await refused(copyOf(source, 'Something else entirely.'))).toContain('“Another one”')
    expect(await refused(copyOf(source, ' '))).toContain('no text')
    expect((await one.ask('sources.read', { id: other })).versions).toHaveLength(1)
  })

  test('tells what the source did not know, and overwrites nothing', async () => {
    const source = await imported(article, { title: 'Our title' })
    const copy = copyOf(source, newer)
    const said = {
      field: 'publisher',
      value: 'The Courier',
      readings: [],
      words: 'The Courier',
      origin: 'text',
      mark: '',
    }
    const bibliography = { ...copy.draft.bibliography, title: 'Their title', publisher: 'The Courier' }
    await one.ask('sources.addCopy', {
      ...copy,
      draft: { ...copy.draft, bibliography, statements: [said as never], warnings: ['Odd.'] },
    })
    const read = (await one.ask('sources.read', { id: source })).source
    expect(read).toMatchObject({ title: 'Our title', publisher: 'The Courier', statements: [said], warnings: ['Odd.'] })
  })
})

describe('a correction', () => {
  test('takes excerpts along by the changes themselves, however alike the words elsewhere', async () => {
    const rows = ['Payment: 5 % a year.', 'Payment: 5 % a year.', 'Payment: S % a year.'].join('\n\n')
    const source = await imported(rows)
    const version = await newest(source)
    const second = rows.indexOf('Payment', 3)
    await one.ask('excerpts.create', {
      source,
      textVersion: version.id,
      start: second,
      end: second + 12,
      colour: 'straw',
    })
    const carried = await one.ask('sources.correct', {
      source,
      version: version.id,
      edits: [{ start: 9, end: 12, words: 'fifty per cent' }, edit(rows, 'S %', '5 %')],
      note: 'Read off the scan again',
    })
    expect(carried.states).toMatchObject({ exact: 1, changed: 0, ambiguous: 0 })
    const [excerpt] = await one.ask('excerpts.list', { source })
    expect(excerpt?.anchor.start).toBe(second + 'fifty per cent'.length - 3)
    expect(await newest(source)).toMatchObject({
      reason: 'correction',
      note: 'Read off the scan again',
      fileName: 'source.txt',
      text: 'Payment: fifty per cent a year.\n\nPayment: 5 % a year.\n\nPayment: 5 % a year.',
    })
    expect(await labels(1)).toEqual(['Text of “A source” corrected'])
    await isSound()
  })

  test('of quoted words shows the quotation as changed, never as exact', async () => {
    const source = await imported()
    await excerptOf(source, 'pay $10 million a year')
    await excerptOf(source, '$10 million')
    const version = await newest(source)
    await one.ask('sources.correct', {
      source,
      version: version.id,
      edits: [edit(article, '$10', '$70')],
      note: 'A seven',
    })
    expect(await places(source)).toEqual([
      ['changed', 'pay $10 million a year'],
      ['changed', '$10 million'],
    ])
    const cards = await one.ask('excerpts.list', { source })
    const { text } = await newest(source)
    expect(cards.map(({ anchor }) => text.slice(anchor.start, anchor.end))).toEqual([
      'pay $70 million a year',
      '$70 million',
    ])
  })

  test('is found by search, and the words it replaced are not', async () => {
    const source = await imported()
    const version = await newest(source)
    const input = { source, version: version.id, edits: [edit(article, 'port city', 'harbour town')], note: 'Typo' }
    await one.ask('sources.correct', input)
    const hits = async (words: string) => (await one.ask('search.find', { query: words, limit: 9 })).hits.length
    expect([await hits('harbour'), await hits('"port city"')]).toEqual([1, 0])
  })

  test('that cannot be made is refused, and nothing is kept', async () => {
    const source = await imported()
    const { id } = await newest(source)
    const correct = (edits: unknown[], version: string = id, note = 'Why') => ({ source, version, edits, note })
    const refused = async (input: unknown) => (await one.refused('sources.correct', input)).code
    expect(await refused(correct([edit(article, 'port', 'port')]))).toBe('refused')
    expect(await refused(correct([{ start: 0, end: article.length, words: '' }]))).toBe('refused')
    expect(await refused(correct([{ start: 0, end: 9_999, words: 'x' }]))).toBe('invalid')
    expect(await refused(correct([edit(article, 'port', 'x')], id, ''))).toBe('invalid')
    await one.ask('sources.correct', { source, version: id, edits: [edit(article, 'port', 'x')], note: 'Why' })
    expect(await refused(correct([edit(article, 'city', 'y')]))).toBe('stale')
    expect((await one.ask('sources.read', { id: source })).versions).toHaveLength(2)
  })
})

test('an earlier text is restored with the places excerpts had in it; later excerpts are looked for', async () => {
  const source = await imported()
  await excerptOf(source, 'pay $10 million a year')
  const first = await newest(source)
  await one.ask('sources.addCopy', copyOf(source, article.replace('$10 million', '$11 million')))
  await excerptOf(source, 'signed paper')
  const [changed] = await one.ask('excerpts.unsettled', { source })
  await one.ask('excerpts.place', {
    id: changed?.id ?? '',
    version: (await newest(source)).id,
    start: changed?.anchor.start ?? 0,
    end: changed?.anchor.end ?? 0,
  })
  expect((await places(source)).map(([state]) => state)).toEqual(['exact', 'exact'])
  const carried = await one.ask('sources.restoreText', { source, version: first.id })
  expect(carried.states.exact).toBe(2)
  expect(await places(source)).toEqual([
    ['exact', 'signed paper'],
    ['exact', 'pay $10 million a year'],
  ])
  expect(await newest(source)).toMatchObject({ number: 3, reason: 'restored', text: article, fileName: 'source.txt' })
  expect(await labels(1)).toEqual(['Text 1 of “A source” restored'])
  expect((await one.refused('sources.restoreText', { source, version: carried.version })).message).toContain('newest')
  await isSound()
  const then = await one.ask('sources.readText', { version: first.id })
  expect(then.excerpts.map(({ anchor }) => anchor.exact)).toEqual(['pay $10 million a year'])
  await one.ask('history.undo', {})
  expect(await places(source)).toContainEqual(['exact', 'pay $11 million a year'])
})

describe('two sources that are one', () => {
  test('the newer becomes the newest text of the other and is gone; undo parts them again', async () => {
    const source = await imported()
    await excerptOf(source, 'without a signed paper')
    const newer = await imported(`${article}\n\nUpdated on Thursday.`, {
      title: 'The same, updated',
      fileName: 'b.txt',
    })
    const before = await one.ask('sources.list', {})
    const carried = await one.ask('sources.joinAsCopy', { newer, into: source })
    expect(carried.states.exact).toBe(1)
    expect(await newest(source)).toMatchObject({ number: 2, reason: 'newer copy', fileName: 'b.txt' })
    expect((await one.refused('sources.read', { id: newer })).code).toBe('stale')
    await isSound()
    await one.ask('history.undo', {})
    expect(await one.ask('sources.list', {})).toEqual(before)
    expect((await newest(newer)).text).toContain('Updated on Thursday')
    await isSound()
  })

  test('one with excerpts or claims of its own is refused', async () => {
    const [source, newer] = [await imported(), await imported('Another text.', { title: 'Newer' })]
    await one.ask('excerpts.create', await passageOf(one, newer, 'Another'))
    expect((await one.refused('sources.joinAsCopy', { newer, into: source })).message).toContain('1 excerpt')
    await one.ask('history.undo', {})
    const term = await one.ask('terms.create', termInput())
    await one.ask('claims.create', percentClaim(term.id, newer, 50))
    expect((await one.refused('sources.joinAsCopy', { newer, into: source })).message).toContain('1 claim')
    expect((await one.refused('sources.joinAsCopy', { newer: source, into: source })).message).toContain('itself')
  })
})

test('what needs a look is listed with its old surroundings and the places to choose from, and settled by choosing one', async () => {
  const source = await imported()
  const other = await imported('Nothing of note here.', { title: 'Other' })
  const lost = await excerptOf(source, 'A pause in fighting of 30 days was not ruled out')
  await excerptOf(source, 'joint fund')
  await excerptOf(other, 'Nothing')
  await one.ask(
    'sources.addCopy',
    copyOf(
      source,
      article.replace(/A pause[^\n]*/, 'Neither delegation would rule out that the fighting may pause for 30 days.'),
    ),
  )
  expect((await one.ask('excerpts.unsettled', {})).map(({ id }) => id)).toEqual([lost])
  expect(await one.ask('excerpts.unsettled', { source: other })).toEqual([])
  const found = await one.ask('excerpts.whereabouts', { id: lost })
  expect(found.stood).toEqual({ number: 1, before: '', after: ' by either delegation.' })
  const [best] = found.candidates
  expect(best?.words).toContain('rule out that the fighting may pause for 30 days')
  await one.ask('excerpts.place', { id: lost, version: found.version, start: best?.start ?? 0, end: best?.end ?? 0 })
  expect(await one.ask('excerpts.unsettled', {})).toEqual([])
  expect(await places(source)).toContainEqual(['exact', best?.words])
  expect(await labels(1)).toEqual(['Excerpt of “A source” put on its passage'])
  await isSound()
  await one.ask('history.undo', {})
  expect((await one.ask('excerpts.unsettled', {})).map(({ id }) => id)).toEqual([lost])
  const refused = async (start: number, end: number, version: string = found.version) =>
    (await one.refused('excerpts.place', { id: lost, version, start, end })).code
  expect([await refused(5, 5), await refused(0, 99_999)]).toEqual(['invalid', 'invalid'])
})

test('every place says its page, and corrections keep it', async () => {
  const starts = [0, article.indexOf('The draft'), article.indexOf('A pause')]
  const pages = starts.map((start, at) => ({ start, label: ['iv', '', '1'][at] ?? '', imageOnly: false }))
  const source = await imported(article, { pages })
  const [first, third] = [await excerptOf(source, 'signed paper'), await excerptOf(source, 'ruled out')]
  const pageOf = async (id: string) => (await one.ask('excerpts.list', { ids: [id] }))[0]?.anchor.page
  expect([await pageOf(first), await pageOf(third)]).toEqual([1, 3])
  const version = await newest(source)
  await one.ask('sources.correct', {
    source,
    version: version.id,
    edits: [edit(article, 'port city', 'capital of the country')],
    note: 'Typo',
  })
  const { text, pages: after } = await newest(source)
  expect(after.map(({ start }) => text.slice(start, start + 5))).toEqual(['Negot', 'The d', 'A pau'])
  expect([await pageOf(first), await pageOf(third)]).toEqual([1, 3])
  await one.ask('sources.addCopy', copyOf(source, `${article} No pages.`))
  expect([await pageOf(first), await pageOf(third)]).toEqual([null, null])
})
