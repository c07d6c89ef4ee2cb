import { afterEach, expect, test } from 'vitest'
import { openTestCase, type TestCase } from '../../support/case.ts'
import { blockWith, idOf } from '../../support/records.ts'

let running: TestCase | null = null

afterEach(async () => {
  await running?.close()
  running = null
})

const withProse = async (words: string) => {
  running = await openTestCase()
  const { ask } = running
  const briefing = await ask('briefings.create', { title: 'Weekly', template: 'flash' })
  const document = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] }
  const patch = { blocks: [blockWith('bottom line', { id: idOf(1), document })] }
  await ask('briefings.update', { id: briefing.id, patch })
  const found = async (rule: string) =>
    (await ask('briefings.check', { id: briefing.id })).find(one => one.rule === rule)
  const blocks = async () => (await ask('briefings.read', { id: briefing.id })).blocks
  return { ...running, id: briefing.id, found, blocks }
}

test('a quick fix is one step, which undo takes back and names', async () => {
  const { ask, refused, id, found, blocks } = await withProse('It is highly likely.')
  const finding = await found('off-scale')
  expect(finding).toMatchObject({
    fix: 'Write “very likely” for “highly likely”',
    place: { range: { start: 6, end: 19 } },
  })
  const before = await blocks()
  await ask('briefings.fix', { id, finding: finding?.key ?? '' })
  expect(await found('off-scale')).toBeUndefined()
  expect(JSON.stringify(await blocks())).toContain('It is very likely.')
  expect(await refused('briefings.fix', { id, finding: finding?.key ?? '' })).toMatchObject({ code: 'stale' })
  expect(JSON.stringify(await ask('history.undo', {}))).toContain('Write “very likely” for “highly likely”')
  expect(await blocks()).toEqual(before)
})

test('a section that a fix adds has an id of its own, and stands where it belongs', async () => {
  const { ask, id, found, blocks } = await withProse('It is very likely.')
  await ask('briefings.fix', { id, finding: (await found('key-judgements'))?.key ?? '' })
  expect((await blocks()).map(({ kind }) => kind)).toEqual(['bottom line', 'key judgements'])
  expect(new Set((await blocks()).map(one => one.id)).size).toBe(2)
})

test('what has no quick fix refuses one', async () => {
  const { refused, id, found } = await withProse('Sources say that it was agreed.')
  const finding = await found('vague-attribution')
  expect(finding?.fix).toBe(null)
  expect(await refused('briefings.fix', { id, finding: finding?.key ?? '' })).toMatchObject({ code: 'refused' })
})

test('an answer is kept with who gave it, holds while the words do, and an empty one takes it back', async () => {
  const { ask, id, found } = await withProse('Sources say that it was agreed.')
  const key = (await found('vague-attribution'))?.key ?? ''
  await ask('briefings.answer', { id, finding: key, reason: ' They asked not to be named. ' })
  expect(await found('vague-attribution')).toMatchObject({ answer: 'They asked not to be named.' })
  expect((await ask('briefings.read', { id })).answers).toMatchObject([{ rule: 'vague-attribution', by: 'A. Analyst' }])
  await ask('briefings.answer', { id, finding: key, reason: '' })
  expect(await found('vague-attribution')).toMatchObject({ answer: null })
})
