import { CLOSE } from '@withy/shared/protocol'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createMetrics } from './metrics.ts'
import { openBot } from './testing/bot.ts'
import { joinPlan, startPlan } from './testing/guests.ts'
import { spawnServer } from './testing/spawn-server.ts'
import { tempDir } from './testing/temp-dir.ts'
import { until } from './testing/until.ts'
import { writeParagraph } from './testing/writer.ts'

/** The numbers of a page of metrics, by name and labels. */
const numbersIn = (page: string) =>
  Object.fromEntries(
    page
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  )

describe('metrics', () => {
  it('[STORE-71] tell what the server really does, and nothing of who or what', { timeout: 60_000 }, async () => {
    const server = await spawnServer(tempDir())
    onTestFinished(() => server.kill())
    const anna = await startPlan(server.origin, 'Canary Anna')
    const vera = await joinPlan(anna, 'Canary Vera', 'viewer')
    const bots = [openBot(anna), openBot(anna), openBot(vera)] as const
    onTestFinished(() => {
      for (const { ws } of bots) ws.terminate()
    })
    for (const bot of bots) await until(() => expect(bot.isSynced()).toBe(true))
    for (let i = 0; i < 25; i++) writeParagraph(bots[0].doc, `canary ${i}`)
    await until(() => expect(bots[0].acked()).toBe(bots[0].sent()))
    const page = async () => (await fetch(`${server.origin}/metrics`)).text()
    const open = numbersIn(await page())
    expect(open).toMatchObject({
      withy_rooms: 1,
      withy_sockets: 3,
      withy_people: 2,
      withy_waiting: 0,
      withy_changes_total: 25,
      withy_edit_ack_seconds_count: 25,
      withy_load_seconds_count: 1,
      'withy_failures_total{what="commit"}': 0,
    })
    expect(open.withy_commit_seconds_count).toBeGreaterThan(0)
    expect(open.withy_edit_ack_seconds_sum).toBeGreaterThan(open.withy_commit_seconds_sum ?? 0)
    expect(open.process_resident_memory_bytes).toBeGreaterThan(10_000_000)
    expect(open).toHaveProperty('nodejs_eventloop_lag_p99_seconds')

    writeParagraph(bots[2].doc, 'canary of a viewer')
    expect((await bots[2].closed).code).toBe(CLOSE.role)
    bots[0].send(new Uint8Array([9, 9]))
    expect((await bots[0].closed).code).toBe(CLOSE.badMessage)
    expect((await fetch(`${server.origin}/api/plans/no-such-plan`)).status).toBe(401)
    const after = await page()
    expect(numbersIn(after)).toMatchObject({
      withy_sockets: 1,
      'withy_connections_ended_total{code="4403",why="role"}': 1,
      'withy_connections_ended_total{code="4400",why="malformed"}': 1,
      'withy_answers_total{status="401"}': 1,
    })
    const secrets = [anna, vera].flatMap(({ plan, person, cookie }) => [plan, person, cookie.split('=')[1] ?? ''])
    for (const secret of ['anary', ...secrets]) expect(after).not.toContain(secret)
  })

  it('[STORE-71] have reasons of a list alone', async () => {
    const metrics = createMetrics()
    metrics.live.ended(4400, 'gap')
    metrics.live.ended(4400, 'words of a plan')
    const page = await metrics.tell()
    expect(page).toContain('withy_connections_ended_total{code="4400",why="gap"} 1')
    expect(page).toContain('withy_connections_ended_total{code="4400",why="other"} 1')
    expect(page).not.toContain('words')
  })

  it('[STORE-71] count what goes wrong, and pass it on', async () => {
    const metrics = createMetrics()
    const broken = () => Promise.reject(new Error('SQLITE_FULL'))
    const log = metrics.log({ load: broken, append: broken, keepSnapshot: broken } as never)
    await expect(log.load('p')).rejects.toThrow('SQLITE_FULL')
    await expect(log.append('p', 'e', { claims: [], entries: [] } as never)).rejects.toThrow('SQLITE_FULL')
    await expect(log.keepSnapshot('p', 'e', {} as never)).rejects.toThrow('SQLITE_FULL')
    await expect(
      metrics.folding({ fold: broken, difference: async () => null, stop: async () => {} }).fold([]),
    ).rejects.toThrow('SQLITE_FULL')
    const page = await metrics.tell()
    for (const what of ['commit', 'load', 'fold', 'snapshot'])
      expect(page).toContain(`withy_failures_total{what="${what}"} 1`)
  })
})
