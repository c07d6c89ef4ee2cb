import path from 'node:path'
import { app, type UtilityProcess, utilityProcess } from 'electron'
import type { WorkbenchEvent } from '../../shared/event.ts'
import { recordName } from '../../shared/model/record-name.ts'
import { type Outcome, type Refusal, refusal } from '../../shared/outcome.ts'
import type { Host } from '../host.ts'
import { say } from '../say.ts'
import { wantedLanguages } from './language.ts'
import { logError } from './log.ts'
import type { FirstCase, FromWorkbench, ToWorkbench } from './messages.ts'
import { watch } from './watchdog.ts'

/** How long closing may take before the process is ended: everything acknowledged is on disk long before. */
const closeLimit = 10_000

/** The app's side of the workbench process. */
export type WorkbenchLink = {
  /** Starts the workbench process and opens the first case, unless that is done. */
  begin(): void
  /**
   * The answer is an `Outcome` as JSON, handed on unread: a long list crosses two processes and the bridge of the page as
   * one string, where an object would be copied value by value, each time on a thread that has a window to draw.
   */
  call(name: string, input: unknown): Promise<string>
  /** Gives the page a case to open. */
  handOver(file: string): void
  /** Says everything in another language from now on. */
  speak(tags: string[]): void
  close(): Promise<void>
}

type Pending = { name: string; resolve: (answer: string) => void }

/**
 * Starts the workbench process when it is first needed, or told to begin, and again after it crashed or was ended because it gave no sign
 * of life: every call that was on its way is then answered `broken`, and the next one opens the last case anew. Held by
 * test/electron/workbench-process.test.ts.
 */
export function linkWorkbench(host: Host, first: FirstCase): WorkbenchLink {
  const pending = new Map<number, Pending>()
  let lastId = 0
  let child: UtilityProcess | null = null
  let next = first
  let closing = false

  const request = (name: string, message: (id: number) => ToWorkbench): Promise<string> =>
    new Promise(resolve => {
      lastId += 1
      const id = lastId
      pending.set(id, { name, resolve })
      running().postMessage(message(id))
    })
  const open = async (chosen: FirstCase): Promise<Outcome<unknown>> =>
    JSON.parse(await request('open', id => ({ kind: 'open', id, first: chosen })))

  function running(opened?: WorkbenchEvent): UtilityProcess {
    if (child) return child
    const started = fork()
    child = started
    let isHung = false
    const whatHappened = () => say(isHung ? 'store.processHung' : 'store.processStopped')
    const watchdog = watch({
      waiting: () => [...pending.values()].map(({ name }) => name),
      ask: () => started.postMessage({ kind: 'look' } satisfies ToWorkbench),
      end: () => {
        isHung = true
        end(started)
      },
    })
    started.on('message', (message: FromWorkbench) => {
      watchdog.sign()
      void receive(started, message)
    })
    started.on('exit', () => {
      watchdog.stop()
      child = null
      // The exit code is no guide: a killed process is now and then reported with 0 (seen on Electron 25).
      if (!closing) host.emit({ kind: 'problem', message: whatHappened() })
      for (const { resolve } of pending.values()) resolve(JSON.stringify(refusal('broken', whatHappened())))
      pending.clear()
      // The page learns that it can ask again; after a crash it is the analyst who tries again.
      if (isHung && !closing) running({ kind: 'changed', changed: recordName.options })
    })
    void open(next).then(outcome => {
      if (isPlain(outcome)) host.emit({ kind: 'problem', message: outcome.message })
      else if (opened) host.emit(opened)
    })
    next = { file: null, originals: null }
    return started
  }

  async function receive(from: UtilityProcess, message: FromWorkbench): Promise<void> {
    if (message.kind === 'event') host.emit(message.event)
    else if (message.kind === 'outcome') {
      pending.get(message.id)?.resolve(message.answer)
      pending.delete(message.id)
    } else if (message.kind === 'ask') from.postMessage(await answer(host, message))
  }

  return {
    begin: () => void running(),
    call: (name, input) => request(name, id => ({ kind: 'call', id, name, input })),
    handOver: file => running().postMessage({ kind: 'handOver', file } satisfies ToWorkbench),
    // One that is started later is told by its environment.
    speak: tags => child?.postMessage({ kind: 'speak', tags } satisfies ToWorkbench),
    close: () =>
      new Promise(resolve => {
        closing = true
        if (!child) return resolve()
        const last = child
        const limit = setTimeout(() => end(last), closeLimit)
        last.once('exit', () => {
          clearTimeout(limit)
          resolve()
        })
        last.postMessage({ kind: 'close' } satisfies ToWorkbench)
      }),
  }
}

/** Whether a case was refused and nothing can be done about it: of an obstacle the page is told by an event of its own. */
const isPlain = (outcome: Outcome<unknown>): outcome is Refusal =>
  !outcome.ok && !['locked', 'sealed', 'damaged'].includes(outcome.code)

/** Not `child.kill`: that asks politely, and a process that hangs does not listen. */
const end = (child: UtilityProcess) => {
  if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
}

const fork = () =>
  utilityProcess.fork(
    path.join(__dirname, 'workbench-process.cjs'),
    [app.getPath('userData'), path.join(__dirname, '../seeds')],
    {
      serviceName: 'Glossator workbench',
      stdio: 'inherit',
      env: { ...process.env, GLOSSATOR_LANGUAGE: wantedLanguages().join(',') },
    },
  )

async function answer(host: Host, asked: Extract<FromWorkbench, { kind: 'ask' }>): Promise<ToWorkbench> {
  try {
    const hostFunction = host[asked.name] as (...values: unknown[]) => Promise<unknown>
    return { kind: 'answer', id: asked.id, value: await hostFunction(...asked.values) }
  } catch (error) {
    logError(`host ${asked.name}`, error)
    return { kind: 'failure', id: asked.id, message: error instanceof Error ? error.message : String(error) }
  }
}
