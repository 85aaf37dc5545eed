import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { runCommand } from './command.ts'
import { readConfig } from './config.ts'
import { newId } from './random.ts'
import { rebuildPlan } from './rebuild-plan.ts'
import { keepSum, sumFile, sumOf } from './storage/checksum.ts'
import { copyDatabase } from './storage/sqlite/copy-database.ts'
import { createDraft } from './storage/sqlite/drafts.ts'
import { notAsAgreed, sayNotAsAgreed } from './storage/sqlite/not-as-agreed.ts'
import { openBesideServer } from './storage/sqlite/open.ts'
import { type Staged, stage } from './storage/sqlite/stage.ts'
import { syncToDisk } from './storage/sqlite/sync-to-disk.ts'
import { sqliteUpdateLog } from './storage/sqlite/update-log.ts'
import { inWords, StorageProblem } from './storage/storage-problem.ts'

/** Damaged plans are in the back-up as they are: it is made, and there is still something for a person to see. */
const MADE_WITH_DAMAGE = 2

/**
 * `npm run backup [-- <file or folder>]`: one file with everything in the database, made beside a running server, and its sum. It
 * gets its name only after it was restored to a temporary place and every plan was rebuilt (SPEC STORE-60, STORE-61).
 */
async function backUp(): Promise<number> {
  const { dataDir } = readConfig(process.env)
  const file = fileFor(process.argv[2])
  const folder = dirname(file)
  const drafts = draftIn(folder)
  try {
    const draft = join(drafts.path, basename(file))
    copyDatabase(dataDir, draft)
    keepSum(await sumOf(draft), draft)
    const held = await stage({
      file: draft,
      folder: join(drafts.path, 'restored'),
      newEpoch: newId,
      rebuild: rebuildPlan,
    })
    if (held.damaged.length + held.notAsAgreed.length > 0) await refuseWorse(dataDir, held)
    // The sum first: a back-up that has its name is never without it.
    renameSync(sumFile(draft), sumFile(file))
    renameSync(draft, file)
    syncToDisk(folder)
    return tell(held, file)
  } catch (err) {
    throw isFull(err)
      ? new StorageProblem(`The disk of ${folder} is full. Make room, or name another place.`)
      : inWords(dataDir, err)
  } finally {
    drafts.remove()
  }
}

/** Where it goes. In a folder that is there, a file with the time in its name; nothing is ever written over. */
function fileFor(where = './backups/'): string {
  const path = resolve(where)
  const isFolder = where.endsWith('/') || (existsSync(path) && statSync(path).isDirectory())
  const file = isFolder ? join(path, `withy-${new Date().toISOString().replace(/[:.]/g, '-')}.db`) : path
  for (const one of [file, sumFile(file)]) {
    if (existsSync(one))
      throw new StorageProblem(`${one} is there already. Name another file: nothing is written over.`)
  }
  return file
}

/** On the same disk as the back-up, so that it can be renamed. */
function draftIn(folder: string): ReturnType<typeof createDraft> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return createDraft(folder)
  } catch (err) {
    throw new StorageProblem(`Nothing can be written in ${folder}. Name another place for the back-up.`, { cause: err })
  }
}

const isFull = (err: unknown) => ['SQLITE_FULL', 'ENOSPC'].includes(String((err as { code?: unknown }).code))

/** A plan that reads well, or is as it was agreed, where it is has to be so in its copy. */
async function refuseWorse(dataDir: string, { damaged, notAsAgreed: changed }: Staged): Promise<void> {
  const source = openBesideServer(dataDir)
  try {
    for (const plan of damaged) {
      const reads = await rebuildPlan(sqliteUpdateLog(source), plan).then(
        () => true,
        () => false,
      )
      if (reads) throw new StorageProblem('A plan could not be rebuilt from its copy. Nothing was kept; try again.')
    }
    const here = changed.length > 0 ? await notAsAgreed(source.db) : []
    if (changed.some((plan) => !here.includes(plan)))
      throw new StorageProblem('What was agreed is not the same in the copy. Nothing was kept; try again.')
  } finally {
    await source.db.destroy()
  }
}

function tell({ plans, people, changes, damaged, notAsAgreed }: Staged, file: string): number {
  console.log(`Backed up ${plans} plans, ${people} people and ${changes} changes, and tried it by restoring: ${file}`)
  console.log(
    `Keep ${basename(sumFile(file))} beside it. The server's key (secret.key) is not in it: keep that elsewhere.`,
  )
  if (damaged.length > 0)
    console.error(`${damaged.length} plans are damaged, here and in the back-up: ${damaged.join(', ')}`)
  if (notAsAgreed.length > 0) console.error(sayNotAsAgreed(notAsAgreed))
  return damaged.length + notAsAgreed.length > 0 ? MADE_WITH_DAMAGE : 0
}

runCommand(backUp)
