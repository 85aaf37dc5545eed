import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Talk } from '@withy/shared/api'
import SqliteFile from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { copyDatabase } from '../storage/sqlite/copy-database.ts'
import { giveNewEpochs } from '../storage/sqlite/new-epochs.ts'
import { openSqlite } from '../storage/sqlite/open.ts'
import { createStore } from '../storage/store.ts'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { copiesExample, type Member, starts } from '../testing/people.ts'
import { tempDir } from '../testing/temp-dir.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

/** Two comments on a plan, the second of which was removed. */
async function commented(anna: Member) {
  const place = { box: 'our-story.story', item: null, field: null, words: null }
  const path = `/api/plans/${anna.plan}/talk/threads`
  for (const id of ['comment-kept', 'comment-gone']) {
    const said = { id, words: `⟦words of ${id}⟧`, mentions: [anna.id] }
    await anna.gets('POST', path, { id: `thread-${id}`, kind: 'comment', place, said })
  }
  await anna.gets('DELETE', `${path}/thread-comment-gone/comments/comment-gone`)
}

const talk = ({ plan }: Member, asker: Pick<Member, 'gets'>) => asker.gets<Talk>('GET', `/api/plans/${plan}/talk`)

it('[TALK-16] what is said about a plan is in no file of it that nobody asked to have it in, and in no plan made of it', async () => {
  const anna = await copiesExample(withy)
  await commented(anna)
  for (const format of ['json', 'html', 'md', 'txt']) {
    const { status, bytes } = await anna.ask('GET', `/api/plans/${anna.plan}/take-away/${format}`)
    expect([format, status]).toEqual([format, 200])
    expect([bytes.includes('Brackenford'), bytes.includes('words of comment')], format).toEqual([true, false])
  }
  const { bytes } = await anna.ask('GET', `/api/plans/${anna.plan}/take-away/json`)
  const said = `${JSON.stringify({ name: 'Anna', voice: 'resident' })}\n${bytes}`
  const asFile = { 'content-type': 'application/octet-stream' }
  const { body } = await anna.ask('POST', '/api/plans/import', said, asFile)
  const brought = { ...anna, plan: (body as { plan: string }).plan }
  expect(await talk(brought, anna)).toEqual({ seq: 0, threads: [], suggestions: [], answered: [], mine: [] })
  expect((await talk(anna, anna)).threads).toHaveLength(2)
})

it('[TALK-5] [TALK-16] a back-up has it with the plan, without the words that were removed; put back, marked words are of before', async () => {
  const anna = await starts(withy)
  await commented(anna)
  const there = tempDir()
  const path = join(there, 'withy.db')
  copyDatabase(withy.dataDir, path)
  const file = readFileSync(path)
  expect([file.includes('⟦words of comment-kept⟧'), file.includes('⟦words of comment-gone⟧')]).toEqual([true, false])
  const copy = new SqliteFile(path)
  giveNewEpochs(copy, () => 'another-epoch')
  copy.close()
  const sqlite = await openSqlite(there)
  const [here, restored] = [withy.store, createStore(sqlite.db)]
  expect(await restored.talkOf(anna.plan)).toEqual(await here.talkOf(anna.plan))
  expect((await restored.find(anna.plan))?.epoch).toBe('another-epoch')
  await restored.close()
})
