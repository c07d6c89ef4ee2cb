import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { root } from '../main/setup/project.mjs'
import { Tally } from './support/tally.mjs'

/** What the app and the browser tests drive is built once, before the first of them. */
const built = ['test/support/built.ts']

export default defineConfig({
  root,
  test: {
    reporters: ['default', new Tally()],
    pool: 'forks',
    projects: [
      {
        root,
        test: {
          name: 'units',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/electron/**', 'test/journeys/**'],
          testTimeout: 30_000,
        },
      },
      {
        root,
        // Real windows and browsers one at a time: two cores, and a focus that only one can have.
        test: {
          name: 'apps',
          include: ['test/{electron,journeys}/**/*.test.ts'],
          globalSetup: built.map(file => path.join(root, file)),
          fileParallelism: false,
          // A real window on a loaded machine may miss a key or a frame. Every second try is named in the output.
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
