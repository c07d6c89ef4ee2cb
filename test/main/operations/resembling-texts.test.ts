import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { insertOriginal } from '../../../main/records/originals.ts'
import { openCase } from '../../../main/store/case-file.ts'
import { importInput, openTestCase, type TestCase } from '../../support/case.ts'
import { stories } from '../../support/resemblance/stories.ts'

let one: TestCase
beforeEach(async () => {
  one = await openTestCase()
})
afterEach(() => one.close())

const told = (which: number) => (stories[which]?.tellings[0].paragraphs ?? []).join('\n\n')
const [bridge, water, third] = [told(0), told(1), told(2)]
/** The story of the bridge as another printed it. */
const reprinted = `${bridge}\n\n${water.split('\n\n')[3]}`

const file = (text: string, title: string) => importInput(text, { title, fileName: `${title}.txt` })
const brought = async (text: string, title: string) => (await one.ask('sources.import', file(text, title))).source
const copyOf = (source: string, text: string) => {
  const { draft, fileName, bytes } = file(text, 'A copy')
  return { source, draft, fileName, bytes }
}
const newest = async (source: string) => (await one.ask('sources.read', { id: source })).version
const rewritten = async (source: string, words: string) => {
  const { id: version, text } = await newest(source)
  const edits = [{ start: 0, end: text.length, words }]
  await one.ask('sources.correct', { source, version, edits, note: 'The wrong page was saved.' })
}
const pairs = async () =>
  (await one.ask('resemblances.list', {})).map(({ first, second, kind, state }) => [first, second, kind, state])

/** Says of a source that it stands for an original. */
const standFor = async (source: string, { bytes }: { bytes: Uint8Array }) => {
  await one.workbench.close()
  const opened = await openCase(one.path)
  if (!opened.ok) throw new Error(opened.message)
  const fileSha256 = createHash('sha256').update(bytes).digest('hex')
  opened.value.write('stand for', db => insertOriginal(db, { source: source as never, fileSha256, title: '' }))
  opened.value.close()
  await one.workbench.open(one.path)
}

describe('what another source printed is proposed in the step of undo that brings', () => {
  test.each<[string, (source: string) => Promise<unknown>]>([
    ['a newer copy', source => one.ask('sources.addCopy', copyOf(source, reprinted))],
    ['a correction', source => rewritten(source, reprinted)],
    [
      'the text of a source that is joined as a copy',
      async source => one.ask('sources.joinAsCopy', { newer: await brought(reprinted, 'Joined'), into: source }),
    ],
    [
      'the original of a digest, as a file of an import',
      async source => {
        await standFor(source, file(reprinted, 'Original'))
        expect(await one.ask('sources.import', file(reprinted, 'Original'))).toMatchObject({
          outcome: 'version',
          resembles: [{ title: 'Bridge closed', kind: 'same article' }],
        })
      },
    ],
    [
      'the original of a digest, as a copy',
      async source => {
        await standFor(source, file(reprinted, 'A copy'))
        await one.ask('sources.addCopy', copyOf(source, reprinted))
        expect((await newest(source)).reason).toBe('original')
      },
    ],
  ])('%s', async (_what, bring) => {
    const first = await brought(bridge, 'Bridge closed')
    const second = await brought(water, 'Water')
    expect(await pairs()).toEqual([])
    await bring(second)
    expect(await pairs()).toEqual([[first, second, 'same article', 'proposed']])
    await one.ask('history.undo', {})
    expect(await pairs()).not.toContainEqual([first, second, 'same article', 'proposed'])
    await one.ask('history.redo', {})
    expect(await pairs()).toEqual([[first, second, 'same article', 'proposed']])
    expect(await one.ask('resemblances.find', {})).toEqual({ found: 0 })
    expect((await one.ask('check.run', {})).findings).toEqual([])
  })

  test('a restored text', async () => {
    const first = await brought(reprinted, 'Bridge still closed')
    const { id: version } = await newest(first)
    await rewritten(first, water)
    const second = await brought(bridge, 'Bridge closed')
    expect(await pairs()).toEqual([])
    await one.ask('sources.restoreText', { source: first, version })
    expect(await pairs()).toEqual([[first, second, 'same article', 'proposed']])
    await one.ask('history.undo', {})
    expect(await pairs()).toEqual([])
  })
})

test('a source never resembles itself, whatever texts it had', async () => {
  const source = await brought(bridge, 'Bridge closed')
  const { id: version } = await newest(source)
  await one.ask('sources.addCopy', copyOf(source, reprinted))
  await rewritten(source, `${reprinted}\n\nMore follows.`)
  await one.ask('sources.restoreText', { source, version })
  await one.ask('sources.joinAsCopy', { newer: await brought(`${bridge}\n\nMore to come.`, 'Joined'), into: source })
  expect(await pairs()).toEqual([])
})

test('a decision stands when another text comes', async () => {
  const first = await brought(bridge, 'Bridge closed')
  const second = await brought(reprinted, 'Bridge still closed')
  const [pair] = await one.ask('resemblances.list', {})
  await one.ask('resemblances.dismiss', { id: pair?.id ?? '' })
  await one.ask('sources.addCopy', copyOf(second, `${reprinted}\n\nMore follows.`))
  expect(await pairs()).toEqual([[first, second, 'same article', 'dismissed']])
})

test('a case that is opened again knows the newest text of every source, joined or parted again', async () => {
  const newer = await brought(bridge, 'Bridge closed')
  const into = await brought(water, 'Water')
  const again = async () => {
    await one.workbench.close()
    await one.workbench.open(one.path)
    await one.workbench.rest()
  }
  const resembled = async (text: string) => {
    const { resembles } = await one.ask('sources.import', file(text, 'Asked'))
    await one.ask('history.undo', {})
    return resembles.map(({ source }) => source)
  }
  await one.ask('sources.joinAsCopy', { newer, into })
  await again()
  expect(await resembled(reprinted)).toEqual([into])
  expect(await resembled(`${water}\n\n${third}`)).toEqual([])
  await one.ask('history.undo', {})
  await again()
  expect(await resembled(reprinted)).toEqual([newer])
  expect(await resembled(`${water}\n\n${third}`)).toEqual([into])
})
