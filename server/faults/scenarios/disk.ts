import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CLOSE } from '@withy/shared/protocol'
import { openBot } from '../../src/testing/bot.ts'
import { wordsOf, writeParagraph } from '../../src/testing/writer.ts'
import type { Scenario } from '../scenario.ts'
import { ask } from '../stage/on-disk.ts'
import type { Stage } from '../stage/stage.ts'
import { injectInto, needsStrace } from '../stage/strace.ts'
import { holds, inTime, LeftOut, within } from '../stage/within.ts'
import type { Writer } from '../stage/writer.ts'
import { typeUntilAcked } from './kill.ts'

const EIO = 'fsync,fdatasync:error=EIO'

const isReady = async ({ withy }: Stage) => (await fetch(`${withy.origin}/readyz`)).status === 200

/** Types one word that cannot be kept, and looks that nobody is told anything about it. */
async function typeInVain(writer: Writer, others: readonly Writer[]) {
  const sockets = [writer, ...others].flatMap((one) => one.bot() ?? [])
  const acked = writer.bot()?.acked()
  const bot = writer.bot()
  const token = writer.type()
  for (const { code } of await inTime('the room stops', Promise.all(sockets.map(({ closed }) => closed)), 15_000)) {
    holds(code === CLOSE.tryLater, `a socket was told ${code}`)
  }
  holds(bot?.acked() === acked, 'what could not be kept was acked')
  for (const other of others) holds(!other.tokens().includes(token), 'what could not be kept was shown')
}

export const D03: Scenario = {
  shows:
    'A sync the disk refuses (EIO): not acked, not shown, the room comes back from disk; another plan keeps its socket.',
  seeds: 10,
  async run(stage) {
    needsStrace()
    const { withy, chance } = stage
    const [anna, ...others] = await stage.open(3)
    if (!anna) return {}
    await typeUntilAcked(stage, 1 + chance.below(50))
    for (const writer of stage.writers()) await writer.saved()
    const other = stage.bystander()

    const once = await injectInto(withy.server().pid, `${EIO}:when=1`)
    stage.atEnd(once)
    await typeInVain(anna, others)
    writeParagraph(other.doc, 'went on')
    await within('the other plan goes on', () => other.acked() === other.sent())
    await once()
    await stage.judgeAll()

    const always = await injectInto(withy.server().pid, EIO)
    stage.atEnd(always)
    await typeInVain(anna, others)
    await within('/readyz says no', async () => !(await isReady(stage)), 10_000)
    await always()
    const recovery = await stage.judgeAll()
    await within('/readyz says yes', () => isReady(stage), 10_000)
    await typeUntilAcked(stage, 1 + chance.below(50))
    await withy.kill()
    stage.judgeDisk()
    await withy.start()
    await stage.judgeAll()
    return { total: { acked: stage.ledger.counts().acked }, worst: { 'saved again (ms)': recovery } }
  },
}

export const D04: Scenario = {
  shows:
    'A full disk: nothing acked or shown, reading and taking away go on, /readyz says no; once there is room it saves again by itself.',
  seeds: 3,
  async run(stage) {
    const { withy, dataDir, chance } = stage
    mkdirSync(dataDir, { recursive: true })
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m,mode=700', 'tmpfs', dataDir], {
      encoding: 'utf8',
    })
    if (mounted.error || mounted.status !== 0) throw new LeftOut('no disk of 16 MB can be made here (it takes root)')
    stage.atEnd(() => spawnSync('umount', ['-l', dataDir]))
    const [anna, ...others] = await stage.open(2)
    if (!anna) return {}
    await typeUntilAcked(stage, 1 + chance.below(50))
    for (const writer of stage.writers()) await writer.saved()

    const filler = join(dataDir, 'filler')
    const { bavail, bsize } = statfsSync(dataDir)
    // Down to the last byte: a file that did not fit leaves room for a small change.
    writeFileSync(filler, Buffer.alloc(bavail * bsize))
    holds(statfsSync(dataDir).bavail === 0, 'the disk is not full')
    await typeUntilRefused(anna)
    await within('/readyz says no', async () => !(await isReady(stage)), 10_000)
    const reader = openBot(await inTime('somebody who was here', Promise.resolve(others[0]?.guest ?? anna.guest)))
    stage.atEnd(() => reader.ws.terminate())
    await within('the plan can be read', () => reader.isSynced())
    stage.ledger.judge('a reader while the disk is full', wordsOf(reader.doc).match(/⟦.*?⟧/g) ?? [])
    const taken = await fetch(`${withy.origin}/api/plans/${anna.guest.plan}/take-away/html`, {
      headers: { cookie: anna.guest.cookie, origin: withy.origin },
    })
    holds(taken.status === 200, `taking away: ${taken.status}`)

    const { pid } = withy.server()
    rmSync(filler)
    const recovery = await stage.judgeAll()
    await within('/readyz says yes', () => isReady(stage), 10_000)
    holds(withy.server().pid === pid, 'it had to be started again')
    await withy.kill()
    stage.judgeDisk()
    return { total: { acked: stage.ledger.counts().acked }, worst: { 'saved again (ms)': recovery } }
  },
}

