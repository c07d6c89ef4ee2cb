import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { processes } from '../../../main/setup/build.mjs'
import { bundledInProcesses, readBundled, writeBundled } from '../../../main/setup/bundled.mjs'
import { root } from '../../../main/setup/project.mjs'

const folder = mkdtempSync(path.join(os.tmpdir(), 'apart-'))
const load = createRequire(path.join(folder, 'here.cjs'))
const entry = `
import { spokenLanguage, patternOf } from './shared/language.ts'
import { speakAsTold } from './main/spoken.ts'
import { printBriefing } from './main/exporters/pdf/print-briefing.ts'
import { loadPdf } from './main/exporters/pdf/places.ts'
export { spokenLanguage, patternOf, speakAsTold, loadPdf, printBriefing }
`

beforeAll(async () => {
  const { entryPoints: _, ...options } = processes()
  const { metafile } = await build({
    ...options,
    stdin: { contents: entry, resolveDir: root, sourcefile: 'part.ts' },
    outdir: folder,
    sourcemap: false,
    metafile: true,
  })
  writeBundled(folder, bundledInProcesses(metafile))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The names of the files of the build that were read until now. */
const read = () =>
  Object.keys(load.cache)
    .filter(file => file.startsWith(folder))
    .map(file => path.basename(file))

test('what a process seldom needs is read when it is first used, and counted among what is built', async () => {
  const part = load('./stdin.cjs')
  part.speakAsTold('en')
  expect(read()).toEqual(['stdin.cjs'])
  expect(readFileSync(path.join(folder, 'stdin.cjs'), 'utf8').length).toBeLessThan(900_000)

  part.speakAsTold('uk')
  expect(part.spokenLanguage()).toBe('uk')
  expect(part.patternOf('shell.loading', 'English')).toMatch(/\p{Script=Cyrillic}/u)
  expect(read()).toEqual(['stdin.cjs', 'ukrainian.cjs'])

  await expect(part.loadPdf(new Uint8Array(0))).rejects.toThrow()
  expect(read()).toEqual(['stdin.cjs', 'ukrainian.cjs', 'pdf-lib.cjs'])

  const packages = readBundled(folder).map(({ folder: one }) => one)
  expect(packages).toContain('node_modules/@cantoo/pdf-lib')
})
