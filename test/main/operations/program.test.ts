import { afterEach, beforeEach, expect, test } from 'vitest'
import { speakAsTold } from '../../../main/spoken.ts'
import { openTestCase, type TestCase, termInput } from '../../support/case.ts'

let one: TestCase
beforeEach(async () => {
  one = await openTestCase()
})
afterEach(async () => {
  speakAsTold('')
  await one.close()
})

test('About names what the desktop runs on and the SQLite that keeps the cases', async () => {
  const { version, parts } = await one.ask('program.about', {})
  expect(version).toBe('0.0.0')
  expect(parts).toEqual([
    { name: 'Chromium', value: '114' },
    { name: 'SQLite', value: expect.stringMatching(/^3\.\d+\.\d+$/) },
  ])
})

test('another language is kept and spoken; the same one again disturbs nobody', async () => {
  const spoken: string[] = []
  one.host.speak = async language => void spoken.push(language)
  expect(await one.ask('program.settings', {})).toEqual({ language: 'system' })
  await one.ask('program.changeSettings', { language: 'uk' })
  await one.ask('program.changeSettings', { language: 'uk' })
  expect(await one.ask('program.settings', {})).toEqual({ language: 'uk' })
  expect(spoken).toEqual(['uk'])
})

test('a workbench that is told another language says everything in it, and the first again', async () => {
  const { id } = await one.ask('terms.create', termInput({ name: 'Share' }))
  const says = async () => [
    (await one.refused('case.openRecent', { id: 'none' })).message,
    (await one.refused('terms.read', { id: 'none' })).message,
    JSON.stringify((await one.ask('check.run', {})).findings.map(({ sentence }) => sentence)),
  ]
  const english = await says()
  speakAsTold('uk')
  const ukrainian = await says()
  expect(ukrainian[0]).toMatch(/\p{Script=Cyrillic}/u)
  expect(ukrainian[0]).not.toBe(english[0])
  speakAsTold('en')
  expect(await says()).toEqual(english)
  expect(await one.ask('terms.list', {})).toMatchObject([{ id }])
})

test('the menu is told what the page offers, and a case from outside is opened by its id', async () => {
  const offers: unknown[] = []
  one.host.offer = async offer => void offers.push(offer)
  const offer = { commands: [{ id: 'undo', title: 'Undo', group: 'Case' }], inDialog: false, typing: true }
  await one.ask('program.offer', offer)
  expect(offers).toEqual([offer])

  const events: { kind: string; id?: string; fileName?: string }[] = []
  one.host.emit = event => void events.push(event)
  one.workbench.handOver(one.path)
  expect(events).toEqual([{ kind: 'handed', id: expect.any(String), fileName: 'test.gloss' }])
  expect(JSON.stringify(events)).not.toContain(one.directory)
  expect(await one.ask('case.openHanded', { id: events[0]?.id ?? '' })).toMatchObject({ opened: true })
  expect((await one.refused('case.openHanded', { id: 'none' })).code).toBe('stale')
})

test('the diagnostics say what failed and nothing of the case', async () => {
  await one.ask('terms.create', termInput({ name: 'Zwjvqk' }))
  one.host.chooseOpenCase = async () => {
    throw new Error(`cannot open ${one.path} of "Zwjvqk"`)
  }
  expect((await one.refused('case.open', {})).code).toBe('broken')
  const { text } = await one.ask('program.copyDiagnostics', {})
  expect(one.host.copied).toBe(text)
  expect(text).toContain('Glossator 0.0.0')
  expect(text).toContain('case.open: Error: cannot open …')
  expect(text).not.toContain('Zwjvqk')
  expect(text).not.toContain(one.directory)
})
