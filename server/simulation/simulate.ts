// First, before anything that remembers the time: see there.
import './virtual-time.ts'
import { isKnownRoot, readPlan } from '@withy/shared/plan'
import { createAccount } from './account.ts'
import { createDisk, isTrouble, PLAN } from './disk.ts'
import { createDurable, isSame } from './durable.ts'
import { openPage, type Page } from './page.ts'
import type { Script, Step } from './script.ts'
import { type Service, startService } from './service.ts'
import { tokensIn } from './tokens.ts'
import { createChance, pass, play } from './virtual-time.ts'

/** Longer than anything waits for anything: an answer, a commit, a page that comes back, a snapshot. */
const AT_LAST = 100_000

/** What happened in a run. */
export type Played = {
  readonly words: number
  readonly there: number
  readonly commits: number
  readonly changes: number
  readonly failed: number
  readonly folds: number
  readonly snapshots: number
  readonly compacted: number
}

/**
 * Plays a script with the real pages and the real rooms, in one process and a time of its own, and throws where a promise of
 * theirs was broken (SPEC SYNC-125).
 */
export const simulate = (script: Script): Promise<Played> => play(script.chance, () => run(script))

async function run({ people, chance: seed, isCalm, steps }: Script): Promise<Played> {
  const chance = createChance(seed)
  const broken: string[] = []
  const wrong = (what: string) => void broken.push(what)
  const spoken = console.error
  console.error = (...said: unknown[]) => wrong(`said on the console: ${said.map(String).join(' ')}`)

  const durable = createDurable(wrong)
  const disk = createDisk(durable, chance, wrong)
  const account = createAccount(wrong)
  const names = Array.from({ length: people }, (_, i) => `person-${i}`)
  let service: Service
  let opened = 0
  const closed = new Set<number>()

  const start = () => {
    service = startService({ disk, durable, people: names, chance, wrong })
  }
  const open = (person: string): Page =>
    openPage({
      number: opened++,
      accept: (end) => service.accept(person, end),
      account,
      durable,
      chance,
      wrong,
    })

  async function happen(step: Step) {
    const { what, who, a } = step
    const place = who % people
    const page = pages[place] as Page
    if (what === 'cut') page.wire.cut()
    else if (what === 'offline') {
      page.wire.down()
      setTimeout(page.wire.up, a * 3)
    } else if (what === 'close page') {
      closed.add(page.number)
      page.close()
      pages[place] = open(names[place] as string)
    } else if (what === 'kill') {
      service.kill()
      for (const { wire } of pages) wire.reset()
      await pass(a % 4_000)
      start()
    } else if (what === 'restart') {
      const { stop, kill } = service
      // With a commit that hangs it gives up, as it does before the process ends.
      await Promise.all([stop().catch(() => {}), pass(9_000)])
      kill()
      for (const { wire } of pages) wire.reset()
      start()
    } else if (isTrouble(what)) {
      if (!isCalm) disk.trouble(what)
    } else if (what === 'fold fails') service.failFold()
    else if (what === 'long pause') await pass(60_000 + a)
    else page.do(step)
  }

  /** Throws at the first thing that is not as it should be. */
  function sound(when: string) {
    for (const page of pages) page.look()
    if (broken.length > 0) throw new Error(`${when}: ${broken.join('; ')}`)
  }

  start()
  const pages = names.map(open)
  try {
    await pass(2_000)
    for (const [i, step] of steps.entries()) {
      await happen(step)
      await pass(step.wait)
      sound(`after step ${i} (${step.what})`)
    }
    disk.heal()
    for (const { wire } of pages) wire.up()
    await pass(AT_LAST)
    sound('at the end')
    const counts = await atTheEnd()
    sound('when all was compared')
    await whenAllHaveLeft()
    sound('when all had left')
    return { ...counts, ...disk.counts }
  } finally {
    for (const page of pages) page.close()
    console.error = spoken
  }

  /** Once everybody is connected and nothing is under way, all have the same, whole and readable. */
  async function atTheEnd() {
    for (const page of pages) {
      if (!page.isSaved()) wrong(`page ${page.number} is not saved`)
      if (!isSame(page.doc, durable.doc)) wrong(`page ${page.number} has not what is on disk`)
    }
    const current = service.live.current(PLAN)
    await pass(1_000)
    if (!isSame(await current, durable.doc)) wrong('what features get is not what is on disk')
    for (const name of durable.doc.share.keys()) if (!isKnownRoot('area', name)) wrong(`no plan has a ${name}`)
    const plan = readPlan(durable.doc, 'area')
    if (plan.unplaced.length > 0) wrong('words have no place in the plan')
    const text = JSON.stringify(plan)
    for (const token of tokensIn(durable.doc).keys()) if (!text.includes(token)) wrong(`readers do not see ${token}`)
    for (const { doc } of pages) if (JSON.stringify(readPlan(doc, 'area')) !== text) wrong('a page reads another plan')
    return account.check(durable.doc, durable, closed)
  }

  /** The room goes, and leaves a snapshot where it is worth one. Who comes then, also after a restart, finds all of it. */
  async function whenAllHaveLeft() {
    for (const page of pages.splice(0)) page.close()
    await pass(5_000)
    if (service.live.open().rooms > 0) wrong('a room stays where nobody is')
    service.kill()
    start()
    const late = open(names[0] as string)
    pages.push(late)
    await pass(10_000)
    if (!isSame(late.doc, durable.doc)) wrong('who comes last has not what is on disk')
  }
}
