import { writePlan } from '@withy/shared/plan'
import { twentyPagePlan } from '@withy/shared/testing'
import { type Someone, start } from './people.ts'
import type { Withy } from './withy.ts'
import { openWriter } from './writer.ts'

/**
 * Starts a plan and writes twenty pages into it through the socket, a box at a time; `times` as many, the rest in sections of its
 * own. All is on disk when this resolves.
 */
export async function startTwentyPages(withy: Withy, times = 1): Promise<{ plan: string; owner: Someone }> {
  const started = await start(withy)
  const writer = await openWriter(withy, started.plan, started.owner)
  const whole = twentyPagePlan()
  for (const [key, content] of Object.entries(whole.boxes)) {
    const isEmpty = content.type === 'text' ? content.text.length === 0 : content.items.length === 0
    if (isEmpty) continue
    await writer.write(() => writePlan(writer.doc, { ...whole, boxes: { [key]: content } }))
  }
  // Texts alone are a little less than half of the pages that all the boxes come to.
  const texts = Object.values(whole.boxes).flatMap((content) => (content.type === 'text' ? [content.text] : []))
  for (let n = 0; n < (times - 1) * texts.length * 2.1; n += 1) {
    const text = texts[n % texts.length] ?? []
    const own = [{ id: `more-${n}`, title: `More of the same, ${n}`, text, actions: [], removedActions: [] }]
    await writer.write(() => writePlan(writer.doc, { ...whole, boxes: {}, own }))
  }
  writer.close()
  return started
}
