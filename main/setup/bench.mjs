// npm run bench [NAME…] [-- NUMBER…]: every measurement in test/bench, one after the other, each a program of its own,
// which is handed the numbers.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { out, root, run, runScript, say } from './project.mjs'
import { setUp } from './setup.mjs'

await runScript(async () => {
  await setUp({ display: false, tests: false })
  const folder = path.join(root, 'test/bench')
  const given = process.argv.slice(2)
  const numbers = given.filter(argument => /^\d+$/.test(argument))
  const wanted = given.filter(argument => !numbers.includes(argument))
  const files = readdirSync(folder).filter(file => file.endsWith('.bench.ts'))
  const chosen = files.filter(file => wanted.length === 0 || wanted.some(name => file.includes(name)))
  if (chosen.length === 0) say(`There is no such measurement; there are: ${files.join(', ')}`)
  let worst = chosen.length === 0 ? 2 : 0
  const { build } = await import('esbuild')
  for (const file of chosen) {
    const program = path.join(out, 'bench', file.replace(/ts$/, 'mjs'))
    await build({
      entryPoints: [path.join(folder, file)],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      // What the product's own bundles, which are CommonJS, take for granted.
      banner: { js: `const __dirname = ${JSON.stringify(path.dirname(program))}` },
      logLevel: 'warning',
    })
    worst = Math.max(worst, await run(process.execPath, [program, ...numbers]))
  }
  return worst
})
