import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../main/setup/project.mjs'
import { cycles, readProject, type SourceFile } from './support/import-graph.ts'

// The laws of the house. Each is proved by planting a violation in a small project of its own: a rule that finds
// nothing there would find nothing here either.

const productFolders = ['main', 'renderer', 'shared', 'seeds']
const project = readProject(root, [...productFolders, 'test'])

/** Finds what breaks a law, as sentences. `planted` are files that break it, and nothing else. */
type Law = { law: string; breaches: (files: readonly SourceFile[]) => string[]; planted: Record<string, string> }

const within = (folder: string) => (name: string) => name.startsWith(`${folder}/`)
const isProduct = (name: string) => productFolders.some(folder => name.startsWith(`${folder}/`))
const isNode = (name: string) => name.startsWith('node:') || builtinModules.includes(name)
const isPackage = (name: string) => !isNode(name) && !/^(main|renderer|shared|seeds|test)\//.test(name)

/** Breaches of a rule about one import. */
const imports =
  (forbidden: (from: string, to: string) => boolean): Law['breaches'] =>
  files =>
    files.flatMap(({ file, to }) => to.filter(name => forbidden(file, name)).map(name => `${file} imports ${name}`))

/** Breaches of a rule about one file. */
const each =
  (wrong: (file: SourceFile) => boolean): Law['breaches'] =>
  files =>
    files.filter(wrong).map(({ file }) => file)

const hasNode =
  (matches: (node: SourceFile['nodes'][number]) => boolean) =>
  ({ nodes }: SourceFile) =>
    nodes.some(matches)

/** The folder right below another one: two features, or two operations, are strangers. */
const sibling = (folder: string, from: string, to: string) => {
  const part = (name: string) => name.slice(folder.length + 1).split('/')[0]
  return within(folder)(from) && within(folder)(to) && part(from) !== part(to)
}

/** The sample case, and each step of the schema, which is one list of tables and may not be changed once released. */
const holdsData = (name: string) => within('seeds')(name) || within('main/store/migrations')(name)

// A child process of the command line parses untrusted files with the same modules as the page.
const importerProcess = 'main/cli/importer-process.ts'

