import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { joinPlan } from '../../src/testing/guests.ts'
import type { Scenario } from '../scenario.ts'
import { ask } from '../stage/on-disk.ts'
import type { Stage } from '../stage/stage.ts'
import { holds } from '../stage/within.ts'
import { typeUntilAcked } from './kill.ts'

/** Why the server would not start; null: it did, or was killed on the way. */
async function whyNot({ withy }: Stage, under: readonly string[] = []): Promise<string | null> {
  try {
    const started = await withy.start({ under })
    await started.ended
    return null
  } catch (err) {
    return err instanceof Error ? err.message : String(err)
  }
}

export const D08: Scenario = {
  shows:
    'Killed at any moment of bringing its tables up to date, it starts the next time; data of a newer Withy is refused before a byte changes.',
  seeds: 3,
  async run(stage) {
    const { withy, chance, dataDir, isShort } = stage
    const kills = isShort ? 3 : 20
    for (let i = 0; i < kills; i++) {
      await whyNot(stage, ['timeout', '-s', 'KILL', (0.15 + chance.share() * 0.6).toFixed(3)])
    }
    await stage.open(2)
    await typeUntilAcked(stage, 50)
    await withy.kill()

    const names = ask(dataDir, (file) => file.prepare('select name from kysely_migration').pluck().all())
    holds(names.length > 0, 'there are no migrations')
    ask(dataDir, (file) => file.exec(`insert into kysely_migration values ('9999-from-the-future', '2099')`), false)
    const bytes = () => ['withy.db', 'withy.db-wal'].map((name) => readOrNothing(join(dataDir, name)))
    const before = bytes()
    const why = await whyNot(stage)
    holds(why?.includes('newer Withy') ?? false, `data of a newer Withy: ${why}`)
    holds(
      bytes().every((now, i) => now.equals(before[i] as Buffer)),
      'data of a newer Withy was changed',
    )
    ask(dataDir, (file) => file.exec(`delete from kysely_migration where name = '9999-from-the-future'`), false)
    await withy.start()
    await stage.judgeAll()
    await joinPlan(stage.anna(), 'Late', 'viewer')
    return { total: { kills, acked: stage.ledger.counts().acked } }
  },
}

function readOrNothing(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}
