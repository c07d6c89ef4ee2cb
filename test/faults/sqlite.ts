import { execFileSync, spawnSync } from 'node:child_process'

/** Whether the program `sqlite3` is here, as an independent witness. */
export const hasSqlite = spawnSync('sqlite3', ['-version']).status === 0

/** What the program prints for `sql`; it opens the file as any other program would. */
export const sqliteSays = (path: string, sql: string): string =>
  execFileSync('sqlite3', ['-batch', '-init', '/dev/null', path, sql], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
