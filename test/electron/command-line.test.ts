import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { out } from '../../main/setup/project.mjs'
import { runtime, temporaryFolder } from '../support/app.ts'

test('the command line imports files with the Electron binary as its Node', { timeout: 60_000 }, () => {
  const { folder, remove } = temporaryFolder()
  const glossator = (...words: string[]) =>
    execFileSync(runtime(), [path.join(out, 'main/glossator.cjs'), ...words, '--json'], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  try {
    const file = path.join(folder, 'case.gloss')
    const words = 'Rates were raised. '.repeat(40_000)
    writeFileSync(path.join(folder, 'short.txt'), 'Rates were raised in March.')
    writeFileSync(path.join(folder, 'long.html'), `<article><p>${words}</p></article>`)
    glossator('new', file)
    const { files } = JSON.parse(
      glossator('import', file, path.join(folder, 'short.txt'), path.join(folder, 'long.html')),
    )
    expect(files.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['imported', 'imported'])
    expect(JSON.parse(glossator('search', file, 'march')).hits).toHaveLength(1)
    expect(glossator('check', file)).toContain('"findings": []')
  } finally {
    remove()
  }
})
