import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Desk } from '../../../main/operation.ts'
import { save } from '../../../main/operations/briefing-export.ts'
import { openCase } from '../../../main/store/case-file.ts'
import type { Task } from '../../../main/task.ts'
import { readDocx } from '../../../renderer/importers/office/docx.ts'
import { type BriefingFormat, briefingFormat } from '../../../shared/contract/briefings.ts'
import type { Briefing } from '../../../shared/model/briefing.ts'
import { Refused } from '../../../shared/outcome.ts'
import { letStand, openTestCase, type TestCase } from '../../support/case.ts'

let one: TestCase
let briefing: Briefing
beforeEach(async () => {
  one = await openTestCase()
  briefing = await one.ask('briefings.create', { title: 'Where the money goes', template: 'brief' })
})
afterEach(() => one.close())

const out = (format: string) => path.join(one.directory, `out.${format}`)
const ending = ({ format }: { format: string }) => format
const editionsOf = async () => JSON.parse((await one.ask('export.text', { format: 'json' })).text).editions

test('Word, a page and Markdown need no engine that prints; a draft is no edition, what is issued is one', async () => {
  await letStand(one, briefing.id)
  one.host.engine = async () => {
    throw new Error('There is none.')
  }
  for (const format of ['docx', 'html', 'md'] as const) {
    one.host.answer = out(format)
    const { degraded } = await one.ask('briefings.export', { id: briefing.id, format, issue: false })
    expect(degraded.length, format).toBe(format === 'html' ? 0 : 1)
  }
  expect(readDocx(new Uint8Array(readFileSync(out('docx')))).text).toContain('Where the money goes')
  expect(readFileSync(out('html'), 'utf8')).toMatch(/<h1[^>]*>Where the money goes/)
  expect(readFileSync(out('md'), 'utf8')).toContain('# Where the money goes')
  expect(one.host.printed).toEqual([])
  expect(await editionsOf()).toEqual([])
  await one.ask('briefings.export', { id: briefing.id, format: 'md' })
  expect((await editionsOf()).map(ending)).toEqual(['md'])
  expect(readFileSync(out('md'), 'utf8')).not.toMatch(/draft/i)
})

test('every format waits for open errors to be mended or answered, and asks for no place before', async () => {
  one.host.chooseSave = async () => {
    throw new Error('Nobody is to be asked.')
  }
  for (const format of briefingFormat.options)
    expect((await one.refused('briefings.export', { id: briefing.id, format })).message).toMatch(/must be mended/)
})

const cancelledAt = async (format: BriefingFormat, last: number) => {
  const said: number[] = []
  const opened = await openCase(one.path, { readOnly: true })
  if (!opened.ok) throw new Error(opened.message)
  const desk = {
    host: { ...one.host, chooseSave: async () => out(format) },
    needCase: () => opened.value,
    tasks: {
      run: (_: string, work: (task: Task) => Promise<unknown>) =>
        work({
          reached: async reached => {
            said.push(reached)
            if (reached >= last) throw new Refused('Cancelled.')
          },
        }),
    },
  } as unknown as Desk
  const asked = { id: briefing.id, format, issue: false, attachments: true, password: null }
  await expect((async () => save(desk, asked))()).rejects.toThrow('Cancelled.')
  opened.value.close()
  return said
}

test.each(briefingFormat.options)(
  '%s that is cancelled leaves what was there before, and no half file',
  async format => {
    await letStand(one, briefing.id)
    await one.workbench.close()
    // Before anything is made, when the document is there, and after the last piece.
    for (const last of [0, 20, 81]) expect((await cancelledAt(format, last)).at(-1)).toBeGreaterThanOrEqual(last)
    expect(existsSync(out(format))).toBe(false)
    writeFileSync(out(format), 'before')
    await cancelledAt(format, 81)
    expect(readFileSync(out(format), 'utf8')).toBe('before')
    expect(readdirSync(one.directory).filter(name => name.endsWith('.part'))).toEqual([])
  },
)

test('a print that fails leaves no file and no edition', async () => {
  await letStand(one, briefing.id)
  one.host.answer = out('pdf')
  one.host.printPdf = async () => {
    throw new Error('The engine is gone.')
  }
  await one.refused('briefings.export', { id: briefing.id })
  expect(readdirSync(one.directory).filter(name => /out|part/.test(name))).toEqual([])
  expect(await editionsOf()).toEqual([])
})

test('an edit while it is being printed is not in it, and the case keeps the edit', async () => {
  await letStand(one, briefing.id)
  one.host.answer = out('pdf')
  const print = one.host.printPdf
  one.host.printPdf = async (html, options) => {
    await one.ask('briefings.update', { id: briefing.id, patch: { title: 'Another title' } })
    return print(html, options)
  }
  await one.ask('briefings.export', { id: briefing.id })
  expect(one.host.printed.every(html => html.includes('Where the money goes'))).toBe(true)
  expect((await editionsOf())[0]?.title).toBe('Where the money goes')
  expect((await one.ask('briefings.read', { id: briefing.id })).title).toBe('Another title')
})
