// What a process seldom needs is built apart, and read when the first of its exports is: a start reads a third less code.
import path from 'node:path'
import { build } from 'esbuild'
import { root } from './project.mjs'

/** Modules that are built apart, by the file they get beside the bundles. What each exports is a value with no state. */
const apart = {
  'pdf-lib': { filter: /^@cantoo\/pdf-lib$/, exported: async () => Object.keys(await import('@cantoo/pdf-lib')) },
  ukrainian: { filter: /\/translations\/ukrainian\.ts$/, exported: async () => ['ukrainian'] },
}

/** The files that stand beside the bundles then, and go wherever these go. */
export const filesApart = Object.keys(apart).map(name => `${name}.cjs`)

/**
 * Replaces each such module by one whose exports read the file beside the bundle at their first use. The file is written
 * into the same folder, and counted in the same list of what stands in what. Held by test/main/setup/apart.test.ts.
 * @returns {import('esbuild').Plugin}
 */
export const builtApart = () => ({
  name: 'built-apart',
  setup({ onResolve, onLoad, onEnd, initialOptions, resolve }) {
    /** @type {Map<string, string>} */
    const wanted = new Map()
    for (const [name, { filter, exported }] of Object.entries(apart)) {
      const namespace = `apart-${name}`
      onResolve({ filter }, async ({ path: asked, resolveDir, importer, kind, pluginData }) => {
        if (pluginData === 'asked here' || importer === '') return undefined
        const found = await resolve(asked, { resolveDir, importer, kind, pluginData: 'asked here' })
        if (found.errors.length > 0) return found
        wanted.set(name, found.path)
        return { path: name, namespace }
      })
      onResolve({ filter: /\.cjs$/, namespace }, ({ path: file }) => ({ path: file, external: true }))
      onLoad({ filter: /.*/, namespace }, async () => ({ contents: lazily(name, await exported()), loader: 'js' }))
    }
    onEnd(async result => {
      if (wanted.size === 0 || result.errors.length > 0) return
      const { stdin: _stdin, outfile, ...options } = initialOptions
      const parts = await build({
        ...options,
        entryPoints: Object.fromEntries(wanted),
        outdir: options.outdir ?? path.dirname(outfile ?? root),
        outExtension: { '.js': '.cjs' },
        plugins: [],
        metafile: true,
      })
      if (result.metafile) Object.assign(result.metafile.outputs, parts.metafile?.outputs)
    })
  },
})

/** @param {string} name @param {string[]} exported */
const lazily = (name, exported) => `
let loaded
const read = () => (loaded ??= require('./${name}.cjs'))
module.exports = {
${exported.map(one => `  get ${one}() { return read().${one} },`).join('\n')}
}
`
