// One runner for every room's tests; browser and crash tests run in it too.
import { configDefaults, defineConfig } from 'vitest/config'
import { LongestFirst } from './test/prove/longest-first.ts'

/** Tests of rooms without a database, a socket or a process of their own. */
const rooms = ['packages/{disclosure,incident,publication,seal,statistics}/test/**/*.test.ts', 'apps/web/test/**/*.test.ts']

export default defineConfig({
  test: {
    testTimeout: 180_000,
    hookTimeout: 240_000,
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      // Each file in a process of its own.
      { extends: true, test: { name: 'programs', include: ['{packages,apps}/*/test/**/*.test.ts', 'test/**/*.test.ts'], exclude: [...configDefaults.exclude, ...rooms] } },
      // One after another in two processes: for most of them that is quicker than starting one. `npm run prove` gives each its own.
      { extends: true, test: { name: 'rooms', include: rooms, isolate: process.env['LYKTA_PROVE'] === '1' } },
    ],
  },
})
