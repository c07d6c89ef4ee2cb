// A program of its own: reads mutants with the real importers and tells what became of each. It is watched from outside.
import '../../../main/network-guard.ts'
import { wholeFile } from '../../../main/records/files.ts'
import { refuseUnfit } from '../../../main/records/source-text.ts'
import { importBytes } from '../../../renderer/importers/index.ts'
import { libraryOperations } from '../../../shared/contract/library.ts'
import { sourceDraft } from '../../../shared/model/text-version.ts'
import { mutantOf } from './mutations.ts'
import { type Format, formats } from './seeds.ts'

/** What is asked of the program: the mutants of a format from one number to before another. */
export type Task = { ending: string; from: number; to: number }

/** What it tells: that it begins one, how one ended, that it has no more. `fault` says what must not be; `milliseconds` and `megabytes` what it took. */
export type Told =
  | { begun: number }
  | {
      ended: number
      became: 'draft' | 'references' | 'refusal'
      reason: string
      fault: string
      milliseconds: number
      megabytes: number
    }
  | { over: true }

const references = libraryOperations['sources.importReferences'].input.shape.references

const judged = async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
  const imported = await importBytes(name, bytes)
  if ('refusal' in imported) {
    const fault =
      imported.refusal.includes(name) && imported.refusal.endsWith('.')
        ? ''
        : `refused in no sentence: ${imported.refusal}`
    return {
      became: 'refusal' as const,
      reason: imported.refusal.replaceAll(name, '…'),
      fault: /network/.test(imported.refusal) ? imported.refusal : fault,
    }
  }
  if ('references' in imported) {
    references.parse(imported.references)
    return { became: 'references' as const, reason: '', fault: '' }
  }
  const draft = sourceDraft.parse(imported.draft)
  refuseUnfit({ draft, fileName: name, bytes: wholeFile(bytes) })
  const isNamed = imported.enclosed.every(one => typeof one.name === 'string' && one.bytes instanceof Uint8Array)
  return { became: 'draft' as const, reason: '', fault: isNamed ? '' : 'encloses what is no file' }
}

// A process that hangs sends no more what it was about to send.
const tell = (told: Told) => new Promise<void>(resolve => process.send?.(told, () => resolve()))
const megabytes = () => process.memoryUsage.rss() / 1024 / 1024

const attempt = async (format: Format, number: number) => {
  const bytes = mutantOf(format, number)
  await tell({ begun: number })
  const [begun, before] = [performance.now(), megabytes()]
  const outcome = await judged(`mutant.${format.ending}`, bytes).catch(error => ({
    became: 'draft' as const,
    reason: '',
    fault: error instanceof Error ? `${error.message} ${error.stack?.split('\n')[1] ?? ''}` : String(error),
  }))
  await tell({ ended: number, ...outcome, milliseconds: performance.now() - begun, megabytes: megabytes() - before })
}

process.on('message', async ({ ending, from, to }: Task) => {
  const format = (await formats()).find(one => one.ending === ending)
  if (!format) throw new Error(`There is no format ${ending}`)
  for (let number = from; number < to; number += 1) {
    await attempt(format, number)
  }
  await tell({ over: true })
})

// As in the process of the command line, and as in a worker.
process.on('unhandledRejection', () => undefined)
