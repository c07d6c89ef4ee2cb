import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { MenuItem } from 'electron'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseState } from '../../shared/contract/case.ts'
import type { OutputOf } from '../../shared/contract.ts'
import { appArguments, launchApp, type RunningApp, runtime, temporaryFolder } from '../support/app.ts'

const data = temporaryFolder()
const userData = path.join(data.folder, 'user data')
const sample = path.join(userData, 'Sample.gloss')
let running: RunningApp

beforeAll(async () => {
  mkdirSync(userData)
  running = await launchApp({ userData, environment: { LANG: 'C.UTF-8', LANGUAGE: 'en' } })
  await running.page.locator('.shell').waitFor()
})
afterAll(async () => {
  await running?.quit()
  data.remove()
})

/** What the app needs its time for, on a busy machine. */
const eventually = <Value>(ask: () => Value) => expect.poll(ask, { timeout: 15_000 })

const done = async <Value>(name: string): Promise<Value> => {
  const outcome = await running.call(name, {})
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.value as Value
}

type Entry = { id: string; label: string; enabled: boolean }

/** What stands in the menu of the window, in its order. */
const menu = (): Promise<Entry[]> =>
  running.app.evaluate(({ Menu }) => {
    const every = (items: MenuItem[]): MenuItem[] => items.flatMap(item => [item, ...every(item.submenu?.items ?? [])])
    return every(Menu.getApplicationMenu()?.items ?? []).map(({ id, label, enabled }) => ({ id, label, enabled }))
  })
const entry = async (id: string) => (await menu()).find(one => one.id === id)
const choose = (id: string) =>
  running.app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id)
const fileName = async () => {
  const outcome = await running.call('case.state', {})
  return (outcome as { value: { fileName: string } | null }).value?.fileName
}
const dialog = () => running.page.locator('dialog[open]')

describe('the menu', () => {
  test('holds what the page offers, and follows it from screen to screen', async () => {
    await eventually(() => entry('sources.import')).toMatchObject({ enabled: true })
    expect(await entry('matrix.newTerm')).toBe(undefined)
    await choose('go.conflicts')
    await eventually(() => running.page.evaluate(() => location.hash)).toBe('#/conflicts')
    await eventually(() => entry('sources.import')).toBe(undefined)
    await eventually(() => entry('undo')).toMatchObject({ enabled: false })
  })

  test('undo is of the case, or of the field that has the keyboard, and a dialog has no commands', async () => {
    await running.call('case.update', { analyst: 'A. Person' })
    await running.page.reload()
    await eventually(() => entry('undo')).toMatchObject({ label: expect.stringContaining('Undo: '), enabled: true })
    await choose('program.settings')
    await dialog().waitFor()
    await eventually(() => entry('go.matrix')).toMatchObject({ enabled: false })
    await running.page.keyboard.press('Escape')
    await eventually(() => entry('go.matrix')).toMatchObject({ enabled: true })

    await running.page.keyboard.press('Control+k')
    const field = dialog().locator('input')
    await field.pressSequentially('abc')
    await eventually(() => entry('undo')).toMatchObject({ label: 'Undo', enabled: true })
    await choose('undo')
    await eventually(() => field.inputValue()).not.toBe('abc')
    await running.page.keyboard.press('Escape')
    await eventually(() => entry('undo')).toMatchObject({ label: expect.stringContaining('Undo: ') })
    await choose('undo')
    await eventually(() => entry('redo')).toMatchObject({ label: expect.stringContaining('Redo: '), enabled: true })
  })

  test('zooms by steps, and the window cannot become too small for the page', async () => {
    const zoom = () =>
      running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor())
    const least = () => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getMinimumSize())
    const press = (label: string) =>
      running.app.evaluate(({ Menu }, wanted) => {
        const items = Menu.getApplicationMenu()?.items.flatMap(one => one.submenu?.items ?? []) ?? []
        items.find(item => item.label === wanted)?.click()
      }, label)
    await press('Zoom in')
    await eventually(zoom).toBeCloseTo(1.1)
    for (let step = 0; step < 20; step++) await press('Zoom in')
    await eventually(zoom).toBeGreaterThanOrEqual(2)
    expect((await least())?.[0]).toBeGreaterThanOrEqual(1280)
    await press('Actual size')
    await eventually(zoom).toBeCloseTo(1)
    expect(await least()).toEqual([960, 600])
  })
})

