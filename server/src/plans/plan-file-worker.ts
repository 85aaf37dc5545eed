import { parentPort } from 'node:worker_threads'
import { planInFile, readPlanFile } from '@withy/shared/api'
import { writePlan } from '@withy/shared/plan'
import * as Y from 'yjs'
import { newId } from '../random.ts'
import type { PlanFileMade } from './plan-file.ts'

parentPort?.on('message', (text: string) => parentPort?.postMessage(made(text)))

/** The plan of a file as the first change of a document. */
function made(text: string): PlanFileMade {
  const read = readPlanFile(text)
  if (read.is !== 'plan') return read
  const { plan, title, lang, names, explained } = planInFile(read.file, newId)
  const doc = new Y.Doc()
  writePlan(doc, plan)
  const words = { bytes: Y.encodeStateAsUpdate(doc), clients: [doc.clientID] }
  return {
    is: 'plan',
    kind: plan.kind,
    title,
    ...(lang && { lang }),
    words,
    names: [...names],
    explained: [...explained],
  }
}
