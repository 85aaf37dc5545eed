import type { Scenario } from '../scenario.ts'
import { holds } from '../stage/within.ts'

export const D13: Scenario = {
  shows:
    'Two type in turn in one paragraph; one takes back five across a spell offline, then brings them back: only their words go and return.',
  seeds: 10,
  async run(stage) {
    const { chance } = stage
    const [anna, ben] = await stage.open(2)
    if (!anna || !ben) return {}
    const turns = 10
    for (let i = 0; i < turns; i++) {
      const writer = i % 2 === 0 ? anna : ben
      writer.type(chance.share())
      if (chance.share() < 0.7) await writer.saved()
    }
    await anna.saved()
    const annas = anna.tokens().filter((token) => token.startsWith('⟦c00'))
    holds(annas.length === turns / 2, 'not all is there before it begins')
    const offline = chance.below(5)
    for (let i = 0; i < 5; i++) {
      if (i === offline) await anna.leave()
      anna.undo()
      ben.type(chance.share())
    }
    await stage.judgeAll()
    holds(!ben.tokens().some((token) => token.startsWith('⟦c00')), 'what was taken back is there')
    holds(ben.tokens().length === turns / 2 + 5, 'something of the other’s went')
    await anna.leave()
    for (let i = 0; i < 5; i++) {
      if (i === offline) await anna.comeBack()
      anna.redo()
    }
    await stage.judgeAll()
    holds(
      annas.every((token) => ben.tokens().includes(token)),
      'what was brought back is not there',
    )
    return { total: { 'taken back': 5, 'brought back': 5, 'of the other': turns / 2 + 5 } }
  },
}