/** The log may still have some pages of its own to fill. */
async function typeUntilRefused(writer: Writer): Promise<void> {
  const bot = writer.bot()
  const clock = setInterval(() => writer.type(), 5)
  const closed = bot?.closed ?? Promise.reject(new Error('no socket'))
  const { code } = await inTime('the room stops', closed, 20_000).finally(() => clearInterval(clock))
  holds(code === CLOSE.tryLater, `a socket was told ${code}`)
}

/** Five people come at once to a plan that cannot be read: all are told so, none is shown anything on a socket. */
async function comeInVain({ writers }: Stage, isTold: (code: number) => boolean) {
  const { guest } = writers()[0] as Writer
  const bots = Array.from({ length: 5 }, () => openBot(guest))
  for (const bot of bots) {
    const [status, { code }] = await inTime('they are turned away', Promise.all([bot.status, bot.closed]), 20_000)
    holds(status === 101 ? isTold(code) : status >= 500, `somebody was told ${status} ${code}`)
    holds(wordsOf(bot.doc) === '', 'a part of the plan was shown')
  }
}

export const D05: Scenario = {
  shows:
    'A plan that cannot be read whole (the disk refuses to read; a change is missing): people are told that it is damaged, or to come back; nothing is written over it.',
  seeds: 5,
  async run(stage) {
    needsStrace()
    const { withy, dataDir, chance } = stage
    const [anna] = await stage.open(3)
    if (!anna) return {}
    await typeUntilAcked(stage, 100 + chance.below(100))
    for (const writer of stage.writers()) await writer.saved()
    await withy.kill()
    const { plan } = anna.guest
    type Row = Record<string, unknown> & { seq: number }
    const rows = () =>
      ask(dataDir, (file) =>
        file.prepare<[string], Row>('select * from plan_update where plan = ? order by seq').all(plan),
      )
    const before = rows()
    const lost = chance.of(before.slice(2, -1))
    const change = (sql: string, ...with_: unknown[]) => ask(dataDir, (file) => file.prepare(sql).run(...with_), false)
    // Without its snapshot every change counts.
    change('delete from plan_snapshot where plan = ?', plan)
    change('delete from plan_update where plan = ? and seq = ?', plan, lost.seq)

    await withy.start()
    await comeInVain(stage, (code) => code === CLOSE.damaged)
    holds(rows().length === before.length - 1, 'something was written to a plan that cannot be read')
    const names = Object.keys(lost)
    change(
      `insert into plan_update (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
      ...Object.values(lost),
    )
    await stage.judgeAll()

    await withy.kill()
    change('delete from plan_snapshot where plan = ?', plan)
    await withy.start()
    const files = ['withy.db', 'withy.db-wal'].map((name) => join(dataDir, name))
    const heal = await injectInto(withy.server().pid, 'pread64:error=EIO', files)
    stage.atEnd(heal)
    await comeInVain(stage, (code) => code < 4400 || code >= 4500)
    await heal()
    const recovery = await stage.judgeAll()
    return { total: { acked: stage.ledger.counts().acked }, worst: { 'readable again (ms)': recovery } }
  },
}
