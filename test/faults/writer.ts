import { writeSync } from 'node:fs'
import { type CaseFile, openCase } from '../../main/store/case-file.ts'
import { takeAllSteps } from '../../main/store/disk/copy.ts'
import { playTransaction, randomFrom, storySchema, transactionsOf } from './story.ts'

/**
 * A process that works on a case for ever and says so after each acknowledgement, until it is killed: edits, undo and
 * redo, checkpoints, copies and compacting. With `restless` it also closes the case and opens it again, and rests after each edit:
 * a reader beside it needs a pause in which no pages are moved, on a busy machine too.
 */
const [path = '', restless] = process.argv.slice(2)

const opened = async (): Promise<CaseFile> => {
  const outcome = await openCase(path, { schema: storySchema, checkpointFrames: 150 })
  if (outcome.ok) return outcome.value
  writeSync(1, `refused ${outcome.message}\n`)
  return process.exit(1)
}

const run = async (): Promise<void> => {
  const random = randomFrom(process.pid)
  let file = await opened()
  for (let t = transactionsOf(file) + 1; ; t++) {
    playTransaction(file, t)
    writeSync(1, `${t}\n`)
    const chance = random()
    if (chance < 0.05) file.idle()
    else if (chance < 0.07) file.checkpoint()
    else if (chance < 0.08) file.compact()
    else if (chance < 0.09) takeAllSteps(file.copy(`${path}.copy.gloss`))
    else if (restless && chance < 0.15) {
      file.close()
      file = await opened()
    }
    if (restless) await new Promise(resolve => setTimeout(resolve, random() * 200))
  }
}
void run()
