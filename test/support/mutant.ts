import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

/** A place in a source file of the project and what to put there. */
export type Mutation = { file: string; at: number; from: string; to: string }

const root = resolve(__dirname, '../..')

/** The only place of `from` in `file`; a mutation that no longer fits its source must not pass as one that was found. */
export const mutationOf = (file: string, from: string, to: string): Mutation => {
  const source = readFileSync(join(root, file), 'utf8')
  const at = source.indexOf(from)
  if (at < 0 || source.indexOf(from, at + 1) >= 0) throw new Error(`${from} is not there exactly once in ${file}`)
  return { file, at, from, to }
}

/** The module `entry` of the product with places of its source, or of what it imports, changed on purpose. */
export const mutant = async <Module>(entry: string, ...mutations: Mutation[]): Promise<Module> => {
  const name = createHash('sha256')
    .update(JSON.stringify([entry, mutations]))
    .digest('hex')
    .slice(0, 16)
  const outfile = join(root, 'out/test/mutants', `${process.pid}-${name}.cjs`)
  const met = new Set<string>()
  await build({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['sql.js'],
    logLevel: 'error',
    plugins: [
      {
        name: 'mutation',
        setup: ({ onLoad }) =>
          onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const here = mutations.filter(({ file }) => join(root, file) === path)
            if (here.length === 0) return null
            let source = readFileSync(path, 'utf8')
            // From the end, so that the places before stay where they are.
            for (const { file, at, from, to } of here.sort((one, other) => other.at - one.at)) {
              if (source.slice(at, at + from.length) !== from) throw new Error(`${from} is not at ${at} in ${file}`)
              source = source.slice(0, at) + to + source.slice(at + from.length)
              met.add(file)
            }
            return { contents: source, loader: 'ts' }
          }),
      },
    ],
  })
  for (const { file } of mutations) if (!met.has(file)) throw new Error(`${entry} does not import ${file}`)
  try {
    return createRequire(__filename)(outfile) as Module
  } finally {
    rmSync(outfile)
  }
}
