import { bringing, bringPlan, LIMIT, lines, words } from '@withy/shared/api'
import { addressOf } from '../http/address.ts'
import { readFileAfterLine } from '../http/body.ts'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import { newId } from '../random.ts'
import type { NewPlan } from '../storage/plans.ts'
import { createPlanFiles, type PlanFileMade } from './plan-file.ts'
import { createStarting, type StartNeeds } from './start.ts'

type Made = Extract<PlanFileMade, { is: 'plan' }>

const NO = { 'not-ours': 'plan-file-other', later: 'plan-file-later', damaged: 'plan-file-damaged' } as const

/** Told apart from others' names, a name may have a number after it. */
const NAME = words(LIMIT.name + 20)
const TITLE = words(LIMIT.title)
const MEANING = lines(LIMIT.why)

/** A plan from a file that Withy made becomes a new plan, which reads as that one did (SPEC EXPORT-64, EXPORT-65). */
export function bringRoutes(routes: Routes, needs: StartNeeds): void {
  const { make, starter, startLinkFor, now } = createStarting(routes, needs)
  const read = createPlanFiles()

  serve(routes, bringPlan, async ({ c, me }) => {
    await routes.budgets.take('starts', addressOf(c))
    const { said, file } = await readFileAfterLine(c, bringing, LIMIT.planFile)
    const { name, voice, startSecret } = said
    const startLink = startLinkFor(startSecret)
    const made = await read(file.toString('utf8'))
    if (made === null) throw refuse('too-busy')
    if (made.is !== 'plan') throw refuse(made.is === 'too-large' ? 'too-large' : NO[made.is])
    if (voice === 'person' && made.kind !== 'support') throw refuse('bad-request')
    const owner = starter(me, { name, voice, cameBy: 'started' })
    return make(c, me, { ...planOf(made), owner, startLink })
  })

  const planOf = (made: Made): Omit<NewPlan, 'owner'> => ({
    plan: {
      id: newId(),
      kind: made.kind,
      title: asTyped(TITLE.safeParse(made.title)),
      lang: made.lang ?? undefined,
      epoch: newId(),
      startedAt: now(),
    },
    words: made.words,
    photos: made.photos,
    former: made.names.flatMap(([id, name]) => {
      const said = NAME.safeParse(name)
      return said.success ? [{ id, name: said.data }] : []
    }),
    explained: made.explained.map(({ word, meaning }) => ({
      id: newId(),
      word: asTyped(TITLE.safeParse(word)),
      meaning: asTyped(MEANING.safeParse(meaning)),
    })),
  })
}

/** Words as people could have typed them. What no Withy wrote is no file of ours. */
function asTyped(parsed: { success: true; data: string } | { success: false }): string {
  if (!parsed.success) throw refuse('plan-file-damaged')
  return parsed.data
}
