import { expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { createLog } from '../log.ts'
import { createMemoryLog, createMemoryRoles } from '../testing/memory-log.ts'
import { paperSocket } from '../testing/paper-socket.ts'
import { until } from '../testing/until.ts'
import { wordsOf, writeParagraph } from '../testing/writer.ts'
import { createLive } from './live.ts'

/** More than twice the 10,000 of a fault that lets one change in 10,000 go. */
const CHANGES = 20_500

it('[SYNC-126] of a stream of small changes every one is on disk and with everyone', async () => {
  const updates = createMemoryLog()
  const roles = createMemoryRoles()
  updates.addPlan('plan')
  for (const person of ['anna', 'ben']) roles.set('plan', person, 'contributor')
  const live = createLive({ updates, roles, facts: { current: async () => [] }, log: createLog('silent') })
  onTestFinished(() => live.stop())
  const [annas, bens] = [paperSocket(live, 'plan', 'anna'), paperSocket(live, 'plan', 'ben')]
  await Promise.all([annas.enter(), bens.enter()])
  await until(() => expect([annas.isSynced(), bens.isSynced()]).toEqual([true, true]))

  const text = writeParagraph(annas.doc, '')
  const before = updates.entries('plan').length
  for (let i = 0; i < CHANGES; i++) text.insert(text.length, String.fromCharCode(97 + (i % 26)))
  await until(() => expect(annas.allSaved()).toBe(true))
  expect(updates.entries('plan').length - before).toBeGreaterThanOrEqual(CHANGES)
  expect(wordsOf(await live.current('plan')).trim()).toHaveLength(CHANGES)
  await until(() => expect(wordsOf(bens.doc).trim()).toHaveLength(CHANGES))
  expect(Y.encodeStateVector(bens.doc)).toEqual(Y.encodeStateVector(annas.doc))
  expect(bens.doc.store.pendingStructs).toBeNull()
})
