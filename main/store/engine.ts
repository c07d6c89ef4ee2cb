import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import initSqlJs, { type SqlJsStatic } from 'sql.js'

/** The classes of sql.js, loaded. One WebAssembly instance serves every case of a process. */
export type Engine = SqlJsStatic
export type SqlDatabase = InstanceType<Engine['Database']>
export type SqlStatement = InstanceType<Engine['Statement']>

/** The build copies the binary beside the bundle; unbundled, it is where npm put it. */
const shippedBinary = (): Uint8Array => {
  const beside = join(__dirname, 'sql-wasm.wasm')
  if (existsSync(beside)) return readFileSync(beside)
  return readFileSync(createRequire(join(__dirname, 'engine.js')).resolve('sql.js/dist/sql-wasm.wasm'))
}

const exactBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer

let loading: Promise<Engine> | undefined

/** Loads SQLite once per process. `wasm` replaces the binary that ships with the product. */
export const loadEngine = (wasm?: Uint8Array): Promise<Engine> => {
  loading ??= initSqlJs({ wasmBinary: exactBuffer(wasm ?? shippedBinary()) })
  return loading
}
