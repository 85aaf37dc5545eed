import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { tempDir } from '../../testing/temp-dir.ts'
import { assertSafe, openSqlite } from './open.ts'

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8)

describe('opening the database', () => {
  it('[STORE-11] flushes every commit to the disk, keeps references whole, and waits for others', async () => {
    const { db, alone } = await openSqlite(tempDir())
    const pragmas = await alone((file) =>
      ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'busy_timeout'].map((p) =>
        file.pragma(p, { simple: true }),
      ),
    )
    expect(pragmas).toEqual(['wal', 2, 1, 1, 5_000])
    await db.destroy()
  })

  it.each([
    ['synchronous = NORMAL', 'synchronous'],
    ['foreign_keys = OFF', 'foreign_keys'],
    ['secure_delete = OFF', 'secure_delete'],
    ['journal_mode = DELETE', 'journal_mode'],
    ['busy_timeout = 0', 'busy_timeout'],
  ])('[STORE-11] refuses to serve from a connection with %s', (pragma, name) => {
    const file = new SqliteFile(join(tempDir(), 'a.db'), { timeout: 5_000 })
    for (const safe of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'secure_delete = ON'])
      file.pragma(safe)
    expect(() => assertSafe(file)).not.toThrow()
    file.pragma(pragma)
    expect(() => assertSafe(file)).toThrow(name)
    file.close()
  })

  it('[TALK-5] words that were removed are not in the database file any more', async () => {
    const dir = tempDir()
    const { db, alone } = await openSqlite(dir)
    const [removed, left] = ['Words nobody is to read. ', 'Words that stay. '].map((words) => words.repeat(500)) as [
      string,
      string,
    ]
    await alone((file) => {
      file.exec('create table said (words text)')
      for (const words of [removed, left]) file.prepare('insert into said values (?)').run(words)
      file.pragma('wal_checkpoint(TRUNCATE)')
      file.prepare('update said set words = null where words = ?').run(removed)
      file.pragma('wal_checkpoint(TRUNCATE)')
    })
    const bytes = readFileSync(join(dir, 'withy.db'), 'latin1')
    expect(bytes).toContain('Words that stay.')
    expect(bytes).not.toContain('Words nobody')
    await db.destroy()
  })

  it('[STORE-12] lets only the account that runs the server read the folder and the files', async () => {
    const dir = join(tempDir(), 'data')
    const { db } = await openSqlite(dir)
    await db.insertInto('person').values({ id: 'a', made_at: 0 }).execute()
    expect(mode(dir)).toBe('700')
    for (const name of ['withy.db', 'withy.db-wal', 'withy.db-shm'])
      expect([name, mode(join(dir, name))]).toEqual([name, '600'])
    await db.destroy()
  })

  it('[STORE-13] refuses a database of a newer Withy and leaves every byte of it alone', async () => {
    const dir = tempDir()
    const { db } = await openSqlite(dir)
    await db
      .insertInto('kysely_migration' as never)
      .values({ name: '9999-later', timestamp: '2030-01-01' } as never)
      .execute()
    await db.destroy()
    const before = readFileSync(join(dir, 'withy.db'))
    await expect(openSqlite(dir)).rejects.toThrow(/newer Withy.*DATA_DIR=/)
    expect(readFileSync(join(dir, 'withy.db')).equals(before)).toBe(true)
  })

  it('[STORE-14] brings the tables up to date whole or not at all, and carries on at the next start', async () => {
    const dir = tempDir()
    const blocked = new SqliteFile(join(dir, 'withy.db'))
    // The last table of the first change is there already: the change cannot be made.
    blocked.exec('create table test_answer (a text)')
    blocked.close()
    await expect(openSqlite(dir)).rejects.toThrow()
    const file = new SqliteFile(join(dir, 'withy.db'))
    const tables = file
      .prepare("select name from sqlite_master where type = 'table' and name not like 'kysely%'")
      .pluck()
    expect(tables.all()).toEqual(['test_answer'])
    file.exec('drop table test_answer')
    file.close()
    const { db } = await openSqlite(dir)
    expect(await db.selectFrom('test_answer').selectAll().execute()).toEqual([])
    await db.destroy()
    await (await openSqlite(dir)).db.destroy()
  })
})
