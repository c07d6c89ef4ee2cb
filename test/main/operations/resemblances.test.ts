import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Database, openCase } from '../../../main/store/case-file.ts'
import { importInput, openTestCase, percentClaim, type TestCase, termInput } from '../../support/case.ts'
import { makeLargeCase } from '../../support/large-case.ts'
import { cited } from '../../support/resemblance/languages.ts'
import { stories } from '../../support/resemblance/stories.ts'

let one: TestCase
beforeEach(async () => {
  one = await openTestCase()
})
afterEach(() => one.close())

const [bridge, water] = stories
const told = (story = bridge, which = 0) => (story?.tellings[which]?.paragraphs ?? []).join('\n\n')
const more = water?.tellings[0].paragraphs[3] ?? ''

const brought = (text: string, title: string, publisher = '') => {
  const input = importInput(text, { title, fileName: `${title}.txt` })
  input.draft.bibliography.publisher = publisher
  return one.ask('sources.import', input)
}
const all = () => one.ask('resemblances.list', {})

describe('an import', () => {
  test('proposes the newer version of an article, in the step of undo that brought it', async () => {
    const first = await brought(told(), 'Bridge closed')
    const second = await brought(`${told()}\n\n${more}`, 'Bridge still closed')
    expect(first.resembles).toEqual([])
    expect(second.resembles).toMatchObject([{ source: first.source, title: 'Bridge closed', kind: 'same article' }])
    expect(second.resembles[0]?.likeness).toBeGreaterThan(95)
    const [found] = await all()
    expect(found).toMatchObject({
      first: first.source,
      second: second.source,
      firstTitle: 'Bridge closed',
      secondTitle: 'Bridge still closed',
      state: 'proposed',
      phrases: [],
    })
    expect(found?.reason).toMatch(/^\d+ % of the shorter text stands in the other too/)
    expect(await one.ask('resemblances.list', { source: first.source })).toHaveLength(1)
    await one.ask('history.undo', {})
    expect(await all()).toEqual([])
    await one.ask('history.redo', {})
    expect(await all()).toHaveLength(1)
  })

  test('proposes a relay by its passages, and one by the name of its origin', async () => {
    const [, ...rest] = told().split('\n\n')
    await brought(told(), 'Bridge closed')
    const longer = [...told(water).split('\n\n'), ...rest.slice(0, 2), ...told(stories[2]).split('\n\n')].join('\n\n')
    expect((await brought(longer, 'The week')).resembles).toMatchObject([{ kind: 'relay', title: 'Bridge closed' }])
    const [english] = cited
    await brought(english?.report ?? '', 'Ferries', english?.publisher)
    const { resembles } = await brought(english?.relay ?? '', 'Without smoke', 'A Third Site')
    expect(resembles).toMatchObject([{ kind: 'relay', title: 'Ferries' }])
    expect(resembles[0]?.reason).toContain('As reported by Harbour Weekly')
    expect((await all()).find(({ firstTitle }) => firstTitle === 'Ferries')?.phrases).toEqual([
      'As reported by Harbour Weekly',
    ])
  })

  test('recognises a report that comes in after the article that names it', async () => {
    const german = cited.find(({ language }) => language === 'de')
    const relay = await brought(german?.relay ?? '', 'Strom vom Bach', 'Ein anderes Blatt')
    const { resembles } = await brought(german?.report ?? '', 'Wasserkraft', german?.publisher)
    expect(resembles).toMatchObject([{ kind: 'relay', source: relay.source }])
    expect(resembles[0]?.reason).toContain('“Strom vom Bach” names the other as its origin')
  })

  test('knows what came back by redo, what a change of publisher tells, and forgets what was taken back', async () => {
    const [english] = cited
    await brought(english?.report ?? '', 'Ferries')
    const relay = () => brought(english?.relay ?? '', 'Without smoke', 'A Third Site')
    expect((await relay()).resembles).toEqual([])
    await one.ask('history.undo', {})
    const [ferries] = await one.ask('sources.list', {})
    await one.ask('sources.update', { ids: [ferries?.id ?? ''], patch: { publisher: 'Harbour Weekly' } })
    expect((await relay()).resembles).toHaveLength(1)
    await one.ask('history.undo', {})
    await one.ask('sources.remove', { id: ferries?.id ?? '' })
    expect((await relay()).resembles).toEqual([])
    await one.ask('history.undo', {})
    await one.ask('history.undo', {})
    expect((await relay()).resembles).toHaveLength(1)
  })

  test('does not take two reports of one event for relays because both quote the same speech', async () => {
    const said = (bridge?.speech ?? []).map(words => `“${words},” he said.`).join('\n\n')
    await brought(`${told()}\n\n${said}`, 'Bridge closed')
    const { resembles } = await brought(`${said.replace(/[“”]/g, '"')}\n\n${told(bridge, 1)}`, 'Stranded')
    expect(resembles).toEqual([])
  })

  test('leaves no finding of the check behind, whatever is undone', async () => {
    await brought(told(), 'Bridge closed')
    await brought(`${told()}\n\n${more}`, 'Bridge still closed')
    const findings = async () => (await one.ask('check.run', {})).findings
    expect(await findings()).toEqual([])
    await one.ask('history.undo', {})
    await one.ask('history.undo', {})
    expect(await findings()).toEqual([])
  })

  test('can be taken back although a later one resembles it', async () => {
    await brought(told(), 'Bridge closed')
    await brought(`${told()}\n\n${more}`, 'Bridge still closed')
    const [, first] = await one.ask('history.list', { limit: 9 })
    const { skipped } = await one.ask('history.takeBack', { tx: first?.id ?? 0 })
    expect(skipped).toEqual([])
    expect(await all()).toEqual([])
    expect(await one.ask('sources.list', {})).toHaveLength(1)
  })
})

