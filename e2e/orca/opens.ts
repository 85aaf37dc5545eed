import type { Someone } from '../people.ts'
import { openPlan } from '../plan-page.ts'
import { ENGLISH } from '../words.ts'
import type { ByEar } from './by-ear.ts'

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
