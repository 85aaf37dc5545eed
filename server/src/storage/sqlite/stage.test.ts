import fs, {
  appendFileSync,
  copyFileSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { sql } from 'kysely'
import { describe, expect, it, type MockInstance, vi } from 'vitest'
import { tempDir } from '../../testing/temp-dir.ts'
import { keepSum, sumFile, sumOf } from '../checksum.ts'
import { createStore } from '../store.ts'
import { copyDatabase } from './copy-database.ts'
import { openSqlite } from './open.ts'
import { putInPlace } from './put-in-place.ts'
import { stage } from './stage.ts'
import { sqliteUpdateLog } from './update-log.ts'

const owner = {
  id: 'anna',
  name: 'Anna',
  voice: 'resident',
  role: 'owner',
  colour: 0,
  cameBy: 'started',
  joinedAt: new Date(0).toISOString(),
  seat: false,
} as const

/** A data folder with one plan of three changes and a snapshot, still open. */
async function withPlan(dir = tempDir()) {
  const sqlite = await openSqlite(dir)
  const log = sqliteUpdateLog(sqlite)
  const plan = { id: 'p', kind: 'area', title: 'T', epoch: 'first', startedAt: 0 } as const
  await createStore(sqlite.db).create({ plan, owner }, 9)
  const write = (seq: number) =>
    log.append('p', 'first', {
      claims: [{ client: seq, person: 'anna' }],
      entries: [{ seq, person: 'anna', connection: 'c', at: seq, bytes: new Uint8Array([seq]) }],
      authored: [],
    })
  for (const seq of [1, 2, 3]) await write(seq)
  await log.keepSnapshot('p', 'first', {
    seq: 2,
    bytes: new Uint8Array([2]),
    vector: new Uint8Array([2]),
    deletes: new Uint8Array([2]),
  })
  return { dir, sqlite, log, write }
}

async function backedUp() {
  const { dir, sqlite } = await withPlan()
  const file = join(tempDir(), 'a.db')
  copyDatabase(dir, file)
  await sqlite.db.destroy()
  keepSum(await sumOf(file), file)
  return file
}

const asKept = async () => {}
const staged = (
  file: string,
  rebuild = asKept as Parameters<typeof stage>[0]['rebuild'],
  folder = join(tempDir(), 's'),
) => stage({ file, folder, newEpoch: () => 'second', rebuild })

const firstByte = (file: string) => readFileSync(file)[18]

describe('a back-up', () => {
  it('[STORE-60] is one file for its own account only, with all that was stored, beside a writer', async () => {
    const { dir, sqlite, write } = await withPlan()
    const file = join(tempDir(), 'a.db')
    copyDatabase(dir, file)
    await write(4)
    await sqlite.db.destroy()
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
    // 1: no log of its own beside it; 2 would be one that looks for it.
    expect(firstByte(file)).toBe(1)
    const copy = new SqliteFile(file, { readonly: true })
    expect(copy.prepare('select seq from plan_update order by seq').pluck().all()).toEqual([1, 2, 3])
    copy.close()
    expect(() => copyDatabase(tempDir(), file)).toThrow('no plans in')
  })

  it('[SYNC-111] of a plan that was fenced is put back without the fence', async () => {
    const { dir, sqlite, log } = await withPlan()
    await log.fence('p', 'first', 'too-deep')
    const [file, folder] = [join(tempDir(), 'a.db'), join(tempDir(), 's')]
    copyDatabase(dir, file)
    await sqlite.db.destroy()
    keepSum(await sumOf(file), file)
    await staged(file, asKept, folder)
    const restored = await openSqlite(folder)
    expect(await sqliteUpdateLog(restored).load('p')).toMatchObject({ epoch: 'second', seq: 3, fenced: null })
    await restored.db.destroy()
  })

  it('[STORE-60] holds nothing of what was deleted', async () => {
    const { dir, sqlite } = await withPlan()
    // As a Withy did that did not overwrite what was removed: its database may still be in use.
    await sql`pragma secure_delete = off`.execute(sqlite.db)
    await sqlite.db.insertInto('person').values({ id: 'canary-of-a-person', made_at: 0 }).execute()
    await sqlite.db.deleteFrom('person').where('id', '=', 'canary-of-a-person').execute()
    const file = join(tempDir(), 'a.db')
    copyDatabase(dir, file)
    await sqlite.db.destroy()
    expect(readFileSync(join(dir, 'withy.db')).includes('canary-of-a-person')).toBe(true)
    expect(readFileSync(file).includes('canary-of-a-person')).toBe(false)
  })

  it.each([
    ['cut short', (file: string) => truncateSync(file, statSync(file).size - 4096), 'has changed or was cut short'],
    ['longer', (file: string) => appendFileSync(file, 'x'), 'has changed or was cut short'],
    [
      'of which one letter was changed',
      (file: string) => writeFileSync(file, readFileSync(file, 'latin1').replace('Anna', 'Anne'), 'latin1'),
      'has changed or was cut short',
    ],
    ['without its sum', (file: string) => truncateSync(sumFile(file)), 'has to be beside the back-up'],
  ])('[STORE-62] %s is refused', async (_, harm, sentence) => {
    const file = await backedUp()
    await staged(file)
    harm(file)
    await expect(staged(file)).rejects.toThrow(sentence)
  })

  it.each([
    ['of a newer Withy', `insert into kysely_migration values ('9999-later', '')`, 'newer Withy'],
    [
      'that refers to what is not there',
      `insert into member select 'nowhere', person, name, voice, role, colour, came_by, joined_at, seat from member`,
      'damaged inside',
    ],
    ['that is something else', 'drop table kysely_migration', 'is not a back-up of'],
  ])('[STORE-62] %s is refused, though its sum is right', async (_, sql, sentence) => {
    const file = await backedUp()
    const changed = join(tempDir(), 'b.db')
    copyFileSync(file, changed)
    const copy = new SqliteFile(changed)
    copy.pragma('foreign_keys = OFF')
    copy.exec(sql)
    copy.close()
    keepSum(await sumOf(changed), changed)
    await expect(staged(changed)).rejects.toThrow(sentence)
  })

  it('[STORE-62] that is no database at all is refused', async () => {
    const file = join(tempDir(), 'letter.db')
    writeFileSync(file, 'Dear diary, '.repeat(500))
    keepSum(await sumOf(file), file)
    await expect(staged(file)).rejects.toThrow('is not a back-up of')
  })

  it('[STORE-61] has every plan of it rebuilt, and says which cannot be', async () => {
    const asked: string[] = []
    const rebuild = async (_: unknown, plan: string) => {
      asked.push(plan)
      throw new Error('cannot be read')
    }
    const file = await backedUp()
    expect(await staged(file)).toMatchObject({ plans: 1, people: 1, changes: 3, lastChange: 3, damaged: [] })
    expect(await staged(file, rebuild)).toMatchObject({ damaged: ['p'] })
    expect(asked).toEqual(['p'])
  })

  it('[STORE-64] has a new epoch in every table once it is restored, and is the same but for that', async () => {
    const file = await backedUp()
    const folder = join(tempDir(), 's')
    await staged(file, asKept, folder)
    const { db, alone } = await openSqlite(folder)
    const log = sqliteUpdateLog({ db, alone, isNew: false })
    expect(await log.load('p')).toMatchObject({
      epoch: 'second',
      seq: 3,
      snapshot: { seq: 2, bytes: new Uint8Array([2]) },
      updates: [new Uint8Array([3])],
      clients: new Map([1, 2, 3].map((client) => [client, 'anna'])),
    })
    const left = await alone((open) =>
      open
        .prepare<[], string>(`select name from sqlite_master where type = 'table' and sql like '%"epoch"%'`)
        .pluck()
        .all()
        .map((table) => [table, open.prepare(`select count(*) from "${table}" where epoch = 'first'`).pluck().get()]),
    )
    expect(left.length).toBeGreaterThanOrEqual(3)
    expect(left.every(([, count]) => count === 0)).toBe(true)
    await db.destroy()
  })
})

describe('putting a back-up in place', () => {
  it('[STORE-65] keeps what was there aside, with what was in its log', async () => {
    const { dir, sqlite, write } = await withPlan()
    // As after a kill: nothing folded in.
    const killed = tempDir()
    await write(4)
    for (const name of ['withy.db', 'withy.db-wal']) copyFileSync(join(dir, name), join(killed, name))
    await sqlite.db.destroy()
    const folder = join(tempDir(), 's')
    await staged(await backedUp(), asKept, folder)
    const aside = join(killed, 'aside')
    expect(putInPlace(folder, killed, aside)).toBe(true)
    expect(readdirSync(killed).sort()).toEqual(['aside', 'withy.db'])
    for (const [where, epoch, seq] of [
      [aside, 'first', 4],
      [killed, 'second', 3],
    ] as const) {
      const open = await openSqlite(where)
      expect(await sqliteUpdateLog(open).load('p')).toMatchObject({ epoch, seq })
      await open.db.destroy()
    }
  })

  it('[STORE-65] leaves the old one or the new one whole at every step, wherever it is cut off', async () => {
    const { dir, sqlite } = await withPlan()
    const killed = tempDir()
    for (const name of ['withy.db', 'withy.db-wal']) copyFileSync(join(dir, name), join(killed, name))
    await sqlite.db.destroy()
    const folder = join(tempDir(), 's')
    await staged(await backedUp(), asKept, folder)

    const cutOff: string[] = []
    for (const step of ['mkdirSync', 'linkSync', 'copyFileSync', 'rmSync', 'renameSync', 'fsyncSync'] as const) {
      const real = fs[step] as (...args: unknown[]) => unknown
      const spied = vi.spyOn(fs, step) as unknown as MockInstance<typeof real>
      spied.mockImplementation((...args) => {
        const now = tempDir()
        for (const name of readdirSync(killed).filter((one) => one.startsWith('withy.db')))
          fs.writeFileSync(join(now, name), readFileSync(join(killed, name)))
        cutOff.push(now)
        return real(...args)
      })
    }
    syncBuiltinESMExports()
    putInPlace(folder, killed, join(killed, 'aside'))
    vi.restoreAllMocks()
    syncBuiltinESMExports()

    const epochs = []
    for (const now of [...cutOff, killed]) {
      const open = await openSqlite(now)
      const found = await sqliteUpdateLog(open).load('p')
      expect(found?.seq).toBe(3)
      epochs.push(found?.epoch)
      await open.db.destroy()
    }
    expect(epochs.length).toBeGreaterThan(6)
    expect(epochs).toEqual([...epochs].sort())
    expect(new Set(epochs)).toEqual(new Set(['first', 'second']))
  })

  it('[STORE-65] waits for nobody: while something else uses the plans nothing is moved', {
    timeout: 20_000,
  }, async () => {
    const { dir, sqlite } = await withPlan()
    const folder = join(tempDir(), 's')
    await staged(await backedUp(), asKept, folder)
    expect(() => putInPlace(folder, dir, join(dir, 'aside'))).toThrow('Something else is using')
    expect((await sqliteUpdateLog(sqlite).load('p'))?.epoch).toBe('first')
    await sqlite.db.destroy()
  })

  it('[STORE-65] takes the place of a damaged one, which stays aside as it was', async () => {
    const dir = tempDir()
    writeFileSync(join(dir, 'withy.db'), 'no database '.repeat(1000))
    writeFileSync(join(dir, 'withy.db-wal'), 'nor a log')
    const folder = join(tempDir(), 's')
    await staged(await backedUp(), asKept, folder)
    putInPlace(folder, dir, join(dir, 'aside'))
    expect(readFileSync(join(dir, 'aside/withy.db-wal'), 'utf8')).toBe('nor a log')
    const open = await openSqlite(dir)
    expect((await sqliteUpdateLog(open).load('p'))?.epoch).toBe('second')
    await open.db.destroy()
  })
})
