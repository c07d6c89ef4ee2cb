import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packedFiles, sizeObjection } from '../../../main/setup/budget.mjs'
import { bundledInProcesses, packageFolder, writeBundled } from '../../../main/setup/bundled.mjs'
import { defaultAppArchive } from '../../../main/setup/default-app.mjs'
import { configuration, linuxTargets, releaseObjections } from '../../../main/setup/dist.mjs'
import { debControl, readOptions, rpmSpec } from '../../../main/setup/fpm.mjs'
import { readFuses, wrongFuses } from '../../../main/setup/fuses.mjs'
import { icnsOf, icoOf } from '../../../main/setup/icons.mjs'
import { bundledParts, objections, partsList } from '../../../main/setup/licences.mjs'
import { root } from '../../../main/setup/project.mjs'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'glossator-dist-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const standIn = { executable: '/cache/electron', version: '25.1.1', source: 'fallback' } as const
const official = { executable: '/modules/electron', version: '45.4.1', source: 'official' } as const

describe('a release', () => {
  test('is never made of the stand-in, of a runtime named by the environment, or of uncommitted changes', () => {
    expect(releaseObjections(official, '')).toEqual([])
    expect(releaseObjections(standIn, '')).toEqual([expect.stringContaining('out of support')])
    expect(releaseObjections({ ...official, source: 'environment' }, '')).toHaveLength(1)
    expect(releaseObjections(official, ' M main/start.ts\n')).toHaveLength(1)
  })

  test('closes every fuse, and what is made of the stand-in says so in its name', () => {
    expect(configuration(standIn).artifactName).toContain('trial-electron-25')
    expect(configuration(official).artifactName).not.toContain('trial')
    expect(configuration(official).electronFuses).toEqual({ grantFileProtocolExtraPrivileges: false })
  })

  test('what cannot be built is told with its reason', () => {
    const { targets, skipped } = linuxTargets(program => program !== 'rpmbuild', 'fallback')
    expect(targets).toEqual(['deb', 'tar.gz'])
    expect(skipped.map(({ target }) => target)).toEqual(['rpm', 'AppImage'])
    expect(linuxTargets(() => true, 'official').skipped).toEqual([])
  })
})

describe('the stand-in for fpm', () => {
  // As electron-builder 26 calls it.
  const words = [
    ...[
      '-s',
      'dir',
      '--force',
      '-t',
      'deb',
      '-d',
      'libnss3',
      '-d',
      'libgtk-3-0t64 | libgtk-3-0',
      '--deb-compression',
      'xz',
    ],
    ...['--architecture', 'amd64', '--after-install', '/t/1', '--after-remove', '/t/2'],
    ...['--description', 'Workbench for analysts\n A longer one.', '--version', '0.1.0', '--package', '/d/g.deb'],
    ...[
      '--name',
      'glossator',
      '--maintainer',
      'Some One',
      '--vendor',
      'Some One',
      '--url',
      'https://glossator.invalid',
    ],
    ...[
      '--deb-priority',
      'optional',
      '--license',
      'MIT',
      '/d/linux-unpacked/=/opt/Glossator',
      '/t/x.xml=/usr/share/x.xml',
    ],
  ]

  test('makes a control file of what electron-builder says', () => {
    const { wanted, placed } = readOptions(words)
    expect(placed).toEqual([
      { from: '/d/linux-unpacked', to: '/opt/Glossator' },
      { from: '/t/x.xml', to: '/usr/share/x.xml' },
    ])
    expect(debControl(wanted, 242)).toBe(`Package: glossator
Version: 0.1.0
Architecture: amd64
Maintainer: Some One
Installed-Size: 242
Depends: libnss3, libgtk-3-0t64 | libgtk-3-0
Section: editors
Priority: optional
Description: Workbench for analysts
 A longer one.
`)
    expect(rpmSpec(wanted, ['"/opt/x"'])).toMatch(
      /Summary: Workbench for analysts\n[\s\S]*%files\n%defattr\(-,root,root,-\)\n"\/opt\/x"\n$/,
    )
  })

  test('an option that it does not know is an error, not a wrong package', () => {
    expect(() => readOptions([...words, '--pre-depends', 'x'])).toThrow(/pre-depends/)
  })
})

