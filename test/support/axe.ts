import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2 at AA, and what axe-core holds to be good practice beyond it. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The rules of axe-core that look at colours: the only ones that a theme can break, as it changes no element. */
const ofColour = ['color-contrast', 'link-in-text-block']

/**
 * `besides`: a selector of what was looked at in full in another state and has not changed since, as the pages of a
 * briefing: nine thousand elements, with which each look takes four seconds. `within`: of what alone is to be looked at,
 * as a dialog over a screen that was looked at before; rules of the page as a whole then stay silent.
 */
type Besides = { besides?: string | undefined; within?: string | undefined }

/** The pages of a briefing beside its blocks. */
export const printedPages = '.briefings-pages'

const findings = async (page: Page, runOnly: string[], { besides, within }: Besides): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  return page.evaluate(
    async ({ runOnly, besides, within }) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') }
      // Off by default in axe-core, as it came with WCAG 2.2.
      const rules = runOnly.includes('wcag22aa') ? { 'target-size': { enabled: true } } : {}
      const where = {
        exclude: besides === undefined ? [] : [besides],
        ...(within === undefined ? {} : { include: [within] }),
      }
      const { violations } = await axe.run(where, { runOnly, rules, resultTypes: ['violations'] })
      return violations.map(one => `${one.id}: ${one.nodes.map(node => node.html.slice(0, 160)).join(' | ')}`)
    },
    { runOnly, besides, within },
  )
}

/** What axe-core finds on the page as it stands: a line for each fault with the elements at fault. */
export const axeFindings = (page: Page, besides: Besides = {}): Promise<string[]> => findings(page, tags, besides)

/**
 * What axe-core finds on the page as it stands in light, and of its colours in dark: one walk through the states of a
 * screen serves both. The page follows the system, and is left in light.
 */
export const axeFindingsInEachLook = async (page: Page, besides: Besides = {}): Promise<string[]> => {
  const inLight = await axeFindings(page, besides)
  const toned = async (colorScheme: 'light' | 'dark') => {
    await page.emulateMedia({ colorScheme })
    await page.locator(`html[data-theme="${colorScheme}"]`).waitFor({ state: 'attached' })
  }
  await toned('dark')
  const inDark = await findings(page, ofColour, besides)
  await toned('light')
  return [...inLight, ...inDark.map(fault => `dark: ${fault}`)]
}
