import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCommandLine, bundlingTime, type CommandLine, fingerprint } from '../../support/command-line.ts'

let glossator: CommandLine

beforeAll(async () => {
  glossator = await buildCommandLine()
  await glossator.run('sample', 'sample.gloss')
  await glossator.run('new', 'case.gloss')
  for (const name of ['one', 'two'])
    writeFileSync(
      glossator.at(`${name}.txt`),
      `Title ${name}\n\nThe ministers said ${name} of the two is to be built.\n`,
    )
  await glossator.run('import', 'case.gloss', 'one.txt')
  await glossator.run('import', 'case.gloss', 'two.txt')
}, bundlingTime)
afterAll(() => glossator.remove())

type Listed = { commands: { id: number; label: string; records: string[] }[] }
type Changed = { changes: { record: string; id: string; name: string; op: string; fields: { field: string }[] }[] }

test('history lists the commands, what one did, and the life of a record', async () => {
  const listed = await glossator.run('history', 'case.gloss', '--json')
  const { commands } = listed.document() as Listed
  expect(commands.map(({ label }) => label)).toEqual(['Source “Title two” imported', 'Source “Title one” imported'])
  expect((await glossator.run('history', 'case.gloss', '--limit', '1')).out).not.toContain('Title one')

  const did = await glossator.run('history', 'case.gloss', '--command', String(commands[1]?.id), '--json')
  const { changes } = did.document() as Changed
  expect(changes.map(({ record, op, name }) => [record, op, name])).toEqual([
    ['source', 'insert', 'Title one'],
    ['textVersion', 'insert', 'Title one, version 1'],
    ['attachment', 'insert', 'one.txt'],
  ])
  const life = await glossator.run('history', 'case.gloss', '--record', `source:${changes[0]?.id}`)
  expect(life).toMatchObject({ status: 0 })
  expect(life.out).toContain('source “Title one” added')
  expect(life.out).not.toContain('Title two')
})

test('as-of writes the case as it stood, and leaves the case alone', async () => {
  const before = fingerprint(glossator.at('case.gloss'))
  expect(await glossator.run('as-of', 'case.gloss', '1', '-o', 'then.gloss')).toMatchObject({ status: 0 })
  const sources = (await glossator.run('list', 'then.gloss', 'sources', '--json')).document() as {
    items: { title: string }[]
  }
  expect(sources.items.map(({ title }) => title)).toEqual(['Title one'])
  expect((await glossator.run('check', 'then.gloss')).out).toContain('The file, its records and its links are sound.')
  expect(fingerprint(glossator.at('case.gloss'))).toBe(before)
  expect(await glossator.run('as-of', 'case.gloss', '1', '-o', 'case.gloss')).toMatchObject({ status: 1 })
  const unknown = await glossator.run('as-of', 'case.gloss', '99', '-o', 'never.gloss')
  expect(unknown).toMatchObject({ status: 1 })
  expect(unknown.err).toContain('The history has no such command')
  expect((await glossator.run('history', 'sample.gloss')).out).toContain('Nothing.')
})

test('misuse is told by a sentence', async () => {
  for (const [words, sentence] of [
    [['history', 'case.gloss', '--limit', 'many'], 'history: --limit is to be a number from 1 on, not “many”.'],
    [['history', 'case.gloss', '--record', 'x:1', '--command', '1'], 'history: name either a record or a command.'],
    [['history', 'case.gloss', '--record', 'person:1'], 'history: “person” is none of'],
    [['as-of', 'case.gloss'], 'as-of: COMMAND is missing.'],
    [['as-of', 'case.gloss', '1'], 'as-of: -o OUT is missing.'],
  ] as const) {
    const run = await glossator.run(...words)
    expect(run.status).toBe(2)
    expect(run.err).toContain(sentence)
  }
})
