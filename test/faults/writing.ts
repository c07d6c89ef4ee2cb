import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

/** A folder with the program of `writer.ts`, built as the product is: one CommonJS file and the binary of SQLite. */
export const buildWriter = async (): Promise<{ folder: string; writer: string; remove: () => void }> => {
  const folder = mkdtempSync(join(tmpdir(), 'glossator-writer-'))
  const writer = join(folder, 'writer.cjs')
  await build({
    entryPoints: [join(__dirname, 'writer.ts')],
    outfile: writer,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    logLevel: 'error',
  })
  copyFileSync(createRequire(__filename).resolve('sql.js/dist/sql-wasm.wasm'), join(folder, 'sql-wasm.wasm'))
  return { folder, writer, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A running writer: what it last acknowledged, and how it ends. */
export type Writing = {
  child: ChildProcess
  /** Transactions acknowledged so far, as far as this process has heard. */
  acknowledged(): number
  /** The last of them once it was killed; rejected when it ended by itself. */
  killed: Promise<number>
}

export const startWriting = (writer: string, path: string, ...more: string[]): Writing => {
  const child = spawn(process.execPath, [writer, path, ...more], { stdio: ['ignore', 'pipe', 'inherit'] })
  let last = 0
  let rest = ''
  child.stdout.on('data', chunk => {
    rest += String(chunk)
    const end = rest.lastIndexOf('\n')
    if (end < 0) return
    const line = rest.slice(0, end).split('\n').at(-1) ?? ''
    rest = rest.slice(end + 1)
    last = /^\d+$/.test(line) ? Number(line) : Number.NaN
    if (Number.isNaN(last)) rest = line
  })
  const killed = new Promise<number>((resolve, reject) => {
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL' && last > 0) resolve(last)
      else reject(new Error(`The writer ended by itself: ${rest}`))
    })
  })
  // Whoever starts a writer asks in the end; until then its end is no unhandled one.
  killed.catch(() => undefined)
  return { child, acknowledged: () => last, killed }
}
