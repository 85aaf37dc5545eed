import type { PlanFacts, Steering, Taking, WorkshopSeen } from '@withy/shared/api'
import type { StepKind } from '@withy/shared/protocol'
import { ask, type Someone } from './people.ts'
import type { Withy } from './withy.ts'

/** What was said in it, by who said it. Dai has no device, and is at Anna's. */
export const SAID = {
  anna: 'A bench by the canal',
  dai: 'Somewhere to sit that is dry',
  ben: 'Close the road on Sundays',
  parked: 'What about the bus?',
  worry: 'My mother comes by car.',
} as const

/**
 * Holds a workshop without the pages and closes it, for journeys about what comes after: ideas in a group, dots, a proposal one
 * person could not live with, something parked. @returns the workshop's id
 */
export async function heldWorkshop(
  withy: Withy,
  plan: string,
  { lead, anna, ben }: { readonly lead: Someone; readonly anna: Someone; readonly ben: Someone },
): Promise<string> {
  const made = { shape: 'area-2-hours', title: 'A morning in the hall', lang: 'en' }
  const { workshop } = await ask<{ workshop: string }>(lead, withy, 'POST', `/api/plans/${plan}/workshops`, made)
  const at = `/api/plans/${plan}/workshops/${workshop}`
  const steers = (said: Steering) => ask<WorkshopSeen>(lead, withy, 'POST', `${at}/steer`, said)
  const takes = (who: Someone, said: Taking) => ask(who, withy, 'POST', `${at}/take-part`, said)
  const idOf = async (who: Someone) => (await ask<PlanFacts>(who, withy, 'GET', `/api/plans/${plan}`)).me

  const ground = { decide: 'What the £2,000 is for.', cannot: 'Where the main road goes.' }
  await steers({ do: 'ground', ground })
  const { now } = await steers({ do: 'open' })
  const stepOf = (kind: StepKind) => now.steps.find((step) => step.kind === kind)?.id ?? ''
  const [silent, dots, fist] = [stepOf('silent'), stepOf('dots'), stepOf('fist')]
  await steers({ do: 'change-step', id: fist, step: { question: 'We ask for benches along the canal.' } })
  const [asAnna, asBen] = [await idOf(anna), await idOf(ben)]
  for (const who of [anna, ben]) await takes(who, { do: 'come-in' })
  await takes(anna, { do: 'bring', id: 'dai-at-annas', name: 'Dai', voice: 'carer' })

  await steers({ do: 'go', from: null, to: silent })
  await takes(anna, { do: 'idea', id: 'idea-bench', step: silent, words: SAID.anna, saidBy: asAnna })
  await takes(anna, { do: 'idea', id: 'idea-dry', step: silent, words: SAID.dai, saidBy: 'dai-at-annas' })
  await takes(ben, { do: 'idea', id: 'idea-road', step: silent, words: SAID.ben, saidBy: asBen })
  await takes(ben, { do: 'idea', id: 'idea-bus', step: stepOf('parking'), words: SAID.parked, saidBy: asBen })
  await steers({ do: 'show', step: silent })
  const ideas = ['idea-bench', 'idea-dry']
  await steers({ do: 'group', id: 'group-sitting', step: silent, name: 'Sitting outside', ideas })
  await steers({ do: 'go', from: silent, to: dots })
  await takes(anna, { do: 'dots', step: dots, as: asAnna, on: { 'group-sitting': 2 } })
  await takes(ben, { do: 'dots', step: dots, as: asBen, on: { 'idea-road': 1 } })
  await steers({ do: 'show', step: dots })
  await steers({ do: 'go', from: dots, to: fist })
  await takes(anna, { do: 'hand', step: fist, as: asAnna, fingers: 5 })
  await takes(ben, { do: 'hand', step: fist, as: asBen, fingers: 2 })
  await steers({ do: 'show', step: fist })
  await takes(ben, { do: 'say-why', step: fist, as: asBen, words: SAID.worry })
  await steers({ do: 'close' })
  return workshop
}
