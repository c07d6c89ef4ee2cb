import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDocx } from '../../../renderer/importers/office/docx.ts'
import { openTestCase } from '../../support/case.ts'
import { buildCommandLine, bundlingTime, type CommandLine, fingerprint } from '../../support/command-line.ts'
import { blockWith, idOf, judgementWith } from '../../support/records.ts'

const flash = 'The minerals agreement is signed, its text is not known'
const draft = 'Where the money goes'

let glossator: CommandLine

/** A case with one briefing of a judgement that rests on nothing: the check finds errors that nobody has answered. */
async function caseWithErrors(): Promise<void> {
  const opened = await openTestCase()
  const { id } = await opened.ask('briefings.create', { title: draft, template: 'brief' })
  const judgements = [judgementWith({ excerpts: [] }), judgementWith({ id: idOf(2), confidence: 'high', excerpts: [] })]
  await opened.ask('briefings.update', { id, patch: { blocks: [blockWith('key judgements', { judgements })] } })
  const { directory } = opened
  await opened.workbench.close()
  copyFileSync(path.join(directory, 'test.gloss'), glossator.at('open.gloss'))
  await opened.close()
}

beforeAll(async () => {
  glossator = await buildCommandLine()
  expect(await glossator.run('sample', 'sample.gloss')).toMatchObject({ status: 0 })
  await caseWithErrors()
}, bundlingTime)
afterAll(() => glossator.remove())

const copied = (of: string, name: string) => copyFileSync(glossator.at(of), glossator.at(name))
const exported = (file: string, ...words: string[]) => glossator.run('export', file, ...words)
const text = (name: string) => readFileSync(glossator.at(name), 'utf8')
type Answer = { sentence: string; rule: string; severity: string; answer: string | null }
const findingsOf = async (file: string, ...words: string[]) => {
  const { status, document } = await exported(file, '--check', '--json', ...words)
  return { status, ...(document() as { findings: Answer[]; open: number; briefing: string }) }
}
const editionsOf = async (file: string) => {
  const { out } = await exported(file, '--format', 'json', '-o', '-')
  const { editions, briefings } = JSON.parse(out) as {
    editions: { briefing: string; number: number; format: string }[]
    briefings: { id: string; title: string }[]
  }
  const of = (title: string) => briefings.find(briefing => briefing.title === title)?.id
  return (title: string) => editions.filter(({ briefing }) => briefing === of(title)).map(({ format }) => format)
}

describe('a briefing goes out by the command line', () => {
  test('as a Word document, a page and Markdown, each a version of its own', async () => {
    copied('sample.gloss', 'formats.gloss')
    for (const format of ['docx', 'html', 'md']) {
      const run = await exported('formats.gloss', '--briefing', flash, '--format', format, '-o', `flash.${format}`)
      expect(run.err).toBe('')
      expect(run).toMatchObject({ status: 0 })
      expect(run.out).toContain(`Wrote flash.${format}.\n`)
    }
    expect(readDocx(new Uint8Array(readFileSync(glossator.at('flash.docx')))).text).toContain(flash)
    expect(text('flash.html')).toMatch(new RegExp(`<h1[^>]*>${flash}`))
    expect(text('flash.html')).toContain('Version 2, ')
    expect(text('flash.md')).toContain(`# ${flash}\n`)
    expect(text('flash.md')).toContain('Version 3, ')
    expect((await editionsOf('formats.gloss'))(flash)).toEqual(['docx', 'html', 'md'])
    expect(readdirSync(glossator.at('.')).filter(name => name.startsWith('flash.'))).toHaveLength(3)
  })

  test('beside the caller under its own title, and what the format cannot hold is told', async () => {
    copied('sample.gloss', 'beside.gloss')
    const run = await exported('beside.gloss', '--briefing', flash, '--format', 'md', '--json')
    const out = glossator.at(`${flash}.md`)
    expect(run.status).toBe(0)
    expect(run.document()).toMatchObject({ format: 'glossator-export', as: 'md', file: out })
    expect(run.document().degraded).toHaveLength(1)
    expect(existsSync(out)).toBe(true)
  })

  test('as a draft it is no version, and says that it is one', async () => {
    copied('sample.gloss', 'draft.gloss')
    const before = fingerprint(glossator.at('draft.gloss'))
    const words = ['--briefing', flash, '--format', 'html', '-o', 'draft.html', '--draft']
    expect(await exported('draft.gloss', ...words)).toMatchObject({ status: 0 })
    expect(text('draft.html')).toMatch(/draft/i)
    expect(fingerprint(glossator.at('draft.gloss'))).toBe(before)
  })

  test('its name is to be one of the case, and is needed where there are several', async () => {
    const wrong = await exported('sample.gloss', '--briefing', 'No such', '--format', 'md', '-o', 'wrong.md')
    expect(wrong).toMatchObject({ status: 1, out: '' })
    expect(wrong.err).toMatch(/^The case has no briefing named “No such”\. It has: “.*”, “.*”\.\n$/)
    const none = await exported('sample.gloss', '--format', 'md', '-o', 'wrong.md')
    expect(none).toMatchObject({ status: 1, out: '' })
    expect(none.err).toContain(`name one with --briefing: “`)
    expect(none.err).toContain(`“${flash}”`)
    expect((await exported('sample.gloss', '--check', '--briefing', 'No such')).err).toBe(wrong.err)
    expect(existsSync(glossator.at('wrong.md'))).toBe(false)
  })

  test('a PDF without an engine says what is missing, and the case is as before', async () => {
    copied('open.gloss', 'engine.gloss')
    const before = fingerprint(glossator.at('engine.gloss'))
    const { findings } = await findingsOf('engine.gloss')
    const rules = [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule))]
    const answers = rules.flatMap(rule => ['--answer', `${rule}=Printed for a talk.`])
    const run = await exported('engine.gloss', '--format', 'pdf', '-o', 'no.pdf', ...answers)
    expect(run).toMatchObject({ status: 1, out: '' })
    expect(run.err).toMatch(/^Printing to PDF needs the Electron runtime/)
    expect(existsSync(glossator.at('no.pdf'))).toBe(false)
    expect(fingerprint(glossator.at('engine.gloss'))).toBe(before)
  })

  test('to a place that is not there it does not go, and no version is kept', async () => {
    copied('sample.gloss', 'place.gloss')
    const words = ['--briefing', flash, '--format', 'md', '-o']
    expect(await exported('place.gloss', ...words, 'no/such/place.md')).toMatchObject({ status: 1, out: '' })
    expect((await exported('place.gloss', ...words, 'place.gloss')).err).toContain('is the case itself')
    expect((await exported('place.gloss', ...words, '-')).err).toContain('-o -')
    mkdirSync(glossator.at('folder.md'))
    expect(await exported('place.gloss', ...words, 'folder.md')).toMatchObject({ status: 1 })
    expect((await editionsOf('place.gloss'))(flash)).toEqual([])
  })
})

