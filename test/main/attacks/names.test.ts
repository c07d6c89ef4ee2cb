import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileNameOf, ownFileName, saveAs } from '../../../main/save-as.ts'
import { createWorkbench } from '../../../main/workbench.ts'
import { heldAgainst } from '../../support/attacks.ts'
import { fakeDesktop, importInput, openTestCase, seedsDirectory, type TestCase } from '../../support/case.ts'
import { harmIn, hostileNames } from '../../support/hostile-names.ts'

// Names come from documents and from whoever sent them. They end as names of files that are suggested to the analyst, as
// names of backups, and on the screen.

const family = 'hostile names of files'
let it: TestCase
let suggestions: string[]
beforeAll(async () => {
  it = await openTestCase()
})
afterAll(() => it.close())

test('whatever a thing is called, the name suggested for its file is one plain name on every system', context => {
  const outcomes = hostileNames.flatMap(name => [
    [`title ${JSON.stringify(name.slice(0, 60))}`, harmIn(fileNameOf(name, 'pdf'))] as const,
    [`file ${JSON.stringify(name.slice(0, 60))}`, harmIn(ownFileName(name))] as const,
  ])
  const endings = outcomes.filter(([, harm]) => harm === null).length
  expect(endings).toBeGreaterThan(100)
  heldAgainst(context, family, outcomes)
})

test('the same for any characters, and a harmless name is left as it is', () => {
  // The parser of the architecture test takes no half of a pair in a literal.
  const half = String.fromCharCode(0xd83d)
  const odd = fc.array(fc.constantFrom(...'./\\ :con1\u202e\u0000\u{1f4a9}\u6f22a', half), { maxLength: 200 })
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 100 }),
        odd.map(all => all.join('')),
      ),
      name => {
        expect(harmIn(fileNameOf(name, 'pdf')), JSON.stringify(name)).toBeNull()
        expect(harmIn(ownFileName(name)), JSON.stringify(name)).toBeNull()
      },
    ),
  )
  for (const name of ['report.pdf', 'Звіт (2025).docx', 'نامه\u200cها.txt', '漢字.txt', "it's.txt", 'a.b.c.txt'])
    expect(ownFileName(name)).toBe(name)
  expect(fileNameOf('The minerals deal, week 19', 'pdf')).toBe('The minerals deal, week 19.pdf')
})

test('a case of a hostile name and its sources save their files into the folder that was chosen', async context => {
  const outcomes: [string, unknown][] = []
  const chosen = path.join(it.directory, 'chosen')
  mkdirSync(chosen)
  const outside = readdirSync(it.directory)
  it.host.chooseSave = async ({ suggested }) => {
    suggestions.push(suggested)
    return path.join(chosen, suggested)
  }
  for (const [index, name] of hostileNames.entries()) {
    const kept = name.slice(0, 2_000)
    suggestions = []
    const changed = await it.workbench.call('case.update', { name: kept } as never)
    const imported = await it.workbench.call(
      'sources.import',
      importInput(`Words ${index} of it.`, { fileName: kept, title: kept }),
    )
    // What cannot be kept is refused with a sentence; nothing is half there.
    if (changed.ok) await it.ask('export.save', { format: 'json' })
    if (imported.ok) {
      const { source } = imported.value as { source: string }
      const { version } = await it.ask('sources.read', { id: source })
      await it.ask('files.save', { version: version.id })
      const shown = version.fileName
      outcomes.push([
        `kept ${JSON.stringify(name.slice(0, 60))}`,
        /[\p{Cc}\p{Bidi_Control}]/u.test(shown) ? shown : null,
      ])
    }
    const strange = [
      ...readdirSync(chosen).filter(one => !suggestions.includes(one)),
      ...readdirSync(it.directory).filter(one => !outside.includes(one) && !one.startsWith('test.gloss')),
    ]
    outcomes.push([`saved ${JSON.stringify(name.slice(0, 60))}`, strange.length > 0 ? strange : null])
    for (const one of suggestions) {
      outcomes.push([`suggested for ${JSON.stringify(name.slice(0, 60))}`, harmIn(one)])
      expect(existsSync(path.join(chosen, one))).toBe(true)
      rmSync(path.join(chosen, one))
    }
  }
  heldAgainst(context, family, outcomes)
}, 60_000)

test('a case file of a hostile name opens, is backed up beside itself and is restored', async context => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glossator-names-'))
  const workbench = createWorkbench({ host: fakeDesktop(), dataDirectory: path.join(folder, 'data'), seedsDirectory })
  const outcomes: [string, unknown][] = []
  // Made, backed up and restored takes a while: one of each sort. What this file system does not take is refused with a sentence.
  for (const name of hostileNames.filter((_, index) => index % 6 === 1 || index < 3)) {
    if (/\p{Surrogate}|\0/u.test(name)) continue
    const own = path.join(folder, 'cases')
    rmSync(own, { recursive: true, force: true })
    const file = `${own}${path.sep}${name.replaceAll('/', '_')}.gloss`
    mkdirSync(own)
    const made = await workbench.create(file)
    const shown = JSON.stringify(name.slice(0, 60))
    if (!made.ok) {
      outcomes.push([`case ${shown}`, made.message.includes(file) ? null : made.message])
      continue
    }
    const backup = await workbench.call('backups.make', {})
    const restored = backup.ok
      ? await workbench.call('backups.restore', { id: (backup.value as { id: string }).id, obstacle: null })
      : backup
    if (!restored.ok) outcomes.push([`backup of ${shown}`, restored.message])
    const outside = readdirSync(folder).filter(one => !['cases', 'data'].includes(one))
    outcomes.push([`case ${shown}`, outside.length > 0 ? outside : null])
    await workbench.close()
  }
  await workbench.close()
  rmSync(folder, { recursive: true, force: true })
  heldAgainst(context, family, outcomes)
}, 60_000)

test('a file of the longest name that a system takes is replaced whole', async () => {
  const name = `${'x'.repeat(251)}.txt`
  writeFileSync(path.join(it.directory, name), 'before')
  saveAs(path.join(it.directory, name), 'after')
  rmSync(path.join(it.directory, name))
})
