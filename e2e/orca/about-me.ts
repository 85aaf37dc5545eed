import type { Browser } from '@playwright/test'
import { writes } from '../agreeing.ts'
import { invite, joinBy, type Someone, someone, startPlan } from '../people.ts'
import { openPlan } from '../plan-page.ts'
import type { Withy } from '../withy.ts'
import type { ByEar } from './by-ear.ts'

/** Where somebody says who is important to them. */
export const PEOPLE_BOX = 'important-people.text'

/**
 * Somebody who listens has a plan about herself open, with her words in it, and Priya, a professional who may suggest, is in it.
 * @returns Priya, and the plan
 */
export async function aboutMe(rosa: Someone, ear: ByEar, withy: Withy, browser: Browser, words: string) {
  const priya = await someone(browser, withy, 'Priya')
  const plan = await startPlan(rosa, withy, { kind: 'support', title: 'Rosa’s plan', voice: 'person' })
  await joinBy(priya, withy, await invite(rosa, withy, plan, { role: 'suggester', voice: 'professional' }))
  await writes(rosa, withy, plan, PEOPLE_BOX, words)
  await openPlan(rosa.page, plan)
  await ear.press('Tab')
  return { priya, plan }
}
