// npm run bench: every measurement in test/bench, one after the other, each a program of its own.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { root, run, runScript, say } from './project.mjs'
import { setUp } from './setup.mjs'

await runScript(async () => {
  await setUp({ display: false, tests: false })
  const folder = path.join(root, 'test/bench')
  const wanted = process.argv.slice(2)
  const files = readdirSync(folder).filter(file => file.endsWith('.bench.mjs'))
  const chosen = files.filter(file => wanted.length === 0 || wanted.some(name => file.includes(name)))
  if (chosen.length === 0) say(`There is no such measurement; there are: ${files.join(', ')}`)
  let worst = chosen.length === 0 ? 2 : 0
  for (const file of chosen) worst = Math.max(worst, await run(process.execPath, [path.join(folder, file)]))
  return worst
})
