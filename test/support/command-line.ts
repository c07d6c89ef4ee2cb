import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { briefingFontFiles } from '../../main/exporters/fonts.ts'
import { processes } from '../../main/setup/build.mjs'
import { packages, root } from '../../main/setup/project.mjs'
import { cheapKey } from './case.ts'

/** What a run of the program left. `document` is standard output read as JSON. */
export type Run = { status: number | null; out: string; err: string; document: () => Record<string, unknown> }

/** The bundled command line in a directory of its own, which becomes the working directory of the test. */
export type CommandLine = {
  /** A path within that directory. */
  at(name: string): string
  /** Carries out a command line in this process. */
  run(...words: string[]): Promise<Run>
  /** The same by the program itself, in a process of its own. */
  start(...words: string[]): Promise<Run>
  /** A bundled module: modules of the command line find their neighbours beside the bundle. */
  bundled(name: 'importer'): typeof import('../../main/cli/importer.ts')
  remove(): void
}

/** How long bundling may take on a busy machine, in milliseconds. */
export const bundlingTime = 120_000

/** Bundles the command line as the build does. */
export async function buildCommandLine(): Promise<CommandLine> {
  const directory = realpathSync(mkdtempSync(path.join(tmpdir(), 'glossator-cli-')))
  const bundles = path.join(directory, 'main')
  const entryPoints = Object.fromEntries(
    ['glossator', 'importer-process', 'importer', 'run'].map(name => [name, path.join(root, `main/cli/${name}.ts`)]),
  )
  await build({ ...processes(), entryPoints, outdir: bundles, sourcemap: false })
  cpSync(path.join(packages, 'sql.js/dist/sql-wasm.wasm'), path.join(bundles, 'sql-wasm.wasm'))
  for (const { file } of briefingFontFiles)
    cpSync(path.join(packages, '@fontsource', file), path.join(bundles, 'fonts', file))
  cpSync(path.join(root, 'seeds'), path.join(directory, 'seeds'), { recursive: true })
  const load = createRequire(path.join(bundles, 'test.cjs'))
  const { run } = load('./run.cjs') as typeof import('../../main/cli/run.ts')
  const dataDirectory = path.join(directory, 'data')
  // Whether there is an engine that prints must not depend on the machine.
  delete process.env.GLOSSATOR_ELECTRON
  process.chdir(directory)
  return {
    at: name => path.join(directory, name),
    bundled: name => load(`./${name}.cjs`),
    remove: () => {
      process.chdir(root)
      rmSync(directory, { recursive: true, force: true })
    },
    run: async (...words) => {
      let [out, err] = ['', '']
      const status = await run(words, {
        out: text => {
          out += text
        },
        err: text => {
          err += text
        },
        width: 120,
        version: 'in a test',
        dataDirectory,
        seedsDirectory: path.join(directory, 'seeds'),
        keyCost: cheapKey,
      })
      return { status, out, err, document: () => JSON.parse(out) }
    },
    start: (...words) =>
      new Promise((resolve, reject) => {
        const env = { ...process.env, GLOSSATOR_DATA: dataDirectory }
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
