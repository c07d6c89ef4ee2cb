import { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { root } from '../main/setup/project.mjs'
import { Tally } from './support/tally.mjs'

/** What the app and the browser tests drive is built once, before the first of them. */
const built = ['test/support/built.ts']

/** A real page on a loaded machine may miss a key or a frame. Every second try is named in the output. */
const drivenTests = { retry: 1, testTimeout: 60_000, hookTimeout: 60_000 }

const cores = Math.max(2, availableParallelism())

/** They put something of their own in the place of a module or a global, and so have a process of their own. */
const apart = [
  'test/main/store/disk/whole-file.test.ts',
  'test/renderer/importers/worker.test.ts',
  'test/renderer/query.test.ts',
]

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
          exclude: ['test/electron/**', 'test/journeys/**', ...apart],
          // One after another in the same process: to load the modules anew for each file takes as long as the tests.
          isolate: false,
          maxWorkers: cores,
          testTimeout: 60_000,
        },
      },
      {
        root,
        test: { name: 'apart', include: apart, maxWorkers: cores, testTimeout: 60_000 },
      },
      {
        root,
        // Browsers without a window, which wait a lot: more at a time than there are cores. One serves all files of a process.
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          isolate: false,
          maxWorkers: Math.ceil(cores * 1.5),
          globalSetup: built.map(file => path.join(root, file)),
          sequence: { groupOrder: 1 },
          ...drivenTests,
        },
      },
      {
        root,
        // Real windows one at a time: a focus that only one can have.
        test: {
          name: 'windows',
          include: ['test/electron/**/*.test.ts'],
          globalSetup: built.map(file => path.join(root, file)),
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          ...drivenTests,
        },
      },
    ],
  },
})
