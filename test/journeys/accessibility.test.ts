import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { root } from '../../main/setup/project.mjs'
import { type Screen, screens } from '../../renderer/location.ts'
import { messages } from '../../shared/messages.ts'
import { alikeThoughChosen, cutWords, movingThings, unseenFocus } from '../support/accessibility.ts'
import { axeFindings, axeFindingsInEachLook, printedPages } from '../support/axe.ts'
import { journeysAt } from '../support/journeys.ts'
import { nameOf, type ScreenState, screenStates, show } from '../support/screen-states.ts'
import { smallTargets } from '../support/targets.ts'

const begin = journeysAt()

/** Screens that are looked at on one page, one after another. */
const rooms: readonly (readonly Screen[])[] = [
  ['sources', 'reader'],
  ['excerpts', 'matrix'],
  ['risks'],
  ['conflicts', 'notes', 'briefings'],
  ['timeline', 'inquiries', 'search', 'tags', 'term', 'texts', 'reattach', 'history', 'check'],
]

/** Long, on a loaded machine: many states, each looked at in full. */
const patient = 240_000

/** What stands above a screen, which was looked at without it before. */
const overlay = 'dialog[open], [role="menu"], .popover'
/** The names of what was open over a screen when it was looked at. */
const opened = new Set<string>()

const atOnce = async (page: Page, state: ScreenState): Promise<string[]> => {
  const names = await page.locator(overlay).evaluateAll(all => all.map(one => one.getAttribute('aria-label') ?? ''))
  for (const name of names) opened.add(name)
  if (state.open.length > 0) {
    const where = names.length > 0 ? { within: overlay } : { besides: printedPages }
    return [...(await axeFindings(page, where)), ...(await smallTargets(page)), ...(await movingThings(page))]
  }
  const found = [
    ...(await axeFindingsInEachLook(page)),
    ...(await smallTargets(page)),
    ...(await movingThings(page)),
    ...(await cutWords(page)),
  ]
  await page.emulateMedia({ forcedColors: 'active' })
  found.push(...(await alikeThoughChosen(page)))
  await page.emulateMedia({ forcedColors: 'none' })
  return found
}

/** Twice the size, which leaves half of the pixels of the smallest usual window. */
const atTwice = async (page: Page): Promise<string[]> => [
  ...(await axeFindings(page, { besides: printedPages })),
  ...(await smallTargets(page)),
  ...(await unseenFocus(page)),
]

describe.each(rooms.map(room => [room.join(', '), room] as const))('%s', (_name, room) => {
  test('axe finds nothing in any state, in dark and at twice the size; targets are large enough, the focus is seen, nothing moves, nothing is cut, forced colours tell as much', {
    timeout: patient,
  }, async () => {
    const running = await begin()
    const { page } = running
    const faults: string[] = []
    const states = (await screenStates(running)).filter(({ screen }) => room.some(one => one === screen))
    const looked = new Set<string>()
    for (const state of states) {
      await show(page, state)
      const found = await atOnce(page, state)
      // The stops of a screen once: its views share the most of them.
      if (!looked.has(state.screen)) found.push(...(await unseenFocus(page)))
      looked.add(state.screen)
      faults.push(...found.map(fault => `${nameOf(state)}: ${fault}`))
    }
    await page.setViewportSize({ width: 640, height: 400 })
    for (const state of states.filter(({ open }) => open.length === 0)) {
      await show(page, state)
      faults.push(...(await atTwice(page)).map(fault => `${nameOf(state)} at twice the size: ${fault}`))
    }
    expect(faults).toEqual([])
  })
})

test('no screen is left out', async () => {
  expect(rooms.flat().toSorted()).toEqual(screens.toSorted())
  const states = await screenStates(await begin())
  expect(screens.filter(screen => !states.some(state => state.screen === screen))).toEqual([])
})

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(ending))
    .map(name => path.join(folder, name))

/** From an opening brace to the one that closes it. */
const inBraces = (source: string, from: number): string => {
  let depth = 0
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === '{') depth += 1
    else if (source[at] === '}') depth -= 1
    if (depth === 0) return source.slice(from, at)
  }
  return source.slice(from)
}

/** The keys of the messages by which dialogs, menus and panels are named, each with the file that says so. */
const namedOverlays = (): { key: string; file: string }[] =>
  filesIn('renderer', '.tsx').flatMap(file => {
    const source = readFileSync(path.join(root, file), 'utf8')
    const tags = source.matchAll(
      /<(?:Dialog|FormDialog|Menu|PickButton|PickerButton)\b[^<]{0,80}?(?:title|label)=(?=\{)/g,
    )
    return [...tags].flatMap(({ 0: tag, index }) =>
      [...inBraces(source, index + tag.length).matchAll(/'(\w+\.\w+)'/g)].map(([, key = '']) => ({ key, file })),
    )
  })

/** The longest run of a message that is the same whatever stands in it. */
const fixedPart = (message: string) =>
  message
    .split(/\{[^{}]*\}/)
    .toSorted((a, b) => b.length - a.length)[0]
    ?.trim() ?? ''

/**
 * Opened by journeys that ask axe nothing while it stands, or named by what stands in it. The list may only grow shorter.
 */
const notYetLookedAt = new Set<string>([
  'claims.actions',
  'desktop.about',
  'history.rename',
  'parts.relationActions',
  'register.mergeAdd',
  'register.mergeTitle',
  'register.pickOrigin',
  'resemblances.comparing',
  'resemblances.title',
  'tags.mergeTitle',
  'tags.splitTitle',
])

test('every dialog, menu and panel that has a name was open here, or is named in another journey that has axe look', () => {
  const overlays = namedOverlays()
  expect(overlays.length).toBeGreaterThan(60)
  const journeys = filesIn('test/journeys', '.test.ts')
    .map(file => readFileSync(path.join(root, file), 'utf8'))
    .filter(text => /axeFindings\w*\(/.test(text))
  const all: Record<string, string> = messages
  const missing = overlays.filter(({ key }) => {
    const words = fixedPart(all[key] ?? key)
    return ![...opened].some(name => name.includes(words)) && !journeys.some(text => text.includes(words))
  })
  expect(missing.filter(({ key }) => !notYetLookedAt.has(key))).toEqual([])
})
