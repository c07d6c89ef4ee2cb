// Builds out/: the page by vite, the processes by esbuild as CommonJS for Node 18, and the files they read.
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { builtApart } from './apart.mjs'
import { bundledInProcesses, writeBundled } from './bundled.mjs'
import { writeLicences } from './licences.mjs'
import { fingerprint, out, packages, readIfThere, root, SetupError, say } from './project.mjs'

const inputs = ['main', 'renderer', 'shared', 'seeds', 'package.json', 'package-lock.json', 'tsconfig.json']
const stampFile = path.join(out, 'built')

/** Every program of its own, by the name it is built under. */
const entries = {
  start: 'main/electron/start.ts',
  preload: 'main/electron/preload.ts',
  'workbench-process': 'main/electron/workbench-process.ts',
  'verify-thread': 'main/verify-thread.ts',
  glossator: 'main/cli/glossator.ts',
  'importer-process': 'main/cli/importer-process.ts',
}

/** Builds unless the last build was of exactly these files. The stamp goes first and comes last: a killed build is redone. */
export async function ensureBuild() {
  const wanted = fingerprint(inputs)
  if (readIfThere(stampFile) === wanted) return
  say('Set-up: building …')
  rmSync(stampFile, { force: true })
  const [vite, esbuild] = await Promise.all([import('vite'), import('esbuild')])
  try {
    const [{ metafile }] = await Promise.all([
      esbuild.build({ ...processes(), metafile: true }),
      asShipped(() => vite.build({ configFile: viteConfig })),
    ])
    writeBundled(path.join(out, 'main'), bundledInProcesses(metafile))
  } catch (error) {
    throw new SetupError(`The build failed: ${error instanceof Error ? error.message : error}`)
  }
  writeLicences()
  await copyData()
  writeFileSync(stampFile, wanted)
}

/**
 * Builds as for a release, whoever asks: a test runner's NODE_ENV would bring React's build for development into the
 * app, which takes several times as long to draw.
 * @param {() => Promise<unknown>} build
 */
async function asShipped(build) {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await build()
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

export const viteConfig = path.join(root, 'main/setup/vite.config.mjs')

/** What esbuild is told. @returns {import('esbuild').BuildOptions} */
export function processes() {
  const entryPoints = Object.entries(entries).filter(([, file]) => existsSync(path.join(root, file)))
  return {
    absWorkingDir: root,
    entryPoints: Object.fromEntries(entryPoints),
    outdir: path.join(out, 'main'),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    external: ['electron'],
    plugins: [builtApart()],
    // The maps of characters that a PDF may name; vite takes the same imports for addresses of data.
    loader: { '.bcmap': 'dataurl' },
    // PDF.js asks for its own address only to find files beside it, and is given none.
    logOverride: { 'empty-import-meta': 'silent' },
    sourcemap: true,
    legalComments: 'none',
    logLevel: 'warning',
  }
}

/** Files the processes read beside their code: SQLite, the sample case, and the type faces of a printed briefing. */
async function copyData() {
  cpSync(path.join(packages, 'sql.js/dist/sql-wasm.wasm'), path.join(out, 'main/sql-wasm.wasm'))
  rmSync(path.join(out, 'seeds'), { recursive: true, force: true })
  if (existsSync(path.join(root, 'seeds')))
    cpSync(path.join(root, 'seeds'), path.join(out, 'seeds'), { recursive: true })
  for (const { file } of await briefingFonts()) {
    cpSync(path.join(packages, '@fontsource', file), path.join(out, 'main/fonts', file))
  }
}

/** The list of faces stands in a module of the product, which plain Node cannot read before it is built. */
async function briefingFonts() {
  const { build } = await import('esbuild')
  const entryPoints = [path.join(root, 'main/exporters/fonts.ts')]
  const { outputFiles } = await build({ entryPoints, bundle: true, format: 'esm', platform: 'node', write: false })
  const source = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')
  const { briefingFontFiles } = await import(`data:text/javascript;base64,${source}`)
  return /** @type {{ file: string }[]} */ (briefingFontFiles)
}
