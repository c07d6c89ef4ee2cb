/** A backup as the rotation sees it: when it was made (ISO instant), and how many bytes it takes. */
export type Dated = { made: string; bytes: number }

const day = 86_400_000
const newestKept = 3
const daysKept = 7
const weeksKept = 5
const fewest = 2
const gigabyte = 1024 ** 3

/** Days since Monday, 5 January 1970, so that seven of them are a week from Monday to Sunday (UTC). */
const dayOf = (instant: number): number => Math.floor(instant / day) - 4

/** What all backups of a case may take together: a gigabyte, and three times the case where that is more. */
export const budgetFor = (newestBytes: number): number => Math.max(gigabyte, 3 * newestBytes)

/**
 * The backups that may go: all but the newest three, the newest of each of the last seven days and the newest of each of
 * the last five weeks; and of these the oldest too while together they take more than the budget, but never the newest
 * two. Held for random histories by test/main/store/backups/rotation.test.ts.
 */
export const superfluous = <Backup extends Dated>(backups: readonly Backup[], now: number): Backup[] => {
  const newestFirst = [...backups].sort((one, other) => Date.parse(other.made) - Date.parse(one.made))
  const today = dayOf(now)
  const seen = new Set<string>()
  const isFirstOf = (span: string) => !seen.has(span) && seen.add(span)
  const kept = newestFirst.filter(({ made }, index) => {
    const its = dayOf(Date.parse(made))
    const ofDay = its > today - daysKept && isFirstOf(`day ${its}`)
    const ofWeek = Math.floor(its / 7) > Math.floor(today / 7) - weeksKept && isFirstOf(`week ${Math.floor(its / 7)}`)
    return index < newestKept || ofDay || ofWeek
  })
  const budget = budgetFor(newestFirst[0]?.bytes ?? 0)
  let taken = kept.reduce((sum, { bytes }) => sum + bytes, 0)
  while (kept.length > fewest && taken > budget) taken -= kept.pop()?.bytes ?? 0
  const staying = new Set(kept)
  return newestFirst.filter(backup => !staying.has(backup))
}
