import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { processes } from '../../main/setup/build.mjs'
import { packages, root } from '../../main/setup/project.mjs'

/** What a run of the program left. `document` is standard output read as JSON. */
export type Run = { status: number | null; out: string; err: string; document: () => Record<string, unknown> }

/** The bundled command line in a directory of its own, with a place for cases. */
export type CommandLine = {
  /** A path within the place for cases. */
  at(name: string): string
  run(...words: string[]): Promise<Run>
  /** The bundle of a module, for tests that call it: modules of the command line find their neighbours beside the bundle. */
  bundled(name: string): string
  remove(): void
}

/** Bundles the command line as the build does. */
export async function buildCommandLine(): Promise<CommandLine> {
  const directory = mkdtempSync(path.join(tmpdir(), 'glossator-cli-'))
  const bundles = path.join(directory, 'main')
  const entryPoints = Object.fromEntries(
    ['glossator', 'importer-process', 'importer'].map(name => [name, path.join(root, `main/cli/${name}.ts`)]),
  )
  await build({ ...processes(), entryPoints, outdir: bundles, sourcemap: false })
  cpSync(path.join(packages, 'sql.js/dist/sql-wasm.wasm'), path.join(bundles, 'sql-wasm.wasm'))
  cpSync(path.join(root, 'seeds'), path.join(directory, 'seeds'), { recursive: true })
  const { GLOSSATOR_ELECTRON: _, ...inherited } = process.env
  const env = { ...inherited, GLOSSATOR_DATA: path.join(directory, 'data') }
  return {
    at: name => path.join(directory, name),
    bundled: name => path.join(bundles, `${name}.cjs`),
    remove: () => rmSync(directory, { recursive: true, force: true }),
    run: (...words) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [path.join(bundles, 'glossator.cjs'), ...words], { cwd: directory, env })
        let [out, err] = ['', '']
        child.stdout.setEncoding('utf8').on('data', text => {
          out += text
        })
        child.stderr.setEncoding('utf8').on('data', text => {
          err += text
        })
        child.once('error', reject)
        child.once('close', status => resolve({ status, out, err, document: () => JSON.parse(out) }))
      }),
  }
}

export const fingerprint = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')
