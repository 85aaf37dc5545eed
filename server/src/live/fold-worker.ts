import { parentPort } from 'node:worker_threads'
import type { FoldAsked, FoldDone } from './fold.ts'
import { folded } from './folded.ts'

parentPort?.on('message', ({ id, parts }: FoldAsked) => {
  try {
    say({ id, made: folded(parts) })
  } catch (problem) {
    say({ id, broken: String(problem) })
  }
})

const say = (done: FoldDone) => parentPort?.postMessage(done)
