// npm run exchange [CASE]: exports the matrix of the sample case, or of CASE, has LibreOffice open and save the workbook
// again, and compares every value, shown figure and link of the two. Needs LibreOffice Calc, and says so where it is not.
import path from 'node:path'
import { out, root, run, runScript } from './project.mjs'
import { setUp } from './setup.mjs'

await runScript(async () => {
  await setUp({ display: false, tests: false })
  const { build } = await import('esbuild')
  const program = path.join(out, 'test/exchange.mjs')
  await build({
    entryPoints: [path.join(root, 'test/exchange/run.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  })
  return run(process.execPath, [program, path.join(out, 'main/glossator.cjs'), ...process.argv.slice(2)])
})
