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

/**
 * Runs `start`, during which every TextDecoder keeps a U+FEFF at the start of a text. sql.js makes one such decoder as
 * it starts and reads all texts with it: a quotation that begins with U+FEFF would come back a character shorter, and
 * no offset in it would hold. Held by "everything else comes back as it was" in test/main/store/case-file.test.ts.
 */
const keepingMarks = <Result>(start: () => Result): Result => {
  const original = globalThis.TextDecoder
  globalThis.TextDecoder = class extends original {
    constructor(label?: string, options?: TextDecoderOptions) {
      super(label, { ...options, ignoreBOM: true })
    }
  }
  try {
    return start()
  } finally {
    globalThis.TextDecoder = original
  }
}

/** Loads SQLite once per process. `wasm` replaces the binary that ships with the product. */
export const loadEngine = (wasm?: Uint8Array): Promise<Engine> => {
  loading ??= keepingMarks(() => initSqlJs({ wasmBinary: exactBuffer(wasm ?? shippedBinary()) }))
  return loading
}

/** The version of SQLite that keeps the cases. */
export const sqliteVersion = async (): Promise<string> => {
  const { Database } = await loadEngine()
  const database = new Database()
  try {
    return String(database.exec('select sqlite_version()')[0]?.values[0]?.[0])
  } finally {
    database.close()
  }
}
