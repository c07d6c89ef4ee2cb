import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RegisterRow } from '../../shared/contract/risks.ts'
import type { Outcome } from '../../shared/outcome.ts'
import { done, refusal } from '../../shared/outcome.ts'

type Asked = { name: string; input: unknown; answer: (outcome: Outcome<unknown>) => void; fail: (error: Error) => void }

let asked: Asked[] = []

/** The page without a page: the bridge is all that these modules need of it. */
beforeEach(() => {
  asked = []
  const call = (name: string, input: unknown) =>
    new Promise<string>((resolve, fail) =>
      asked.push({ name, input, answer: outcome => resolve(JSON.stringify(outcome)), fail }),
    )
  vi.stubGlobal('window', { workbench: { call, onEvent: () => () => undefined } })
  vi.resetModules()
})

afterEach(() => {
  vi.unstubAllGlobals()
})

const load = async () => ({
  ...(await import('../../renderer/query.ts')),
  notices: await import('../../renderer/notices.ts'),
})

const settled = () => new Promise(resolve => setImmediate(resolve))

const answerTo = (index: number, outcome: Outcome<unknown>) => {
  const one = asked[index]
  if (!one) throw new Error(`Nothing was asked ${index + 1} times.`)
  one.answer(outcome)
  return settled()
}

describe('reading', () => {
  test('asks once for many readers and tells them all', async () => {
    const { watch } = await load()
    const heard: unknown[] = []
    const first = watch('notes.list', {})
    first.subscribe(() => heard.push(first.answer().value))
    const second = watch('notes.list', {})
    second.subscribe(() => heard.push(second.answer().value))
    expect(asked).toHaveLength(1)
    await answerTo(0, done(['a']))
    expect(heard).toEqual([['a'], ['a']])
    expect(first.answer()).toBe(second.answer())
  })

  test('drops a late answer to an older question', async () => {
    const { watch, forget } = await load()
    const notes = watch('notes.list', {})
    notes.subscribe(() => undefined)
    forget(['note'])
    expect(asked).toHaveLength(2)
    await answerTo(1, done(['new']))
    await answerTo(0, done(['old']))
    expect(notes.answer().value).toEqual(['new'])
  })

  test('follows the register by what changed, and asks for all of it after a refusal', async () => {
    const { watch, forget } = await load()
    const row = (number: number, title = `Risk ${number}`) =>
      ({ id: `${number}`, ref: `R-0${number}`, title, strikesBy: null, current: null, inherent: null }) as RegisterRow
    const register = watch('risks.register', {})
    register.subscribe(() => undefined)
    const answer = (at: string, whole: boolean, rows: RegisterRow[], gone: string[] = []) =>
      answerTo(asked.length - 1, done({ at, whole, rows, gone }))
    const refs = () => register.answer().value?.map(({ title }) => title)
    await answer('first', true, [row(1), row(2), row(4)])
    const [first] = register.answer().value ?? []
    forget(['risk'])
    expect(asked.at(-1)).toMatchObject({ name: 'risks.registerSince', input: { since: 'first' } })
    await answer('second', false, [row(3), row(2, 'Edited')], ['4'])
    expect(refs()).toEqual(['Risk 1', 'Edited', 'Risk 3'])
    expect(register.answer().value?.[0]).toBe(first)
    forget(['risk'])
    await answerTo(asked.length - 1, refusal('broken', 'The disk is gone.'))
    expect(register.answer().refusal?.message).toBe('The disk is gone.')
    forget(['risk'])
    expect(asked.at(-1)?.input).toEqual({ since: null })
    await answer('third', true, [row(1)])
    expect(refs()).toEqual(['Risk 1'])
  })

  test('keeps the last answer while the next is on its way', async () => {
    const { watch, forget } = await load()
    const notes = watch('notes.list', {})
    notes.subscribe(() => undefined)
    await answerTo(0, done(['first']))
    forget(['note'])
    expect(notes.answer().value).toEqual(['first'])
  })

  test('forgets only what is made of a changed kind of record, and asks again only what is on the screen', async () => {
    const { watch, forget } = await load()
    const leave = watch('notes.list', {}).subscribe(() => undefined)
    watch('tags.list', {}).subscribe(() => undefined)
    await answerTo(0, done(['first']))
    forget(['party'])
    expect(asked).toHaveLength(2)
    leave()
    forget(['note'])
    expect(asked).toHaveLength(2)
    expect(watch('notes.list', {}).answer().value).toBeUndefined()
    watch('notes.list', {}).subscribe(() => undefined)
    expect(asked.map(one => one.name)).toEqual(['notes.list', 'tags.list', 'notes.list'])
  })

  test('a call that fails is a refusal and never hangs', async () => {
    const { watch } = await load()
    const notes = watch('notes.list', {})
    notes.subscribe(() => undefined)
    asked[0]?.fail(new Error('The process is gone.'))
    await settled()
    expect(notes.answer().refusal).toMatchObject({ ok: false, code: 'broken' })
  })
})

describe('writing', () => {
  test('tells readers what it changed', async () => {
    const { watch, perform } = await load()
    watch('notes.list', {}).subscribe(() => undefined)
    await answerTo(0, done([]))
    const outcome = perform('notes.create', { title: '', document: { type: 'doc' } })
    await answerTo(1, done({}, ['note']))
    expect(await outcome).toMatchObject({ ok: true })
    expect(asked.map(one => one.name)).toEqual(['notes.list', 'notes.create', 'notes.list'])
  })

  test('shows a refusal as a notice and forgets nothing', async () => {
    const { watch, perform, notices } = await load()
    watch('notes.list', {}).subscribe(() => undefined)
    const outcome = perform('notes.create', { title: '', document: { type: 'doc' } })
    await answerTo(1, refusal('refused', 'The case is read-only.'))
    expect(await outcome).toMatchObject({ ok: false })
    expect(notices.currentNotice()).toEqual({ tone: 'problem', text: 'The case is read-only.' })
    expect(asked).toHaveLength(2)
  })
})
