import { createHash, randomBytes } from 'node:crypto'
import { boxesOf, TEMPLATES, textRoot, writePlan } from '@withy/shared/plan'
import type { Person } from '@withy/shared/protocol'
import { twentyPagePlan } from '@withy/shared/testing'
import * as Y from 'yjs'
import { createAuthorship } from '../../src/live/authorship.ts'
import { AS_STORED, decodeUpdate } from '../../src/live/decode.ts'
import { folded } from '../../src/live/folded.ts'
import { newId } from '../../src/random.ts'
import { openSqlite } from '../../src/storage/sqlite/open.ts'
import { sqliteUpdateLog } from '../../src/storage/sqlite/update-log.ts'
import { createStore } from '../../src/storage/store.ts'
import type { Someone } from './people.ts'

const PEOPLE = 12
/** Half an hour at a hundred edits a minute, which is one page that is open: a Yjs client. */
const EDITS_A_SESSION = 3_000
const MS_BETWEEN = 600
const MS_BETWEEN_SESSIONS = 6 * 3_600_000
const EDITS_A_MOMENT = 1_000
const EDITS_A_COMMIT = 1_000

export type LongHistory = {
  readonly plan: string
  readonly owner: Someone
  /** A version in the middle of it. */
  readonly middle: string
}

/**
 * Puts a plan of twenty pages into a data folder, and so many edits of it: twelve people in sessions of half an hour, a letter at a time in
 * all its texts, one in ten taken out again, with a moment every thousand. Through the product's own store, since in the time of people
 * it takes weeks. `isTidy`: compacted, as after people have left; or every change still in the log.
 */
export async function writeLongHistory(dataDir: string, edits: number, isTidy: boolean): Promise<LongHistory> {
  const sqlite = await openSqlite(dataDir)
  // Nothing here has to outlive a power cut; the server opens the folder with its own settings.
  await sqlite.alone((file) => file.pragma('synchronous = OFF'))
  const store = createStore(sqlite.db)
  const updates = sqliteUpdateLog(sqlite)
  const start = Date.now() - 60 * 24 * 3_600_000
  const people = Array.from({ length: PEOPLE }, (_, i) => personOf(i, start))
  const [owner, ...others] = people as [Person, ...Person[]]
  const doc = new Y.Doc()
  writePlan(doc, twentyPagePlan())
  const words = { bytes: Y.encodeStateAsUpdate(doc), clients: [doc.clientID] }
  const plan = { id: newId(), kind: 'area', title: 'Mill Lane', epoch: newId(), startedAt: start } as const
  await store.create({ plan, owner, words }, 1)
  await store.changePeople(plan.id, () => ({ put: others }))

  const texts = TEXT_BOXES.flatMap((box) => textsIn(doc, box))
  const authorship = createAuthorship()
  const news: Uint8Array[] = []
  doc.on('update', (bytes: Uint8Array) => news.push(bytes))
  let at = start
  let middle = ''
  for (let from = 0; from < edits; from += EDITS_A_COMMIT) {
    const session = Math.floor(from / EDITS_A_SESSION)
    const { id: person } = people[session % PEOPLE] as Person
    const isNewSession = from % EDITS_A_SESSION === 0
    if (isNewSession) {
      doc.clientID = 1_000 + session
      at += MS_BETWEEN_SESSIONS
    }
    news.length = 0
    for (let n = from; n < Math.min(edits, from + EDITS_A_COMMIT); n += 1) edit(texts[(n >> 5) % texts.length], n)
    // The first change is the plan as it was started.
    const entries = news.map((bytes, n) => ({
      seq: from + n + 2,
      person,
      connection: `c${session}`,
      at: at + n * MS_BETWEEN,
      bytes,
    }))
    const changes = entries.map(({ bytes, ...entry }) => {
      const read = decodeUpdate(bytes, AS_STORED)
      if (!read) throw new Error('An edit of ours cannot be read.')
      return { ...entry, news: read, saidFor: null }
    })
    const claims = isNewSession ? [{ client: doc.clientID, person }] : []
    await updates.append(plan.id, plan.epoch, { claims, entries, authored: authorship(changes) })
    at += news.length * MS_BETWEEN
    const seq = entries.at(-1)?.seq ?? 1
    if (from % EDITS_A_MOMENT === 0)
      await store.keepMoment(plan.id, { epoch: plan.epoch, seq, at, bytes: Y.encodeStateAsUpdate(doc) })
    if (middle === '' && from >= edits / 2) middle = `${plan.epoch}.${seq}`
  }
  if (isTidy) {
    const snapshot = { seq: edits + 1, ...folded([Y.encodeStateAsUpdate(doc)]) }
    await updates.keepSnapshot(plan.id, plan.epoch, snapshot)
    for (let more = true; more; ) more = (await updates.compact(plan.id, plan.epoch, snapshot))?.more ?? false
  }
  const token = randomBytes(32).toString('base64url')
  await store.sessions.start({
    hash: createHash('sha256').update(token).digest('hex'),
    person: owner.id,
    seenAt: Date.now(),
  })
  await store.close()
  return { plan: plan.id, owner: { cookie: `withy=${token}` }, middle }
}

const LETTERS = 'abcdefghij klmnop qrstu vwxyz '

/** Thirty-two in a row in one text, as people write; the last of ten is taken out again. */
function edit(text: Y.XmlText | undefined, n: number): void {
  if (n % 10 === 9) text?.delete(text.length - 1, 1)
  else text?.insert(text.length, LETTERS[n % LETTERS.length] ?? ' ')
}

const TEXT_BOXES = [...boxesOf(TEMPLATES.area)].flatMap(([key, box]) => (box.type === 'text' ? [key] : []))

const textsIn = (doc: Y.Doc, box: string): Y.XmlText[] =>
  textRoot(doc, box)
    .toArray()
    .flatMap((node) => (node instanceof Y.XmlElement && node.nodeName === 'paragraph' ? node.toArray() : []))
    .filter((node): node is Y.XmlText => node instanceof Y.XmlText)

const personOf = (i: number, start: number): Person => ({
  id: newId(),
  name: `Neighbour ${i}`,
  voice: 'resident',
  role: i === 0 ? 'owner' : 'contributor',
  colour: i % 10,
  cameBy: i === 0 ? 'started' : 'link',
  joinedAt: new Date(start + i).toISOString(),
  seat: false,
})
