import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { runCommand } from './command.ts'
import { readConfig } from './config.ts'
import { newId } from './random.ts'
import { rebuildPlan } from './rebuild-plan.ts'
import { sayNotAsAgreed } from './storage/sqlite/not-as-agreed.ts'
import { takeFolder } from './storage/sqlite/one-server.ts'
import { putInPlace } from './storage/sqlite/put-in-place.ts'
import { type Staged, stage } from './storage/sqlite/stage.ts'
import { inWords, StorageProblem } from './storage/storage-problem.ts'

/**
 * `npm run restore -- <file>`: puts a back-up in the place of the plans in the data folder, while no server runs. What was there is
 * moved aside, and every plan has a new epoch (SPEC STORE-62 to STORE-66).
 */
async function restore(): Promise<number> {
  const { dataDir } = readConfig(process.env)
  const named = process.argv[2]
  if (named === undefined) throw new StorageProblem('Say which back-up: npm run restore -- ./backups/withy-….db')
  const file = resolve(named)
  if (!existsSync(file)) throw new StorageProblem(`There is no back-up at ${file}. Look at its name again.`)
  const taken = takeFolder(dataDir)
  const staged = join(dataDir, 'restoring')
  // One that was cut off left it; the folder is ours alone now.
  rmSync(staged, { recursive: true, force: true })
  try {
    const held = await stage({ file, folder: staged, newEpoch: newId, rebuild: rebuildPlan })
    const aside = join(dataDir, `before-restore-${new Date().toISOString().replace(/[:.]/g, '-')}`)
    const wasThere = putInPlace(staged, dataDir, aside)
    tell(held, dataDir, wasThere ? aside : null)
    return 0
  } catch (err) {
    throw inWords(dataDir, err)
  } finally {
    rmSync(staged, { recursive: true, force: true })
    taken.give()
  }
}

function tell(held: Staged, dataDir: string, aside: string | null): void {
  const { plans, people, changes, lastChange, damaged, notAsAgreed } = held
  const until = lastChange === null ? '' : `, the last one of ${new Date(lastChange).toISOString()}`
  console.log(`Back in ${dataDir}: ${plans} plans, ${people} people and ${changes} changes${until}.`)
  if (aside) console.log(`What was here before is in ${aside}. Delete it yourself once you are sure.`)
  console.log('Pages that are still open keep what they had not sent, to copy, and have to be loaded again.')
  console.log('People taken out and links withdrawn after the back-up was made are back: look at People in each plan.')
  if (!existsSync(join(dataDir, 'secret.key'))) {
    console.log(
      `The server's key is in no back-up. Put your copy of secret.key into ${dataDir} before you start Withy, or`,
    )
    console.log('links, codes and private links from before will not work. People stay who they are on their devices.')
  }
  if (damaged.length > 0) console.error(`${damaged.length} plans were damaged when it was made: ${damaged.join(', ')}`)
  if (notAsAgreed.length > 0) console.error(sayNotAsAgreed(notAsAgreed))
}

runCommand(restore)
