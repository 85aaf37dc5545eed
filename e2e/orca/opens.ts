import type { Someone } from '../people.ts'
import { openPlan } from '../plan-page.ts'
import { ENGLISH } from '../words.ts'
import type { ByEar } from './by-ear.ts'

/** Where the story of a plan about a place is written: its section, as an address has it. */
const STORY = 'our-story'

/** Opens a plan and goes to one of its sections, by its id, as whoever presses a link to it. */
export async function opensAt({ page }: Someone, ear: ByEar, plan: string, section: string): Promise<void> {
  const title = ENGLISH.section(section)
  await openPlan(page, plan)
  ear.note(`goes to “${title}” by a link`)
  await page.evaluate((to) => {
    location.hash = to
  }, section)
  await ear.hears(new RegExp(`^${title}`, 'm'))
}

/** Goes to the story of a plan about a place and opens it to write in. */
export async function opensStory(who: Someone, ear: ByEar, plan: string): Promise<void> {
  await opensAt(who, ear, plan, STORY)
  await ear.pressTo('Tab', /Write here: .*Our story.*button/)
  await ear.press('Return')
  await ear.hears(/Our story entry/)
}

/** Opens the list of people by its keys, and in it what one sees and hears of others. The plan is open. */
export async function opensLessOfOthers(ear: ByEar): Promise<void> {
  await ear.press('alt+shift+p')
  await ear.pressTo('Tab', /See and hear less of others/)
  await ear.press('Return')
}