const laws: Law[] = [
  {
    law: 'no imports go round in a circle',
    breaches: files => cycles(files).map(ring => ring.join(' → ')),
    planted: {
      'shared/one.ts': `import type { Two } from './two.ts'\nexport type One = Two`,
      'shared/two.ts': `import type { One } from './one.ts'\nexport type Two = One[]`,
    },
  },
  {
    law: 'shared imports only itself and zod',
    breaches: imports((from, to) => within('shared')(from) && !within('shared')(to) && to !== 'zod'),
    planted: { 'shared/one.ts': `import path from 'node:path'\nexport const one = path.sep` },
  },
  {
    law: 'the page imports neither main, seeds, test nor Node',
    breaches: imports(
      (from, to) =>
        within('renderer')(from) &&
        (isNode(to) || to === 'electron' || ['main', 'seeds', 'test'].some(folder => within(folder)(to))),
    ),
    planted: {
      'renderer/one.tsx': `export const One = () => <p>{import('../seeds/one.ts') && ''}</p>`,
      'seeds/one.ts': '',
    },
  },
  {
    law: 'main imports nothing of the page, but for the importers in their own process',
    breaches: imports(
      (from, to) =>
        within('main')(from) &&
        within('renderer')(to) &&
        !(from === importerProcess && within('renderer/importers')(to)),
    ),
    planted: {
      'main/one.ts': `export type { Two } from '../renderer/two.ts'`,
      'renderer/two.ts': 'export type Two = 2',
    },
  },
  {
    law: 'product code imports no tests',
    breaches: imports((from, to) => isProduct(from) && within('test')(to)),
    planted: { 'main/one.ts': `import '../test/two.ts'`, 'test/two.ts': '' },
  },
  {
    law: 'electron is imported in main/electron only',
    breaches: imports((from, to) => isProduct(from) && to === 'electron' && !within('main/electron')(from)),
    planted: { 'main/one.ts': `const { app } = require('electron')\napp.quit()` },
  },
  {
    law: 'nothing imports main/electron',
    breaches: imports((from, to) => isProduct(from) && within('main/electron')(to) && !within('main/electron')(from)),
    planted: { 'main/one.ts': `import './electron/two.ts'`, 'main/electron/two.ts': '' },
  },
  {
    law: 'sql.js is imported in main/store only',
    breaches: imports((from, to) => isProduct(from) && to === 'sql.js' && !within('main/store')(from)),
    planted: { 'main/operations/one.ts': `import type { Database } from 'sql.js'\nexport type One = Database` },
  },
  {
    law: 'features are strangers to each other',
    breaches: imports((from, to) => sibling('renderer/features', from, to)),
    planted: {
      'renderer/features/reader/one.ts': `import '../matrix/two.ts'`,
      'renderer/features/matrix/two.ts': '',
    },
  },
  {
    law: 'ui knows neither features nor the api',
    breaches: imports(
      (from, to) =>
        within('renderer/ui')(from) &&
        (within('renderer/features')(to) || ['renderer/api.ts', 'renderer/query.ts'].includes(to)),
    ),
    planted: { 'renderer/ui/one.ts': `import '../api.ts'`, 'renderer/api.ts': '' },
  },
  {
    law: 'importers are pure: shared, their parsers, the messages and each other',
    breaches: imports(
      (from, to) =>
        within('renderer/importers')(from) &&
        !within('renderer/importers')(to) &&
        !within('shared')(to) &&
        to !== 'renderer/say.ts' &&
        (!isPackage(to) || to.startsWith('react')),
    ),
    planted: { 'renderer/importers/one.ts': `import '../api.ts'`, 'renderer/api.ts': '' },
  },
  {
    law: 'operations are strangers to each other',
    breaches: imports((from, to) => sibling('main/operations', from, to) && from !== 'main/operations/index.ts'),
    planted: { 'main/operations/one.ts': `import './two.ts'`, 'main/operations/two.ts': '' },
  },
  {
    law: 'exporters know neither the store nor the disk',
    breaches: imports(
      (from, to) =>
        within('main/exporters')(from) && (within('main/store')(to) || /^(node:)?(fs|child_process)\b/.test(to)),
    ),
    planted: { 'main/exporters/one.ts': `import { readFileSync } from 'node:fs'\nreadFileSync('x')` },
  },
  {
    law: 'the page asks the workbench through api.ts alone',
    breaches: each(
      ({ file, text }) => within('renderer')(file) && file !== 'renderer/api.ts' && /window\.workbench/.test(text),
    ),
    planted: { 'renderer/one.ts': `window.workbench.call('case.state', {})` },
  },
  {
    law: 'every process of ours switches the network off before anything else',
    breaches: each(
      ({ file, to }) =>
        [
          'main/electron/start.ts',
          'main/electron/workbench-process.ts',
          'main/cli/glossator.ts',
          importerProcess,
        ].includes(file) && to[0] !== 'main/network-guard.ts',
    ),
    planted: {
      'main/electron/start.ts': `import { app } from 'electron'\nimport '../network-guard.ts'\napp.quit()`,
      'main/network-guard.ts': '',
    },
  },
  {
    law: 'no file is longer than 400 lines, data and tests apart',
    breaches: each(({ file, lines }) => isProduct(file) && !holdsData(file) && lines > 400),
    planted: { 'main/one.ts': '\n'.repeat(401) },
  },
  {
    law: 'nothing is exported by default, configuration apart',
    breaches: each(
      file => !/\.config\.m?[jt]s$/.test(file.file) && hasNode(({ type }) => type.startsWith('ExportDefault'))(file),
    ),
    planted: { 'main/one.ts': 'export default 1' },
  },
  {
    law: 'nothing is of the type any',
    breaches: each(hasNode(({ type, kind }) => type === 'TsKeywordType' && kind === 'any')),
    planted: { 'shared/one.ts': 'export const one = (two: any) => two' },
  },
  {
    law: 'there are no enums',
    breaches: each(hasNode(({ type }) => type === 'TsEnumDeclaration')),
    planted: { 'shared/one.ts': 'export enum One { Two }' },
  },
  {
    law: 'the compiler is not told to look away',
    breaches: each(({ text }) => /@ts-(ignore|nocheck|expect-error)\b/.test(text)),
    planted: { 'shared/one.ts': `// @ts-${'ignore'}\nexport const one: string = 1` },
  },
  {
    law: 'files are named for what they hold, never utils, helpers, managers or services',
    breaches: each(({ file }) => /(^|[/.-])(utils?|helpers?|managers?|services?|misc|common)([/.-]|$)/i.test(file)),
    planted: { 'main/text-utils.ts': '' },
  },
  {
    law: 'a comment that names a test names one that is there',
    breaches: files =>
      files
        .filter(({ file }) => isProduct(file))
        .flatMap(({ file, text }) =>
          [...text.matchAll(/\btest\/[\w/.-]+\.test\.tsx?/g)]
            .filter(([name]) => !existsSync(path.join(root, name)))
            .map(([name]) => `${file} names ${name}`),
        ),
    planted: { 'main/one.ts': `// Held by ${'test/'}nothing/here.test.ts.` },
  },
]

/** A project of these files, read and removed again. */
function planted(files: Record<string, string>): SourceFile[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'glossator-planted-'))
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      writeFileSync(path.join(folder, name), text)
    }
    return readProject(folder, [...productFolders, 'test'])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe.each(laws)('$law', ({ breaches, planted: violation }) => {
  test('is kept', () => {
    expect(breaches(project)).toEqual([])
  })
  test('would be noticed when broken', () => {
    expect(breaches(planted(violation))).not.toEqual([])
  })
})

test('the rules saw the whole project', () => {
  const seen = (folder: string) => project.filter(({ file }) => within(folder)(file)).length
  expect(seen('main')).toBeGreaterThan(40)
  expect(seen('renderer')).toBeGreaterThan(40)
  expect(seen('shared')).toBeGreaterThan(30)
})

test('the rules see every way to import', () => {
  const ways = planted({
    'main/one.tsx': `
      import type { A } from 'a'
      export * from 'b'
      export { c } from 'c'
      const d = import('d')
      type E = import('e').E
      const f = require('f/deep')
      const g = new Worker(new URL('./two.ts', import.meta.url))
      import '@scope/h/deep'
      const tag = <p>{d}</p>`,
    'main/two.ts': '',
  })
  expect(ways[0]?.to.toSorted()).toEqual(['@scope/h', 'a', 'b', 'c', 'd', 'e', 'f', 'main/two.ts'])
})

test('every promise of SECURITY.md names a test that is there', () => {
  const rows = readFileSync(path.join(root, 'SECURITY.md'), 'utf8')
    .split('\n')
    .filter(line => line.startsWith('| ') && !/^\| (Promise|#|---)/.test(line))
  expect(rows.length).toBeGreaterThan(10)
  for (const row of rows) {
    const named = row.match(/test\/[\w/.-]+\.test\.tsx?/g) ?? []
    expect(named, row).not.toEqual([])
    for (const name of named) expect(existsSync(path.join(root, name)), `${name} in: ${row}`).toBe(true)
  }
})
