// What a key costs in a note that cites much, beside tiptap alone on the same text: npm run bench typing [-- CITATIONS…].
// Both have the same nodes; alone has no marks, menus, cards or saving.
import { median, printTable, printTarget, quantile, turnsOf } from './measure.ts'
import { bundleTrial, inTrialPage, launchForTrial } from './trial-page.ts'

const given = process.argv.slice(2).map(Number)
const sizes = given.length > 0 ? given : [200, 1_000]
const turns = turnsOf(5)
const words = 'the quick brown fox jumps over the lazy dog and goes on to the next, '.repeat(2)
const names = ['Glossator', 'tiptap alone'] as const

const built = await bundleTrial('typing', ['tiptap.tsx', 'ours.tsx'])
const trialPage = {
  html: '<!doctype html><html lang="en"><body><div class="typing-host"></div></body></html>',
  script: built.script,
  styles: `${built.styles} .typing-host { width: 760px }`,
}
type Typed = { clock: number; work: number }

const browser = await launchForTrial()
const typeIn = (name: string, citations: number): Promise<Typed> =>
  inTrialPage(browser, trialPage, async page => {
    await page.evaluate(([chosen, count]) => window.openTyping(chosen, count), [name, citations] as const)
    const paragraph = page.locator('.editor-text > p').nth(Math.floor(citations / 10))
    await paragraph.click({ position: { x: 20, y: 12 } })
    const spent = () => page.evaluate(() => (window as unknown as { processorTime(): Promise<number> }).processorTime())
    await page.keyboard.type('warming up ', { delay: 5 })
    await page.evaluate(() => {
      window.taken = []
    })
    const begun = await spent()
    for (const letter of words) {
      const before = await page.evaluate(() => window.taken.length)
      await page.keyboard.press(letter === ' ' ? 'Space' : letter)
      await page.waitForFunction(count => window.taken.length > count, before, { polling: 4 })
    }
    const work = ((await spent()) - begun) / words.length
    return { clock: quantile(await page.evaluate(() => window.taken), 0.95), work }
  })

for (const citations of sizes) {
  const trials = new Map<string, Typed[]>(names.map(name => [name, []]))
  for (let turn = 0; turn < turns; turn += 1)
    for (const name of names) trials.get(name)?.push(await typeIn(name, citations))
  const of = (name: string, part: keyof Typed) => median((trials.get(name) ?? []).map(trial => trial[part]))
  console.log(`\n${citations} citations; ms for a key, medians of ${turns} turns of ${words.length} keys`)
  printTable(
    ['', 'key to frame, p95', "page's processor, mean"],
    names.map(name => [name, of(name, 'clock'), of(name, 'work')]),
  )
  printTarget('a key, p95', of('Glossator', 'clock'), '≤', 16, ' ms')
  printTarget('a key, p95, of tiptap alone', of('Glossator', 'clock') / of('tiptap alone', 'clock'), '≤', 1.3)
  printTarget("the page's processor, of tiptap alone", of('Glossator', 'work') / of('tiptap alone', 'work'), '≤', 1.3)
}
await browser.close()
