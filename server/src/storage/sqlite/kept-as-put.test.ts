import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ANSWER, ROUND, sealedVersion, sealPlanIn } from '../../testing/sealed-plan.ts'
import { tempDir } from '../../testing/temp-dir.ts'
import { createStore } from '../store.ts'
import { giveNewEpochs } from './new-epochs.ts'
import { openSqlite } from './open.ts'

const KEPT = [
  'version',
  'seal',
  'round',
  'round_asked',
  'round_answer',
  'read_edition',
  'withdrawal',
  'round_professional',
  'version_annex',
  'erased',
] as const

const FIRST = sealedVersion({}, undefined, '{"annex":1}')

/** A database in which a plan was agreed to, sealed once and withdrawn from, and has a named version too. */
async function agreed() {
  const sqlite = await openSqlite(tempDir())
  const { db } = sqlite
  onTestFinished(() => db.destroy())
  const store = createStore(db)
  await sealPlanIn(store, FIRST)
  await store.withdraw({
    version: 'v1',
    person: 'anna',
    name: 'Anna',
    words: 'No more',
    at: 4_000,
    by: null,
    byName: null,
  })
  await db.insertInto('erased').values({ what: 'version', key: 'another', at: 1, why: 'asked for' }).execute()
  const named = { id: 'n', name: 'Spring', madeAt: 1, madeBy: 'anna', kind: 'named', number: null } as const
  const { bytes, planJson, editionJson } = sealedVersion()
  const held = { epoch: 'e', seq: 0, fingerprint: 'g', bytes, planJson, editionJson }
  await store.nameVersion('p', { ...named, ...held }, 9)

  const run = (statement: string) => sql.raw(statement).execute(db)
  const rows = async () =>
    Object.fromEntries(
      await Promise.all(KEPT.map(async (table) => [table, await db.selectFrom(table).selectAll().execute()])),
    )
  const columnsOf = async (table: string) =>
    (await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(db)).rows.map(({ name }) => name)

  async function isRefused(statement: string) {
    const before = await rows()
    await expect(run(statement), statement).rejects.toThrow(/stays as it is|FOREIGN KEY/)
    expect(await rows(), statement).toEqual(before)
  }
  return { sqlite, db, store, run, columnsOf, isRefused }
}

