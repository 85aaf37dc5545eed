import { parentPort } from 'node:worker_threads'
import { doWork, type Work } from './read-work.ts'

parentPort?.on('message', (work: Work) => parentPort?.postMessage(doWork(work)))
