// One runner for every room's tests; browser and crash tests run in it too.
import { configDefaults, defineConfig } from 'vitest/config'
import { LongestFirst } from './test/prove/longest-first.ts'

/** Tests of rooms without a database, a socket or a process of their own. */
const rooms = ['packages/{disclosure,incident,publication,seal,statistics}/test/**/*.test.ts', 'apps/web/test/**/*.test.ts']
/** Tests that start, stop or kill programs, or change what belongs to the whole process. */
const programs = [
  'test/{browser,crash,journey}/**/*.test.ts', 'packages/register/test/{embedded,external,migrate}.test.ts',
  'test/counting/{command,migrated,older-register}.test.ts', 'test/import/command-line.test.ts', 'test/publication/{compile-pdf,publish,write-edition}.test.ts',
]
/** `npm run prove` gives each file a process of its own, and a core. */
const proving = process.env['LYKTA_PROVE'] === '1'

export default defineConfig({
  test: {
    // Limits are no assertions: they end what hangs, and a machine that does ten other things may take its time.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
    pool: 'forks',
    // One more than the two cores that a run is made for: a browser, a disk and a quiet while are waited for.
    maxWorkers: proving ? 2 : 3,
    globalSetup: './test/prove/run-setup.ts',
    sequence: { sequencer: LongestFirst },
    projects: [
      // Each file in a process of its own.
      { extends: true, test: { name: 'programs', include: programs } },
      // The rest one after another in a few processes: for most of them that is quicker than starting one. These on the PostgreSQL that they share.
      { extends: true, test: { name: 'registers', include: ['{packages,apps}/*/test/**/*.test.ts', 'test/**/*.test.ts'], exclude: [...configDefaults.exclude, ...programs, ...rooms], isolate: proving } },
      { extends: true, test: { name: 'rooms', include: rooms, isolate: proving } },
    ],
  },
})
