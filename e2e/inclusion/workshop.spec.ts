import { expect, type Page } from '@playwright/test'
import type { Steering, WorkshopSeen } from '@withy/shared/api'
import { LANGUAGES, type Language } from '@withy/shared/plan'
import { openDevices, THEIRS } from '../pages.ts'
import { ask, bring, PHONE, type Someone, startPlan, test } from '../people.ts'
import type { Withy } from '../withy.ts'
import { wordsIn } from '../words.ts'
import { stepTitle } from '../workshop.ts'
import { lookInEachTheme } from './in-each-theme.ts'
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

const ON_A_PHONE = [oneThing, targets, names, forcedColours, notColourAlone, narrow, markedLanguages]
const LEADING = [targets, names, forcedColours]

for (const language of LANGUAGES) {
  const isWelsh = language === 'cy'
  test(`@B1 @B3 @B4 @B5 @B7 @B8 @B11 @C4 @C6 @E8 ${isWelsh ? '@F1 ' : ''}every step of a workshop, on a phone and where it is led, ${language}`, async ({
    withy,
    facilitator,
    phone,
    browser,
  }, info) => {
    const { plan, eachStep } = await openRoom({ withy, facilitator, phone }, language)
    const look = { theme: 'white', language } as const
    const onPhone = await openDevices(phone, withy, browser, look, PHONE)
    const onLaptop = await openDevices(facilitator, withy, browser, look)
    const gathered = gather()
    const also = isWelsh ? [englishWords(THEIRS)] : []
    await eachStep([onPhone.page, onLaptop.page], async (kind) => {
      const [phoneAt, laptopAt] = [`a phone at ${kind}, ${language}`, `the laptop at ${kind}, ${language}`]
      await lookInEachTheme(gathered, onPhone.page, phoneAt)
      await gathered.look(wanted([...ON_A_PHONE, ...also]), onPhone.page, phoneAt)
      await lookInEachTheme(gathered, onLaptop.page, laptopAt)
      await gathered.look(wanted([...LEADING, ...also]), onLaptop.page, laptopAt)
    })
    await onPhone.page.goto(`/plans/${plan}/agree`)
    await expect(stepTitle(onPhone.page)).toBeVisible()
    await gathered.look(wanted([oneThing]), onPhone.page, `a phone where people agree, ${language}`)
    await onPhone.page.goto('/join')
    await gathered.look(wanted([oneThing]), onPhone.page, `a phone where people join, ${language}`)
    await onPhone.close()
    await onLaptop.close()
    for (const seen of gathered.all()) note(info, seen)
  })
}

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
