import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { loadEnv } from 'vite'
import { defineConfig } from 'vitest/config'
import { FILES_TOGETHER } from './files-together.ts'
import { lostSheetPlugin } from './lost-sheet-plugin.ts'
import { packedFilesPlugin } from './packed-files-plugin.ts'
import { textPlugin } from './text-plugin.ts'

const WARNINGS = ['console.warn', 'console.log', 'console.info', 'logging.warn', 'logging.print']
const SCHEMAS = ['z', 'endpoint', '$']
const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig(({ mode }) => {
  const { PORT = '3000' } = loadEnv(mode, root, '')
  const server = `http://127.0.0.1:${PORT}`
  return {
    root,
    plugins: [textPlugin(), lostSheetPlugin(), packedFilesPlugin(), react()],
    // Nothing inlined: the server's content security policy allows our own files only, no data: addresses.
    build: {
      assetsInlineLimit: 0,
      manifest: true,
      modulePreload: { polyfill: false },
      reportCompressedSize: true,
      // A phone in a hall need not carry warnings for those who write with a library, nor the schemas the server checks by,
      // nor those that lib0 checks parts of a page by (`$`), which nothing here asks it to.
      rolldownOptions: {
        treeshake: { manualPureFunctions: [...WARNINGS, ...SCHEMAS] },
        // Each page lists the files it needs, by name: without words in them the lists weigh half. Which is which, the manifest says.
        output: {
          chunkFileNames: 'assets/[hash:7].js',
          assetFileNames: 'assets/[hash:7][extname]',
          codeSplitting: { groups: FILES_TOGETHER },
        },
      },
    },
    // What reads files is fetched in parts, of which each kind of file needs another.
    worker: { format: 'es' },
    // React has had this built in since 18; wouter brings it for older ones.
    resolve: { alias: [{ find: 'use-sync-external-store/shim/index.js', replacement: 'react' }] },
    server: {
      port: 5173,
      proxy: {
        '/api': server,
        '^/plans/[^/]+/live': { target: server, ws: true },
      },
    },
    test: {
      name: 'web',
      environment: 'jsdom',
      // One jsdom a worker and not one a file: half the time. Files are as apart as before.
      pool: 'vmThreads',
      // As of all projects: Vitest gives each pool a number of its own, and runs none where they differ.
      maxWorkers: 3,
      // Drawing a long plan on a busy machine takes its time; a test that hangs still ends.
      testTimeout: 30_000,
      // What a file needs is fetched before its tests: drawing all of talk took more than ten seconds.
      hookTimeout: 30_000,
      include: ['src/**/*.test.{ts,tsx}', '*.test.ts'],
      setupFiles: ['src/app/test-setup.ts'],
      // Style sheets as they are written, where a test reads them.
      css: { include: [/\?raw/] },
    },
  }
})
