// The rivals, from test/bench/rivals/package.json: never packages of the project, brought in when a measurement asks.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

/** As much of better-sqlite3 as is used. */
export type NativeDatabase = {
  prepare(sql: string): NativeStatement
  pragma(pragma: string): unknown
  exec(sql: string): void
  close(): void
}
type NativeStatement = {
  readonly reader: boolean
  all(...parameters: unknown[]): unknown[]
  get(...parameters: unknown[]): unknown
  run(...parameters: unknown[]): { changes: number }
}

/** As much of node-sqlite3-wasm as is used. */
export type WasmDatabase = {
  prepare(sql: string): WasmStatement
  exec(sql: string): void
  close(): void
}
type WasmStatement = {
  all(parameters: unknown[]): unknown[]
  get(parameters: unknown[]): unknown
  run(parameters: unknown[]): { changes: number }
  finalize(): void
}

/** As much of MiniSearch as is used. */
export type MiniSearchIndex = {
  addAll(documents: { id: number; title: string; body: string }[]): void
  search(
    query: string | { combineWith: 'AND_NOT'; queries: string[] },
    options: { prefix?: boolean; combineWith?: 'AND' | 'OR'; boost?: Record<string, number> },
  ): { id: number; score: number; terms: string[] }[]
}

export type Rivals = {
  Native: (new (path: string) => NativeDatabase) | null
  Wasm: (new (path: string) => WasmDatabase) | null
  MiniSearch: (new (options: { fields: string[] }) => MiniSearchIndex) | null
  mammoth: { convertToHtml(file: { buffer: Buffer }): Promise<unknown> } | null
}

/** Where measurements keep what they make. */
export const workFolder = resolve('out/bench')

const folder = join(workFolder, 'rivals')
const list = 'package.json'

/** Installs the rivals when they are not there as listed. A failure is said and makes them missing, nothing more. */
export const installRivals = (): void => {
  const wanted = resolve('test/bench/rivals', list)
  const stamp = join(folder, 'installed.json')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === readFileSync(wanted, 'utf8')) return
  mkdirSync(folder, { recursive: true })
  copyFileSync(wanted, join(folder, list))
  process.stderr.write('Installing the rivals; better-sqlite3 may have to be compiled, which takes minutes …\n')
  const { status } = spawnSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status === 0) writeFileSync(stamp, readFileSync(wanted))
}

const load = createRequire(join(folder, list))

const attempt = <Found>(name: string, find: () => Found): Found | null => {
  try {
    return find()
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    process.stderr.write(`${name} is missing: ${reason}\n`)
    return null
  }
}

/** What is installed; null for what is not, or does not run here. */
export const loadRivals = (): Rivals => ({
  Native: attempt('better-sqlite3', () => {
    const Native = load('better-sqlite3') as NonNullable<Rivals['Native']>
    // Its native half is only looked for here.
    new Native(':memory:').close()
    return Native
  }),
  Wasm: attempt(
    'node-sqlite3-wasm',
    () => (load('node-sqlite3-wasm') as { Database: NonNullable<Rivals['Wasm']> }).Database,
  ),
  MiniSearch: attempt('minisearch', () => load('minisearch') as NonNullable<Rivals['MiniSearch']>),
  mammoth: attempt('mammoth', () => load('mammoth') as NonNullable<Rivals['mammoth']>),
})