describe('a case given to the running program', () => {
  const give = async (file: string, folder = data.folder) => {
    const second = spawn(runtime(), appArguments(userData, [file]), { stdio: 'ignore', cwd: folder })
    await new Promise(resolve => second.once('exit', resolve))
  }

  test('is opened by a path that is relative, has spaces, or is of another script; in the one window', async () => {
    const folder = path.join(data.folder, 'Мої справи 1')
    mkdirSync(folder)
    cpSync(sample, path.join(folder, 'Справа № 1.gloss'))
    await give('Справа № 1.gloss', folder)
    await eventually(fileName).toBe('Справа № 1.gloss')
    await eventually(() => running.page.evaluate(() => location.hash)).toBe('#/sources')
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test.for(['Gone.gloss', 'A folder.gloss', 'No case.gloss'])(
    'that cannot be opened leaves the open one: %s',
    async name => {
      if (name === 'A folder.gloss') mkdirSync(path.join(data.folder, name))
      if (name === 'No case.gloss')
        writeFileSync(path.join(data.folder, name), 'This is a letter and no case.\n'.repeat(200))
      const before = await fileName()
      await give(path.join(data.folder, name))
      const told = running.page.locator('dialog[open], .notice')
      await told.first().waitFor()
      expect((await told.first().textContent())?.length).toBeGreaterThan(20)
      expect(await fileName()).toBe(before)
      if (await dialog().count()) await running.page.keyboard.press('Escape')
      else await running.page.getByRole('button', { name: 'Dismiss' }).click()
      await eventually(() => dialog().count()).toBe(0)
      expect(existsSync(path.join(data.folder, 'Gone.gloss'))).toBe(false)
    },
  )

  test('waits for a dialog, in which something may have been typed', async () => {
    await running.page.keyboard.press('Control+,')
    await dialog().waitFor()
    const before = await fileName()
    await give(sample)
    await running.page.getByText('is opened as soon as the dialog is closed').waitFor()
    expect(await fileName()).toBe(before)
    await running.page.keyboard.press('Escape')
    await eventually(fileName).toBe('Sample.gloss')
  })

  test('dropped on the window is opened by the window: the page gets no path', async () => {
    const file = path.join(data.folder, 'Dropped & 100%.gloss')
    cpSync(sample, file)
    const client = await running.app.context().newCDPSession(running.page)
    const drag = { items: [], files: [file], dragOperationsMask: 1 }
    const at = { x: 700, y: 500, data: drag }
    await choose('go.conflicts')
    await eventually(() => running.page.evaluate(() => location.hash)).toBe('#/conflicts')
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await client.send('Input.dispatchDragEvent', { type, ...at })
    await eventually(fileName).toBe('Dropped & 100%.gloss')
    expect(running.page.url()).not.toContain(pathToFileURL(file).href)
    // Not by the page itself, whatever it asks for.
    const other = pathToFileURL(sample).href
    await running.page.evaluate(address => {
      window.open(address)
      for (const target of ['', '_blank']) Object.assign(document.createElement('a'), { href: address, target }).click()
    }, other)
    await running.call('case.state', {})
    await running.call('case.state', {})
    expect(await fileName()).toBe('Dropped & 100%.gloss')
    await give(sample)
    await eventually(fileName).toBe('Sample.gloss')
  })
})

describe('another language', () => {
  test('is spoken at once by page, menu and workbench, at the same screen, with the same case open', async () => {
    await choose('go.risks')
    await eventually(() => running.page.evaluate(() => location.hash)).toBe('#/risks')
    const speak = async (label: string) => {
      await running.page.keyboard.press('Control+,')
      await dialog().locator('select').first().selectOption({ label })
    }
    await speak('Українська')
    await eventually(() => running.page.evaluate(() => document.documentElement.lang)).toBe('uk')
    await eventually(() => running.page.evaluate(() => location.hash)).toBe('#/risks')
    await eventually(() => entry('program.settings')).toMatchObject({ label: 'Налаштування', enabled: true })
    const refused = await running.call('case.openRecent', { id: 'none' })
    expect((refused as { message: string }).message).toMatch(/\p{Script=Cyrillic}/u)
    expect(await fileName()).toBe('Sample.gloss')
    await speak('English')
    await eventually(() => entry('program.settings')).toMatchObject({ label: 'Settings', enabled: true })
    expect(await running.page.evaluate(() => document.documentElement.lang)).toBe('en')
  })
})

/** As by the cross of the window; waits until the program has ended. */
const close = async () => {
  const ended = new Promise(resolve => running.app.process().once('exit', resolve))
  await running.app.evaluate(({ BrowserWindow }) => setImmediate(() => BrowserWindow.getAllWindows()[0]?.close()))
  await ended
}

describe('closing', () => {
  test('what stands in a field and is not saved yet is saved, and how the window was left is kept', async () => {
    const made = await running.call('notes.create', {
      title: 'Kept',
      document: { type: 'doc', content: [{ type: 'paragraph' }] },
    })
    expect(made).toMatchObject({ ok: true })
    const { id } = (made as { value: { id: string } }).value
    await running.page.evaluate(note => location.assign(`#/notes/${note}`), id)
    const editor = running.page.locator('.tiptap').first()
    await editor.click()
    await running.page.keyboard.type('Typed at the very end')
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1))
    await close()
    expect(JSON.parse(readFileSync(path.join(userData, 'window.json'), 'utf8'))).toMatchObject({
      zoom: 1,
      maximised: false,
    })

    const hostile = {
      HTTP_PROXY: 'http://192.0.2.1:8080',
      HTTPS_PROXY: 'http://192.0.2.1:8080',
      ALL_PROXY: 'socks5://192.0.2.1:1',
    }
    running = await launchApp({
      userData,
      environment: { ...hostile, TZ: 'Pacific/Apia', LANG: 'uk_UA.UTF-8', LANGUAGE: 'uk', LC_ALL: '' },
    })
    await running.page.locator('.shell').waitFor()
    expect(JSON.stringify(await running.call('notes.read', { id }))).toContain('Typed at the very end')
  })

  test('in the middle of an import ends it between two files: what is there is whole', async () => {
    const files = Array.from({ length: 120 }, (_, number) => path.join(data.folder, `article ${number}.txt`))
    for (const [number, file] of files.entries())
      writeFileSync(file, `Article ${number} of many.\n\n${`The fund of year ${number} was put off. `.repeat(60)}`)
    await running.page.evaluate(() => location.assign('#/sources'))
    const sources = async () => (await done<CaseState>('case.state')).counts.sources
    const before = await sources()
    await running.page.locator('input[type=file]').first().setInputFiles(files)
    await eventually(sources).toBeGreaterThan(before)
    await close()
    running = await launchApp({ userData })
    await running.page.locator('.shell').waitFor()
    const imported = (await sources()) - before
    expect(imported).toBeGreaterThan(0)
    expect(imported).toBeLessThan(files.length)
    const { findings } = await done<OutputOf<'check.run'>>('check.run')
    expect(findings.filter(({ severity }) => severity === 'corrupt')).toEqual([])
  })

  test('in the middle of an export leaves the whole of it, or nothing', async () => {
    const place = path.join(data.folder, 'everything.zip')
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, place)
    await running.page.evaluate(() => {
      const { workbench } = window as unknown as { workbench: { call(name: string, input: unknown): Promise<string> } }
      void workbench.call('export.everything', { form: 'zip' })
    })
    await close()
    const left = readdirSync(data.folder).filter(name => name.includes('everything'))
    expect([[], ['everything.zip']]).toContainEqual(left)
    if (left.length > 0) expect(Object.keys(unzipSync(readFileSync(place)))).toContain('case.json')
    running = await launchApp({ userData })
    await running.page.locator('.shell').waitFor()
  })
})
