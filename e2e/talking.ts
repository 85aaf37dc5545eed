import type { PlanFacts, Talk } from '@withy/shared/api'
import type { TalkThread } from '@withy/shared/protocol'
import { ask, type Someone } from './people.ts'
import type { Withy } from './withy.ts'

type SaidAbout = {
  readonly box?: string
  readonly words?: string
  /** Words of the box it is about; all of it where none are said. */
  readonly quote?: string
  /** Whom it is for, by id. */
  readonly mentions?: readonly string[]
}

/** Says something about a box of a plan, or asks what words of it mean, without the page. */
export async function says(
  who: Someone,
  withy: Withy,
  plan: string,
  kind: TalkThread['kind'],
  { box = 'our-story.story', words = 'Who is that?', quote, mentions = [] }: SaidAbout = {},
): Promise<TalkThread> {
  const { epoch } = await ask<PlanFacts>(who, withy, 'GET', `/api/plans/${plan}`)
  const { threads } = await ask<Talk>(who, withy, 'GET', `/api/plans/${plan}/talk`)
  const id = `thread-number-${threads.length}`
  // Where a mark is drawn is not what is looked at: the quote finds the words.
  const about = quote === undefined ? null : { quote, before: '', after: '', from: 'AAAA', to: 'AAAA', epoch }
  const { thread } = await ask<{ thread: TalkThread }>(who, withy, 'POST', `/api/plans/${plan}/talk/threads`, {
    ...{ id, kind, place: { box, item: null, field: null, words: about } },
    said: { id: `${id}-first`, words, mentions },
  })
  return thread
}
