/** Milliseconds between two looks at the process. */
export const lookEvery = 5_000

/** Looks without a sign of life, while calls wait, after which a process counts as hung: half a minute. */
export const patience = 6

/** The same while a call waits that may take long in one step, such as a check of the whole case: ten minutes. */
export const longPatience = 120

/** Steps that look at, copy or rebuild the whole case without a pause. */
const long = new Set([
  'open',
  'case.open',
  'case.openRecent',
  'case.openReadOnly',
  'case.openSample',
  'case.create',
  'case.close',
  'case.recover',
  'case.unlock',
  'case.seal',
  'case.unseal',
  'case.changePassphrase',
  'backups.restore',
  'check.run',
  'check.repair',
  'history.merge',
  'history.saveAsOf',
  'history.undo',
  'history.redo',
  'history.takeBack',
  'export.save',
  'export.text',
])

export type Watched = {
  /** Names of the calls that wait for an answer. */
  waiting(): Iterable<string>
  /** Asks the process for a sign of life. */
  ask(): void
  /** Ends the process: it has given none. */
  end(): void
}

export type Watchdog = { sign(): void; stop(): void }

/**
 * Watches one process. Looks are counted and not the time between them: a computer that slept, or an app that was itself
 * held up, makes no process look hung.
 */
export const watch = ({ waiting, ask, end }: Watched): Watchdog => {
  let silent = 0
  const look = setInterval(() => {
    const names = [...waiting()]
    if (names.length === 0) {
      silent = 0
      return
    }
    const limit = names.some(name => long.has(name)) ? longPatience : patience
    if (silent >= limit) {
      clearInterval(look)
      end()
      return
    }
    silent += 1
    ask()
  }, lookEvery)
  return {
    sign: () => {
      silent = 0
    },
    stop: () => clearInterval(look),
  }
}
