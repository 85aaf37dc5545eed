import { readdirSync, statSync, truncateSync, watch } from 'node:fs'
import { join } from 'node:path'
import { CLOSE } from '@withy/shared/protocol'
import SqliteFile from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { rebuildPlan } from './rebuild-plan.ts'
import { keepSum, sumOf } from './storage/checksum.ts'
import { copyDatabase } from './storage/sqlite/copy-database.ts'
import { openSqlite } from './storage/sqlite/open.ts'
import { sqliteUpdateLog } from './storage/sqlite/update-log.ts'
import { createStore } from './storage/store.ts'
import { openBot } from './testing/bot.ts'
import { type Guest, joinPlan, startPlan } from './testing/guests.ts'
import { runCommand, startCommand } from './testing/run-command.ts'
import { sealPlanIn } from './testing/sealed-plan.ts'
import { spawnServer } from './testing/spawn-server.ts'
import { tempDir } from './testing/temp-dir.ts'
import { until } from './testing/until.ts'
import { updateOf, wordsOf, writeParagraph } from './testing/writer.ts'

async function serverOn(dataDir: string) {
  const server = await spawnServer(dataDir)
  onTestFinished(() => server.kill())
  return server
}

async function synced(guest: Guest, query = '') {
  const bot = openBot(guest, { query })
  onTestFinished(() => bot.ws.terminate())
  await until(() => expect(bot.isSynced()).toBe(true))
  return bot
}

/** Words that are saved, while the person goes on writing until `stop`. */
async function writes(guest: Guest) {
  const bot = await synced(guest)
  let count = 0
  const timer = setInterval(() => writeParagraph(bot.doc, `⟦${guest.person}-${count++}⟧`), 10)
  onTestFinished(() => clearInterval(timer))
  await until(() => expect(bot.acked()).toBeGreaterThan(20))
  return {
    bot,
    saved: () => bot.acked(),
    async stop() {
      clearInterval(timer)
      await until(() => expect(bot.acked()).toBe(bot.sent()))
      bot.close()
      await bot.closed
    },
  }
}

const words = (text: string) => new Set(text.match(/⟦[^⟧]*⟧/g))
const backupIn = (dir: string) => join(dir, readdirSync(dir).find((name) => name.endsWith('.db')) ?? 'none')
const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)

/** A folder with a plan that was changed once more after it was backed up. */
async function folderWithBackup() {
  const dataDir = tempDir()
  const sqlite = await openSqlite(dataDir)
  const log = sqliteUpdateLog(sqlite)
  const plan = { id: 'p', kind: 'area', title: 'T', epoch: 'first', startedAt: 0 } as const
  await createStore(sqlite.db).create({ plan, owner: { ...OWNER, joinedAt: new Date(0).toISOString() } }, 9)
  const doc = new Y.Doc()
  const write = async (seq: number) => {
    const bytes = updateOf(doc, () => void writeParagraph(doc, `change ${seq}`))
    const entry = { seq, person: OWNER.id, connection: 'c', at: seq, bytes }
    await log.append('p', 'first', { claims: [], entries: [entry], authored: [] })
  }
  await write(1)
  const file = join(tempDir(), 'a.db')
  copyDatabase(dataDir, file)
  keepSum(await sumOf(file), file)
  await write(2)
  await sqlite.db.destroy()
  return { dataDir, file }
}

const OWNER = {
  id: 'a',
  name: 'Anna',
  voice: 'resident',
  role: 'owner',
  colour: 0,
  cameBy: 'started',
  seat: false,
} as const

/** The one plan of a folder that nobody uses, rebuilt. */
async function onDisk(dataDir: string) {
  const sqlite = await openSqlite(dataDir)
  const log = sqliteUpdateLog(sqlite)
  try {
    await rebuildPlan(log, 'p')
    const { epoch = '', seq = 0 } = (await log.load('p')) ?? {}
    return { epoch, seq }
  } finally {
    await sqlite.db.destroy()
  }
}

