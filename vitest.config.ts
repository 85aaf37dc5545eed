import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // As many as the machine the ten minutes are promised for has cores; the default leaves one idle.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // Real servers and sockets on a busy machine take their time; a test that hangs still ends.
          testTimeout: 30_000,
          include: [
            'shared/src/**/*.test.ts',
            'server/{src,faults,simulation,bench}/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
        },
      },
      './client/vite.config.ts',
    ],
  },
})
