import { changeGlossary, LIMIT, type Refusal, readGlossary } from '@withy/shared/api'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import type { Live } from '../live/live.ts'
import type { GlossaryStore } from '../storage/glossary.ts'

export type GlossaryNeeds = {
  readonly store: GlossaryStore
  readonly live: Pick<Live, 'tell'>
}

const NO = { there: 'word-there', changed: 'word-changed', full: 'glossary-full' } as const satisfies Record<
  string,
  Refusal
>

/** The words a plan explains: those of its workshops, and whatever people who write add to them. */
export function glossaryRoutes(routes: Routes, { store, live }: GlossaryNeeds): void {
  serve(routes, readGlossary, async ({ plan }) => ({ words: await store.glossaryOf(plan) }))

  serve(routes, changeGlossary, async ({ plan, body }) => {
    const did = await store.changeGlossary(plan, body, LIMIT.wordsPerGlossary)
    if (did !== 'done') throw refuse(NO[did])
    live.tell(plan, { type: 'glossary' })
    return { words: await store.glossaryOf(plan) }
  })
}
