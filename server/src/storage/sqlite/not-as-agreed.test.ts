import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { ROUND, sealedVersion, sealPlanIn } from '../../testing/sealed-plan.ts'
import { tempDir } from '../../testing/temp-dir.ts'
import { keepSum, sumOf } from '../checksum.ts'
import type { Tables } from '../schema.ts'
import { createStore } from '../store.ts'
import { plan } from '../store-contract.ts'
import { copyDatabase } from './copy-database.ts'
import { notAsAgreed } from './not-as-agreed.ts'
import { openSqlite } from './open.ts'
import { stage } from './stage.ts'

const WORDS = '{"words":"the bench stays"}'
const ANNEX = '{"annex":1}'
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A plan that was sealed twice, and one that never was. */
async function sealedTwice() {
  const dataDir = tempDir()
  const { db } = await openSqlite(dataDir)
  onTestFinished(() => db.destroy())
  const store = createStore(db)
  const first = sealedVersion({ fingerprint: sha256(WORDS) }, WORDS)
  await sealPlanIn(store, first)
  await store.create(plan('q'), 9)
  const sealed = sealedVersion({ number: 2, fingerprint: sha256(WORDS), previous: first.seal }, WORDS, ANNEX)
  await store.changeAgreement('p', () => ({ do: 'open', round: { ...ROUND, id: 'r2', openedAt: 5_000 } }))
  await store.changeAgreement('p', () => ({ do: 'seal', round: 'r2', at: 6_000, sealed }))
  return { dataDir, db }
}

class TakenBack extends Error {}

/** What is found after somebody who can change tables has; all of it is taken back. */
async function foundAfter(db: Kysely<Tables>, change: string): Promise<string[]> {
  let found: string[] = []
  const tried = db.transaction().execute(async (trx) => {
    const run = (statement: string) => sql.raw(statement).execute(trx)
    const triggers = await sql<{ name: string }>`select name from sqlite_master where type = 'trigger'`.execute(trx)
    for (const { name } of triggers.rows) await run(`drop trigger "${name}"`)
    await run('pragma defer_foreign_keys = on')
    for (const statement of change.split(';')) await run(statement)
    found = await notAsAgreed(trx)
    throw new TakenBack()
  })
  await expect(tried).rejects.toThrow(TakenBack)
  return found
}

const FIRST_GONE = 'delete from seal where number = 1; delete from version where number = 1'

it('[AGREE-32] [TALK-83] a back-up is looked through: whatever is no longer what was agreed is found, and of which plan', async () => {
  const { db } = await sealedTwice()
  expect(await notAsAgreed(db)).toEqual([])
  for (const change of [
    `update version set edition_json = replace(edition_json, 'bench', 'gate') where number = 1`,
    `update version set edition_json = '{}', fingerprint = '${sha256('{}')}' where number = 1`,
    `update version set plan_json = '{"kind":"area"}' where number = 1`,
    `update version set bytes = x'0103' where number = 2`,
    `update read_edition set edition_json = '{}'`,
    `update seal set record_json = replace(record_json, 'Anna', 'Ben') where number = 2`,
    `update seal set record_json = 'no record' where number = 1`,
    `update seal set record_json = json_remove(record_json, '$.kept') where number = 1`,
    `update seal set record_json = json_set(record_json, '$.more', 'words') where number = 1`,
    `update seal set record_json = 'null' where number = 2`,
    `update seal set code = '0000-0000-0000' where number = 1`,
    `update seal set seal = '${'0'.repeat(64)}' where number = 1`,
    `update version set number = 3 where number = 2`,
    `delete from seal where number = 2`,
    `update version_annex set annex_json = '{}'`,
    `delete from version_annex`,
    `insert into version_annex values ('v1', '{}')`,
    `update seal set record_json = json_remove(record_json, '$.kept.annex') where number = 2`,
    FIRST_GONE,
  ])
    expect(await foundAfter(db, change), change).toEqual(['p'])
  expect(await notAsAgreed(db)).toEqual([])
})

it('[AGREE-31] [AGREE-32] [TALK-83] a version, or what was said beside it, that was erased, and recorded so, is missing rightly', async () => {
  const { db } = await sealedTwice()
  const first = await db.selectFrom('seal').select('seal').where('number', '=', 1).executeTakeFirstOrThrow()
  const recorded = (key: string) => `${FIRST_GONE}; insert into erased values ('seal', '${key}', 1, 'asked for')`
  expect(await foundAfter(db, recorded(first.seal))).toEqual([])
  expect(await foundAfter(db, recorded('another'))).toEqual(['p'])
  const annexGone = (key: string) =>
    `delete from version_annex; insert into erased values ('version_annex', '${key}', 1, 'asked for')`
  expect(await foundAfter(db, annexGone('v2'))).toEqual([])
  expect(await foundAfter(db, annexGone('v1'))).toEqual(['p'])
})

it('[AGREE-32] what was agreed is still that with the new epoch of a back-up that is put back; the back-up says where it is not', async () => {
  const { dataDir, db } = await sealedTwice()
  const staged = async () => {
    const file = join(tempDir(), 'a.db')
    copyDatabase(dataDir, file)
    keepSum(await sumOf(file), file)
    return stage({ file, folder: join(tempDir(), 's'), newEpoch: () => 'second', rebuild: async () => {} })
  }
  expect((await staged()).notAsAgreed).toEqual([])
  await sql.raw('drop trigger version_same').execute(db)
  await db.updateTable('version').set({ edition_json: '{}' }).where('number', '=', 2).execute()
  expect((await staged()).notAsAgreed).toEqual(['p'])
})