describe('what is within the app', () => {
  test.each([
    ['main/electron/start.ts', '.'],
    [path.join(root, 'node_modules/react/index.js?commonjs'), 'node_modules/react'],
    ['../node_modules/@tiptap/core/dist/index.js', 'node_modules/@tiptap/core'],
    ['\0vite/preload-helper.js', '.'],
    ['\0node_modules/no-such-package/index.js', '.'],
  ])('%j belongs to %s', (file, expected) => expect(packageFolder(file)).toBe(expected))

  test('packages, their licences and the list of parts come from what was bundled', () => {
    const input = (bytesInOutput: number) => ({ bytesInOutput })
    const inputs = {
      'node_modules/react/index.js': input(7),
      'node_modules/saxes/saxes.js': input(5),
      'main/a.ts': input(3),
    }
    const output = { bytes: 15, inputs, imports: [], exports: [] }
    writeBundled(folder, bundledInProcesses({ inputs: {}, outputs: { 'out/main/a.cjs': output } }))
    const parts = bundledParts([folder])
    expect(parts.map(({ name, licence, bytes }) => [name, licence, bytes])).toEqual([
      ['react', 'MIT', 7],
      ['saxes', 'ISC', 5],
    ])
    // One carries its text, the other only the name of its licence.
    expect(parts.every(({ text }) => /permission/i.test(text))).toBe(true)
    expect(objections(parts)).toEqual([])
    const list = partsList(parts)
    expect(list.components.map(({ name }) => name)).toEqual(['electron', 'sqlite', 'react', 'saxes'])
    expect(list.components[1]?.version).toMatch(/^3\.\d+\.\d+$/)
    expect(partsList(parts)).toEqual(list)
  })

  test('a licence that asks for more than its text is refused, and so is a missing text', () => {
    const part = {
      name: 'a',
      version: '1',
      licence: 'GPL-3.0',
      author: '',
      address: '',
      text: 'x',
      bytes: 1,
      integrity: '',
    }
    expect(objections([part])).toEqual(['a 1 is under “GPL-3.0”, which is not in the list of licences allowed.'])
    expect(objections([{ ...part, licence: 'BSD-3-Clause', text: '' }])).toHaveLength(1)
  })

  test('an archive is weighed by file', () => {
    const archive = path.join(folder, 'app.asar')
    writeFileSync(archive, defaultAppArchive())
    const files = packedFiles(archive)
    expect(files.map(({ name }) => name)).toEqual(['main.js', 'package.json'])
    expect(sizeObjection(files)).toBeNull()
    expect(sizeObjection(files, 100)).toContain('over its size budget')
  })
})

test('fuses are read from the program itself', () => {
  const program = path.join(folder, 'program')
  writeFileSync(program, Buffer.from(`code dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x0801001100 code`, 'latin1'))
  expect(wrongFuses(readFuses(program), false)).toEqual([])
  expect(wrongFuses({ ...readFuses(program), runAsNode: 'on' }, false)).toEqual([
    'The fuse runAsNode is on and is to be off.',
  ])
  writeFileSync(program, 'no fuses')
  expect(() => readFuses(program)).toThrow('has no fuses')
})

test('the icons that are kept are whole', () => {
  const place = path.join(root, 'main/setup/package')
  for (const name of ['icon', 'document']) {
    const ico = readFileSync(path.join(place, `${name}.ico`))
    expect(ico.readUInt16LE(4)).toBe(9)
    const last = 6 + 16 * 8
    expect(ico.readUInt32LE(last + 8) + ico.readUInt32LE(last + 12)).toBe(ico.length)
    expect(readFileSync(path.join(place, `${name}.icns`)).readUInt32BE(4)).toBe(
      readFileSync(path.join(place, `${name}.icns`)).length,
    )
  }
  const png = Buffer.from('png')
  expect(icoOf([{ size: 256, png }]).subarray(6, 8)).toEqual(Buffer.from([0, 0]))
  expect(icnsOf([{ kind: 'ic07', png }]).toString('latin1')).toBe('icns\0\0\0\x13ic07\0\0\0\x0bpng')
})