describe('backing up and restoring', { timeout: 60_000 }, () => {
  it('[STORE-60] [STORE-61] [STORE-63] [STORE-64] [STORE-66] works while three people write, and brings back what they had', async () => {
    const [here, there, backups] = [tempDir(), tempDir(), tempDir()]
    const server = await serverOn(here)
    const anna = await startPlan(server.origin)
    const people = [anna, await joinPlan(anna, 'Ben', 'contributor'), await joinPlan(anna, 'Cara', 'contributor')]
    const other = await startPlan(server.origin, 'Zoe')
    const writers = await Promise.all([...people, other].map(writes))
    const before = words(wordsOf((await synced(anna)).doc))
    const from = writers.map(({ saved }) => saved())
    const made = await runCommand('backup', here, `${backups}/`)
    expect(made).toMatchObject({ code: 0, said: expect.stringContaining('Backed up 2 plans, 4 people') })
    expect(writers.every(({ saved }, i) => saved() > (from[i] ?? 0))).toBe(true)
    const refused = runCommand('restore', here, backupIn(backups))
    for (const writer of writers) await writer.stop()
    const old = await synced(anna)
    const epoch = await until(() => old.acks.at(-1)?.epoch ?? Promise.reject(new Error('no ack')))
    const all = words(wordsOf(old.doc))
    expect(await refused).toMatchObject({ code: 1, said: expect.stringContaining('Another Withy is using') })
    await server.kill()

    const restored = await runCommand('restore', there, backupIn(backups))
    expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('secret.key into') })
    expect(readdirSync(backups).map((name) => [name.slice(-3), mode(join(backups, name))])).toEqual([
      ['.db', '600'],
      ['256', '600'],
    ])
    expect([readdirSync(there).sort(), mode(join(there, 'withy.db'))]).toEqual([['server.lock', 'withy.db'], '600'])

    const again = { ...anna, origin: (await serverOn(there)).origin }
    // The key is another one's, the device's cookie still is who it was.
    expect(await openBot(again, { query: `?epoch=${epoch}` }).closed).toEqual({ code: CLOSE.epoch, reason: 'epoch' })
    const found = words(wordsOf((await synced(again)).doc))
    expect([...before].filter((word) => !found.has(word))).toEqual([])
    expect([...found].filter((word) => !all.has(word))).toEqual([])
  })

  it('[STORE-62] a back-up that was cut short changes nothing, and none is written over', async () => {
    const { dataDir, file } = await folderWithBackup()
    const again = await runCommand('backup', dataDir, file)
    expect(again).toMatchObject({ code: 1, said: expect.stringContaining('is there already') })
    truncateSync(file, 5_000)
    const was = await onDisk(dataDir)
    const { code, said } = await runCommand('restore', dataDir, file)
    expect([code, said]).toEqual([1, expect.stringMatching(/^\S*a\.db has changed or was cut short.*\n$/)])
    expect(readdirSync(dataDir).sort()).toEqual(['server.lock', 'withy.db'])
    expect(await onDisk(dataDir)).toEqual(was)
  })

  it('[STORE-61] is made of a folder with a damaged plan too, and says which it is', async () => {
    const { dataDir } = await folderWithBackup()
    const file = new SqliteFile(join(dataDir, 'withy.db'))
    file.prepare('update plan_update set bytes = ? where seq = 2').run(Buffer.from([9, 9, 9]))
    file.close()
    const made = await runCommand('backup', dataDir, `${tempDir()}/`)
    expect(made).toMatchObject({
      code: 2,
      said: expect.stringMatching(/^Backed up 1 plans[\s\S]*in the back-up: p\n$/),
    })
  })

  it('[AGREE-32] says in which plan something is no longer what was agreed, when it is made and when it is put back', async () => {
    const [dataDir, backups, there] = [tempDir(), tempDir(), tempDir()]
    const { db } = await openSqlite(dataDir)
    await sealPlanIn(createStore(db))
    await db.destroy()
    const made = await runCommand('backup', dataDir, `${backups}/`)
    expect(made).toMatchObject({
      code: 2,
      said: expect.stringMatching(/^Backed up 1 plans[\s\S]*not what was agreed any more: p\. Compare/),
    })
    const restored = await runCommand('restore', there, backupIn(backups))
    expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('not what was agreed any more: p.') })
  })

  it('[STORE-93] takes away what a killed one left in the same place, and leaves alone what is still at work', async () => {
    const { dataDir } = await folderWithBackup()
    const backups = tempDir()
    const drafts = () => readdirSync(backups).filter((name) => name.startsWith('.withy'))
    const caught = (signal: 'SIGKILL' | 'SIGSTOP', but?: string) => {
      const begun = startCommand('backup', dataDir, `${backups}/`)
      const watcher = watch(backups, (_event, name) => {
        if (name !== but && name?.startsWith('.withy-backup-') && begun.child.kill(signal)) watcher.close()
      })
      return begun
    }
    expect((await caught('SIGKILL').ended).code).toBeNull()
    const [left] = drafts()
    expect(left).toBeDefined()
    const stopped = caught('SIGSTOP', left)
    // It is stopped once its folder has the name it works under, and not the one it begins with.
    await until(() => {
      expect(drafts()).toEqual([expect.stringMatching(/^\.withy-backup-/)])
      expect(drafts()).not.toEqual([left])
    })
    const atWork = drafts()
    expect(await runCommand('backup', dataDir, `${backups}/`)).toMatchObject({ code: 0 })
    expect(drafts()).toEqual(atWork)
    stopped.child.kill('SIGCONT')
    expect(await stopped.ended).toMatchObject({ code: 0 })
    expect(drafts()).toEqual([])
    expect(readdirSync(backups).filter((name) => name.endsWith('.db'))).toHaveLength(2)
  })

  it('[STORE-65] killed while it looks at the back-up, what was there is there, and the next one works', async () => {
    const { dataDir, file } = await folderWithBackup()
    const was = await onDisk(dataDir)
    const { child, ended } = startCommand('restore', dataDir, file)
    const watcher = watch(dataDir, (_event, name) => {
      if (name === 'restoring') child.kill('SIGKILL')
    })
    expect((await ended).code).toBeNull()
    watcher.close()
    expect(await onDisk(dataDir)).toEqual(was)
    expect(readdirSync(dataDir)).toContain('restoring')
    expect(await runCommand('restore', dataDir, file)).toMatchObject({ code: 0 })
    expect(readdirSync(dataDir)).not.toContain('restoring')
    expect((await onDisk(dataDir)).epoch).not.toBe('first')
  })
})
