import { openBot } from '../../src/testing/bot.ts'
import { startPlan } from '../../src/testing/guests.ts'
import { writeParagraph } from '../../src/testing/writer.ts'
import { Broken, within } from './within.ts'

const CANARY = 'canary-7f3a91'

/** Another plan on the same server, with words that may never be heard outside it (oracle e). */
export async function createBystander(origin: string) {
  const guest = await startPlan(origin, 'Zoe')
  const bot = openBot(guest)
  await within('the bystander has the plan', () => bot.isSynced())
  writeParagraph(bot.doc, CANARY)
  await within('the canary is on disk', () => bot.acked() === bot.sent())

  return {
    guest,
    bot,
    /** @param heard every frame of the other plan's sockets @param logged all that was logged @throws {Broken} */
    judge(heard: readonly Uint8Array[], logged: string) {
      if (heard.some((frame) => Buffer.from(frame).includes(CANARY))) throw new Broken('another plan heard the canary')
      if (bot.heard.some((frame) => Buffer.from(frame).includes('⟦c'))) throw new Broken('the bystander heard a token')
      if (logged.includes(CANARY) || logged.includes('⟦c')) throw new Broken('the log holds words of a plan')
    },
    close: () => bot.ws.terminate(),
  }
}
