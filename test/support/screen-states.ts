import type { Page } from 'playwright-core'
import type { Screen } from '../../renderer/location.ts'
import { ask } from './ask.ts'
import type { Journey } from './journey.ts'

/** Keys that are pressed where the focus is. */
type Keys = { keys: string }
/** The name of a button, an entry of a menu or a link, which is pressed, in the dialog that is open if there is one. */
type Press = string | RegExp
/** The first element that a selector finds, which is clicked. */
type Click = { click: string }
type Step = Press | Keys | Click

/** A screen as it stands, or with something open over it. */
export type ScreenState = { screen: Screen | 'welcome'; address: string; open: readonly Step[] }

const keys = (pressed: string): Keys => ({ keys: pressed })
const click = (selector: string): Click => ({ click: selector })

/** Every screen and every view of one, with what is opened on it: dialogs, menus, drawers, forms. */
export const screenStates = async (journey: Journey): Promise<readonly ScreenState[]> => {
  const [source] = await ask(journey, 'sources.list', {})
  const [risk] = await ask(journey, 'risks.register', {})
  const [note] = await ask(journey, 'notes.list', {})
  const [briefing] = await ask(journey, 'briefings.list', {})
  const [inquiry] = await ask(journey, 'inquiries.list', {})
  const [term] = await ask(journey, 'terms.list', {})
  const id = (one: { id: string } | undefined) => one?.id ?? ''
  const states: [Screen, rest: string, ...ways: (readonly Step[])[]][] = [
    ['sources', '', ['New collection'], ['Paste text'], ['Columns'], [keys('Control+Shift+f')]],
    ['sources', '', [click('.top-bar [aria-haspopup="menu"]')], [keys('Control+,'), click('dialog[open] h2')]],
    ['sources', '', [click('[data-source]')], [click('[data-source]'), /^Cite/]],
    [
      'reader',
      `/${id(source)}`,
      [keys('Control+f')],
      [keys('j'), keys('c')],
      [keys('j'), keys('t')],
      [keys('j'), keys('r')],
      [keys('j'), keys('n')],
      [click('.reader-card')],
    ],
    [
      'excerpts',
      '',
      ['Filter', 'Add'],
      ['Save what is found'],
      ['Columns'],
      ['Saved filters'],
      [click('main [data-at]')],
    ],
    [
      'matrix',
      '',
      [keys('Enter')],
      [keys('Alt+p')],
      [keys('Alt+Shift+T')],
      [keys('Alt+Shift+P')],
      [keys('Alt+v')],
      [keys('Alt+c')],
      [keys('Alt+m')],
      [keys('Alt+m')],
      ['More for the matrix'],
      ['More for the matrix', 'Rename a category'],
      ['More for the matrix', /atalogue/],
      ['More for the matrix', /^Export/],
    ],
    ['conflicts', '', ['Link a risk']],
    [
      'risks',
      '',
      ['Report …'],
      ['Export the register …'],
      ['Filter'],
      ['Columns'],
      ['Saved filters'],
      ['New risk'],
      ['Save the map as a picture'],
      ['In words'],
      ['In words'],
      ['By category'],
      ['By category'],
    ],
    [
      'risks',
      `/${id(risk)}`,
      ['Assess'],
      ['Review'],
      ['Edit the risk'],
      ['Archive'],
      ['Link a term'],
      [/^History of/],
      ['Link a claim'],
      ['Link a conflict'],
    ],
    ['risks', '?view=indicators', [/^Cite a passage/]],
    ['risks', '?view=reviews'],
    ['risks', '?view=changes'],
    ['risks', '?view=criteria', ['Begin with']],
    ['notes', '', ['Begin by a method or a file'], [/^Notes about/]],
    ['notes', `/${id(note)}`, ['More for this note']],
    ['briefings', '', ['New briefing']],
    ['briefings', `/${id(briefing)}`, ['More about this briefing'], ['Add a block'], ['Export'], ['Versions']],
    ['timeline', '', [/^Source: /]],
    ['inquiries', '', ['New inquiry']],
    ['inquiries', `/${id(inquiry)}`, ['More'], ['Change the question'], ['Add a hypothesis'], ['Add claims']],
    ['search', '?q=minerals', [/^Code all/]],
    ['tags', '', [click('[role=treeitem]'), keys('m')], [keys('Delete')]],
    ['term', `/${id(term)}`, ['Another term']],
    ['texts', `/${id(source)}`],
    ['reattach', `/${id(source)}`],
    ['history', ''],
    ['check', ''],
  ]
  return states.flatMap(([screen, rest, ...ways]) =>
    [[], ...ways].map(open => ({ screen, address: `#/${screen}${rest}`, open })),
  )
}

export const nameOf = ({ address, open }: ScreenState): string =>
  [
    address,
    ...open.map(step =>
      typeof step === 'string' || step instanceof RegExp ? String(step) : 'keys' in step ? step.keys : step.click,
    ),
  ].join(' › ')

/** Stands when what the screen asked for is there. */
const settled = (page: Page) => page.locator('main[aria-busy="false"]:not(:has([aria-busy="true"]))').waitFor()

/** Goes to the address and opens what is to be open. */
export const show = async (page: Page, { address, open }: ScreenState): Promise<void> => {
  for (let tries = 0; tries < 4 && (await page.locator('dialog[open], [role="menu"]').count()) > 0; tries += 1)
    await page.keyboard.press('Escape')
  await page.evaluate(hash => {
    window.location.hash = hash
  }, address)
  await settled(page)
  for (const step of open) {
    if (typeof step === 'object' && 'keys' in step) {
      await page.keyboard.press(step.keys)
      continue
    }
    if (typeof step === 'object' && 'click' in step) {
      await page.locator(step.click).first().click()
      continue
    }
    const above = page.locator('dialog[open], [role="menu"]').last()
    const place = (await above.count()) > 0 ? above : page.locator('main')
    const named = { name: step, exact: true }
    await place
      .getByRole('button', named)
      .or(place.getByRole('menuitem', named))
      .or(place.getByRole('link', named))
      .first()
      .click()
  }
  await settled(page)
}
