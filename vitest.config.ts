import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // Real servers and sockets on a busy machine take their time; a test that hangs still ends.
          testTimeout: 30_000,
          include: ['shared/src/**/*.test.ts', 'server/src/**/*.test.ts', 'scripts/**/*.test.ts'],
        },
      },
      './client/vite.config.ts',
    ],
  },
})
