import * as z from 'zod/mini'
import type { Block } from '../plan/plan.ts'

const language = { lang: z.exactOptional(z.string()), dir: z.exactOptional(z.enum(['ltr', 'rtl'])) }
const run = z.object({
  text: z.string(),
  bold: z.exactOptional(z.literal(true)),
  italic: z.exactOptional(z.literal(true)),
  link: z.exactOptional(z.string()),
})
const block: z.ZodMiniType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('paragraph'), runs: z.array(run), ...language }),
    z.object({ type: z.literal('heading'), level: z.literal([1, 2, 3]), runs: z.array(run), ...language }),
    z.object({ type: z.enum(['bullets', 'numbers']), items: z.array(richText), ...language }),
  ]),
)

/** The text of a box, from somebody else. To be asked of what `isShallow` alone: it goes as deep as that is. */
export const richText = z.array(block)

/** Far deeper than any plan; what is made to be deeper would use up the stack of whoever goes through it. */
const DEEPEST = 100

/** Whether something that was JSON can be gone through. */
export function isShallow(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return false
    level = level.flatMap((inner) => (inner !== null && typeof inner === 'object' ? Object.values(inner) : []))
  }
  return true
}
