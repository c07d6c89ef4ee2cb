// npm test: the whole suite on one virtual display. `npm test -- PATTERN` runs only the test files that match.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { startVirtualDisplay } from './display.mjs'
import { markOfNoNetwork, withoutNetwork } from './no-network.mjs'
import { out, packages, readIfThere, root, run, runScript, say } from './project.mjs'
import { setUp } from './setup.mjs'

/** @typedef {{ passed: number, failed: number, skipped: { name: string, reason: string }[], attacks?: string }} Tally */

/** A check that either passes or fails as a whole. @param {string} name @param {string[]} command of node_modules/.bin */
function check(name, [tool = '', ...values]) {
  const begun = Date.now()
  const result = spawnSync(path.join(packages, '.bin', tool), values, { cwd: root, stdio: 'inherit' })
  const passed = result.status === 0
  say(`${passed ? 'ok' : 'FAILED'}  ${name} (${seconds(begun)})`)
  return passed
}

/** Runs vitest and reads what its tally reporter left. @param {string[]} patterns @returns {Promise<Tally>} */
async function runTests(patterns) {
  const tallyFile = path.join(out, 'test/tally.json')
  const { command, reason } = withoutNetwork()
  say(
    reason === undefined
      ? 'Tests run in a network namespace without a way out'
      : `Tests run with the network there is: ${reason}`,
  )
  const tests = ['run', '--config', 'test/vitest.config.mjs', '--passWithNoTests=false', ...patterns]
  const [program = '', ...values] = [...command, path.join(packages, '.bin/vitest'), ...tests]
  const env = { ...process.env, GLOSSATOR_TALLY: tallyFile, GLOSSATOR_TALLY_RUN: String(process.pid) }
  const status = await run(program, values, {
    env: reason === undefined ? { ...env, [markOfNoNetwork]: '1' } : env,
  })
  const tally = JSON.parse(readIfThere(tallyFile) ?? '{}')
  // A runner that died, or failed without a failing test, must not count as a pass.
  if (tally.run !== String(process.pid)) return { passed: 0, failed: 1, skipped: [] }
  return { ...tally, failed: status !== 0 && tally.failed === 0 ? 1 : tally.failed }
}

const seconds = (/** @type {number} */ begun) => `${((Date.now() - begun) / 1000).toFixed(1)} s`

await runScript(async () => {
  const begun = Date.now()
  const patterns = process.argv.slice(2)
  await setUp({ display: true, tests: true })
  say(`Set-up done (${seconds(begun)})`)
  const checks =
    patterns.length > 0
      ? []
      : [
          check('types of the project', ['tsc', '-p', '.']),
          check('types of shared/ without DOM and Node', ['tsc', '-p', 'shared']),
          check('lint and format', ['biome', 'check', '--error-on-warnings', '.']),
        ]
  if (process.platform === 'linux') await startVirtualDisplay()
  const tally = await runTests(patterns)

  const passed = tally.passed + checks.filter(Boolean).length
  const failed = tally.failed + checks.filter(result => !result).length
  say(`All of it took ${seconds(begun)}`)
  if (tally.attacks) process.stdout.write(`${tally.attacks}\n`)
  for (const { name, reason } of tally.skipped) process.stdout.write(`skipped: ${name}: ${reason}\n`)
  const skipped = tally.skipped.length > 0 ? `, ${tally.skipped.length} skipped` : ''
  process.stdout.write(`${passed} passed, ${failed} failed${skipped}\n`)
  return failed === 0 ? 0 : 1
})
