import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

type Seen = { name: string; frames: number[]; tasks: number[] }

/**
 * What the window felt during one stretch of work, in milliseconds; `work` is the time that its thread was at work, which
 * does not grow with the load of the machine.
 */
export type Part = Seen & { work: number }

type Watching = {
  part: Seen | null
  parts: Seen[]
  pressed: number
}

/** Opens a source and gives the milliseconds until its words were painted. Runs in the page. */
export const paintedAfterOpening = async (source: string): Promise<number> => {
  const begun = performance.now()
  location.hash = `#/reader/${source}`
  const frame = () => new Promise(requestAnimationFrame)
  while ((document.querySelector('.reader-group')?.textContent ?? '') === '') await frame()
  // Two frames: the first callback comes before the words are painted.
  await frame()
  await frame()
  return performance.now() - begun
}

/** Has the page note its frames and its tasks over 50 ms, for each stretch of work by itself. */
export const watch = async (page: Page) => {
  const folder = process.env.GLOSSATOR_PROFILES
  const session = await page.context().newCDPSession(page)
  if (folder) {
    await session.send('Profiler.enable')
    await session.send('Profiler.setSamplingInterval', { interval: 500 })
  }
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  }
  const works: number[] = []

  await page.evaluate(() => {
    const watching: Watching = { part: null, parts: [], pressed: 0 }
    Object.assign(window, { watching })
    // What began before a part and ended in it is of the part before.
    const observer = new PerformanceObserver(list => {
      for (const entry of list.getEntries()) watching.part?.tasks.push(entry.duration)
    })
    observer.observe({ entryTypes: ['longtask'] })
    window.addEventListener('keydown', event => (watching.pressed = event.timeStamp), { capture: true })
    let last = 0
    const frame = (now: number) => {
      if (last > 0) watching.part?.frames.push(now - last)
      last = watching.part === null ? 0 : now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  const within = (name: string | null) =>
    page.evaluate(async name => {
      const { watching } = window as unknown as { watching: Watching }
      // The observer tells of a task some time after it.
      await new Promise(resolve => setTimeout(resolve, 100))
      watching.part = name === null ? null : { name, frames: [], tasks: [] }
      if (watching.part !== null) watching.parts.push(watching.part)
    }, name)

  return {
    frame: () => page.evaluate(() => new Promise<void>(resolve => requestAnimationFrame(() => resolve()))),
    during: async (name: string, work: () => Promise<unknown>) => {
      if (folder) await session.send('Profiler.start')
      await within(name)
      const before = await worked()
      await work()
      works.push((await worked()) - before)
      await within(null)
      if (folder === undefined) return
      const { profile } = await session.send('Profiler.stop')
      writeFileSync(join(folder, `${name} ${Date.now()}.cpuprofile`), JSON.stringify(profile))
    },
    /** Presses a key; the milliseconds from there until a mark was added to the text, or was gone from it, and painted. */
    untilMarks: async (key: string, how: 'added' | 'gone'): Promise<number> => {
      const changed = page.evaluate(
        how =>
          new Promise<number>(resolve => {
            const { watching } = window as unknown as { watching: Watching }
            const isMark = (node: Node) =>
              node instanceof Element && (node.matches('mark') || node.querySelector('mark'))
            const observer = new MutationObserver(changes => {
              const nodes = changes.flatMap(({ addedNodes, removedNodes }) => [
                ...(how === 'added' ? addedNodes : removedNodes),
              ])
              if (!nodes.some(isMark)) return
              observer.disconnect()
              requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - watching.pressed), 0))
            })
            const text = document.querySelector('.reader-text')
            if (text) observer.observe(text, { childList: true, subtree: true })
            setTimeout(() => resolve(Number.NaN), 15_000)
          }),
        how,
      )
      await page.keyboard.press(key)
      return await changed
    },
    /** Types words into the open bar; the milliseconds from the last key until it says how many places there are. */
    untilFound: async (words: string): Promise<number> => {
      await page.keyboard.type(words)
      return await page.evaluate(async () => {
        const { watching } = window as unknown as { watching: Watching }
        while ((document.querySelector('.reader-find [role=status]')?.textContent ?? '') === '')
          await new Promise(requestAnimationFrame)
        return performance.now() - watching.pressed
      })
    },
    end: async (): Promise<Part[]> => {
      await session.detach()
      const parts = await page.evaluate(() => (window as unknown as { watching: Watching }).watching.parts)
      return parts.map((part, at) => ({ ...part, work: works[at] ?? Number.NaN }))
    },
  }
}
