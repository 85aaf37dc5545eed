import { type PlanKind, writePlan } from '@withy/shared/plan'
import { twentyPagePlan } from '@withy/shared/testing'
import { type Someone, start } from './people.ts'
import type { Withy } from './withy.ts'
import { openWriter } from './writer.ts'

/** Texts alone are a little less than half of the pages that all the boxes come to. */
const PAGES_PER_TEXT = 2.1
/** So many sections are written in one change. */
const AT_ONCE = 20

type Length = { readonly times?: number; readonly kind?: PlanKind }

/**
 * Starts a plan and writes twenty pages into it through the socket, a box at a time; `times` as many, the rest in sections of its
 * own. One about a person has fewer boxes: it is filled up in the same way. All is on disk when this resolves.
 */
export async function startTwentyPages(
  withy: Withy,
  { times = 1, kind = 'area' }: Length = {},
): Promise<{ plan: string; owner: Someone }> {
  const started = await start(withy, kind)
  const writer = await openWriter(withy, started.plan, started.owner)
  const whole = twentyPagePlan(kind)
  for (const [key, content] of Object.entries(whole.boxes)) {
    const isEmpty = content.type === 'text' ? content.text.length === 0 : content.items.length === 0
    if (isEmpty) continue
    await writer.write(() => writePlan(writer.doc, { ...whole, boxes: { [key]: content } }))
  }
  const texts = textsIn(twentyPagePlan())
  const missing = (times * texts.length - textsIn(whole).length) * PAGES_PER_TEXT
  for (let n = 0; n < missing; n += AT_ONCE) {
    const own = Array.from({ length: Math.min(AT_ONCE, Math.ceil(missing) - n) }, (_, i) => ({
      id: `more-${n + i}`,
      title: `More of the same, ${n + i}`,
      text: texts[(n + i) % texts.length] ?? [],
      actions: [],
      removedActions: [],
    }))
    await writer.write(() => writePlan(writer.doc, { ...whole, boxes: {}, own }))
  }
  writer.close()
  return started
}

const textsIn = ({ boxes }: ReturnType<typeof twentyPagePlan>) =>
  Object.values(boxes).flatMap((content) => (content.type === 'text' ? [content.text] : []))
