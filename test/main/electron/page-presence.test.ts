import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { expect, test } from 'vitest'
import { pagePresence } from '../../../main/electron/page-presence.ts'

test('what is said to a page waits for its first call, and again from the moment it is loaded anew or gone', () => {
  const webContents = new EventEmitter()
  const page = pagePresence({ webContents } as unknown as BrowserWindow)
  const heard: string[] = []
  const say = (words: string) => page.whenThere(() => heard.push(words))
  const load = (isMainFrame: boolean, isSameDocument: boolean) =>
    webContents.emit('did-start-navigation', { isMainFrame, isSameDocument })
  load(true, false)
  say('sealed')
  say('a task')
  expect([page.isThere(), heard]).toEqual([false, []])
  page.heard()
  say('changed')
  page.heard()
  expect([page.isThere(), heard]).toEqual([true, ['sealed', 'a task', 'changed']])
  // A frame within it, and a step to another screen of it, leave it where it is.
  load(false, false)
  load(true, true)
  expect(page.isThere()).toBe(true)
  for (const [name, go] of [
    ['loaded anew', () => load(true, false)],
    ['gone', () => webContents.emit('render-process-gone')],
  ] as const) {
    go()
    say(name)
    expect(heard).not.toContain(name)
    page.heard()
    expect(heard.at(-1)).toBe(name)
  }
})
