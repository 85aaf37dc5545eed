import { createHash } from 'node:crypto'
import { CLOSE, SCHEMA_VERSION } from '@withy/shared/protocol'
import { syncFrame } from '../../src/testing/bot.ts'
import { asks, type Guest, startPlan } from '../../src/testing/guests.ts'
import type { Scenario } from '../scenario.ts'
import { agree } from '../stage/agree.ts'
import { rawBot } from '../stage/attacker.ts'
import { attackRows, expectKept, keptRows } from '../stage/kept-rows.ts'
import { ask } from '../stage/on-disk.ts'
import type { Stage } from '../stage/stage.ts'
import { holds, inTime, within } from '../stage/within.ts'

const sha256 = (bytes: string) => createHash('sha256').update(bytes).digest('hex')

/** Requests there are that would change what was agreed if they were taken, each with a body that its endpoint takes. */
const refused = (round: string, version: string, fingerprint: string) => {
  const answer = { section: null, answer: 'disagree', words: 'No', acting: null, advocate: '', fingerprint }
  return [
    ['PATCH', `versions/${version}`, { name: 'Ours' }],
    ['DELETE', `versions/${version}`, undefined],
    ['POST', `rounds/${round}/seal`, { fingerprint, wentOn: 'Again' }],
    ['POST', `rounds/${round}/end`, undefined],
    ['POST', `rounds/${round}/asked`, { asked: ['nobody'] }],
    ['PUT', `rounds/${round}/answer`, answer],
    ['PUT', `rounds/${round}/answer`, { ...answer, answer: null, words: '' }],
    ['POST', 'sealed/1/withdraw', { words: 'Again' }],
  ] as const
}

/** Requests that are taken, and change what a version would read as if it were drawn from anything but itself. */
const taken = (anna: Guest, ben: Guest, version: string) =>
  [
    ['PATCH', '', { title: 'Another name' }],
    ['PATCH', `/people/${anna.person}`, { name: 'Benedict', voice: 'carer' }],
    ['POST', '/glossary', { do: 'add', id: 'a-word-that-was-added', word: 'agreed', meaning: 'not at all' }],
    ['POST', '/versions', { name: 'Ours', of: version }],
    ['POST', '/sealed/1/copies', { do: 'gave', name: 'The café', form: 'paper', lang: 'en' }],
    ['PATCH', `/people/${ben.person}`, { role: 'viewer' }],
  ] as const