describe('a decision', () => {
  const pair = async () => {
    const first = await brought(told(), 'Bridge closed')
    const second = await brought(`${told()}\n\n${more}`, 'Bridge still closed')
    const [found] = await all()
    return { first: first.source, second: second.source, id: found?.id ?? '' }
  }
  const lineagesOf = async () => (await one.ask('sources.list', {})).map(({ lineage }) => lineage)

  test('gives both one origin, and their claims corroborate nothing any more', async () => {
    const { first, second, id } = await pair()
    const term = await one.ask('terms.create', termInput())
    await one.ask('claims.create', percentClaim(term.id, first, 50))
    await one.ask('claims.create', percentClaim(term.id, second, 30))
    const conflicting = () => one.ask('conflicts.list', {})
    expect(await conflicting()).toHaveLength(1)
    await one.ask('resemblances.confirm', { id })
    const [lineage] = await one.ask('lineages.list', {})
    expect(lineage?.name).toBe('Bridge closed')
    expect(await lineagesOf()).toEqual([lineage?.id, lineage?.id])
    expect(await all()).toMatchObject([{ state: 'confirmed' }])
    expect((await one.ask('case.state', {}))?.undo).toBe('“Bridge closed” and “Bridge still closed” given one origin')
    await one.ask('history.undo', {})
    expect(await lineagesOf()).toEqual([null, null])
    expect(await one.ask('lineages.list', {})).toEqual([])
    expect(await all()).toMatchObject([{ state: 'proposed' }])
  })

  test('takes the origin that either has, or the one that is named; two are not mixed unasked', async () => {
    const { first, second, id } = await pair()
    const agency = await one.ask('lineages.create', { name: 'The agency', description: '' })
    const ministry = await one.ask('lineages.create', { name: 'The ministry', description: '' })
    await one.ask('sources.update', { ids: [second], patch: { lineage: agency.id } })
    await one.ask('resemblances.confirm', { id })
    expect(await lineagesOf()).toEqual([agency.id, agency.id])
    await one.ask('sources.update', { ids: [first], patch: { lineage: ministry.id } })
    const refusal = await one.refused('resemblances.confirm', { id })
    expect(refusal.message).toContain('have different origins already')
    await one.ask('resemblances.confirm', { id, lineage: ministry.id })
    expect(await lineagesOf()).toEqual([ministry.id, ministry.id])
  })

  test('is remembered: the pair is not proposed again until it is reopened', async () => {
    const { id } = await pair()
    await one.ask('resemblances.dismiss', { id })
    expect(await one.ask('resemblances.find', {})).toEqual({ found: 0 })
    expect(await all()).toMatchObject([{ state: 'dismissed' }])
    await one.ask('resemblances.reopen', { id })
    expect(await all()).toMatchObject([{ state: 'proposed' }])
  })
})

