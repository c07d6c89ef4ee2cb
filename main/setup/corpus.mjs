// npm run corpus -- FOLDER…: imports every file of folders into a case of its own and prints what became of them, by format.
import path from 'node:path'
import { out, root, run, runScript } from './project.mjs'
import { setUp } from './setup.mjs'

await runScript(async () => {
  await setUp({ display: false, tests: false })
  const { build } = await import('esbuild')
  const program = path.join(out, 'test/corpus.mjs')
  await build({
    entryPoints: [path.join(root, 'test/corpus/run.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    // The process that reads files is looked for beside the built programs.
    banner: { js: `const __dirname = ${JSON.stringify(path.join(out, 'main'))}` },
    logLevel: 'warning',
  })
  return run(process.execPath, [program, ...process.argv.slice(2)])
})
