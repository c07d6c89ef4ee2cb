import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import type { CaseState } from '../../shared/contract/case.ts'
import type { ClaimView } from '../../shared/contract/claims.ts'
import type { ConflictView } from '../../shared/contract/conflicts.ts'
import type { SourceRow } from '../../shared/contract/sources.ts'
import type { Outcome } from '../../shared/outcome.ts'
import { launchApp, type RunningApp, temporaryFolder } from '../support/app.ts'
import { allRisks } from '../support/risks.ts'

const data = temporaryFolder()
let running: RunningApp
afterAll(async () => {
  await running?.kill()
  data.remove()
})

const article = `<!doctype html>
<html lang="en"><head><title>Fund share now put at forty percent</title>
<meta property="article:published_time" content="2025-03-12"></head>
<body><nav>Home | World</nav><article><h1>Fund share now put at forty percent</h1>
<p>Officials in Kyiv described a draft that differs from the one seen before the talks.</p>
<p>Under that draft Ukraine would pay 40% of future revenue from the resources of the agreement into the fund.</p>
<p>No text has been published, and the parties gave no date for a signature.</p>
</article><footer>Subscribe to our newsletter</footer></body></html>`

const ask = async <Value>(name: string, input: unknown): Promise<Value> => {
  const outcome = (await running.call(name, input)) as Outcome<Value>
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.value
}

/** Drags the mouse over the whole of the paragraph that holds the words, as a hand does. */
const selectParagraph = async (page: Page, words: string) => {
  const ends = await page.evaluate(wanted => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      if (!node.data.includes(wanted) || !node.parentElement?.closest('main')) continue
      const range = document.createRange()
      const box = (start: number, end: number) => {
        range.setStart(node, start)
        range.setEnd(node, end)
        return range.getBoundingClientRect()
      }
      const length = node.data.trimEnd().length
      const [first, last] = [box(0, 1), box(length - 1, length)]
      return {
        from: [first.left + 1, first.top + first.height / 2],
        to: [last.right - 0.5, last.top + last.height / 2],
      }
    }
    throw new Error(`The page does not show "${wanted}".`)
  }, words)
  await page.mouse.move(ends.from[0] as number, ends.from[1] as number)
  await page.mouse.down()
  await page.mouse.move(ends.to[0] as number, ends.to[1] as number, { steps: 12 })
  await page.mouse.up()
}

/** Presses keys one by one and counts them. */
const press = async (page: Page, keys: readonly string[]): Promise<number> => {
  for (const key of keys) await page.keyboard.press(key)
  return keys.length
}

const labelOfUndo = async () => (await ask<CaseState>('case.state', {})).undo

