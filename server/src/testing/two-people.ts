import { expect, onTestFinished } from 'vitest'
import { type Bot, type BotNeeds, openBot } from './bot.ts'
import { type Guest, joinPlan, startPlan } from './guests.ts'
import { startServer, type TestServer, type TestServerNeeds } from './start-server.ts'
import { until } from './until.ts'

/** The real server for one test; it ends with the test. */
export async function serverForTest(needs?: TestServerNeeds): Promise<TestServer> {
  const server = await startServer(needs)
  onTestFinished(() => server.stop())
  return server
}

/** A socket of a guest's, whatever becomes of it; it ends with the test. */
export function botOf(guest: Guest, needs?: BotNeeds): Bot {
  const bot = openBot(guest, needs)
  onTestFinished(() => bot.ws.terminate())
  return bot
}

/** A socket of a guest's that has the plan, and whose answer is on disk where it asked for acks. */
export async function syncedBot(guest: Guest, needs?: BotNeeds): Promise<Bot> {
  const bot = botOf(guest, needs)
  await until(() => expect(bot.isSynced()).toBe(true))
  if (bot.ws.protocol) await until(() => expect(bot.acked()).toBe(bot.sent()))
  return bot
}

/** The real server, a plan of Anna's, and Ben, who may write in it too. */
export async function twoPeople(needs?: TestServerNeeds): Promise<{ server: TestServer; anna: Guest; ben: Guest }> {
  const server = await serverForTest(needs)
  const anna = await startPlan(server.origin)
  return { server, anna, ben: await joinPlan(anna, 'Ben', 'contributor') }
}
