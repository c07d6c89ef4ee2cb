import { mkdirSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { heldAgainst } from '../../support/attacks.ts'
import { buildCommandLine, bundlingTime, type CommandLine, type Run } from '../../support/command-line.ts'
import { hostileNames } from '../../support/hostile-names.ts'

// A terminal obeys control characters: what strangers wrote must not reach one.

let line: CommandLine
beforeAll(async () => {
  line = await buildCommandLine()
}, bundlingTime)
afterAll(() => line.remove())

const commanding = /[^\P{Cc}\n\t]|\p{Bidi_Control}/u
const obeyed = ({ out, err }: Run): string | null => commanding.exec(out + err)?.[0] ?? null

test('nothing of a hostile name or text reaches the terminal as a command', async context => {
  expect((await line.run('new', 'a.gloss')).status).toBe(0)
  mkdirSync(line.at('in'))
  const outcomes: [string, unknown][] = []
  const files = hostileNames
    .filter(
      name =>
        !/[/\0]|\p{Surrogate}/u.test(name) &&
        new TextEncoder().encode(name).length < 240 &&
        name.trim() !== '' &&
        !/^\.+$/.test(name),
    )
    .map((name, index) => {
      writeFileSync(
        line.at(`in/${name}`),
        `\u001b[31m Title ${index}\u202e\u009b2J\n\nWords \u001b]0;owned\u0007 of text ${index}.\r\rOver it.\n`,
      )
      return name
    })
  writeFileSync(line.at('in/page.html'), '<title>\u001b[31m Title of a page\u202e</title><p>Words of a page.')
  const told = async (...words: string[]) => {
    const run = await line.run(...words)
    outcomes.push([words.join(' '), obeyed(run)])
    return run
  }
  const imported = await told('import', 'a.gloss', 'in')
  expect(imported.out).toContain('Title of a page')
  expect(files.length).toBeGreaterThan(40)
  for (const words of [
    ['list', 'a.gloss', 'sources'],
    ['search', 'a.gloss', 'Words'],
    ['info', 'a.gloss'],
    ['history', 'a.gloss'],
    ['check', 'a.gloss'],
    ['check', 'a.gloss', '--json'],
    ['list', 'a.gloss', 'sources', '--json'],
    ['search', 'a.gloss', 'Words', '--json'],
    ['import', 'a.gloss', 'in', '--json'],
  ])
    await told(...words)
  // A few would be folders of this machine, read with all that is in them. To open the case takes longest.
  for (const [index, name] of hostileNames.filter(one => !/^[./ ]*$/.test(one)).entries()) {
    await told('info', name)
    await told(name)
    if (index % 8 > 0) continue
    await told('list', 'a.gloss', name)
    await told('search', 'a.gloss', name)
    await told('import', 'a.gloss', name)
    await told('export', 'a.gloss', '--format', name)
  }
  heldAgainst(context, 'control characters for the terminal', outcomes)
}, 120_000)

test('what is piped to another program keeps every character', async () => {
  const { out } = await line.run('export', 'a.gloss', '--format', 'json', '-o', '-')
  expect(JSON.parse(out)).toHaveProperty('sources')
  expect(out).toContain('\u202e')
})
