import { CLOSE } from '@withy/shared/protocol'
import * as Y from 'yjs'
import { openBot } from '../../src/testing/bot.ts'
import { rawUpdate } from '../../src/testing/raw-update.ts'
import { updatesOf, writeParagraph } from '../../src/testing/writer.ts'
import type { Scenario } from '../scenario.ts'
import { seqOf } from '../stage/on-disk.ts'
import type { Stage } from '../stage/stage.ts'
import { holds, inTime, within } from '../stage/within.ts'

/** A socket that has answered the server's first question with nothing, and sends only what it is told to. */
async function mute({ anna, atEnd }: Stage) {
  const bot = openBot(anna(), { mute: true })
  atEnd(() => bot.ws.terminate())
  await inTime('it opens', bot.status)
  bot.sync('step2', new Uint8Array([0, 0]))
  await within('its answer is acked', () => bot.acked() === 1)
  return bot
}

export const D12: Scenario = {
  shows:
    'Changes with a gap before them, or that hang on words nobody sent: not acked, not stored, the connection closed; the whole is taken afterwards.',
  seeds: 5,
  async run(stage) {
    const { chance, dataDir, anna } = stage
    await stage.open(2)
    const before = seqOf(dataDir, anna().plan)
    const doc = new Y.Doc()
    const updates = updatesOf(doc, () => {
      for (let i = 0; i <= 100; i++) writeParagraph(doc, `gap ${i}`)
    })
    const lost = chance.below(100)
    const gapped = await mute(stage)
    for (const [i, update] of updates.entries()) if (i !== lost) gapped.sync('update', update)
    const told = await inTime('it is closed', gapped.closed)
    holds(told.code === CLOSE.badMessage && told.reason === 'gap', `it was told ${told.code} ${told.reason}`)
    holds(gapped.acked() <= 1 + lost, `${gapped.acked()} of its frames were acked, ${lost} came before the gap`)
    const stored = seqOf(dataDir, anna().plan) - before
    holds(stored <= lost, `${stored} of its changes were stored, ${lost} came before the gap`)

    const hanging = await mute(stage)
    const left = [chance.below(1_000_000), 5] as const
    hanging.sync(
      'update',
      rawUpdate({ runs: [{ client: 77, clock: 0, structs: [{ is: 'string', words: 'x', left }] }] }),
    )
    const { code } = await inTime('it is closed', hanging.closed)
    holds(code === CLOSE.badMessage && hanging.acked() === 1, `words that hang on nothing: ${code}`)

    const whole = openBot(anna(), { doc })
    stage.atEnd(() => whole.ws.terminate())
    await within('the whole is acked', () => whole.isSynced() && whole.acked() === whole.sent() && whole.sent() > 0)
    await stage.withy.kill()
    stage.judgeDisk()
    await stage.withy.start()
    await stage.judgeAll()
    return { total: { 'changes with a gap before them': updates.length - lost - 1 } }
  },
}
