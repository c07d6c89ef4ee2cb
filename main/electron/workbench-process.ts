import '../network-guard.ts'
import type { Obstacle } from '../../shared/contract/safety.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { Host } from '../host.ts'
import { speakAsTold } from '../spoken.ts'
import { verifyApart } from '../verify-apart.ts'
import { createWorkbench } from '../workbench.ts'
import { createCallQueue } from './call-queue.ts'
import type { FirstCase, FromWorkbench, HostFunction, ToWorkbench } from './messages.ts'

// The process of the open case: a crash or an abort in it leaves the window standing, and its memory goes with it.

const [dataDirectory = '', seedsDirectory = ''] = process.argv.slice(2)
const send = (message: FromWorkbench) => process.parentPort.postMessage(message)

type Answer = { resolve: (value: unknown) => void; reject: (error: Error) => void }
const answers = new Map<number, Answer>()
let lastQuestion = 0

const ask =
  <Name extends HostFunction>(name: Name) =>
  (...values: Parameters<Host[Name]>): ReturnType<Host[Name]> =>
    new Promise((resolve, reject) => {
      lastQuestion += 1
      answers.set(lastQuestion, { resolve: resolve as Answer['resolve'], reject })
      send({ kind: 'ask', id: lastQuestion, name, values })
    }) as ReturnType<Host[Name]>

const host: Host = {
  chooseOpenCase: ask('chooseOpenCase'),
  chooseNewCase: ask('chooseNewCase'),
  chooseSave: ask('chooseSave'),
  printPdf: ask('printPdf'),
  engine: ask('engine'),
  reveal: ask('reveal'),
  copyText: ask('copyText'),
  about: ask('about'),
  speak: ask('speak'),
  licences: ask('licences'),
  offer: ask('offer'),
  opened: ask('opened'),
  left: ask('left'),
  emit: event => send({ kind: 'event', event }),
}

const workbench = createWorkbench({ host, dataDirectory, seedsDirectory, verify: verifyApart })

/** What stands in the way of a case that was not asked for by the page is shown to it all the same. */
const show = (obstacle: Obstacle | null) => {
  if (obstacle) host.emit({ kind: 'obstacle', obstacle })
}

/** The case named, else the one open last, else the sample: the first start is never an empty window. */
async function openFirst({ file, originals }: FirstCase): Promise<Outcome<unknown>> {
  if (file) {
    const opened = await workbench.open(file)
    show(await workbench.obstacleAt(file, opened))
    return opened
  }
  if (originals) return workbench.openSample({ originals })
  const recent = await workbench.call('case.recent', {})
  const [last] = recent.ok ? recent.value : []
  const opened = await (last
    ? workbench.call('case.openRecent', { id: last.id })
    : workbench.call('case.openSample', {}))
  if (opened.ok) show(opened.value.obstacle)
  return opened
}

/** Calls wait for the first case, so that the page's first question already has something to ask about. */
let opening: Promise<unknown> = Promise.resolve()

/** How long after the last answer the case is tidied, in milliseconds. */
const restAfter = 2_000
let resting: NodeJS.Timeout | undefined

const answerCall = async (id: number, outcome: Promise<Outcome<unknown>>) => {
  send({ kind: 'outcome', id, answer: JSON.stringify(await outcome) })
  clearTimeout(resting)
  resting = setTimeout(() => void workbench.rest(), restAfter)
}

const queue = createCallQueue(({ id, name, input }) => {
  void opening.then(() => answerCall(id, workbench.call(name, input)))
})

process.parentPort.on('message', ({ data }) => {
  const message = data as ToWorkbench
  if (message.kind === 'open') {
    const first = openFirst(message.first)
    opening = first.catch(() => undefined)
    void answerCall(message.id, first)
  } else if (message.kind === 'call') {
    queue(message)
  } else if (message.kind === 'handOver') {
    workbench.handOver(message.file)
  } else if (message.kind === 'speak') {
    speakAsTold(message.tags.join(','))
  } else if (message.kind === 'look') {
    send({ kind: 'alive' })
  } else if (message.kind === 'close') {
    void opening.then(() => workbench.close()).then(() => process.exit(0))
  } else {
    const waiting = answers.get(message.id)
    answers.delete(message.id)
    if (message.kind === 'answer') waiting?.resolve(message.value)
    else waiting?.reject(new Error(message.message))
  }
})
