import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '@withy/shared/access'
import { listRoot, textRoot } from '@withy/shared/plan'
import type * as Y from 'yjs'
import { type Guest, joinPlan, startPlan } from '../../src/testing/guests.ts'
import type { SpawnNeeds } from '../../src/testing/spawn-server.ts'
import { LIST_BOX, TEXT_BOX } from '../../src/testing/writer.ts'
import { createBystander } from './bystander.ts'
import { createChance } from './chance.ts'
import { createLedger, tokensOf } from './ledger.ts'
import { judgeFile, readOnDisk } from './on-disk.ts'
import { openWithy } from './server.ts'
import { within } from './within.ts'
import { createWriter, type Writer } from './writer.ts'

/** How much is done in a run: `short` is what `npm test` has time for. */
export type Much = 'full' | 'short'

/** The promise is 5 s on a machine that has nothing else to do; a test machine may be busy. The figures tell. */
export const RECOVERY_MS = 10_000

export type Stage = Awaited<ReturnType<typeof openStage>>

/** One run of one scenario: a folder, a server, a plan and its books, and everything that has to be cleared away. */
export async function openStage(seed: number, much: Much) {
  const home = mkdtempSync(join(tmpdir(), 'withy-faults-'))
  const dataDir = join(home, 'data')
  const began = performance.now()
  const notes: string[] = []
  const note = (what: string) => void notes.push(`${(performance.now() - began).toFixed(1)} ${what}`)
  const chance = createChance(seed)
  const ledger = createLedger()
  const withy = await openWithy(dataDir, note)
  const writers: Writer[] = []
  const endings: (() => unknown)[] = []
  let owner: Guest | null = null
  let bystander: Awaited<ReturnType<typeof createBystander>> | null = null

  const anna = (): Guest => {
    if (!owner) throw new Error('the plan has not been started')
    return owner
  }

  async function writer(role: Role = 'contributor'): Promise<Writer> {
    const number = writers.length
    const guest = number === 0 ? anna() : await joinPlan(anna(), `Writer ${number}`, role)
    const made = createWriter({ guest, number, ledger, note })
    writers.push(made)
    await made.comeBack()
    return made
  }

  return {
    seed,
    much,
    isShort: much === 'short',
    dataDir,
    /** A folder beside the data, for what a scenario keeps there. */
    home,
    note,
    chance,
    ledger,
    withy,
    proxy: withy.proxy,
    anna,
    writer,
    /** The socket of the plan nobody may hear of. */
    bystander() {
      if (!bystander) throw new Error('the other plan has not been started')
      return bystander.bot
    },
    writers: (): readonly Writer[] => writers,
    /** Whatever becomes of the run, this is done at its end. */
    atEnd: (end: () => unknown) => void endings.unshift(end),

    /** Starts the server, a plan of Anna's with so many who write in it, and another plan nobody may hear of. */
    async open(count: number, needs: SpawnNeeds = {}): Promise<readonly Writer[]> {
      await withy.start(needs)
      owner = await startPlan(withy.origin)
      bystander = await createBystander(withy.origin)
      for (let i = 0; i < count; i++) await writer()
      writers[0]?.startLine()
      for (const one of writers) await within('the first line is everywhere', () => one.texts().length === 1)
      return writers
    },
    guest: (role: Role, name: string = role) => joinPlan(anna(), name, role),

    /** The plan as the database file has it. */
    onDisk: () => readOnDisk(dataDir, anna().plan),

    /** Oracles a, b, d and f, on the database file alone. @throws {Broken} */
    judgeDisk() {
      for (const one of writers) one.tellSeen()
      judgeFile(dataDir)
      ledger.judge('the database', tokensOf(readOnDisk(dataDir, anna().plan)))
    },

    /**
     * After whatever happened: everybody comes back with what they have, and all oracles are asked.
     * @returns until the slowest was back and saved (ms) @throws {Broken}
     */
    async judgeAll(): Promise<number> {
      for (const one of writers) one.tellSeen()
      const took = await Promise.all(writers.map((one) => one.comeBack(RECOVERY_MS)))
      await Promise.all(writers.map((one) => one.saved()))
      const fresh = createWriter({ guest: anna(), number: 99, ledger: createLedger(), note })
      await fresh.comeBack(RECOVERY_MS)
      const disk = () => readOnDisk(dataDir, anna().plan)
      // What was on its way to somebody when the last ack came may take another moment.
      const everyone = () => [...writers.map(({ doc }) => doc), fresh.doc]
      await within('all copies are the same', () => everyone().every((doc) => isSame(doc, disk()))).catch((problem) => {
        for (const doc of [...everyone(), disk()]) note(`a copy: ${wordsAndLists(doc)}`)
        throw problem
      })
      ledger.judgeWhole('a fresh client', tokensOf(fresh.doc))
      ledger.judgeWhole('the database', tokensOf(disk()))
      judgeFile(dataDir)
      await fresh.leave()
      bystander?.judge(
        writers.flatMap((one) => one.bot()?.heard ?? []),
        withy.said(),
      )
      return Math.max(0, ...took)
    },

    /** Keeps all that tells what happened. @returns the folder */
    keep(name: string, problem: unknown): string {
      const to = join(KEPT, `${name}-${seed}`)
      rmSync(to, { recursive: true, force: true })
      mkdirSync(to, { recursive: true })
      writeFileSync(join(to, 'operations.log'), `${notes.join('\n')}\n`)
      writeFileSync(join(to, 'server.log'), withy.said())
      writeFileSync(join(to, 'problem.txt'), `seed ${seed}\n${problem instanceof Error ? problem.stack : problem}\n`)
      cpSync(home, join(to, 'home'), { recursive: true, filter: (path) => !path.endsWith('.sock') })
      return to
    },

    async close() {
      for (const one of writers) one.bot()?.ws.terminate()
      bystander?.close()
      await withy.close()
      for (const end of endings) await end()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

const isSame = (a: Y.Doc, b: Y.Doc) => wordsAndLists(a) === wordsAndLists(b)

/** Where failed runs are kept. */
const KEPT = new URL('../kept', import.meta.url).pathname

/** A map's keys stand in the order in which they came to each copy: that is no difference. */
const inOrder = (_key: string, value: unknown) =>
  value instanceof Object && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

const wordsAndLists = (doc: Y.Doc) =>
  `${textRoot(doc, TEXT_BOX).toString()}\n${JSON.stringify(listRoot(doc, LIST_BOX).toJSON(), inOrder)}`