describe('what was agreed, and the database of the server itself', () => {
  it.each(KEPT)(
    '[AGREE-30] [TALK-83] a row of %s is not changed, taken away, or put in the place of another',
    async (table) => {
      const { isRefused, columnsOf } = await agreed()
      const only = table === 'version' ? "where id = 'v1'" : ''
      const free = ['epoch']
      const columns = (await columnsOf(table)).filter((column) => !free.includes(column))
      for (const column of [...columns, 'rowid']) {
        await isRefused(`update "${table}" set "${column}" = 77 ${only}`)
        await isRefused(`update or replace "${table}" set "${column}" = 78 ${only}`)
      }
      await isRefused(`delete from "${table}" ${only}`)
      await isRefused(`insert or replace into "${table}" select * from "${table}" ${only || 'limit 1'}`)
      await isRefused(
        `insert into "${table}" select * from "${table}" ${only || 'where true'} on conflict do update set "${columns.at(-1)}" = 'x'`,
      )
    },
  )

  it('[AGREE-30] no other row takes the place of a sealed version by its number, its code, or the number SQLite gave it', async () => {
    const { isRefused, columnsOf } = await agreed()
    const columns = (await columnsOf('version')).map((column) => `"${column}"`).join(', ')
    const like = (id: string, number: string, from: string) =>
      columns.replace('"id"', `'${id}'`).replace('"number"', number).replace('"kind"', "'named'") +
      ` from version ${from}`
    await isRefused(`insert or replace into version (${columns}) select ${like('other', '1', "where id = 'v1'")}`)
    await isRefused(`insert or replace into version (${columns}) select ${like('v1', 'null', "where id = 'n'")}`)
    await isRefused(
      `insert or replace into version (rowid, ${columns}) select (select rowid from version where id = 'v1'), ${like('other', 'null', "where id = 'n'")}`,
    )
    await isRefused(
      `insert or replace into withdrawal (rowid, version, person, name, words, at) select rowid, 'n', person, 'x', 'x', 1 from withdrawal`,
    )
    await isRefused(`update or replace version set rowid = (select rowid from version where id = 'v1') where id = 'n'`)
    await isRefused(`update or replace version set id = 'v1' where id = 'n'`)
    await isRefused(`update version set kind = 'sealed', number = 2 where id = 'n'`)
    await isRefused(`insert or replace into seal select 'n', plan, 9, 'r', '{}', 's', code from seal`)
  })

  it('[AGREE-30] a plan with what was agreed in it is not deleted, and a round that is over takes no answer and asks nobody', async () => {
    const { store, run, isRefused } = await agreed()
    await isRefused("delete from plan where id = 'p'")
    await isRefused("update round set ended_at = null where id = 'r'")
    await run("insert into person (id, made_at) values ('ben', 1)")
    await isRefused("insert into round_asked values ('r', 'ben')")
    await isRefused("insert into round_professional values ('r', 'ben')")
    const late = store.changeAgreement('p', () => ({ do: 'answer', answer: ANSWER, editionJson: null }))
    await expect(late).rejects.toThrow('stays as it is')
    const twice = store.changeAgreement('p', () => ({
      do: 'seal',
      round: 'r',
      at: 9,
      sealed: sealedVersion({ number: 2 }),
    }))
    await expect(twice).rejects.toThrow()
    expect(await store.sealsOf('p')).toHaveLength(1)
  })

  it('[AGREE-22] a version that cannot be put leaves the round open, and nothing of it is there', async () => {
    const { db, store } = await agreed()
    await store.changeAgreement('p', () => ({ do: 'open', round: { ...ROUND, id: 'r2', openedAt: 5_000 } }))
    const sealed = { ...sealedVersion({ number: 2 }), code: FIRST.code }
    const twice = store.changeAgreement('p', () => ({ do: 'seal', round: 'r2', at: 9, sealed }))
    await expect(twice).rejects.toThrow('stays as it is')
    expect((await store.agreementOf('p'))?.round).toMatchObject({ id: 'r2' })
    expect(await db.selectFrom('version').select('id').where('kind', '=', 'sealed').execute()).toEqual([{ id: 'v1' }])
    expect(await store.sealsOf('p')).toHaveLength(1)
  })

  it('[AGREE-6] two rounds of a plan are never open, whatever the code above does', async () => {
    const { db, store, columnsOf, isRefused } = await agreed()
    await store.changeAgreement('p', () => ({ do: 'open', round: { ...ROUND, id: 'r2' } }))
    await expect(store.changeAgreement('p', () => ({ do: 'open', round: { ...ROUND, id: 'r3' } }))).rejects.toThrow(
      'stays as it is',
    )
    await sql.raw('pragma foreign_keys = off').execute(db)
    const columns = (await columnsOf('round')).map((column) => `"${column}"`).join(', ')
    const like = columns.replace('"id"', "'r4'").replace('"n"', '4')
    await isRefused(`insert or replace into round (${columns}) select ${like} from round where id = 'r2'`)
    await store.changeAgreement('p', () => ({ do: 'end', round: 'r2', at: 9, isWaiting: false }))
  })

  it('[AGREE-31] a version that was named can be called something else and taken away; a back-up that is put back moves epochs', async () => {
    const { sqlite, db, store } = await agreed()
    expect(await store.renameVersion('p', 'n', 'Summer')).toBe(true)
    expect(await store.renameVersion('p', 'v1', 'Summer')).toBe(false)
    expect([await store.removeVersion('p', 'v1'), await store.removeVersion('p', 'n')]).toEqual([false, true])
    await sqlite.alone((file) => giveNewEpochs(file, () => 'restored'))
    expect(await db.selectFrom('version').select('epoch').execute()).toEqual([{ epoch: 'restored' }])
    expect(await db.selectFrom('round_answer').select('epoch').execute()).toEqual([{ epoch: 'restored' }])
  })

  it('[AGREE-31] what is recorded as erased first can be deleted, and only that', async () => {
    const { db, run, isRefused } = await agreed()
    for (const [what, key] of [
      ['withdrawal', 'v1'],
      ['seal', FIRST.seal],
      ['version_annex', 'v1'],
      ['version', 'v1'],
      ['round_answer', 'r'],
      ['round_asked', 'r'],
      ['round_professional', 'r'],
      ['round', 'r'],
      ['read_edition', 'p/f'],
    ] as const) {
      const only = what === 'round' ? "where id = 'r'" : ''
      await isRefused(`delete from "${what}" ${only}`)
      await db.insertInto('erased').values({ what, key, at: 1, why: 'asked for' }).execute()
      await run(`delete from "${what}" ${only}`)
    }
    expect(await db.selectFrom('seal').selectAll().execute()).toEqual([])
    await isRefused('delete from erased')
  })
})
