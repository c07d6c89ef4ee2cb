import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { root } from '../main/setup/project.mjs'
import { Tally } from './support/tally.mjs'

/** What the app and the browser tests drive is built once, before the first of them. */
const built = ['test/support/built.ts']

/** A real page on a loaded machine may miss a key or a frame. Every second try is named in the output. */
const drivenTests = { retry: 1, testTimeout: 60_000, hookTimeout: 60_000 }

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
        // Browsers without a window, each with a case of its own: as many at a time as there are cores.
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
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
