import { configDefaults, defineConfig } from 'vitest/config'

/** Attacks and plays whole servers: some change what time is, or look at the process as a whole. */
const ALONE = ['server/simulation/**/*.test.ts', 'server/src/live/hostile.test.ts']
/** What `npm run faults -- --short` runs, and `npm test` does not: full machines broken, for three quarters of a minute. */
const FAULTS = ['server/faults/**/*.test.ts']

const node = {
  environment: 'node',
  // Real servers and sockets on a busy machine take their time; a test that hangs still ends.
  testTimeout: 30_000,
  hookTimeout: 30_000,
} as const

export default defineConfig({
  test: {
    // One more than the machine the ten minutes are promised for has cores: a tenth of the tests waits for servers that start or end.
    maxWorkers: 3,
    projects: [
      {
        test: {
          ...node,
          name: 'unit',
          // Two processes load the product once each, and not once a file: that was half of the time. Nothing of ours
          // keeps anything outside of what a test makes, so files meet in any order (`--sequence.shuffle.files`).
          isolate: false,
          unstubEnvs: true,
          unstubGlobals: true,
          include: ['shared/src/**/*.test.ts', 'server/{src,bench}/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...ALONE, ...FAULTS],
        },
      },
      // A process a file.
      { test: { ...node, name: 'alone', include: ALONE } },
      { test: { ...node, name: 'faults', include: FAULTS } },
      './client/vite.config.ts',
    ],
  },
})
