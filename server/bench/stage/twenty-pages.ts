import { writePlan } from '@withy/shared/plan'
import { twentyPagePlan } from '@withy/shared/testing'
import { type Someone, start } from './people.ts'
import type { Withy } from './withy.ts'
import { openWriter } from './writer.ts'

/** Starts a plan and writes twenty pages into it through the socket, a box at a time. All is on disk when this resolves. */
export async function startTwentyPages(withy: Withy): Promise<{ plan: string; owner: Someone }> {
  const started = await start(withy)
  const writer = await openWriter(withy, started.plan, started.owner)
  const whole = twentyPagePlan()
  for (const [key, content] of Object.entries(whole.boxes)) {
    const isEmpty = content.type === 'text' ? content.text.length === 0 : content.items.length === 0
    if (isEmpty) continue
    await writer.write(() => writePlan(writer.doc, { ...whole, boxes: { [key]: content } }))
  }
  writer.close()
  return started
}
