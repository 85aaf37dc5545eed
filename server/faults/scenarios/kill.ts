import { setTimeout as delay } from 'node:timers/promises'
import type { Scenario } from '../scenario.ts'
import type { Stage } from '../stage/stage.ts'
import { holds } from '../stage/within.ts'

/** People type until so many of their words are acked. A burst, a breath, a burst. */
export async function typeUntilAcked({ chance, writers, ledger }: Stage, enough: number): Promise<void> {
  const done = ledger.counts().acked + enough
  const began = performance.now()
  while (ledger.counts().acked < done) {
    holds(
      performance.now() - began < 30_000,
      `only ${ledger.counts().acked} of ${done} words were acked in half a minute`,
    )
    for (let burst = chance.below(6); burst > 0; burst--) chance.of(writers()).type(chance.share())
    await delay(chance.below(5))
  }
}

export const D01: Scenario = {
  shows: 'kill -9 while three type: every acked or seen word is there once, the rest arrives when its writer is back.',
  seeds: 200,
  async run(stage) {
    const { chance, withy } = stage
    const writers = await stage.open(3)
    let killed: Promise<void> | undefined
    const kill = () => {
      killed ??= withy.kill()
    }
    const enough = 1 + chance.below(300)
    // With an ack still warm, or at any other moment.
    if (chance.share() < 0.6) stage.ledger.whenAcked(enough, kill)
    await typeUntilAcked(stage, enough)
    kill()
    for (const writer of writers) writer.type()
    await killed
    stage.judgeDisk()
    const { acked, seen } = stage.ledger.counts()
    const began = performance.now()
    await withy.start()
    await stage.judgeAll()
    return { total: { kills: 1, acked, seen }, worst: { 'recovery (ms)': performance.now() - began } }
  },
}
