import type { Scenario } from '../scenario.ts'
import { clockOff } from '../stage/clock.ts'
import { holds } from '../stage/within.ts'

const THREE_WEEKS = 21 * 24 * 3_600_000

export const D19: Scenario = {
  shows:
    'Somebody comes back after three weeks offline to a plan that was much changed and twice started again: all merges, nothing comes back that was taken out.',
  seeds: 3,
  async run(stage) {
    const { chance, withy, isShort } = stage
    const [away, ...others] = await stage.open(3)
    if (!away) return {}
    for (let i = 0; i < 30; i++) chance.of(stage.writers()).type(chance.share())
    for (const writer of stage.writers()) await writer.saved()
    await away.leave()
    for (let i = 0; i < 20; i++) away.type(chance.share())
    for (let i = 0; i < 5; i++) away.remove(chance.share())

    const edits = isShort ? 200 : 2_000
    for (let i = 0; i < edits; i++) {
      const writer = chance.of(others)
      if (chance.share() < 0.45) writer.remove(chance.share())
      else writer.type(chance.share())
      // As fast as one may, and no faster.
      if (i % 20 === 19) for (const one of others) await one.saved()
    }
    for (const writer of others) await writer.leave()
    await withy.kill()
    await withy.start(clockOff(THREE_WEEKS / 2))
    await others[0]?.comeBack()
    await withy.kill()
    await withy.start(clockOff(THREE_WEEKS))
    const waited = away.waiting()
    const recovery = await stage.judgeAll()
    holds(waited > 0, 'nothing had waited')
    return { total: { edits, 'brought from offline': waited }, worst: { 'merged (ms)': recovery } }
  },
}
