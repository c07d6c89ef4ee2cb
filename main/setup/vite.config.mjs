import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { out, packages, root } from './project.mjs'

// chrome114 is the oldest engine the page runs on. Nothing is inlined: the policy of the page forbids what is not a file.
export default defineConfig({
  root: path.join(root, 'renderer'),
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [react()],
  // The importers run in a worker, which has no document: the package's form for browsers would ask one for each entity.
  resolve: {
    alias: { 'decode-named-character-reference': path.join(packages, 'decode-named-character-reference/index.js') },
  },
  worker: { format: 'es' },
  build: {
    outDir: path.join(out, 'renderer'),
    emptyOutDir: true,
    target: 'chrome114',
    cssTarget: 'chrome114',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4000,
  },
})
