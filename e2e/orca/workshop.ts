import type { Steering, WorkshopSeen } from '@withy/shared/api'
import type { StepKind } from '@withy/shared/protocol'
import { ask, bring, type Someone, startPlan } from '../people.ts'
import type { Withy } from '../withy.ts'
import { expectStep } from '../workshop.ts'

/** Somebody is in a workshop that another leads, and at its first step. @returns the workshop, as its lead steers it */
export async function inWorkshop(guest: Someone, lead: Someone, withy: Withy) {
  const plan = await startPlan(lead, withy)
  await bring(lead, withy, plan, [guest])
  const room = await opensWorkshop(lead, withy, plan)
  await room.goTo('welcome')
  await guest.page.goto(`/plans/${plan}/workshops/${room.workshop}`)
  await expectStep(guest.page, 'welcome')
  return room
}

/** Opens a workshop in a plan, without the page. */
async function opensWorkshop(lead: Someone, withy: Withy, plan: string) {
  const made = { shape: 'area-2-hours', title: 'A morning in the hall', lang: 'en' }
  const { workshop } = await ask<{ workshop: string }>(lead, withy, 'POST', `/api/plans/${plan}/workshops`, made)
  const steer = (said: Steering) =>
    ask<WorkshopSeen>(lead, withy, 'POST', `/api/plans/${plan}/workshops/${workshop}/steer`, said)
  const { now } = await steer({ do: 'open' })
  let at: string | null = null
  return {
    workshop,
    /** The room goes on to a step. @returns its id */
    async goTo(kind: StepKind): Promise<string> {
      const to = now.steps.find((step) => step.kind === kind)?.id ?? ''
      await steer({ do: 'go', from: at, to })
      at = to
      return to
    },
    now: async () => (await ask<WorkshopSeen>(lead, withy, 'GET', `/api/plans/${plan}/workshops/${workshop}`)).now,
    /** Shows what people said in a step. */
    show: (step: string) => steer({ do: 'show', step }),
  }
}
