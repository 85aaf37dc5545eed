import { describe, expect, it } from 'vitest'
import type { LogBatch, LogEntry, UpdateLog } from './update-log.ts'

/** One adapter's set-up: an empty log and a plan in it, a way to give the plan another epoch. */
export type UpdateLogUnderTest = {
  readonly log: UpdateLog
  readonly plan: string
  restart(epoch: string): Promise<void>
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
    const changes = (...entries: LogEntry[]): LogBatch => ({ claims: [], entries })
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
        it.log.append(it.plan, epoch, { claims: [{ client: 9, person: 'anna' }], entries: [] }),
      ).rejects.toThrow()
      await expect(it.log.append('no-such-plan', epoch, changes(entry(1)))).rejects.toThrow()
    })

    it('[STORE-4] binds a client id to one person for good, in the same transaction', async () => {
      const it = await make()
      const epoch = await epochOf(it)
      await it.log.append(it.plan, epoch, { claims: [{ client: 7, person: 'anna' }], entries: [entry(1)] })
      await it.log.append(it.plan, epoch, { claims: [{ client: 7, person: 'anna' }], entries: [] })
      const forged = {
        claims: [
          { client: 8, person: 'ben' },
          { client: 7, person: 'ben' },
        ],
        entries: [entry(2, 'forged', 'ben')],
      }
      await expect(it.log.append(it.plan, epoch, forged)).rejects.toThrow()
      const loaded = await it.log.load(it.plan)
      expect(loaded?.clients).toEqual(new Map([[7, 'anna']]))
      expect(loaded?.updates).toHaveLength(1)
    })

    it('[STORE-7] gives the last snapshot with what came after it, and keeps the log whole', async () => {
      const it = await make()
      const epoch = await epochOf(it)
      const at = (seq: number) => ({ seq, stored: 8 * seq, bytes: new TextEncoder().encode(`all ${seq}`) })
      await it.log.append(it.plan, epoch, changes(entry(1), entry(2), entry(3)))
      const stored = (await it.log.load(it.plan))?.stored
      expect((await it.log.load(it.plan))?.snapshot).toBeNull()
      expect(await it.log.keepSnapshot(it.plan, epoch, at(2))).toBe(true)
      const loaded = await it.log.load(it.plan)
      expect(new TextDecoder().decode(loaded?.snapshot?.bytes)).toBe('all 2')
      expect([loaded?.snapshot?.seq, loaded?.seq, loaded?.stored]).toEqual([2, 3, stored])
      expect(await words(it)).toEqual(['change 3'])
      await it.log.append(it.plan, epoch, changes(entry(4)))
      expect(await words(it)).toEqual(['change 3', 'change 4'])
    })

    it('[STORE-8] keeps no snapshot that is older than the one there, ahead of the log, or of another epoch', async () => {
      const it = await make()
      const epoch = await epochOf(it)
      const at = (seq: number) => ({ seq, stored: 8 * seq, bytes: new TextEncoder().encode(`all ${seq}`) })
      await it.log.append(it.plan, epoch, changes(entry(1), entry(2)))
      expect(await it.log.keepSnapshot(it.plan, epoch, at(2))).toBe(true)
      for (const seq of [1, 2, 3]) expect(await it.log.keepSnapshot(it.plan, epoch, at(seq))).toBe(false)
      expect(await it.log.keepSnapshot('no-such-plan', epoch, at(1))).toBe(false)
      await it.restart('another')
      expect(await it.log.keepSnapshot(it.plan, epoch, at(2))).toBe(false)
      expect((await it.log.load(it.plan))?.snapshot).toBeNull()
    })

    it('[STORE-4] keeps the largest client id Yjs makes', async () => {
      const it = await make()
      await it.log.append(it.plan, await epochOf(it), { claims: [{ client: 0xffffffff, person: 'anna' }], entries: [] })
      expect((await it.log.load(it.plan))?.clients.get(0xffffffff)).toBe('anna')
    })
  })
}
