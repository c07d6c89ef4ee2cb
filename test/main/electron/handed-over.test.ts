import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { droppedCase } from '../../../main/electron/handed-over.ts'

const folder = mkdtempSync(join(tmpdir(), 'glossator-drop-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a file of a case that was dropped is found by the address the engine makes of it', () => {
  for (const name of ['Case.gloss', 'My case.GLOSS', 'Справа №1 & 100% #2?.gloss']) {
    const file = join(folder, name)
    writeFileSync(file, '')
    expect(droppedCase(pathToFileURL(file).href)).toBe(file)
  }
})

test('whatever else is dropped stays where it is', () => {
  const other = join(folder, 'Report.pdf')
  writeFileSync(other, '')
  mkdirSync(join(folder, 'Folder.gloss'))
  const addresses = [
    pathToFileURL(other).href,
    pathToFileURL(join(folder, 'Folder.gloss')).href,
    pathToFileURL(join(folder, 'Gone.gloss')).href,
    'https://example.org/Case.gloss',
    'app://glossator/Case.gloss',
    'file://host/share/Case.gloss',
    'file:///a%2Fb.gloss',
    'file:',
    '',
  ]
  for (const address of addresses) expect(droppedCase(address)).toBe(null)
})
