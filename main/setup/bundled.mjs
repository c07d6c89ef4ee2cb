// Which packages stand in what is built, and with how many bytes: for the licences, the list of parts and the size budget.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './project.mjs'

/** A package in what is built: where it lies in the work tree, and its bytes by the file they went into. */
/** @typedef {{ folder: string, files: Record<string, number> }} Bundled */

/** The name of the list within a folder that was built; it stays out of the packaged app. */
export const bundledFile = 'bundled.json'

/** What the product's own files are called in the list. */
export const own = '.'

/**
 * The folder of the package that a file belongs to, relative to the work tree; the product's own for any other file.
 * @param {string} file whole, or relative to the work tree; bundlers put queries and marks of their own around it
 */
export function packageFolder(file) {
  const plain = file.replaceAll('\\', '/').replace(/^\0/, '').replace(/\?.*$/, '')
  const [, folder] = /(?:^|\/)(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)/.exec(plain) ?? []
  // Virtual modules of a bundler have names of packages without being in one.
  return folder && existsSync(path.join(root, folder, 'package.json')) ? folder : own
}

/** Counts bytes by package and file. */
export function createTally() {
  /** @type {Map<string, Record<string, number>>} */
  const tally = new Map()
  return {
    /** @param {string} source @param {string} file @param {number} bytes */
    add(source, file, bytes) {
      const folder = packageFolder(source)
      const files = tally.get(folder) ?? {}
      files[file] = (files[file] ?? 0) + bytes
      tally.set(folder, files)
    },
    /** @returns {Bundled[]} by folder */
    list: () => [...tally].map(([folder, files]) => ({ folder, files })).sort((a, b) => (a.folder < b.folder ? -1 : 1)),
  }
}

/** What esbuild says of its outputs. @param {import('esbuild').Metafile} metafile @returns {Bundled[]} */
export function bundledInProcesses(metafile) {
  const tally = createTally()
  for (const [file, { inputs }] of Object.entries(metafile.outputs)) {
    for (const [source, { bytesInOutput }] of Object.entries(inputs))
      tally.add(source, path.basename(file), bytesInOutput)
  }
  return tally.list()
}

/** @param {string} folder @param {Bundled[]} bundled */
export function writeBundled(folder, bundled) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, bundledFile), `${JSON.stringify(bundled, null, 1)}\n`)
}

/** @param {string} folder @returns {Bundled[]} */
export const readBundled = folder => JSON.parse(readFileSync(path.join(folder, bundledFile), 'utf8'))

/**
 * Two plugins for vite, one for the page and one for its workers, which are built apart. The list is written with the
 * page, which is built last.
 * @returns {{ page: import('vite').Plugin, worker: () => import('vite').Plugin }}
 */
export function bundledInPage() {
  const tally = createTally()
  /** @type {NonNullable<import('vite').Plugin['generateBundle']>} */
  const count = (_options, bundle) => {
    for (const [file, part] of Object.entries(bundle)) {
      if (part.type === 'chunk')
        for (const [source, { renderedLength }] of Object.entries(part.modules)) tally.add(source, file, renderedLength)
      else
        for (const source of part.originalFileNames)
          tally.add(source, file, part.source.length / part.originalFileNames.length)
    }
  }
  return {
    page: {
      name: 'packages-in-the-page',
      generateBundle: { order: 'post', handler: count },
      writeBundle: ({ dir }) => {
        if (dir) writeBundled(dir, tally.list())
      },
    },
    worker: () => ({ name: 'packages-in-a-worker', generateBundle: { order: 'post', handler: count } }),
  }
}
