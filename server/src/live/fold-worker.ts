import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'
import type { FoldAsked, FoldDone } from './fold.ts'
import { folded } from './folded.ts'

parentPort?.on('message', ({ id, ...work }: FoldAsked) => {
  try {
    say({ id, made: 'parts' in work ? folded(work.parts) : Y.diffUpdate(work.update, work.vector) })
  } catch (problem) {
    say({ id, broken: String(problem) })
  }
})

const say = (done: FoldDone) => parentPort?.postMessage(done)
