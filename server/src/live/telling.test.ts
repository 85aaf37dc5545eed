import { describe, expect, it } from 'vitest'
import { startPlan } from '../testing/guests.ts'
import { syncedBot, twoPeople } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { writeParagraph } from '../testing/writer.ts'

describe('what a room says', () => {
  it('[SYNC-32] reaches everyone in that plan as a frame of its own, and nobody else', async () => {
    const { server, anna, ben } = await twoPeople()
    const zoe = await startPlan(server.origin, 'Zoe')
    const [annas, bens, zoes] = [await syncedBot(anna), await syncedBot(ben), await syncedBot(zoe)]
    server.live.tell(anna.plan, { type: 'renamed', title: 'Another title' })
    await until(() => {
      for (const { messages } of [annas, bens])
        expect(messages).toContainEqual({ type: 'renamed', title: 'Another title' })
    })
    writeParagraph(zoes.doc, 'words')
    await until(() => expect(zoes.acked()).toBe(zoes.sent()))
    expect(zoes.messages).toEqual([])
  })
})
