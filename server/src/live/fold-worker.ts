import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'
import type { FoldAsked, FoldDone } from './fold.ts'
import { isWhole } from './plan-on-disk.ts'

parentPort?.on('message', ({ id, parts }: FoldAsked) => {
  try {
    const doc = new Y.Doc()
    doc.transact(() => {
      for (const part of parts) Y.applyUpdate(doc, part)
    })
    if (!isWhole(doc)) throw new Error('a change joins on to nothing')
    say({ id, bytes: Y.encodeStateAsUpdate(doc) })
  } catch (problem) {
    say({ id, broken: String(problem) })
  }
})

const say = (done: FoldDone) => parentPort?.postMessage(done)