describe('the check before an export', () => {
  test('finds no error in the briefings of the sample, and says what it warns of', async () => {
    const { status, out } = await exported('sample.gloss', '--check', '--briefing', flash)
    expect(status).toBe(0)
    const lines = out.trimEnd().split('\n')
    expect(lines.at(-1)).toBe(`${lines.length - 1} findings, no open error.`)
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^(?:warning|answered) {2}[a-z-]+: \S.*\.$/)
    const { findings, open, briefing } = await findingsOf('sample.gloss', '--briefing', flash)
    expect({ open, briefing }).toEqual({ open: 0, briefing: flash })
    expect(findings).toHaveLength(lines.length - 1)
  })

  test('exits with 1 while an error is open, and changes nothing', async () => {
    const before = fingerprint(glossator.at('open.gloss'))
    const said = await exported('open.gloss', '--check')
    expect(said).toMatchObject({ status: 1, err: '' })
    const { status, findings, open } = await findingsOf('open.gloss')
    const errors = findings.filter(({ severity }) => severity === 'error')
    expect(status).toBe(1)
    expect(new Set(errors.map(({ rule }) => rule)).size).toBeGreaterThan(1)
    expect(open).toBe(errors.length)
    expect(said.out).toContain(`, ${open} open errors.\n`)
    for (const { rule, sentence } of errors) expect(said.out).toContain(`error  ${rule}: ${sentence}\n`)
    expect(fingerprint(glossator.at('open.gloss'))).toBe(before)
  })

  test('an export names every open error and leaves nothing; with reasons it goes out, and they are kept', async () => {
    copied('open.gloss', 'answered.gloss')
    const before = fingerprint(glossator.at('answered.gloss'))
    const { findings } = await findingsOf('answered.gloss')
    const errors = findings.filter(({ severity }) => severity === 'error')
    const rules = [...new Set(errors.map(({ rule }) => rule))]
    const words = ['--format', 'md', '-o', 'answered.md']
    const refused = await exported('answered.gloss', ...words, '--json')
    expect(refused.status).toBe(1)
    for (const { rule, sentence } of errors) expect(refused.err).toContain(`error  ${rule}: ${sentence}\n`)
    expect(refused.document()).toMatchObject({ format: 'glossator-export', error: { code: 'refused' } })

    const [first = '', ...others] = rules
    const reasons = others.flatMap(rule => ['--answer', `${rule}=A draft = for a talk.`])
    const part = await exported('answered.gloss', ...words, ...reasons)
    expect(part.status).toBe(1)
    expect(part.err.trimEnd().split('\n').slice(1)).toEqual(
      errors.filter(({ rule }) => rule === first).map(({ rule, sentence }) => `error  ${rule}: ${sentence}`),
    )
    const unknown = await exported('answered.gloss', ...words, ...reasons, '--answer', 'no-such=Why not.')
    expect(unknown.err).toMatch(/finds nothing open under the rule “no-such”/)
    expect(existsSync(glossator.at('answered.md'))).toBe(false)
    expect(fingerprint(glossator.at('answered.gloss'))).toBe(before)

    const all = await exported('answered.gloss', ...words, ...reasons, '--answer', `${first}=Known.`)
    expect(all).toMatchObject({ status: 0, err: '' })
    expect(text('answered.md')).toContain(`# ${draft}\n`)
    const after = await findingsOf('answered.gloss')
    expect(after).toMatchObject({ status: 0, open: 0 })
    for (const { rule, answer } of after.findings.filter(({ severity }) => severity === 'error'))
      expect(answer).toBe(rule === first ? 'Known.' : 'A draft = for a talk.')
    expect((await exported('answered.gloss', '--check')).out).toContain(`answered  ${first}: `)
    expect((await editionsOf('answered.gloss'))(draft)).toEqual(['md'])
  })
})
