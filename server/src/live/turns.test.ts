import { describe, expect, it } from 'vitest'
import { joinPlan, startPlan } from '../testing/guests.ts'
import { botOf, serverForTest, syncedBot } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { updatesOf, wordsOf, writeParagraph } from '../testing/writer.ts'
import { createTurns } from './turns.ts'

/** Keeps the process busy. */
function spin(ms: number) {
  const from = performance.now()
  while (performance.now() - from < ms);
}

describe('turns', () => {
  it('[LIMIT-51] are at once while there is little to do, and short and plan by plan while there is much', async () => {
    const done: string[] = []
    const { run } = createTurns()
    const work = (plan: string, name: string) =>
      run(plan, () => {
        spin(3)
        done.push(name)
      })
    work('a', 'a0')
    expect(done).toEqual(['a0'])
    for (let i = 1; i < 12; i++) work('a', `a${i}`)
    for (let i = 0; i < 3; i++) work('b', `b${i}`)
    expect(done.length).toBeLessThan(5)
    await until(() => expect(done).toHaveLength(15))
    expect(done.filter((name) => name.startsWith('a'))).toEqual(Array.from({ length: 12 }, (_, i) => `a${i}`))
    expect(done.filter((name) => name.startsWith('b'))).toEqual(['b0', 'b1', 'b2'])
    expect(done.indexOf('b0')).toBeLessThan(9)
    expect(done.indexOf('b2')).toBeLessThan(14)
  })

  it('[LIMIT-51] keep the order of a plan, also of what its own work asks for', async () => {
    const done: string[] = []
    const { run } = createTurns()
    const work = (name: string, also?: () => void) =>
      run('a', () => {
        spin(3)
        done.push(name)
        also?.()
      })
    for (let i = 0; i < 8; i++) work(`${i}`, i === 5 ? () => work('of 5') : undefined)
    await until(() => expect(done).toHaveLength(9))
    expect(done).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', 'of 5'])
  })

  it('[LIMIT-51] bring a quiet plan its ack while a busy one is still being worked through', async () => {
    const server = await serverForTest()
    const busy = await startPlan(server.origin)
    const quiet = await syncedBot(await startPlan(server.origin, 'Zoe'))
    const bots = await Promise.all(
      [busy, await joinPlan(busy, 'Ben', 'contributor'), await joinPlan(busy, 'Cara', 'contributor')].map((guest) =>
        syncedBot(guest),
      ),
    )
    const acked = () => bots.reduce((sum, bot) => sum + bot.acked(), 0)
    const all = () => bots.reduce((sum, bot) => sum + bot.sent(), 0)
    await until(() => expect(acked()).toBe(all()))
    for (const bot of bots) bot.stopSending()
    const changes = bots.map(({ doc }) => updatesOf(doc, () => repeat(300, () => void writeParagraph(doc, 'b'))))
    bots.forEach((bot, i) => {
      for (const change of changes[i] ?? []) bot.sync('update', change)
    })
    let ackedBefore = -1
    quiet.ws.on('message', () => {
      if (quiet.acked() === quiet.sent() && ackedBefore < 0) ackedBefore = acked()
    })
    writeParagraph(quiet.doc, 'q')
    await until(() => expect(ackedBefore).toBeGreaterThanOrEqual(0))
    // One plan after the other would be all of them. How far it comes by then is the machine's matter.
    expect(ackedBefore).toBeLessThan(all() * 0.9)
    await until(() => expect(acked()).toBe(all()))
  })

  it('[LIMIT-51] come for what somebody sent before they left', async () => {
    const server = await serverForTest()
    const anna = await startPlan(server.origin)
    const bot = await syncedBot(anna)
    let isOver = false
    const hog = () => {
      if (isOver) return
      server.live.turns.run('another plan', () => spin(10))
      setImmediate(hog)
    }
    hog()
    repeat(200, () => void writeParagraph(bot.doc, 'w'))
    bot.close()
    await bot.closed
    isOver = true
    await until(() => expect(server.live.open().rooms).toBe(0))
    expect(wordsOf(await server.live.current(anna.plan)).match(/w/g)).toHaveLength(200)
    expect(await botOf(anna).status).toBe(101)
  })
})

function repeat(times: number, run: () => void) {
  for (let i = 0; i < times; i++) run()
}
