import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserWindow } from 'electron'
import { consoleErrors, done, listed, settled } from './unattended.ts'
import type { WorkbenchLink } from './workbench-link.ts'

const screens = ['sources', 'reader', 'matrix', 'conflicts', 'risks', 'notes', 'briefings']

/** Screens that show one record: the case's first one of each is shown. */
const lists: Record<string, string> = { reader: 'sources.list', notes: 'notes.list', briefings: 'briefings.list' }

/**
 * The main job without an analyst: a picture of every screen, and the case's first briefing as PDF.
 * @returns the files written
 * @throws Error when a screen complained: a picture of a broken screen is no success
 */
export async function tour(window: BrowserWindow, link: WorkbenchLink, folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const errors = consoleErrors(window)
  const files: string[] = []
  await settled(window)
  for (const screen of screens) {
    const list = lists[screen]
    const [first] = list ? await listed(link, list) : []
    const address = JSON.stringify(`#/${screen}${first ? `/${first.id}` : ''}`)
    await window.webContents.executeJavaScript(`location.hash = ${address}; undefined`)
    await settled(window)
    const file = path.join(folder, `${screen}.png`)
    writeFileSync(file, (await window.webContents.capturePage()).toPNG())
    files.push(file)
  }
  const [briefing] = await listed(link, 'briefings.list')
  if (!briefing) throw new Error('The case has no briefing to export')
  const exported = done(await link.call('briefings.export', { id: briefing.id })) as { path: string | null }
  if (exported.path) files.push(exported.path)
  if (errors.length > 0) throw new Error(`The screens complained: ${errors.join('; ')}`)
  return files
}
