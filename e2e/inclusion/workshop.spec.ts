import { expect, type Page } from '@playwright/test'
import type { Steering, WorkshopSeen } from '@withy/shared/api'
import type { Language } from '@withy/shared/plan'
import { openDevices, THEIRS } from '../pages.ts'
import { ask, bring, PHONE, type Someone, startPlan, test } from '../people.ts'
import type { Withy } from '../withy.ts'
import { wordsIn } from '../words.ts'
import { stepTitle } from '../workshop.ts'
import { axe } from './looks/axe.ts'
import { englishWords } from './looks/english-words.ts'
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
  const { plan, eachStep } = await openRoom({ withy, facilitator, phone }, 'en')
  const gathered = gather()
  await eachStep([phone.page, facilitator.page], async (kind) => {
    await gathered.look(wanted(ON_A_PHONE), phone.page, `a phone at ${kind}`)
    await gathered.look(wanted(LEADING), facilitator.page, `the laptop at ${kind}`)
  })
  await phone.page.goto(`/plans/${plan}/agree`)
  await expect(stepTitle(phone.page)).toBeVisible()
  await gathered.look(wanted([oneThing]), phone.page, 'a phone where people agree')
  await phone.page.goto('/join')
  await gathered.look(wanted([oneThing]), phone.page, 'a phone where people join')
  const leftOut = ['The steps of a workshop in other themes than the white one, and in Welsh but for its words']
  for (const seen of gathered.all()) note(info, { ...seen, leftOut: [...(seen.leftOut ?? []), ...leftOut] })
})

test('@F1 every step of a workshop is in Welsh, on a phone and where it is led', async ({
  withy,
  facilitator,
  phone,
  browser,
}, info) => {
  const { eachStep } = await openRoom({ withy, facilitator, phone }, 'cy')
  const inWelsh = { theme: 'white', language: 'cy' } as const
  const onPhone = await openDevices(phone, withy, browser, inWelsh, PHONE)
  const onLaptop = await openDevices(facilitator, withy, browser, inWelsh)
  const gathered = gather()
  await eachStep([onPhone.page, onLaptop.page], async (kind) => {
    await gathered.look([englishWords(THEIRS)], onPhone.page, `a phone at ${kind}`)
    await gathered.look([englishWords(THEIRS)], onLaptop.page, `the laptop at ${kind}`)
  })
  await onPhone.close()
  await onLaptop.close()
  for (const seen of gathered.all()) note(info, seen)
})

type Room = { readonly withy: Withy; readonly facilitator: Someone; readonly phone: Someone }

/** A workshop that is open, in a language. `eachStep`: shows it on pages, and looks at them in every step. */
async function openRoom({ withy, facilitator, phone }: Room, lang: Language) {
  const plan = await startPlan(facilitator, withy)
  await bring(facilitator, withy, plan, [phone])
  const path = `/api/plans/${plan}/workshops`
  const asked = { shape: 'area-2-hours', title: 'A morning in the hall', lang }
  const { workshop } = await ask<{ workshop: string }>(facilitator, withy, 'POST', path, asked)
  const steer = (said: Steering) => ask<WorkshopSeen>(facilitator, withy, 'POST', `${path}/${workshop}/steer`, said)
  let { now } = await steer({ do: 'open' })
  const eachStep = async (pages: readonly Page[], look: (kind: string) => Promise<void>) => {
    for (const page of pages) await page.goto(`/plans/${plan}/workshops/${workshop}`)
    for (const step of process.env.WITHY_INCLUSION_SHORT ? now.steps.slice(0, 3) : now.steps) {
      if (step.id !== now.step) now = (await steer({ do: 'go', from: now.step, to: step.id })).now
      const title = step.title || wordsIn(lang).text(`workshop.kind-${step.kind}`)
      for (const page of pages) await expect(stepTitle(page)).toHaveText(title)
      await look(step.kind)
    }
  }
  return { plan, eachStep }
}
