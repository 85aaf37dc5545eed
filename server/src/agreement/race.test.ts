import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { editionJson, editionOf, fingerprint, readPlan } from '@withy/shared/plan'
import { toldApart } from '@withy/shared/protocol'
import { expect, it, onTestFinished, vi } from 'vitest'
import * as Y from 'yjs'
import { createBudgets } from '../http/budgets.ts'
import { openSqlite } from '../storage/sqlite/open.ts'
import { sqliteUpdateLog } from '../storage/sqlite/update-log.ts'
import { asksToAgree, readsPlan } from '../testing/agreeing.ts'
import { openWithy } from '../testing/open-withy.ts'
import { joinsAs, type Member, starts } from '../testing/people.ts'
import { updateOf, writeParagraph } from '../testing/writer.ts'

const ROUNDS = 500
/** An answer can be changed so often: then people are asked anew. */
const ANSWERS_A_ROUND = 50

const PLENTY = createBudgets({ changes: 1e6, knocks: 1e6, reads: 1e6, starts: 1e6, photos: 1e6, checks: 1e6 })

/** A writer whose changes go to the disk through another connection, and who knows how the plan reads after each. */
async function writer(dataDir: string, anna: Member) {
  const sqlite = await openSqlite(dataDir)
  onTestFinished(() => sqlite.db.destroy())
  const updates = sqliteUpdateLog(sqlite)
  const { epoch = '' } = (await updates.load(anna.plan)) ?? {}
  const { title, people } = await anna.facts()
  const doc = new Y.Doc()
  const text = writeParagraph(doc, 'Begun.')
  const claims = [{ client: doc.clientID, person: anna.id }]
  const reads: string[] = []
  let seq = 0
  async function append(bytes: Uint8Array) {
    const plan = readPlan(doc, 'area')
    const edition = editionOf({ title, plan, names: toldApart(people), explained: [] })
    const entry = { seq: ++seq, person: anna.id, connection: 'c', at: seq, bytes }
    reads[seq] = fingerprint(edition)
    await updates.append(anna.plan, epoch, { claims, entries: [entry], authored: [] })
  }
  await append(Y.encodeStateAsUpdate(doc))
  return {
    /** What the plan reads as after each change. */
    reads,
    edits: () => append(updateOf(doc, () => text.insert(0, `${seq} `))),
  }
}

/** Lets what others do go on for so many turns of the loop. */
async function turns(count: number) {
  for (let n = 0; n < count; n++) await new Promise(setImmediate)
}

it('[AGREE-4] 500 times a change lands between reading and agreeing: every answer is kept with the words the plan had at that very change', async () => {
  // Waiting for a disk some thousand times says nothing of what is tried here: where memory can be had as a folder, it is used.
  if (existsSync('/dev/shm')) vi.stubEnv('TMPDIR', '/dev/shm')
  const withy = await openWithy({ budgets: PLENTY })
  vi.unstubAllEnvs()
  onTestFinished(() => withy.close())
  const anna = await starts(withy)
  const ben = await joinsAs(withy, anna, 'contributor', 'Ben')
  const { reads, edits } = await writer(withy.dataDir, anna)
  // Somebody else has the database for a while: changes land also after the plan was read, and before the answer is kept.
  const change = withy.store.changeAgreement
  vi.spyOn(withy.store, 'changeAgreement').mockImplementation(async (...asked) => {
    await turns(2)
    return change(...asked)
  })
  const said = { yes: 0, changed: 0 }
  const rounds: string[] = []
  const agrees = async (member: Member, round: string, wait: number, fingerprint: string) => {
    await turns(wait)
    const body = { section: null, answer: 'agree', words: '', acting: null, advocate: '', fingerprint }
    const { status, body: no } = await member.ask('PUT', `/api/plans/${anna.plan}/rounds/${round}/answer`, body)
    if (status !== 200) expect(no).toMatchObject({ refused: 'plan-changed' })
    said[status === 200 ? 'yes' : 'changed'] += 1
  }
  for (let n = 0; n < ROUNDS; n++) {
    if (n % ANSWERS_A_ROUND === 0) {
      if (n > 0) await anna.gets('POST', `/api/plans/${anna.plan}/rounds/${rounds.at(-1)}/end`)
      rounds.push((await asksToAgree(anna, [anna, ben])).id)
    }
    const round = rounds.at(-1) ?? ''
    const lands = turns((n * 7) % 11).then(edits)
    const { fingerprint } = await readsPlan(n % 2 === 0 ? anna : ben)
    await Promise.all([agrees(anna, round, n % 5, fingerprint), agrees(ben, round, (n * 3) % 11, fingerprint), lands])
  }
  const answers = (await Promise.all(rounds.map(withy.store.roundIn))).flatMap(({ answers }) => answers)
  expect(answers).toHaveLength(said.yes)
  // Both came about, or nothing was tried.
  expect(Math.min(said.yes, said.changed)).toBeGreaterThan(ROUNDS / 10)
  const kept = new Map<string, string>()
  for (const row of await frozen(withy.dataDir)) kept.set(row.fingerprint, row.edition_json)
  for (const { fingerprint, seq } of answers) {
    expect(
      createHash('sha256')
        .update(kept.get(fingerprint) ?? '')
        .digest('hex'),
    ).toBe(fingerprint)
    expect(reads[seq]).toBe(fingerprint)
  }
  expect(editionJson((await readsPlan(anna)).edition)).toContain('Begun.')
}, 300_000)

async function frozen(dataDir: string) {
  const { db } = await openSqlite(dataDir)
  const rows = await db.selectFrom('read_edition').select(['fingerprint', 'edition_json']).execute()
  await db.destroy()
  return rows
}
