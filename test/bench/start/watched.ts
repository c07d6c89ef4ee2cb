import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import type { Readable, Writable } from 'node:stream'
import { appArguments, runtime } from '../../support/app.ts'

// The app as it starts by itself: a driver that holds the main process until it is connected would be measured, too. Asked
// over Chromium's own pipe (https://chromedevtools.github.io/devtools-protocol/), from beside.

/** A started app: its page can be asked, its processes weighed. */
export type Watched = {
  /** When it was started, as `Date.now()` tells it. */
  begun: number
  /** The value of an expression (a promise is waited for) in the page. */
  ask(expression: string): Promise<unknown>
  /** Megabytes that the app and all its children hold, shared pages by their share (PSS). */
  memory(): number
  end(): Promise<void>
}

type Answer = {
  id?: number
  error?: unknown
  result?: {
    sessionId?: string
    targetInfos?: { type: string; targetId: string }[]
    result?: { value?: unknown }
    exceptionDetails?: unknown
  }
}

/** @param app a folder with an app, by default the built product */
export const watch = async (userData: string, values: readonly string[] = [], app?: string): Promise<Watched> => {
  const begun = Date.now()
  const child = spawn(runtime(), ['--remote-debugging-pipe', ...appArguments(userData, values, app)], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const send = talkOver(child)
  const ask = async (expression: string): Promise<unknown> => {
    for (;;) {
      const { result } = await send('Target.getTargets')
      const page = result?.targetInfos?.find(({ type }) => type === 'page')
      if (page) {
        const attached = await send('Target.attachToTarget', { targetId: page.targetId, flatten: true })
        const told = await send(
          'Runtime.evaluate',
          { expression, awaitPromise: true, returnByValue: true },
          attached.result?.sessionId,
        )
        // Asked while it went from the empty page to ours: ask again.
        if (told.result?.result && !told.result.exceptionDetails) return told.result.result.value
      }
      await new Promise(resolve => setTimeout(resolve, 10))
    }
  }
  return {
    begun,
    ask,
    memory: () => heldBy(child.pid ?? 0),
    end: async () => {
      const ended = new Promise(resolve => child.once('exit', resolve))
      await Promise.race([send('Browser.close'), ended])
      await ended
    },
  }
}

type Send = (method: string, params?: object, sessionId?: string) => Promise<Answer>

/** Messages are JSON, each ended by a NUL. */
const talkOver = (child: ChildProcess): Send => {
  const [to, from] = [child.stdio[3] as Writable, child.stdio[4] as Readable]
  const waiting = new Map<number, (answer: Answer) => void>()
  let [lastId, read] = [0, '']
  from.setEncoding('utf8')
  from.on('data', (text: string) => {
    const whole = (read + text).split('\0')
    read = whole.pop() ?? ''
    for (const message of whole) {
      const answer = JSON.parse(message) as Answer
      waiting.get(answer.id ?? 0)?.(answer)
      waiting.delete(answer.id ?? 0)
    }
  })
  return (method, params = {}, sessionId) =>
    new Promise(resolve => {
      lastId += 1
      waiting.set(lastId, resolve)
      to.write(`${JSON.stringify({ id: lastId, method, params, ...(sessionId ? { sessionId } : {}) })}\0`)
    })
}

const parentOf = (process: string): number => {
  const stat = readFileSync(`/proc/${process}/stat`, 'latin1')
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

/** Held by a process and all that descend from it. A process may end while it is looked at. */
export const heldBy = (root: number): number => {
  const family = new Set([root])
  const found = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  let kilobytes = 0
  for (const name of found.sort((one, other) => Number(one) - Number(other))) {
    try {
      if (Number(name) !== root && !family.has(parentOf(name))) continue
      family.add(Number(name))
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/smaps_rollup`, 'latin1'))?.[1] ?? 0)
    } catch {
      // It ended.
    }
  }
  return kilobytes / 1024
}
