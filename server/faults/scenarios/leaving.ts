import { setTimeout as delay } from 'node:timers/promises'
import type { Scenario } from '../scenario.ts'
import { injectInto, whyNoStrace } from '../stage/strace.ts'

export const D06: Scenario = {
  shows:
    'The last one leaves as another comes, within 0 to 50 ms and on a slow disk: whoever comes has every acked word.',
  seeds: 5,
  async run(stage) {
    const { chance, ledger, withy, isShort } = stage
    const writers = await stage.open(2)
    for (const writer of writers) await writer.leave()
    if (whyNoStrace() === null) {
      stage.atEnd(await injectInto(withy.server().pid, 'fsync,fdatasync:delay_enter=20000'))
    }
    const rounds = isShort ? 10 : 200
    for (let round = 0; round < rounds; round++) {
      const [leaving, coming] = round % 2 === 0 ? [writers[0], writers[1]] : [writers[1], writers[0]]
      if (!leaving || !coming) break
      if (leaving.bot() === null) await leaving.comeBack()
      leaving.type(chance.share())
      if (chance.share() < 0.5) await leaving.saved()
      const left = leaving.leave()
      await delay(chance.below(50))
      await coming.comeBack()
      await left
      ledger.judge(`round ${round}`, coming.tokens())
      await coming.leave()
    }
    await stage.judgeAll()
    return { total: { rounds, acked: ledger.counts().acked } }
  },
}
