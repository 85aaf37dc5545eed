import { describe, expect, it } from 'vitest'
import type { Authored } from './authors.ts'
import type { LogBatch, LogEntry, Snapshot, UpdateLog } from './update-log.ts'

/** One adapter's set-up: an empty log and a plan in it, Anna its only member; ways to give it another epoch and to read who wrote it. */
export type UpdateLogUnderTest = {
  readonly log: UpdateLog
  readonly plan: string
  restart(epoch: string): Promise<void>
  authors(): Promise<readonly Authored[]>
}

/** What every update log promises (the port's comments in storage.ts). An adapter's test is its set-up. */
export function describeUpdateLog(name: string, make: () => Promise<UpdateLogUnderTest>): void {
  describe(`update log: ${name}`, () => {
    const entry = (seq: number, words = `change ${seq}`, person = 'anna'): LogEntry => ({
      seq,
      person,
      connection: 'socket',
      at: 1_000 + seq,
      bytes: new TextEncoder().encode(words),
    })
    const changes = (...entries: LogEntry[]): LogBatch => ({ claims: [], entries, authored: [] })
    const at = (seq: number): Snapshot => {
      const [bytes, vector, deletes] = ['all', 'clocks', 'deleted'].map((of) =>
        new TextEncoder().encode(`${of} ${seq}`),
      )
      return { seq, bytes, vector, deletes } as Snapshot
    }
    const words = async ({ log, plan }: UpdateLogUnderTest) =>
      (await log.load(plan))?.updates.map((bytes) => new TextDecoder().decode(bytes))
    const epochOf = async ({ log, plan }: UpdateLogUnderTest) => (await log.load(plan))?.epoch ?? ''

    it('[STORE-3] gives back what was appended, in order, and nothing for a plan that is not there', async () => {
      const it = await make()
      const epoch = await epochOf(it)
      await it.log.append(it.plan, epoch, changes(entry(1), entry(2)))
      await it.log.append(it.plan, epoch, changes(entry(3)))
      expect(await words(it)).toEqual(['change 1', 'change 2', 'change 3'])
      expect((await it.log.load(it.plan))?.seq).toBe(3)
      expect(await it.log.load('no-such-plan')).toBeNull()
    })

    it('[STORE-3] refuses a change that is not the next, and keeps nothing of its batch', async () => {
      const it = await make()
      const epoch = await epochOf(it)
      await it.log.append(it.plan, epoch, changes(entry(1)))
      await expect(it.log.append(it.plan, epoch, changes(entry(1, 'again')))).rejects.toThrow()
      await expect(it.log.append(it.plan, epoch, changes(entry(3)))).rejects.toThrow()
      await expect(it.log.append(it.plan, epoch, changes(entry(2), entry(4)))).rejects.toThrow()
      expect(await words(it)).toEqual(['change 1'])
      await it.log.append(it.plan, epoch, changes(entry(2)))
      expect(await words(it)).toEqual(['change 1', 'change 2'])
    })

    it('[STORE-3] refuses a change of another epoch, and of a plan that is not there', async () => {
      const it = await make()
      const epoch = await epochOf(it)
      await it.log.append(it.plan, epoch, changes(entry(1)))
      await it.restart('another')
      await expect(it.log.append(it.plan, epoch, changes(entry(2)))).rejects.toThrow()
      await expect(
        it.log.append(it.plan, epoch, { claims: [{ client: 9, person: 'anna' }], entries: [], authored: [] }),
      ).rejects.toThrow()
      await expect(it.log.append('no-such-plan', epoch, changes(entry(1)))).rejects.toThrow()
    })

    it('[STORE-4] binds a client id to one person for good, in the same transaction', async () => {
      const it = await make()
      const epoch = await epochOf(it)
      await it.log.append(it.plan, epoch, {
        claims: [{ client: 7, person: 'anna' }],
        entries: [entry(1)],
        authored: [],
      })
      await it.log.append(it.plan, epoch, { claims: [{ client: 7, person: 'anna' }], entries: [], authored: [] })
      const forged = {
        claims: [
          { client: 8, person: 'ben' },
          { client: 7, person: 'ben' },
        ],
        entries: [entry(2, 'forged', 'ben')],
        authored: [],
      }
      await expect(it.log.append(it.plan, epoch, forged)).rejects.toThrow()
      const loaded = await it.log.load(it.plan)
      expect(loaded?.clients).toEqual(new Map([[7, 'anna']]))
      expect(loaded?.updates).toHaveLength(1)
    })

    it('[STORE-7] gives the last snapshot with what came after it, and keeps the log whole', async () => {
      const it = await make()
      const epoch = await epochOf(it)
      await it.log.append(it.plan, epoch, changes(entry(1), entry(2), entry(3)))
      expect((await it.log.load(it.plan))?.snapshot).toBeNull()
      expect(await it.log.keepSnapshot(it.plan, epoch, at(2))).toBe(true)
      const loaded = await it.log.load(it.plan)
      expect(loaded?.snapshot).toEqual(at(2))
      expect([loaded?.seq, loaded?.compacted]).toEqual([3, 0])
      expect(await words(it)).toEqual(['change 3'])
      await it.log.append(it.plan, epoch, changes(entry(4)))
      expect(await words(it)).toEqual(['change 3', 'change 4'])
      expect((await it.log.load(it.plan, 'base'))?.updates).toHaveLength(4)
    })

    it('[STORE-8] keeps no snapshot that is older than the one there, ahead of the log, or of another epoch', async () => {
      const it = await make()
      const epoch = await epochOf(it)
      await it.log.append(it.plan, epoch, changes(entry(1), entry(2)))
      expect(await it.log.keepSnapshot(it.plan, epoch, at(2))).toBe(true)
      for (const seq of [1, 2, 3]) expect(await it.log.keepSnapshot(it.plan, epoch, at(seq))).toBe(false)
      expect(await it.log.keepSnapshot('no-such-plan', epoch, at(1))).toBe(false)
      await it.restart('another')
      expect(await it.log.keepSnapshot(it.plan, epoch, at(2))).toBe(false)
      expect((await it.log.load(it.plan))?.snapshot).toBeNull()
    })

    it('[SYNC-111] takes nothing more once it is fenced, and says why', async () => {
      const it = await make()
      const epoch = await epochOf(it)
      await it.log.append(it.plan, epoch, changes(entry(1)))
      await it.log.fence(it.plan, 'another epoch', 'too-deep')
      await it.log.append(it.plan, epoch, changes(entry(2)))
      await it.log.fence(it.plan, epoch, 'too-deep')
      await expect(it.log.append(it.plan, epoch, changes(entry(3)))).rejects.toThrow()
      const loaded = await it.log.load(it.plan)
      expect([loaded?.fenced, loaded?.updates.length]).toEqual(['too-deep', 2])
    })

    it('[STORE-41] is compacted to a snapshot: forgets the changes that are in the one before it, and no others', async () => {
      const it = await make()
      const epoch = await epochOf(it)
      await it.log.append(it.plan, epoch, changes(...[1, 2, 3, 4, 5, 6].map((seq) => entry(seq))))
      expect(await it.log.keepSnapshot(it.plan, epoch, at(1))).toBe(true)
      expect(await it.log.compact(it.plan, epoch, at(2))).toEqual({ more: false })
      expect((await it.log.load(it.plan, 'base'))?.compacted).toBe(2)
      expect(await it.log.keepSnapshot(it.plan, epoch, at(3))).toBe(true)
      expect(await words(it)).toEqual(['change 4', 'change 5', 'change 6'])
      expect(await it.log.compact(it.plan, epoch, at(4))).toEqual({ more: false })
      expect(await words(it)).toEqual(['change 5', 'change 6'])
      expect(await it.log.compact(it.plan, epoch, at(4))).toEqual({ more: false })
      expect((await it.log.load(it.plan))?.compacted).toBe(4)
    })

    it('[STORE-41] is not compacted to what is older, ahead of it, or of another epoch', async () => {
      const it = await make()
      const epoch = await epochOf(it)
      await it.log.append(it.plan, epoch, changes(entry(1), entry(2), entry(3)))
      expect(await it.log.compact(it.plan, epoch, at(2))).not.toBeNull()
      for (const seq of [1, 4]) expect(await it.log.compact(it.plan, epoch, at(seq))).toBeNull()
      expect(await it.log.compact('no-such-plan', epoch, at(3))).toBeNull()
      await it.restart('another')
      expect(await it.log.compact(it.plan, epoch, at(3))).toBeNull()
      expect((await it.log.load(it.plan))?.snapshot).toBeNull()
    })

    const inserted = (seq: number, from: number, more: Partial<Authored> = {}): Authored => ({
      ...{ seq, client: 7, person: 'anna', saidFor: null, at: 1_000 + seq, did: 'inserted', from },
      ...(more as object),
    })
    const deleted = (seq: number, ...clocks: readonly { from: number; to: number }[]): Authored => ({
      ...{ seq, client: 0xffffffff, person: 'ben', saidFor: null, at: 1_000 + seq, did: 'deleted', clocks },
    })

    it('[STORE-50] keeps who wrote what with the change, or neither, and through another epoch', async () => {
      const it = await make()
      const epoch = await epochOf(it)
      const first = [deleted(1, { from: 3, to: 4 }), inserted(1, 0)]
      await it.log.append(it.plan, epoch, { claims: [], entries: [entry(1)], authored: first })
      expect(await it.authors()).toEqual(first)
      const refused = { claims: [], entries: [entry(9)], authored: [inserted(9, 50)] }
      await expect(it.log.append(it.plan, epoch, refused)).rejects.toThrow()
      expect(await it.authors()).toEqual(first)
      await it.restart('another')
      await it.log.append(it.plan, 'another', { claims: [], entries: [entry(1)], authored: [inserted(1, 60)] })
      expect(await it.authors()).toHaveLength(3)
    })

    it('[STORE-51] takes what is told again with more in it as the same row', async () => {
      const it = await make()
      const epoch = await epochOf(it)
      await it.log.append(it.plan, epoch, {
        claims: [],
        entries: [entry(1)],
        authored: [deleted(1, { from: 9, to: 10 })],
      })
      const more = deleted(1, { from: 0, to: 2 }, { from: 8, to: 10 }, { from: 5_000_000_000, to: 5_000_000_001 })
      await it.log.append(it.plan, epoch, { claims: [], entries: [entry(2)], authored: [more] })
      expect(await it.authors()).toEqual([more])
    })

    it('[SYNC-131] keeps whom somebody typed for only where they are in the plan then; the words stay', async () => {
      const it = await make()
      const authored = [
        inserted(1, 0, { person: 'ben', saidFor: 'anna' }),
        inserted(2, 5, { saidFor: 'ben' }),
        inserted(3, 9, { saidFor: 'nobody' }),
      ]
      const entries = [entry(1, 'for Anna', 'ben'), entry(2), entry(3)]
      await it.log.append(it.plan, await epochOf(it), { claims: [], entries, authored })
      expect((await it.authors()).map(({ saidFor }) => saidFor)).toEqual(['anna', null, null])
      expect(await words(it)).toHaveLength(3)
    })

    it('[STORE-4] keeps the largest client id Yjs makes', async () => {
      const it = await make()
      await it.log.append(it.plan, await epochOf(it), {
        claims: [{ client: 0xffffffff, person: 'anna' }],
        entries: [],
        authored: [],
      })
      expect((await it.log.load(it.plan))?.clients.get(0xffffffff)).toBe('anna')
    })
  })
}
