import { expect, type TestContext } from 'vitest'

/** What tests tell the tally of (test/support/tally.mjs): one entry for each family of attacks a test tried. */
declare module 'vitest' {
  interface TaskMeta {
    attacks?: { family: string; tried: number; through: number }[]
  }
}

/**
 * Tells how many attacks of a family were tried, and fails the test by name for those that got through. The sum stands at
 * the end of the run.
 * @param outcomes attack by attack: what it reached, or null where it was held
 */
export const heldAgainst = (
  { task }: Pick<TestContext, 'task'>,
  family: string,
  outcomes: Iterable<readonly [attack: string, reached: unknown]>,
): void => {
  const all = [...outcomes]
  const through = all.filter(([, reached]) => reached !== null)
  // A second try of a test tells anew.
  const others = (task.meta.attacks ?? []).filter(told => told.family !== family)
  task.meta.attacks = [...others, { family, tried: all.length, through: through.length }]
  expect(all.length, `${family}: nothing was tried`).toBeGreaterThan(0)
  expect(through, `${family}: got through`).toEqual([])
}
