import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isRoot, root } from '../../main/setup/project.mjs'
import { appArguments, launchApp, type RunningApp, runtime, temporaryFolder } from '../support/app.ts'

let data: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  data = temporaryFolder()
})
afterEach(() => data.remove())

const sample = () => path.join(data.folder, 'Sample.gloss')
const nameOf = (outcome: unknown) => (outcome as { value: { fileName: string } | null }).value?.fileName

/** The built app by itself, to be tampered with: what a package holds, away from the clone. */
const copyOfApp = (name: string) => {
  const copy = path.join(data.folder, name)
  mkdirSync(copy)
  cpSync(path.join(root, 'package.json'), path.join(copy, 'package.json'))
  for (const part of ['main', 'renderer', 'seeds'])
    cpSync(path.join(root, 'out', part), path.join(copy, 'out', part), { recursive: true })
  return copy
}

describe('starting', () => {
  test('the first start opens the sample, the next one what was open last, and closing leaves one plain file', async () => {
    const first = await launchApp({ userData: data.folder })
    expect(nameOf(await first.call('case.state', {}))).toBe('Sample.gloss')
    await first.quit()
    expect(readdirSync(data.folder).filter(name => name.startsWith('Sample.gloss'))).toEqual(['Sample.gloss'])
    expect(spawnSync('sqlite3', [sample(), 'pragma integrity_check'], { encoding: 'utf8' }).stdout.trim()).toBe('ok')

    const other = path.join(data.folder, 'Other.gloss')
    cpSync(sample(), other)
    const second = await launchApp({ userData: data.folder, values: [other] })
    expect(nameOf(await second.call('case.state', {}))).toBe('Other.gloss')
    await second.quit()

    const third = await launchApp({ userData: data.folder })
    expect(nameOf(await third.call('case.state', {}))).toBe('Other.gloss')
    await third.quit()
  })

  test('a second start hands its case to the window there is, and ends', async () => {
    const before = await launchApp({ userData: data.folder })
    await before.call('case.state', {})
    await before.quit()
    const other = path.join(data.folder, 'Other.gloss')
    cpSync(sample(), other)
    const running = await launchApp({ userData: data.folder })
    expect(nameOf(await running.call('case.state', {}))).toBe('Sample.gloss')
    const second = spawn(runtime(), appArguments(data.folder, [other]), { stdio: 'ignore' })
    await new Promise(resolve => second.once('exit', resolve))
    await expect.poll(async () => nameOf(await running.call('case.state', {})), { timeout: 10_000 }).toBe('Other.gloss')
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    await running.quit()
  })

  test('the window comes back where it was left', async () => {
    const left = { x: 120, y: 90, width: 1100, height: 700 }
    const boundsOf = ({ app }: RunningApp) =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
    const first = await launchApp({ userData: data.folder })
    // A window that is just being shown may still be moved to where the system wants it: it is put in place until it stays.
    const put = async () => {
      await first.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), left)
      return first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
    }
    await expect.poll(put).toBe(true)
    await put()
    await expect.poll(() => boundsOf(first)).toEqual(left)
    await first.quit()
    const second = await launchApp({ userData: data.folder })
    await expect.poll(() => boundsOf(second)).toEqual(left)
    await second.quit()
  })
})

describe('in development', () => {
  const rename = (copy: string) => {
    const file = path.join(copy, 'out/renderer/index.html')
    writeFileSync(file, readFileSync(file, 'utf8').replace('<html', '<html data-built="again"'))
  }
  const builtAgain = (page: Page) => page.evaluate(() => document.documentElement.dataset.built)

  test('the window follows the page as it is built anew', async () => {
    const copy = copyOfApp('followed')
    const running = await launchApp({ userData: data.folder, built: copy, environment: { GLOSSATOR_DEV: '1' } })
    expect(await builtAgain(running.page)).toBeUndefined()
    rename(copy)
    await running.page.waitForFunction(() => document.documentElement.dataset.built === 'again')
    await running.quit()
  })
})

describe('the tour, for a machine without a display', { timeout: 120_000 }, () => {
  const run = (app: string) => {
    const folder = path.join(data.folder, 'tour')
    const values = [...(isRoot ? ['--no-sandbox'] : []), app, '--tour', folder, `--user-data-dir=${data.folder}`]
    const { status, stderr } = spawnSync(runtime(), values, {
      encoding: 'utf8',
      timeout: 100_000,
      killSignal: 'SIGKILL',
    })
    return { status, stderr, folder }
  }

  test('leaves a picture of every screen and the briefing', () => {
    const { status, folder } = run(root)
    expect(status).toBe(0)
    const files = readdirSync(folder)
    const pictures = files.filter(name => name.endsWith('.png'))
    expect(pictures.toSorted()).toEqual(
      ['briefings', 'conflicts', 'matrix', 'notes', 'reader', 'risks', 'sources'].map(name => `${name}.png`),
    )
    // What stands there until the case is open is a small picture.
    for (const name of pictures) expect(statSync(path.join(folder, name)).size, name).toBeGreaterThan(30_000)
    expect(new Set(pictures.map(name => readFileSync(path.join(folder, name), 'base64'))).size).toBe(7)
    const [briefing = ''] = files.filter(name => name.endsWith('.pdf'))
    expect(spawnSync('qpdf', ['--check', path.join(folder, briefing)]).status).toBe(0)
  })

  test('fails, and says so, when a screen does', () => {
    const broken = copyOfApp('broken')
    const assets = path.join(broken, 'out/renderer/assets')
    const [screen = ''] = readdirSync(assets).filter(name => /^Matrix.*\.js$/.test(name))
    expect(existsSync(path.join(assets, screen))).toBe(true)
    rmSync(path.join(assets, screen))
    const { status, stderr } = run(broken)
    expect(status).toBe(1)
    expect(stderr).toContain('The screens complained')
  })
})
