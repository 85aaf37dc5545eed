import { configDefaults, defineConfig } from 'vitest/config'

// Real servers and sockets, and long plans drawn, take their time on a busy machine; a test that hangs still ends.
const testTimeout = 30_000

const web = {
  environment: 'jsdom',
  testTimeout,
  setupFiles: ['client/src/app/test-setup.ts'],
  // Style sheets as they are written, where a test reads them.
  css: { include: [/\?raw/] },
}
/** Each has a window of its own: it brings a store on the device, or puts something false under a library first. */
const ALONE = ['network', 'device-copy', 'wipe', 'forgotten', 'open-plan', 'plan-page', 'back-page', 'home-page']
const alone = `client/src/**/{${ALONE}}.test.{ts,tsx}`

export default defineConfig({
  test: {
    // As many as the machine the ten minutes are promised for has cores; the default leaves one idle.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          testTimeout,
          include: [
            'shared/src/**/*.test.ts',
            'server/{src,faults,simulation,bench}/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
        },
      },
      {
        extends: 'client/vite.config.ts',
        root: '.',
        test: {
          ...web,
          name: 'web',
          // Opening a window for every file took most of the time.
          isolate: false,
          setupFiles: [...web.setupFiles, 'client/src/app/test-shared-window.ts'],
          include: ['client/src/**/*.test.{ts,tsx}', 'client/*.test.ts'],
          exclude: [...configDefaults.exclude, alone],
        },
      },
      {
        extends: 'client/vite.config.ts',
        root: '.',
        test: { ...web, name: 'web-alone', include: [alone] },
      },
    ],
  },
})
