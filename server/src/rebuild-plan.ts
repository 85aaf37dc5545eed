import { PlanDamaged, readDocument } from './live/plan-on-disk.ts'
import type { UpdateLog } from './storage/update-log.ts'

/** Nobody waits for it: as long as the largest plan may take on a slow disk. */
const REBUILD_MS = 120_000

/** Makes a plan's document from what is stored of it, by both ways there are to read it; rejects where it cannot be read whole. */
export async function rebuildPlan(updates: UpdateLog, plan: string): Promise<void> {
  for (const from of ['newest', 'base'] as const) {
    const { doc, isWhole } = await readDocument({ updates, limitMs: REBUILD_MS }, plan, from)
    doc.destroy()
    if (!isWhole) throw new PlanDamaged('it can be read in part only')
  }
}