/** Makes the case one from before there were signatures. */
const unsigned = async (also: (db: Database) => void = () => undefined) => {
  await one.workbench.close()
  const file = await openCase(one.path)
  if (!file.ok) throw new Error(file.message)
  file.value.write('', db => {
    db.run('delete from textSignature')
    also(db)
  })
  file.value.close()
  await one.workbench.open(one.path)
}

test('an old case is made ready while the analyst pauses, and an import then meets all of it', async () => {
  await brought(told(), 'Bridge closed')
  const commands = await one.ask('history.list', { limit: 9 })
  await unsigned()
  expect((await brought(`${told()}\n\n${more}`, 'Too early')).resembles).toEqual([])
  await one.ask('history.undo', {})
  await one.workbench.rest()
  expect((await brought(`${told()}\n\n${more}`, 'Bridge still closed')).resembles).toHaveLength(1)
  expect(await one.ask('history.list', { limit: 9 })).toHaveLength(commands.length + 3)
})

describe('finding in a case that is there', () => {
  test('proposes what an old case holds, in one step of undo', async () => {
    await brought(told(), 'Bridge closed')
    await brought(`${told()}\n\n${more}`, 'Bridge still closed')
    await brought(told(water), 'Water')
    await unsigned(db => db.run('delete from resemblance'))
    expect(await all()).toEqual([])
    expect(await one.ask('resemblances.find', {})).toEqual({ found: 1 })
    expect(await all()).toMatchObject([{ firstTitle: 'Bridge closed', kind: 'same article' }])
    expect((await one.ask('case.state', {}))?.undo).toBe('1 resemblance of sources found')
    expect(await one.ask('resemblances.find', {})).toEqual({ found: 0 })
    await one.ask('history.undo', {})
    expect(await all()).toEqual([])
  })

  test('takes away a proposal that nothing speaks for any more', async () => {
    await brought(told(), 'Bridge closed')
    const { source } = await brought(`${told()}\n\n${more}`, 'Bridge still closed')
    const { version } = await one.ask('sources.read', { id: source })
    const edits = [{ start: 0, end: version.text.length, words: told(water) }]
    await one.ask('sources.correct', { source, version: version.id, edits, note: 'The wrong page was saved.' })
    expect(await all()).toHaveLength(1)
    await one.ask('resemblances.find', {})
    expect(await all()).toEqual([])
  })

  test('says how far it is, and is cancelled without a trace', async () => {
    const path = join(one.directory, 'large.gloss')
    const file = await makeLargeCase(path, { sources: 600, megabytes: 15 })
    file.close()
    await one.workbench.open(path)
    const commands = await one.ask('history.list', { limit: 50 })
    const reached: number[] = []
    one.host.emit = event => {
      if (event.kind !== 'task' || event.task.over) return
      reached.push(event.task.done / event.task.total)
      void one.workbench.call('task.cancel', { task: event.task.id })
    }
    expect(await one.workbench.call('resemblances.find', {})).toMatchObject({ ok: false, code: 'refused' })
    expect(reached.length).toBeGreaterThan(0)
    expect(reached.every(share => share > 0 && share < 1)).toBe(true)
    expect(await one.ask('history.list', { limit: 50 })).toEqual(commands)
  })
})

test('comparing lays out every character of both texts', async () => {
  const first = await brought(told(), 'Bridge closed')
  const second = await brought(`${more}\n\n${told().replace('ninety minutes', 'two hours')}`, 'Later')
  const compared = await one.ask('resemblances.compare', { first: first.source, second: second.source })
  const side = (which: 'first' | 'second') =>
    compared.stretches.map(stretch => compared[which].text.slice(stretch[which].start, stretch[which].end)).join('')
  expect([side('first'), side('second')]).toEqual([compared.first.text, compared.second.text])
  expect(compared.stretches.map(({ kind }) => kind)).toEqual(['only second', 'same', 'changed', 'same'])
})
