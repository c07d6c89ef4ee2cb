import { writeSync } from 'node:fs'
import { openCase } from '../../main/store/case-file.ts'
import { counterOf, playCommand, storySchema } from './story.ts'

/** A process that edits a case for ever and says so after each acknowledgement, until it is killed. */
const path = process.argv[2] ?? ''
const run = async (): Promise<void> => {
  const outcome = await openCase(path, { schema: storySchema, checkpointFrames: 150 })
  if (!outcome.ok) {
    writeSync(1, `refused ${outcome.message}\n`)
    process.exit(1)
  }
  for (let n = counterOf(outcome.value) + 1; ; n++) {
    outcome.value.write(`Command ${n}`, db => playCommand(db, n))
    writeSync(1, `${n}\n`)
    if (n % 40 === 0) outcome.value.idle()
  }
}
void run()
