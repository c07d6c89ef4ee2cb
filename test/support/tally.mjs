// A vitest reporter: what passed, what failed, and what was skipped for which reason, as one JSON file for npm test.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export class Tally {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const attacks = attacksIn(modules)
    const file = process.env.GLOSSATOR_TALLY
    // npm test says it itself, as one of the last lines.
    if (!file) {
      if (attacks) process.stdout.write(`${attacks}\n`)
      return
    }
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
    writeFileSync(file, JSON.stringify({ run: process.env.GLOSSATOR_TALLY_RUN, passed, failed, skipped, attacks }))
  }
}

/**
 * What the tests of test/support/attacks.ts told, family by family: how many attacks were tried and how many got through.
 * @param {readonly import('vitest/node').TestModule[]} modules
 */
function attacksIn(modules) {
  /** @type {Map<string, { tried: number, through: number }>} */
  const families = new Map()
  for (const module of modules)
    for (const test of module.children.allTests()) {
      const told = /** @type {{ attacks?: { family: string, tried: number, through: number }[] }} */ (test.meta())
        .attacks
      for (const { family, tried, through } of told ?? []) {
        const sum = families.get(family) ?? { tried: 0, through: 0 }
        families.set(family, { tried: sum.tried + tried, through: sum.through + through })
      }
    }
  if (families.size === 0) return ''
  const number = (/** @type {number} */ count) => count.toLocaleString('en')
  const total = (/** @type {'tried' | 'through'} */ what) =>
    number([...families.values()].reduce((sum, family) => sum + family[what], 0))
  const lines = [...families]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([family, { tried, through }]) => `${number(tried).padStart(8)} tried, ${number(through)} through: ${family}`)
  return [...lines, `attacks tried ${total('tried')}, through ${total('through')}`].join('\n')
}