test('import, claim, conflict, score, undo, redo, kill -9: nothing acknowledged is lost', async () => {
  running = await launchApp({ userData: data.folder })
  const { page } = running
  const problems: string[] = []
  page.on('console', message => message.type() === 'error' && problems.push(message.text()))
  await page.locator('.shell').waitFor()
  const before = await ask<CaseState>('case.state', {})

  // A sixth article, from a file.
  const file = path.join(data.folder, 'sixth.html')
  writeFileSync(file, article)
  await page.keyboard.press('Alt+1')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import files' }).first().click(),
  ])
  await chooser.setFiles(file)
  await expect.poll(async () => (await ask<SourceRow[]>('sources.list', {})).length).toBe(6)
  const sixth = (await ask<SourceRow[]>('sources.list', {})).find(one => one.title.startsWith('Fund share'))
  expect(sixth).toMatchObject({ published: '2025-03-12', language: 'en' })

  // Its sentence with a percentage becomes a claim in at most five keys.
  await page.evaluate(id => {
    window.location.hash = `#/reader/${id}`
  }, sixth?.id)
  await page.getByText('Under that draft').last().waitFor()
  await selectParagraph(page, 'Under that draft')
  await page.keyboard.press('c')
  await page.locator('input[role=combobox]').waitFor()
  let keys = 1 + (await press(page, ['Enter']))
  await page.getByRole('form', { name: /T-08/ }).waitFor()
  keys += await press(page, ['Enter'])
  await expect.poll(async () => (await ask<CaseState>('case.state', {})).counts.claims).toBe(before.counts.claims + 1)
  expect(keys).toBeLessThanOrEqual(5)
  const [made] = await ask<ClaimView[]>('claims.list', { source: sixth?.id })
  expect(made).toMatchObject({
    termRef: 'T-08',
    value: { type: 'percent', low: 40, high: 40 },
    basis: 'future revenue from the resources of the agreement',
    evidence: [{ role: 'supports' }],
  })
  expect(made?.quotes[0]?.exact).toContain('40% of future revenue')

  // The cell and the conflict appear.
  await page.keyboard.press('Alt+4')
  const cell = page.getByRole('gridcell', { name: /^40 % of future revenue.*1 open conflict/ })
  await cell.waitFor()
  const conflicts = await ask<ConflictView[]>('conflicts.list', {})
  const found = conflicts.find(one => one.claims.includes(made?.id as ClaimView['id']))
  expect(found).toMatchObject({ termRef: 'T-08', kind: 'value', state: 'open', foundBy: 'detector' })

  // A risk is scored on the same excerpt, from the reader.
  const excerpt = made?.evidence[0]?.excerpt as string
  const risksBefore = await allRisks((name, input) => ask(name, input))
  await page.evaluate(
    ([source, id]) => {
      window.location.hash = `#/reader/${source}?excerpt=${id}`
    },
    [sixth?.id, excerpt],
  )
  await page.getByText('Under that draft').last().waitFor()
  await page.keyboard.press('r')
  await page.locator('input[role=combobox]').waitFor()
  await page.keyboard.type('drained')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /score/i }).click()
  await page.getByRole('form', { name: /^Assess R-/ }).waitFor()
  await page.getByLabel(/^Reason/).fill('A smaller share would leave more in the budget and less in the fund.')
  await page.getByLabel('Likelihood word').selectOption('likely')
  await page.getByRole('button', { name: 'Save the assessment' }).click()
  await page.getByRole('form', { name: /^Assess R-/ }).waitFor({ state: 'detached' })
  const scored = (await allRisks((name, input) => ask(name, input))).find(
    risk => risk.assessments.length > (risksBefore.find(one => one.id === risk.id)?.assessments.length ?? 0),
  )
  expect(scored?.current).toMatchObject({ likelihoodWord: 'likely', excerpts: [excerpt] })
  const after = await ask<CaseState>('case.state', {})

  // Undo all of it, then redo all of it, from the keyboard.
  await page.keyboard.press('Alt+4')
  const undone: string[] = []
  for (let label = after.undo; label !== before.undo && label !== null; label = await labelOfUndo()) {
    undone.push(label)
    await page.keyboard.press('Control+z')
    await expect.poll(labelOfUndo).not.toBe(label)
  }
  expect(undone.length).toBeGreaterThanOrEqual(3)
  expect((await ask<CaseState>('case.state', {})).counts).toEqual(before.counts)
  for (const label of undone.toReversed()) {
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(labelOfUndo).toBe(label)
  }
  expect((await ask<CaseState>('case.state', {})).counts).toEqual(after.counts)
  await cell.waitFor()
  expect(problems).toEqual([])

  // The power goes; everything acknowledged is there.
  await running.kill()
  running = await launchApp({ userData: data.folder })
  await running.page.locator('.shell').waitFor()
  expect((await ask<CaseState>('case.state', {})).counts).toEqual(after.counts)
  expect(await ask<ClaimView[]>('claims.list', { source: sixth?.id })).toMatchObject([{ termRef: 'T-08' }])
  const kept = (await allRisks((name, input) => ask(name, input))).find(risk => risk.id === scored?.id)
  expect(kept?.current).toEqual(scored?.current)
  const checked = await ask<{ findings: { severity: string }[] }>('check.run', {})
  expect(checked.findings.filter(one => one.severity === 'corrupt')).toEqual([])
}, 180_000)
