import { expect, type Page } from '@playwright/test'
import type { Steering, WorkshopSeen } from '@withy/shared/api'
import { ask, bring, startPlan, test } from '../people.ts'
import { stepTitle } from '../workshop.ts'
import { axe } from './looks/axe.ts'
import { forcedColours } from './looks/forced-colours.ts'
import { markedLanguages } from './looks/marked-languages.ts'
import { names } from './looks/names.ts'
import { narrow } from './looks/narrow.ts'
import { notColourAlone } from './looks/not-colour-alone.ts'
import { oneThing } from './looks/one-thing.ts'
import { targets } from './looks/targets.ts'
import { gather, wanted } from './looks.ts'
import { note } from './noted.ts'

const ON_A_PHONE = [oneThing, axe, targets, names, forcedColours, notColourAlone, narrow, markedLanguages]
const LEADING = [axe, targets, names, forcedColours]

test('@B1 @B3 @B5 @B7 @B8 @B11 @C4 @C6 @E8 every step of a workshop, on a phone and where it is led', async ({
  withy,
  facilitator,
  phone,
}, info) => {
  const plan = await startPlan(facilitator, withy)
  await bring(facilitator, withy, plan, [phone])
  const path = `/api/plans/${plan}/workshops`
  const asked = { shape: 'area-2-hours', title: 'A morning in the hall', lang: 'en' }
  const { workshop } = await ask<{ workshop: string }>(facilitator, withy, 'POST', path, asked)
  const steer = (said: Steering) => ask<WorkshopSeen>(facilitator, withy, 'POST', `${path}/${workshop}/steer`, said)
  let { now } = await steer({ do: 'open' })
  const pages: readonly Page[] = [phone.page, facilitator.page]
  for (const page of pages) await page.goto(`/plans/${plan}/workshops/${workshop}`)
  const gathered = gather()
  for (const step of process.env.WITHY_INCLUSION_SHORT ? now.steps.slice(0, 3) : now.steps) {
    if (step.id !== now.step) now = (await steer({ do: 'go', from: now.step, to: step.id })).now
    for (const page of pages) await expect(stepTitle(page)).toHaveText(step.title || /\S/)
    await gathered.look(wanted(ON_A_PHONE), phone.page, `a phone at ${step.kind}`)
    await gathered.look(wanted(LEADING), facilitator.page, `the laptop at ${step.kind}`)
  }
  await phone.page.goto(`/plans/${plan}/agree`)
  await expect(stepTitle(phone.page)).toBeVisible()
  await gathered.look(wanted([oneThing]), phone.page, 'a phone where people agree')
  await phone.page.goto('/join')
  await gathered.look(wanted([oneThing]), phone.page, 'a phone where people join')
  const leftOut = ['The steps of a workshop in Welsh, and in other themes than the white one']
  for (const seen of gathered.all()) note(info, { ...seen, leftOut: [...(seen.leftOut ?? []), ...leftOut] })
})
