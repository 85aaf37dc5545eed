import { createHash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { LIMIT, type PlanFile, planInFile, readPlanFile } from '@withy/shared/api'
import { type Plan, photoOf, writePlan } from '@withy/shared/plan'
import * as Y from 'yjs'
import { barePhoto } from '../jpeg.ts'
import { newId } from '../random.ts'
import type { NewPhoto } from '../storage/photos.ts'
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
    photos: photosFor(plan, read.file.photos),
  }
}

/** Photos of a file that rows of its plan have, as they could have been added here; others are left out, and their words stay. */
function photosFor(plan: Plan, photos: PlanFile['photos'] = []): NewPhoto[] {
  const rows = Object.values(plan.boxes).flatMap((box) =>
    box.type === 'list' && box.shape === 'easy' ? box.items : [],
  )
  const wanted = new Set(rows.map(({ cells }) => photoOf(String(cells.picture ?? ''))))
  let left: number = LIMIT.photosTogether
  return photos.flatMap(({ id, jpeg, ...said }): NewPhoto[] => {
    const bytes = barePhoto(Buffer.from(jpeg, 'base64'), LIMIT.photoSide)
    if (!wanted.has(id) || typeof bytes === 'string' || bytes.byteLength > Math.min(left, LIMIT.photo)) return []
    // Another photo by that name would be in the place of the one people agreed to.
    if (createHash('sha256').update(bytes).digest('base64url') !== id) return []
    left -= bytes.byteLength
    return [{ id, bytes, said }]
  })
}
