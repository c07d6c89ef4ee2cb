// A vitest reporter: what passed, what failed, and what was skipped for which reason, as one JSON file for npm test.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export class Tally {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const file = process.env.GLOSSATOR_TALLY
    if (!file) return
    let passed = 0
    let failed = unhandledErrors.length
    /** @type {{ name: string, reason: string }[]} */
    const skipped = []
    for (const module of modules) {
      const before = failed
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (test.diagnostic()?.flaky) process.stdout.write(`needed a second try: ${test.fullName}\n`)
        if (result.state === 'passed') passed += 1
        else if (result.state === 'failed') failed += 1
        else skipped.push({ name: test.fullName, reason: ('note' in result && result.note) || 'no reason given' })
      }
      // A file or a hook that fails takes its tests with it: they must not just be missing from the count.
      if (module.state() === 'failed' && failed === before) failed += 1
    }
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify({ run: process.env.GLOSSATOR_TALLY_RUN, passed, failed, skipped }))
  }
}
