import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Refused } from '../../shared/outcome.ts'
import type { Engine, Host, PrintOptions } from '../host.ts'
import { say } from '../say.ts'
import type { PrintAnswer, PrintRequest } from './print-messages.ts'
import { startVirtualDisplay } from './virtual-display.ts'

/** How long the engine may take to start; a document may take as long as it needs. */
const startLimit = 60_000

/** The part of a desktop that the command line can have: an engine that prints. `close` ends it. */
export type HeadlessHost = Pick<Host, 'printPdf' | 'engine'> & { close(): Promise<void> }

/**
 * Starts the Electron runtime in its printing mode, with a virtual display where there is no other, and talks to it over
 * the channel between parent and child.
 * @param app the built app; the packaged one is its own
 * @throws Refused where there is no runtime; Error with a sentence when there is no display to be had or it does not start
 */
export async function headlessHost(app = path.join(__dirname, 'start.cjs')): Promise<HeadlessHost> {
  const profile = mkdtempSync(path.join(tmpdir(), 'glossator-print-'))
  const display = needsDisplay() ? await startVirtualDisplay() : null
  const tidy = () => {
    display?.stop()
    rmSync(profile, { recursive: true, force: true })
  }
  try {
    const child = startEngine(app, profile, display?.name)
    const printing = await connect(child)
    return { ...printing, close: () => hangUp(child).finally(tidy) }
  } catch (error) {
    tidy()
    throw error
  }
}

// No window is shown, but Electron's toolkit wants a display all the same: its headless platform crashes (seen on 25).
const needsDisplay = () => process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY

function startEngine(app: string, profile: string, display: string | undefined): ChildProcess {
  const named = process.env.GLOSSATOR_ELECTRON
  const packaged = Boolean(process.versions.electron)
  if (!named && !packaged) throw new Refused(say('cli.noEngine'))
  if (named && !existsSync(named)) throw new Refused(say('cli.noSuchEngine', { named }))
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env
  return spawn(
    named ?? process.execPath,
    [...sandbox, ...(packaged ? [] : [app]), '--printing', `--user-data-dir=${profile}`],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: display ? { ...environment, DISPLAY: display } : environment,
    },
  )
}

type Waiting = { resolve: (pdf: Uint8Array) => void; reject: (error: Error) => void }

function connect(child: ChildProcess): Promise<Pick<Host, 'printPdf' | 'engine'>> {
  const waiting = new Map<number, Waiting>()
  let said = ''
  let lastId = 0
  child.stderr?.on('data', (text: Buffer) => {
    said = (said + text.toString()).slice(-2000)
  })
  return new Promise((resolve, reject) => {
    const fail = (sentence: string) => {
      clearTimeout(limit)
      const error = new Error(said.trim() ? `${sentence} Its last words:\n${said.trim()}` : sentence)
      reject(error)
      for (const { reject: give } of waiting.values()) give(error)
      waiting.clear()
    }
    const limit = setTimeout(() => {
      child.kill('SIGKILL')
      fail('The Electron runtime did not start in a minute.')
    }, startLimit)
    child.on('error', error => fail(`The Electron runtime could not be started: ${error.message}.`))
    child.on('exit', (code, signal) => fail(`The Electron runtime ended unexpectedly (${code ?? signal}).`))
    child.on('message', (message: PrintAnswer) => {
      if (message.kind === 'ready') {
        clearTimeout(limit)
        resolve({ engine: async (): Promise<Engine> => message.engine, printPdf })
        return
      }
      const request = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.kind === 'printed') request?.resolve(new Uint8Array(Buffer.from(message.pdf, 'base64')))
      else request?.reject(new Error(`The document could not be printed: ${message.message}`))
    })
    const printPdf = (html: string, options: PrintOptions) =>
      new Promise<Uint8Array>((done, failed) => {
        lastId += 1
        waiting.set(lastId, { resolve: done, reject: failed })
        child.send({ id: lastId, html, options } satisfies PrintRequest)
      })
  })
}

/** Ends the engine and waits for it. */
function hangUp(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    const limit = setTimeout(() => child.kill('SIGKILL'), 5000)
    child.once('exit', () => {
      clearTimeout(limit)
      resolve()
    })
    child.disconnect()
  })
}
