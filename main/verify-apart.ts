import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Seal } from './store/disk/sealed-format.ts'
import type { Verdict } from './verify.ts'

/**
 * {@link verifyCase} in a thread of its own, so that looking through gigabytes holds up nobody. The thread is built
 * beside this module as `verify-thread.cjs`. Rejects when the thread ends without a verdict.
 */
export const verifyApart = (path: string, seal?: Seal): Promise<Verdict> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(join(__dirname, 'verify-thread.cjs'), { workerData: { path, seal } })
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', code => reject(new Error(`The thread that looks through a backup ended (${code})`)))
    thread.unref()
  })
