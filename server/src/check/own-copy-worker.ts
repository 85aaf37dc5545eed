import { parentPort } from 'node:worker_threads'
import { lookedAt } from './looked.ts'
import { readFile } from './read-file.ts'

parentPort?.on('message', async (bytes: Uint8Array) => {
  parentPort?.postMessage(lookedAt(await readFile(bytes)))
})
