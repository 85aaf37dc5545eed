import { textRoot } from '@withy/shared/plan'
import { CLOSE } from '@withy/shared/protocol'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Bot } from '../testing/bot.ts'
import { joinPlan, startPlan } from '../testing/guests.ts'
import { serverForTest, syncedBot } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { TEXT_BOX, wordsOf, writeParagraph } from '../testing/writer.ts'
import { encodeUpdate } from './encode.ts'

const saved = (bot: Bot) => until(() => expect(bot.acked()).toBe(bot.sent()))

const without = (client: number, from: number, to: number) =>
  encodeUpdate({ runs: [], deletes: new Map([[client, [{ from, to }]]]) })

/** Where the first mark stands, and a letter before it. */
function firstMark(doc: Y.Doc): { readonly client: number; readonly clock: number } {
  const paragraph = textRoot(doc, TEXT_BOX).get(0) as Y.XmlElement
  let item = (paragraph.get(0) as Y.XmlText)._start
  while (item && !(item.content instanceof Y.ContentFormat)) item = item.right
  return item?.id ?? expect.unreachable()
}

/** Anna writes much and makes some of it bold; Vera may only read. */
async function annaAndVera(limits = {}) {
  const server = await serverForTest({ limits })
  const anna = await startPlan(server.origin)
  const vera = await joinPlan(anna, 'Vera', 'viewer')
  const writer = await syncedBot(anna)
  const text = writeParagraph(writer.doc, 'begin with words that are long')
  writer.doc.transact(() => {
    for (let i = 0; i < 8_000; i++) text.insert((i * 7) % 30, 'ab')
  })
  text.format(0, 5, { bold: {} })
  await saved(writer)
  return { server, anna, writer, reader: await syncedBot(vera) }
}

describe('what a reader’s copy deletes', () => {
  it('[SYNC-19] marks: is not refused, acked once the plan was looked at, and taken from nobody', async () => {
    const { server, anna, writer, reader } = await annaAndVera({ lookMs: 0 })
    const { client, clock } = firstMark(writer.doc)
    reader.sync('update', without(client, clock, clock + 1))
    await saved(reader)
    expect(reader.ws.readyState).toBe(reader.ws.OPEN)
    const doc = await server.live.current(anna.plan)
    expect(firstMark(doc).clock).toBe(clock)
  })

  it('[SYNC-11] [SYNC-19] a word, also beside marks and before others: the connection is closed, nothing of it is acked or taken', async () => {
    const { server, anna, writer, reader } = await annaAndVera({ lookMs: 200 })
    const words = wordsOf(writer.doc)
    const { client, clock } = firstMark(writer.doc)
    reader.sync('update', without(client, clock, clock + 1))
    reader.sync('update', without(client, clock - 3, clock + 1))
    reader.sync('update', without(client, clock, clock + 1))
    expect(await reader.closed).toEqual({ code: CLOSE.role, reason: 'role' })
    // An ack of the last would have covered the one before it.
    expect(reader.acked()).toBeLessThan(reader.sent() - 1)
    expect(wordsOf(await server.live.current(anna.plan))).toBe(words)
  })
})
