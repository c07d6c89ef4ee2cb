import { execFileSync, spawnSync } from 'node:child_process'

/** Whether the program `sqlite3` is here, as an independent witness. */
export const hasSqlite = spawnSync('sqlite3', ['-version']).status === 0

/** What the program prints for its input; it opens the file as any other program would. */
export const sqliteSays = (path: string, commands: string): string =>
  execFileSync('sqlite3', ['-batch', '-bail', '-init', '/dev/null', path], {
    input: `${commands};\n`.replace(/"\s*;\n$/, '"\n'),
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
  })
