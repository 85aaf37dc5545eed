import { FRAME, SOCKET_LIMITS, SYNC, splitUpdate } from '@withy/shared/protocol'
import * as decoding from 'lib0/decoding'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Guest } from '../testing/guests.ts'
import { botOf, syncedBot, twoPeople } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { TEXT_BOX } from '../testing/writer.ts'

const PART = SOCKET_LIMITS.updateBytes / 4

/**
 * Answers the server's question with all of a document, in parts, each after the ack of the one before.
 * @returns how many there were to send; `cutAfter`: the connection breaks after so many
 */
async function brings(guest: Guest, doc: Y.Doc, cutAfter = Number.POSITIVE_INFINITY): Promise<number> {
  const bot = botOf(guest, { mute: true })
  const question = await until(() => {
    const asked = bot.heard.find((frame) => frame[0] === FRAME.sync && frame[1] === SYNC.step1)
    if (!asked) throw new Error('not asked yet')
    return decoding.readVarUint8Array(decoding.createDecoder(asked.subarray(2)))
  })
  const parts = splitUpdate(Y.encodeStateAsUpdate(doc, question), PART)
  for (const [i, part] of parts.slice(0, cutAfter).entries()) {
    bot.sync(i === 0 ? 'step2' : 'update', part)
    await until(() => expect(bot.acked()).toBe(i + 1))
  }
  bot.ws.terminate()
  return parts.length
}

const textOf = (doc: Y.Doc) => doc.getXmlFragment(TEXT_BOX).toString()

it('[SYNC-80] one paragraph of 2 MB arrives whole and once, with the connection cut in the middle', async () => {
  const { anna, ben } = await twoPeople()
  const reader = await syncedBot(ben)
  const doc = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(Array.from({ length: 150_000 }, (_, n) => `${n} yr ŷd 🏡`).join(' '))])
  doc.getXmlFragment(TEXT_BOX).insert(0, [paragraph])
  const all = await brings(anna, doc, 12)
  expect(all).toBeGreaterThan(30)
  await until(() => expect(textOf(reader.doc).length).toBeGreaterThan(10 * PART * 0.5))
  expect(textOf(doc).startsWith(textOf(reader.doc).slice(0, 100_000))).toBe(true)
  expect(await brings(anna, doc)).toBeLessThan(all - 10)
  await until(() => expect(textOf(reader.doc)).toBe(textOf(doc)))
  const later = await syncedBot(ben)
  expect(textOf(later.doc)).toBe(textOf(doc))
})

it('[SYNC-80] a month offline over many reloads arrives whole and once, among what others wrote meanwhile', async () => {
  const { anna, ben } = await twoPeople()
  const writer = await syncedBot(ben)
  const first = new Y.XmlElement('paragraph')
  first.insert(0, [new Y.XmlText('Ben was here.')])
  writer.doc.getXmlFragment(TEXT_BOX).insert(0, [first])
  await until(() => expect(writer.acked()).toBe(writer.sent()))
  // Each day a page of its own writes in what the days before wrote, and takes some of it out.
  let away = (await syncedBot(anna)).doc
  for (let day = 0; day < 30; day++) {
    const today = new Y.Doc()
    Y.applyUpdate(today, Y.encodeStateAsUpdate(away))
    const box = today.getXmlFragment(TEXT_BOX)
    for (let i = 0; i < 70; i++) {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(`day ${day} no ${i}. ${'Words of it. '.repeat(40)}`)])
      box.insert((i * 7) % (box.length + 1), [paragraph])
    }
    box.delete(box.length >> 1, 5)
    away = today
  }
  const second = new Y.XmlElement('paragraph')
  second.insert(0, [new Y.XmlText('And wrote meanwhile.')])
  writer.doc.getXmlFragment(TEXT_BOX).insert(1, [second])
  const all = await brings(anna, away, 5)
  expect(all).toBeGreaterThan(15)
  await brings(anna, away)
  Y.applyUpdate(away, Y.encodeStateAsUpdate(writer.doc))
  await until(() => expect(textOf(writer.doc)).toBe(textOf(away)))
  expect(textOf(away)).toContain('And wrote meanwhile.')
  expect(textOf((await syncedBot(ben)).doc)).toBe(textOf(away))
})
