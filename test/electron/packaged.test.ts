import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { archiveCommandLine } from '../../main/setup/archives.mjs'
import { asarHeader, packedFiles, sizeObjection } from '../../main/setup/budget.mjs'
import { archiveIn, pack, unpackedFolder } from '../../main/setup/dist.mjs'
import { readFuses, wrongFuses } from '../../main/setup/fuses.mjs'
import { bundledParts, objections } from '../../main/setup/licences.mjs'
import { hasProgram, isRoot } from '../../main/setup/project.mjs'
import { findRuntime } from '../../main/setup/runtime.mjs'
import { temporaryFolder } from '../support/app.ts'

// The package as an analyst gets it: built, put in a clean folder by dpkg, started, spoiled, and taken away again.

const { folder, remove } = temporaryFolder()
const runtime = findRuntime()
const system = path.join(folder, 'system')
const isTrial = runtime?.source === 'fallback'
const canInstall = process.platform === 'linux' && isRoot && hasProgram('dpkg-deb')
let app = ''

/** Every file and folder below this one. */
const tree = (place: string): string[] => readdirSync(place, { recursive: true, encoding: 'utf8' }).sort()

const dpkg = (...words: string[]) =>
  spawnSync('dpkg', [`--root=${system}`, '--force-depends', '--force-architecture', ...words], { encoding: 'utf8' })

/** Runs the installed program without a sandbox where there is none, and answers when it has ended. */
function glossator(words: string[], environment: Record<string, string> = {}): SpawnSyncReturns<string> {
  return spawnSync(path.join(app, 'glossator'), [...(isRoot ? ['--no-sandbox'] : []), ...words], {
    encoding: 'utf8',
    timeout: 110_000,
    env: { ...process.env, ...environment, TMPDIR: path.join(folder, 'temporary') },
  })
}

beforeAll(async () => {
  if (!runtime) throw new Error('There is no Electron runtime yet: npm test brings one in')
  mkdirSync(path.join(folder, 'temporary'))
  // What is installed a moment later need not be made small.
  process.env.GLOSSATOR_PACKING = 'none'
  const dist = path.join(folder, 'dist')
  const files = await pack(runtime, canInstall ? ['deb'] : [], { folder: dist })
  delete process.env.GLOSSATOR_PACKING
  app = unpackedFolder(dist)
  if (!canInstall) return
  for (const place of ['info', 'updates', 'triggers'])
    mkdirSync(path.join(system, 'var/lib/dpkg', place), { recursive: true })
  for (const name of ['status', 'available', 'triggers/File', 'triggers/Unincorp'])
    writeFileSync(path.join(system, 'var/lib/dpkg', name), '')
  const [deb = ''] = files.filter(file => file.endsWith('.deb'))
  expect(dpkg('--install', deb).stderr).not.toContain('error')
  app = path.join(system, 'opt/Glossator')
}, 120_000)

afterAll(remove)

test('the fuses of the built program are as they are to be', () => {
  expect(wrongFuses(readFuses(path.join(app, 'glossator')), isTrial)).toEqual([])
})

test('the app holds what it needs, within its size, under licences that are allowed', () => {
  expect(objections(bundledParts())).toEqual([])
  const files = packedFiles(archiveIn(app))
  expect(sizeObjection(files)).toBeNull()
  const names = files.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['out/main/start.cjs', 'out/main/sql-wasm.wasm', 'out/licences/packages.json']),
  )
  expect(names.filter(name => /\.map$|node_modules|bundled\.json|^test|glossator\.cjs/.test(name))).toEqual([])
  // What an integrity check compares, where the system has one: a hash of each file stands in the archive.
  expect(asarHeader(archiveIn(app)).header.files['package.json'].integrity.algorithm).toBe('SHA256')
  expect(existsSync(path.join(app, 'resources/LICENCES.txt'))).toBe(true)
  expect(JSON.parse(readFileSync(path.join(app, 'resources/sbom.cdx.json'), 'utf8')).bomFormat).toBe('CycloneDX')
  expect(existsSync(path.join(app, 'resources/default_app.asar'))).toBe(false)
})

test('the command line of a release stands by itself: each file that its program reads is there', async () => {
  const file = path.join(folder, 'command-line.tgz')
  await archiveCommandLine(file, '0')
  expect(spawnSync('tar', ['-xzf', file, '-C', folder]).status).toBe(0)
  const program = path.join(folder, 'package/main/glossator.cjs')
  const read = [...readFileSync(program, 'utf8').matchAll(/require\("(\.\/[\w./-]+)"\)/g)].map(([, name = '']) => name)
  expect(read).toEqual(expect.arrayContaining(['./pdf-lib.cjs', './ukrainian.cjs']))
  for (const name of read) expect(existsSync(path.join(path.dirname(program), name)), name).toBe(true)
  const { status, stdout } = spawnSync(process.execPath, [program, '--help'], {
    encoding: 'utf8',
    env: { ...process.env, GLOSSATOR_LANGUAGE: 'uk' },
  })
  expect(status).toBe(0)
  expect(stdout).toMatch(/\p{Script=Cyrillic}/u)
})

test('the package opens the sample, prints a briefing and leaves nothing behind; an app beside it and Node are ignored', {
  timeout: 120_000,
}, () => {
  // What an attacker with the right to write beside the program would try first.
  const planted = path.join(app, 'resources/app')
  mkdirSync(planted, { recursive: true })
  writeFileSync(path.join(planted, 'package.json'), '{"main":"planted.cjs"}')
  writeFileSync(path.join(planted, 'planted.cjs'), 'console.log("planted"); process.exit(7)')
  const preload = path.join(folder, 'preload.cjs')
  writeFileSync(preload, 'console.log("preloaded"); process.exit(8)')
  const before = tree(system)

  const pdf = path.join(folder, 'briefing.pdf')
  const { status, stdout } = glossator(['--smoke', pdf, '--inspect-brk=0'], {
    ELECTRON_RUN_AS_NODE: '1',
    NODE_OPTIONS: `--require ${preload}`,
  })
  expect(stdout).toMatch(/opened: .*: 5 sources, \d+ claims/)
  expect(stdout).not.toMatch(/planted|preloaded/)
  expect(status).toBe(0)
  expect(readFileSync(pdf, 'latin1').slice(0, 5)).toBe('%PDF-')
  expect(tree(path.join(folder, 'temporary'))).toEqual([])
  expect(tree(system)).toEqual(before)
})

test.skipIf(!canInstall)(
  'what the package puts elsewhere is what a desktop looks for, and all of it goes with it',
  () => {
    const installed = (file: string) => readFileSync(path.join(system, 'usr/share', file), 'utf8')
    expect(installed('applications/glossator.desktop')).toMatch(/^Exec=\/opt\/Glossator\/glossator %f$/m)
    expect(installed('applications/glossator.desktop')).toMatch(/^MimeType=application\/x-glossator;$/m)
    expect(installed('mime/packages/glossator.xml')).toContain('*.gloss')
    expect(existsSync(path.join(system, 'usr/share/icons/hicolor/48x48/apps/glossator.png'))).toBe(true)
    expect(existsSync(path.join(system, 'usr/bin/glossator'))).toBe(true)

    spawnSync('rm', ['-r', path.join(app, 'resources/app')])
    expect(dpkg('--purge', 'glossator').stderr).not.toContain('error')
    expect(tree(system).filter(place => !place.startsWith('var'))).toEqual([])
  },
)
