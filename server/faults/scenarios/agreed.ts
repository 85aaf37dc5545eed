import { createHash } from 'node:crypto'
import { asks, type Guest, startPlan } from '../../src/testing/guests.ts'
import type { Scenario } from '../scenario.ts'
import { ask } from '../stage/on-disk.ts'
import type { Stage } from '../stage/stage.ts'
import { holds } from '../stage/within.ts'

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')

/** Rows that never change, and what is hashed of each, as plain SQL finds them. */
const KEPT = {
  version: `select id || number || made_at || edition_json || plan_json || hex(bytes) || fingerprint from version where kind = 'sealed'`,
  seal: 'select version || number || round || record_json || seal || code from seal',
  read_edition: 'select plan || fingerprint || edition_json from read_edition',
  round: 'select id || opened_at || ended_at from round',
  round_answer: 'select n || round || person || coalesce(answer, 0) || words || at || fingerprint from round_answer',
  withdrawal: 'select version || person || words || at from withdrawal',
} as const

const hashes = (dataDir: string): Record<string, string> =>
  ask(dataDir, (file) =>
    Object.fromEntries(
      Object.entries(KEPT).map(([table, rows]) => [
        table,
        sha256(file.prepare<[], string>(`${rows} order by 1`).pluck().all().join('\n')),
      ]),
    ),
  )

/** Two of the plan agree to it, and its owner seals it. @returns the round, and the fingerprint of what was sealed */
async function agree(owner: Guest, others: readonly Guest[]) {
  const at = (path: string) => `/api/plans/${owner.plan}/${path}`
  const asked = [owner, ...others].map(({ person }) => person)
  const opened = { asked, onDisagreement: 'record', bySection: false, decides: null }
  const { round } = await asks<{ round: { id: string } }>(owner, 'POST', at('rounds'), opened)
  const { fingerprint } = await asks<{ fingerprint: string }>(owner, 'GET', at('edition'))
  const said = { section: null, answer: 'agree', words: '', acting: null, advocate: '', fingerprint }
  for (const one of others) await asks(one, 'PUT', at(`rounds/${round.id}/answer`), said)
  await asks(owner, 'POST', at(`rounds/${round.id}/seal`), { fingerprint, wentOn: '' })
  return { round: round.id, fingerprint }
}

/** Every request that could touch what was agreed, with a body it would take. */
const requests = (round: string, version: string, fingerprint: string) =>
  [
    ['PATCH', `versions/${version}`, { name: 'Ours' }],
    ['DELETE', `versions/${version}`, undefined],
    ['POST', `rounds/${round}/seal`, { fingerprint, wentOn: 'Again' }],
    ['POST', `rounds/${round}/end`, undefined],
    ['POST', `rounds/${round}/asked`, { asked: ['nobody'] }],
    [
      'PUT',
      `rounds/${round}/answer`,
      { section: null, answer: 'disagree', words: 'No', acting: null, advocate: '', fingerprint },
    ],
    ['POST', 'sealed/2/withdraw', { words: '' }],
    ['PUT', 'sealed/1', { record: {} }],
    ['PATCH', 'sealed/1', { record: {} }],
    ['DELETE', 'sealed/1', undefined],
  ] as const

async function isRefused({ withy }: Stage, by: Guest, method: string, path: string, body: unknown) {
  const answer = await fetch(`${withy.origin}/api/plans/${path}`, {
    method,
    headers: { origin: withy.origin, cookie: by.cookie, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  await answer.arrayBuffer()
  holds(answer.status >= 400 && answer.status < 500, `${method} ${path}: ${answer.status}`)
}

/** As the server itself could write, through a connection like its own. @returns how many were tried */
function tryBySql(dataDir: string): number {
  return ask(
    dataDir,
    (file) => {
      file.pragma('foreign_keys = ON')
      const tables = Object.keys(KEPT)
      const statements = tables.flatMap((table) => {
        const columns = file.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(table)
        const only = table === 'version' ? `where kind = 'sealed'` : ''
        return [
          ...columns.filter((column) => column !== 'epoch').map((one) => `update "${table}" set "${one}" = 77 ${only}`),
          ...columns
            .filter((column) => column !== 'epoch')
            .map((one) => `update or replace "${table}" set "${one}" = 78 ${only}`),
          `delete from "${table}" ${only}`,
          `insert or replace into "${table}" select * from "${table}" ${only}`,
        ]
      })
      for (const statement of [...statements, 'delete from plan where id in (select plan from seal)']) {
        let isTaken = true
        try {
          file.exec(statement)
        } catch {
          isTaken = false
        }
        holds(!isTaken, `the database took: ${statement}`)
      }
      return statements.length + 1
    },
    false,
  )
}

export const D36: Scenario = {
  shows:
    'After a plan was sealed, every kind of write at every role, by request, socket, a page that was away, and the database’s own connection: what was agreed is the same, byte for byte.',
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
    const { round, fingerprint } = await agree(anna.guest, [ben.guest, viewer])
    const withdraws = (who: Guest) =>
      asks(who, 'POST', `/api/plans/${who.plan}/sealed/1/withdraw`, { words: 'No more' })
    await withdraws(ben.guest)
    const before = hashes(dataDir)

    // Writing goes on, and who was away comes back with what they wrote before anybody agreed.
    for (let i = 0; i < (isShort ? 40 : 400); i++) {
      const writer = chance.of([anna, ben])
      if (chance.share() < 0.4) writer.remove(chance.share())
      else writer.type(chance.share())
    }
    await away.comeBack()
    for (const writer of stage.writers()) await writer.saved()

    const stranger = { ...(await startPlan(withy.origin, 'Stranger')), plan: anna.guest.plan }
    const byRole = [anna.guest, await stage.guest('facilitator'), ben.guest, viewer, stranger]
    const version = ask(dataDir, (file) => file.prepare<[], string>('select version from seal').pluck().get() ?? '')
    const all = requests(round, version, fingerprint)
    for (const by of byRole)
      for (const [method, path, body] of all) await isRefused(stage, by, method, `${anna.guest.plan}/${path}`, body)
    const statements = tryBySql(dataDir)
    await withy.kill()
    await withy.start()
    const after = hashes(dataDir)
    for (const table of Object.keys(KEPT)) holds(before[table] === after[table], `${table} is not what it was`)

    // Withdrawing is a new record, and the version is what it was.
    await withdraws(viewer)
    const { withdrawal, ...same } = hashes(dataDir)
    holds(withdrawal !== before.withdrawal, 'nobody withdrew')
    for (const [table, hash] of Object.entries(same)) holds(before[table] === hash, `withdrawing changed ${table}`)
    const words = ask(dataDir, (file) =>
      file.prepare<[], string>(`select edition_json from version where kind = 'sealed'`).pluck().get(),
    )
    holds(sha256(words ?? '') === fingerprint, 'the sealed words are not those that were agreed')
    await stage.judgeAll()
    return { total: { requests: all.length * byRole.length, statements } }
  },
}
