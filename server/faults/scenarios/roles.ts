import { CLOSE, FRAME } from '@withy/shared/protocol'
import * as Y from 'yjs'
import { presenceFrame, syncFrame } from '../../src/testing/bot.ts'
import { changeRole, removePerson } from '../../src/testing/guests.ts'
import { updateOf, writeParagraph } from '../../src/testing/writer.ts'
import type { Scenario } from '../scenario.ts'
import { rawBot, unharmed } from '../stage/attacker.ts'
import { tokensOf } from '../stage/ledger.ts'
import { holds, inTime, within } from '../stage/within.ts'

const changeOf = (words: string) => {
  const doc = new Y.Doc()
  return { doc, update: updateOf(doc, () => void writeParagraph(doc, words)) }
}

export const D22: Scenario = {
  shows:
    'Somebody who may only read writes past the page, by every kind of frame and request: refused before it is read in, nothing stored or shown.',
  seeds: 1,
  async run(stage) {
    const { withy } = stage
    const writers = await stage.open(2)
    const viewer = await stage.guest('viewer')
    const ask = unharmed(stage, writers)
    const { doc, update } = changeOf('forbidden')
    const frames: Record<string, Uint8Array> = {
      update: syncFrame('update', update),
      answer: syncFrame('step2', update),
      'format V2': syncFrame('update', Y.encodeStateAsUpdateV2(doc)),
      'an update in presence': new Uint8Array([FRAME.awareness, ...update]),
      'an unknown kind': new Uint8Array([77, ...update]),
      'an auth frame': new Uint8Array([2, 0, 0]),
    }
    for (const [what, frame] of Object.entries(frames)) {
      const bot = await rawBot(stage, viewer)
      bot.send(frame)
      const { code } = await inTime(`${what} closes the socket`, bot.closed)
      holds(code === CLOSE.role || code === CLOSE.badMessage, `${what}: ${code}`)
      holds(bot.acked() === 0, `${what} was acked`)
    }
    const wordy = await rawBot(stage, viewer)
    wordy.send(presenceFrame([[doc.clientID, 1, JSON.stringify({ section: 'living-map', words: 'forbidden' })]]))

    const { plan } = viewer
    const requests = [
      ['PATCH', `/api/plans/${plan}`, { title: 'forbidden' }],
      ['PUT', `/api/plans/${plan}/shown`, { section: 'living-map' }],
      ['POST', `/api/plans/${plan}/invitations`, { kind: 'link', role: 'owner', voice: 'resident' }],
      ['PATCH', `/api/plans/${plan}/people/${stage.anna().person}`, { role: 'viewer' }],
      ['DELETE', `/api/plans/${plan}/people/${stage.anna().person}`, undefined],
    ] as const
    for (const [method, path, body] of requests) {
      const answer = await fetch(withy.origin + path, {
        method,
        headers: { origin: withy.origin, cookie: viewer.cookie, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      })
      holds(answer.status === 403 || answer.status === 404, `${method} ${path}: ${answer.status}`)
    }
    await ask()
    const heard = writers.flatMap((writer) => writer.bot()?.heard ?? [])
    holds(!heard.some((frame) => Buffer.from(frame).includes('forbidden')), 'others heard it')
    await stage.judgeAll()
    return { total: { 'kinds of frame': Object.keys(frames).length + 1, requests: requests.length } }
  },
}

export const D24: Scenario = {
  shows:
    'A role is lowered, then taken away, while its person writes as fast as they can: nothing of theirs is taken 2 s later, and they hear nothing more.',
  seeds: 5,
  async run(stage) {
    const { chance } = stage
    const [anna, ben] = await stage.open(2)
    if (!anna || !ben) return {}
    const stream = async (until: Promise<unknown>) => {
      const clock = setInterval(() => ben.type(chance.share()), 5)
      await inTime('the socket closes', until).finally(() => clearInterval(clock))
    }
    const bot = ben.bot() ?? ben.open()
    const streaming = stream(bot.closed)
    await within('some of it is saved', () => bot.acked() > 5 + chance.below(30))
    const began = performance.now()
    await changeRole(anna.guest, ben.guest, 'viewer')
    await streaming
    const lowered = performance.now() - began
    holds((await bot.closed).code === CLOSE.role, 'it was not told that its role changed')
    holds(lowered < 2_000, `it could write for ${lowered} ms`)
    const kept = new Set(tokensOf(stage.onDisk()))

    const again = await rawBot(stage, ben.guest)
    again.sync('step2', Y.encodeStateAsUpdate(ben.doc))
    holds((await inTime('it is refused', again.closed)).code === CLOSE.role, 'it was let in again')
    const now = tokensOf(stage.onDisk())
    holds(
      now.every((token) => kept.has(token)),
      'something was taken from somebody who may only read',
    )

    const reader = await rawBot(stage, ben.guest)
    reader.sync('step1', new Uint8Array([0]))
    await within('a reader reads', () => reader.isSynced())
    const removing = performance.now()
    await removePerson(anna.guest, ben.guest)
    await inTime('who was taken out is cut off', reader.closed, 2_000)
    const removed = performance.now() - removing
    const heard = reader.heard.length
    anna.type()
    await anna.saved()
    holds(reader.heard.length === heard, 'who was taken out went on hearing')
    const status = await (await rawBot(stage, ben.guest)).status
    holds(status === 404, `who was taken out was answered ${status}`)
    // What they typed and was not taken is theirs to copy: it may not lack as if it were lost.
    const onDisk = tokensOf(stage.onDisk())
    stage.ledger.judge('the database', onDisk)
    holds(stage.ledger.counts().acked > 0, 'nothing was ever saved')
    return { worst: { 'lowered (ms)': lowered, 'taken out (ms)': removed } }
  },
}