async function statusOf({ withy }: Stage, by: Guest, method: string, path: string, body: unknown): Promise<number> {
  const answer = await fetch(`${withy.origin}/api/plans/${path}`, {
    method,
    headers: { origin: withy.origin, cookie: by.cookie, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  await answer.arrayBuffer()
  return answer.status
}

/** What people are given of it: the answer, and a file they take away. */
async function given({ withy }: Stage, { plan, cookie }: Guest): Promise<string> {
  const read = async (path: string) => {
    const answer = await fetch(`${withy.origin}/api/plans/${plan}/sealed/1${path}`, { headers: { cookie } })
    holds(answer.status === 200, `reading what was agreed: ${answer.status}`)
    return answer.text()
  }
  const { withdrawn: _, newest: __, ...version } = JSON.parse(await read(''))
  return JSON.stringify(version) + (await read('/annex')) + (await read('/take-away/json?talk=annex'))
}

/** Pages that were opened before: with an older Withy, before a back-up was put back, and with the very words that were agreed. */
async function attackBySocket(stage: Stage, by: Guest, agreed: Uint8Array): Promise<void> {
  const turnedAway = { [`schema=${SCHEMA_VERSION - 1}`]: CLOSE.updateNeeded, 'epoch=another': CLOSE.epoch }
  for (const [query, why] of Object.entries(turnedAway)) {
    const bot = await rawBot(stage, by, { query: `?${query}` })
    bot.send(syncFrame('step2', agreed))
    const { code } = await inTime(`a page with ${query} is sent away`, bot.closed)
    holds(code === why && bot.acked() === 0, `a page with ${query} was let in: ${code}`)
  }
  const bot = await rawBot(stage, by)
  bot.send(syncFrame('step2', agreed))
  await within('the words that were agreed are taken as nothing new', () => bot.acked() === 1)
}

export const D36: Scenario = {
  shows:
    'After a plan was sealed, every kind of write at every role, by request, socket, pages that were away or older, and the database’s own connection under every setting it has: what was agreed is the same, byte for byte.',
  seeds: 2,
  async run(stage) {
    const { chance, dataDir, withy, isShort } = stage
    const [anna, ben, away] = await stage.open(3)
    if (!anna || !ben || !away) return {}
    for (let i = 0; i < 20; i++) chance.of(stage.writers()).type(chance.share())
    for (const writer of stage.writers()) await writer.saved()
    await away.leave()
    for (let i = 0; i < 10; i++) away.type(chance.share())
    const viewer = await stage.guest('viewer')
    const at = `/api/plans/${anna.guest.plan}`
    const { round, fingerprint } = await agree(anna.guest, [ben.guest, viewer], async () => {
      for (const voice of ['professional', 'resident'])
        await asks(viewer, 'PATCH', `${at}/people/${viewer.person}`, { voice })
    })
    const withdraws = (who: Guest) => asks(who, 'POST', `${at}/sealed/1/withdraw`, { words: 'No more' })
    await withdraws(ben.guest)
    await asks(anna.guest, 'POST', `${at}/sealed/1/copies`, { do: 'want', form: 'paper', lang: 'cy' })
    const { version, agreed } = ask(
      dataDir,
      (file) => {
        // Recorded as Withy will when it erases something: of another plan, it lets nothing of this one go.
        file.exec(`insert into erased (what, key, at, why) values ('version', 'of another plan', 1, 'asked for')`)
        const row = file.prepare<[], { id: string; bytes: Buffer }>(
          `select id, bytes from version where kind = 'sealed'`,
        )
        const { id = '', bytes = Buffer.alloc(0) } = row.get() ?? {}
        return { version: id, agreed: new Uint8Array(bytes) }
      },
      false,
    )
    const whole = await given(stage, anna.guest)
    const before = ask(dataDir, keptRows)

    // Writing goes on, and who was away comes back with what they wrote before anybody agreed.
    for (let i = 0; i < (isShort ? 40 : 400); i++) {
      const writer = chance.of([anna, ben])
      if (chance.share() < 0.4) writer.remove(chance.share())
      else writer.type(chance.share())
    }
    await away.comeBack()
    for (const writer of stage.writers()) await writer.saved()
    await attackBySocket(stage, ben.guest, agreed)

    const stranger = { ...(await startPlan(withy.origin, 'Stranger')), plan: anna.guest.plan }
    const viewerWho = { ...viewer }
    const byRole = [anna.guest, await stage.guest('facilitator'), ben.guest, viewerWho, stranger]
    let requests = 0
    for (const by of byRole)
      for (const [method, path, body] of refused(round, version, fingerprint)) {
        if (by === viewerWho && path === 'sealed/1/withdraw') continue
        const status = await statusOf(stage, by, method, `${by.plan}/${path}`, body)
        holds(status >= 400 && status < 500, `${method} ${path}: ${status}`)
        requests += 1
      }
    for (const [method, path, body] of taken(anna.guest, ben.guest, version)) {
      const status = await statusOf(stage, anna.guest, method, `${anna.guest.plan}${path}`, body)
      holds(status === 200, `${method} ${path}: ${status}`)
      requests += 1
    }
    const statements = attackRows((run) => ask(dataDir, run, false), isShort)
    await withy.kill()
    await withy.start()
    expectKept(before, ask(dataDir, keptRows), 'all that', 'more')
    holds((await given(stage, anna.guest)) === whole, 'people are given another version than the one that was agreed')

    // Withdrawing is a new record, and the version is what it was.
    await withdraws(viewer)
    const after = ask(dataDir, keptRows)
    holds(after.withdrawal.length === before.withdrawal.length + 1, 'nobody withdrew')
    expectKept(before, after, 'withdrawing', 'more')
    const words = ask(dataDir, (file) =>
      file.prepare<[], string>(`select edition_json from version where kind = 'sealed'`).pluck().get(),
    )
    holds(sha256(words ?? '') === fingerprint, 'the sealed words are not those that were agreed')
    await stage.judgeAll()
    return { total: { requests, statements } }
  },
}
