import { CLOSE } from '@withy/shared/protocol'
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { createLog } from '../log.ts'
import type { Guest } from '../testing/guests.ts'
import { createMemoryLog, createMemoryRoles } from '../testing/memory-log.ts'
import { paperSocket } from '../testing/paper-socket.ts'
import { botOf, syncedBot, twoPeople } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { wordsOf, writeParagraph } from '../testing/writer.ts'
import { createLive } from './live.ts'

const asks = async ({ origin, cookie }: Guest, path: string, body: unknown = {}) => {
  const headers = { origin, cookie, 'content-type': 'application/json' }
  const answer = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) })
  expect(answer.status).toBe(200)
  return answer
}

const ENDED = { code: CLOSE.signIn, reason: 'session' }

it('[SYNC-21] a device that is forgotten writes no more: its sockets close at once, in every tab, and no other’s', async () => {
  const { server, anna, ben } = await twoPeople()
  const [bens, tab, annas] = [await syncedBot(ben), await syncedBot(ben), await syncedBot(anna)]
  await asks(ben, '/api/me/forget', undefined)
  writeParagraph(bens.doc, 'afterwards')
  expect(await bens.closed).toEqual(ENDED)
  expect(await tab.closed).toEqual(ENDED)
  expect(await botOf(ben).status).toBe(401)
  expect(wordsOf(await server.live.current(anna.plan))).not.toContain('afterwards')
  expect(annas.ws.readyState).toBe(WebSocket.OPEN)
})

it('[SYNC-21] a device that becomes somebody else loses the sockets of whom it was', async () => {
  const { anna, ben } = await twoPeople()
  const [bens, annas] = [await syncedBot(ben), await syncedBot(anna)]
  const { link } = (await (await asks(anna, '/api/me/way-back', { renew: false })).json()) as { link: string }
  await asks(ben, '/api/back', { secret: new URL(link).hash.slice(1), replace: true })
  expect(await bens.closed).toEqual(ENDED)
  expect(annas.ws.readyState).toBe(WebSocket.OPEN)
})

it('[SYNC-21] a session that ends while a socket of it is on its way in lets it in no more', async () => {
  const log = createMemoryLog()
  log.addPlan('plan')
  const roles = createMemoryRoles()
  roles.set('plan', 'anna', 'owner')
  const reading = Promise.withResolvers<void>()
  const slow = { ...log, load: (plan: string) => reading.promise.then(() => log.load(plan)) }
  const facts = { current: async () => [] }
  const live = createLive({ updates: slow, roles, facts, log: createLog('silent') })
  const annas = paperSocket(live, 'plan', 'anna')
  const entering = annas.enter()
  live.closeSession('session of anna')
  reading.resolve()
  await entering
  await until(() => expect(annas.closed()).toEqual({ code: CLOSE.signIn, why: 'session' }))
  expect(live.open().sockets).toBe(0)
})

it('[SYNC-21] a role that is the same as before closes nothing', async () => {
  const { server, anna, ben } = await twoPeople()
  const bens = await syncedBot(ben)
  server.live.setRole(anna.plan, ben.person, 'contributor')
  writeParagraph(bens.doc, 'still here')
  await until(() => expect(bens.acked()).toBe(bens.sent()))
  server.live.setRole(anna.plan, ben.person, null)
  expect((await bens.closed).code).toBe(CLOSE.role)
})
