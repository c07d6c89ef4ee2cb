import path from 'node:path'
import { build } from 'esbuild'
import fc from 'fast-check'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as Offsets from '../../renderer/features/reader/offsets.ts'
import { type Highlight, runs } from '../../renderer/features/reader/runs.ts'
import { drivenChromium } from '../support/chromium.ts'

declare global {
  interface Window {
    offsets: typeof Offsets
  }
}

let browser: Browser
let page: Page

beforeAll(async () => {
  const bundled = await build({
    entryPoints: [path.resolve(import.meta.dirname, '../../renderer/features/reader/offsets.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'offsets',
  })
  browser = await chromium.launch({
    executablePath: drivenChromium,
    args: ['--no-sandbox', '--disable-gpu'],
  })
  page = await browser.newPage()
  await page.addScriptTag({ content: bundled.outputFiles[0]?.text ?? '' })
})

afterAll(() => browser.close())

/** Blocks of text, two characters apart, with highlights over them, as the reader draws them. */
const someText = fc.record({
  parts: fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 24 }), { minLength: 1, maxLength: 5 }),
  marks: fc.array(fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 40 })), { maxLength: 6 }),
})

const drawn = ({ parts, marks }: { parts: string[]; marks: [number, number][] }) => {
  const text = parts.join('\n\n')
  const highlights = marks.map(
    ([start, size], index): Highlight => ({
      id: `${index}`,
      start,
      end: start + size,
      colour: 'straw',
      name: '',
      lane: 0,
    }),
  )
  let at = 0
  const blocks = parts.map(part => {
    const block = { start: at, end: at + part.length }
    at = block.end + 2
    return runs(block, highlights).map(run => ({
      start: run.start,
      text: text.slice(run.start, run.end),
      depth: run.highlights.length,
    }))
  })
  return { text, blocks }
}

test('a stretch of the text is selected on the page and read back as the same offsets, through any marks', async () => {
  await fc.assert(
    fc.asyncProperty(someText, fc.nat(120), fc.nat(120), fc.boolean(), async (some, a, b, grouped) => {
      const { text, blocks } = drawn(some)
      const within = (offset: number) =>
        blocks.some(block => block.some(run => offset >= run.start && offset < run.start + run.text.length))
      const [start, end] = [Math.min(a, b) % text.length, Math.max(a, b) % (text.length + 1)]
      fc.pre(start < end && within(start) && within(end - 1))
      const found = await page.evaluate(
        ({ blocks: shown, stretch, grouped }) => {
          const root = document.createElement('div')
          for (const block of shown) {
            const paragraph = document.createElement('p')
            for (const run of block) {
              const span = document.createElement('span')
              span.dataset.start = String(run.start)
              span.append(run.text)
              let outer: HTMLElement = span
              for (let depth = 0; depth < run.depth; depth += 1) {
                const mark = document.createElement('mark')
                mark.append(outer)
                outer = mark
              }
              paragraph.append(outer)
            }
            const group = document.createElement('div')
            group.dataset.from = String(block[0]?.start)
            group.dataset.to = String((block.at(-1)?.start ?? 0) + (block.at(-1)?.text.length ?? 0))
            group.append(paragraph)
            root.append(grouped ? group : paragraph)
          }
          document.body.replaceChildren(root)
          window.offsets.selectStretch(root, stretch)
          const back = window.offsets.selectedStretch(root)
          // A point at the edge of an element stands for the text beside it.
          const selection = document.getSelection()
          selection?.selectAllChildren(root)
          return {
            back,
            whole: window.offsets.selectedStretch(root),
            outside: window.offsets.offsetAt(root, document.body, 0),
          }
        },
        { blocks, stretch: { start, end }, grouped },
      )
      expect(found.back).toEqual({ start, end })
      expect(found.whole).toEqual({ start: 0, end: text.length })
      expect(found.outside).toBeNull()
    }),
    { numRuns: 150 },
  )
})

test('what is folded away is left out at the ends', async () => {
  const found = await page.evaluate(() => {
    const root = document.createElement('div')
    root.innerHTML = '<p><span data-start="0">shown</span></p><p><span data-start="40">again</span></p>'
    document.body.replaceChildren(root)
    const words = (start: number, end: number) => window.offsets.rangeOnPage(root, { start, end })?.toString() ?? null
    return [words(2, 20), words(10, 42), words(10, 20)]
  })
  expect(found).toEqual(['own', 'ag', null])
})
