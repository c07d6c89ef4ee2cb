import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { bundledInPage } from './bundled.mjs'
import { out, packages, root } from './project.mjs'

/** What drawing a PDF may ask for by name: faces for fonts it does not carry, and readers of scanned pictures. */
const pdfFiles = () =>
  ['standard_fonts', 'wasm'].flatMap(folder => {
    const from = path.join(packages, 'pdfjs-dist', folder)
    const wanted = readdirSync(from).filter(name => folder === 'standard_fonts' || name.endsWith('_nowasm_fallback.js'))
    return wanted.map(name => ({ name, file: path.join(from, name) }))
  })

/** @returns {import('vite').Plugin} */
const filesForPdf = () => ({
  name: 'files-for-pdf',
  generateBundle() {
    for (const { name, file } of pdfFiles())
      this.emitFile({ type: 'asset', fileName: `pdf/${name}`, source: readFileSync(file) })
  },
})

/**
 * The page asks for its frame only once it knows its language; by then it is read, as the document names its files.
 * @returns {import('vite').Plugin}
 */
const frameReadAhead = () => ({
  name: 'frame-read-ahead',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {}, filename }) {
      if (path.basename(filename) !== 'index.html') return []
      const chunks = Object.values(bundle).flatMap(file => (file.type === 'chunk' ? file : []))
      const frame = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/renderer/start.tsx'))
      const files = new Set(frame && [frame.fileName, ...frame.imports])
      for (const name of files) for (const one of chunkNamed(chunks, name)?.imports ?? []) files.add(one)
      const styles = new Set(
        [...files].flatMap(name => [...(chunkNamed(chunks, name)?.viteMetadata?.importedCss ?? [])]),
      )
      return [
        ...[...files].map(name => linkTo('modulepreload', name)),
        ...[...styles].map(name => linkTo('stylesheet', name)),
      ]
    },
  },
})

/** @type {Set<string>[] | undefined} */
let first

/**
 * What comes first is read in two files, not in fifty: each is asked of the process that has a window to open. The frame does
 * not hold what the page begins with, which knows the language before any word of the frame is said.
 * @param {string} id @param {import('vite').Rolldown.ChunkingContext} context
 */
const firstFiles = (id, context) => {
  first ??= ['main.tsx', 'start.tsx', 'features/sources/SourcesScreen.tsx'].map(file => {
    const found = new Set([path.join(root, 'renderer', file)])
    for (const one of found) for (const next of context.getModuleInfo(one)?.importedIds ?? []) found.add(next)
    return found
  })
  return [null, 'frame', 'first-screen'][first.findIndex(files => files.has(id))] ?? null
}

/**
 * The mark of the program stands in the document itself: it is there before the first script, and so is the window.
 * @returns {import('vite').Plugin}
 */
const markOfProgram = () => ({
  name: 'mark-of-program',
  transformIndexHtml: html =>
    html.replace('<!-- mark of the program -->', () =>
      readFileSync(path.join(root, 'main/setup/package/icon-small.svg'), 'utf8').replace(
        /<title>.*<\/title>|<!--.*-->/g,
        '',
      ),
    ),
})

/** @param {import('vite').Rolldown.OutputChunk[]} chunks @param {string} name */
const chunkNamed = (chunks, name) => chunks.find(({ fileName }) => fileName === name)

/** @param {string} rel @param {string} name @returns {import('vite').HtmlTagDescriptor} */
const linkTo = (rel, name) => ({
  tag: 'link',
  attrs: { rel, crossorigin: true, href: `./${name}` },
  injectTo: 'head',
})

const bundled = bundledInPage()

// chrome114 is the oldest engine the page runs on. Nothing is inlined: the policy of the page forbids what is not a file.
export default defineConfig({
  root: path.join(root, 'renderer'),
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [react(), filesForPdf(), markOfProgram(), frameReadAhead(), bundled.page],
  // The importers run in a worker, which has no document: the package's form for browsers would ask one for each entity.
  resolve: {
    alias: { 'decode-named-character-reference': path.join(packages, 'decode-named-character-reference/index.js') },
  },
  worker: { format: 'es', plugins: () => [bundled.worker()] },
  build: {
    outDir: path.join(out, 'renderer'),
    emptyOutDir: true,
    target: 'chrome114',
    cssTarget: 'chrome114',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: firstFiles, debugName: 'what comes first' }],
        },
      },
      input: { index: path.join(root, 'renderer/index.html'), reader: path.join(root, 'renderer/reader.html') },
    },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4000,
  },
})
