import { afterAll, beforeAll, expect, test } from 'vitest'
import { railScreens } from '../../renderer/location.ts'
import { speak, spokenLanguage } from '../../shared/language.ts'
import { ukrainian } from '../../shared/translations/ukrainian.ts'
import { type Journey, startJourney } from '../support/journey.ts'

// The whole product in Ukrainian on the sample case, whose own words are English.

let journey: Journey

beforeAll(async () => {
  speak({ language: 'uk', locale: 'uk-UA', words: ukrainian })
  journey = await startJourney({ address: '?language=uk#/sources' })
})
afterAll(async () => {
  await journey.close()
  speak({ language: 'en', locale: 'en-GB', words: {} })
})

/** A usual window, and one at 200 %. */
const sizes = [
  { width: 1280, height: 800 },
  { width: 640, height: 400 },
]

/** Words of buttons and names of screens that run out of their box, where nothing within it cuts them with an ellipsis. */
const overflowing = () =>
  [...document.querySelectorAll<HTMLElement>('button, .rail a, legend')].flatMap(one => {
    const cut = [one, ...one.querySelectorAll('*')].some(part => getComputedStyle(part).overflowX !== 'visible')
    if (cut || one.clientWidth === 0) return []
    return one.scrollWidth > one.clientWidth + 1 ? [`${one.className}: ${one.textContent}`] : []
  })

test('every screen is in Ukrainian and its words have room, on a wide page and a narrow one, from right to left too', async () => {
  const { page, errors } = journey
  expect(spokenLanguage()).toBe('uk')
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('uk')
  await expect.poll(() => page.locator('.rail a').allInnerTexts()).toContain('Джерела')
  for (const direction of ['ltr', 'rtl'] as const) {
    await page.evaluate(to => document.documentElement.setAttribute('dir', to), direction)
    for (const screen of railScreens) {
      await page.evaluate(to => {
        location.hash = `#/${to}`
      }, screen)
      await expect.poll(async () => (await page.locator('main').textContent())?.length).toBeGreaterThan(20)
      for (const size of direction === 'ltr' ? sizes : sizes.slice(0, 1)) {
        await page.setViewportSize(size)
        const where = `${screen} ${direction} ${size.width}`
        expect(await page.evaluate(overflowing), where).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), where).toBeLessThanOrEqual(
          0,
        )
      }
    }
  }
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'ltr'))
  await page.setViewportSize({ width: 1280, height: 800 })
  expect(errors).toEqual([])
})

test('a date, a number of things and a line of the history are said as in Ukrainian', async () => {
  const { page, workbench } = journey
  await page.evaluate(() => {
    location.hash = '#/matrix'
  })
  await expect
    .poll(() => page.locator('[role=columnheader]').allInnerTexts())
    .toSatisfy((heads: string[]) => heads.some(head => head.includes('14 березня 2025')))
  const made = await workbench.call('parties.create', { name: 'Норвегія', shortName: 'НО' })
  expect(made).toMatchObject({ ok: true })
  const history = await workbench.call('history.list', { limit: 1 })
  expect(JSON.stringify(history)).toContain('Додано сторону «Норвегія»')
})
