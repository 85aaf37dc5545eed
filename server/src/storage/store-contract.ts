import type { Person } from '@withy/shared/protocol'
import { describe, expect, it } from 'vitest'
import type { InvitationRow } from './people.ts'
import type { NewPlan } from './plans.ts'
import type { Store } from './store.ts'
import type { UpdateLog } from './update-log.ts'

/** One dialect's set-up: an empty store, and the update log over the same database. */
export type StoreUnderTest = { readonly store: Store; readonly log: UpdateLog }

export const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  name: `Name of ${id}`,
  voice: 'resident',
  role: 'contributor',
  colour: 3,
  cameBy: 'link',
  joinedAt: '2026-01-01T00:00:00.000Z',
  seat: false,
  ...more,
})

/** A plan as it is started, by Anna. */
export const plan = (id: string, more: Partial<NewPlan> = {}): NewPlan => ({
  plan: { id, kind: 'support', title: `Title of ${id}`, epoch: `epoch of ${id}`, startedAt: 1_000 },
  owner: person('anna', { role: 'owner', cameBy: 'started' }),
  ...more,
})

const invitation = (id: string, more: Partial<InvitationRow> = {}): InvitationRow => ({
  id,
  plan: 'p',
  kind: 'link',
  role: 'viewer',
  voice: 'carer',
  generation: 1,
  codeHash: null,
  madeBy: 'anna',
  madeAt: 1_000,
  expiresAt: 5_000,
  joined: 0,
  ...more,
})

/** What the store promises on every database (the ports' comments). A dialect's test is its set-up. */
export function describeStore(name: string, make: () => Promise<StoreUnderTest>): void {
  const withPlan = async () => {
    const made = await make()
    await made.store.create(plan('p'), 9)
    return made
  }

  describe(`store: ${name}`, () => {
    it('[STORE-20] keeps a plan, its owner and its first words together', async () => {
      const { store, log } = await make()
      const words = { bytes: new Uint8Array([0, 0]), clients: [7] }
      expect(await store.create(plan('p', { words }), 9)).toBe('made')
      expect(await store.find('p')).toEqual({ ...plan('p').plan, lang: null, shown: null, startedBy: 'anna' })
      expect(await store.peopleOf('p')).toEqual([plan('p').owner])
      expect(await log.load('p')).toMatchObject({ seq: 1, updates: [words.bytes], clients: new Map([[7, 'anna']]) })
      expect(await store.roleOf('p', 'anna')).toBe('owner')
    })

    it('[STORE-52] tells of the first words that the starter put them in', async () => {
      const { store } = await make()
      await store.create(plan('p', { words: { bytes: new Uint8Array([0, 0]), clients: [7] } }), 9)
      const by = { seq: 1, client: 7, person: 'anna', saidFor: null, at: 1_000 }
      expect(await store.authorsOf('p')).toEqual([{ ...by, did: 'inserted', from: 0 }])
    })

    it('[STORE-20] keeps nothing of a plan whose words cannot be kept', async () => {
      const { store, log } = await make()
      const words = { bytes: new Uint8Array([0, 0]), clients: [7, 7] }
      await expect(store.create(plan('p', { words }), 9)).rejects.toThrow()
      expect([await store.find('p'), await log.load('p'), await store.cardsOf('anna')]).toEqual([null, null, []])
    })

    it('[STORE-21] lists the plans a person is in, last changed first, with how many people', async () => {
      const { store } = await withPlan()
      await store.create(plan('q', { plan: { ...plan('q').plan, startedAt: 2_000 } }), 9)
      await store.changePeople('p', () => ({ put: [person('ben')] }))
      const cards = await store.cardsOf('anna')
      expect(cards.map(({ id, people, role }) => [id, people, role])).toEqual([
        ['q', 1, 'owner'],
        ['p', 2, 'owner'],
      ])
      expect((await store.cardsOf('ben')).map(({ id, role }) => [id, role])).toEqual([['p', 'contributor']])
      expect(await store.create(plan('r'), 2)).toBe('plans-full')
    })

    it('[STORE-22] lets a start link be used once, in its time', async () => {
      const { store } = await make()
      await store.addStartLink('s', 0, 5_000)
      await store.addStartLink('old', 0, 1_000)
      const both = ['p', 'q'].map((id) => store.create(plan(id, { startLink: 's' }), 9))
      expect((await Promise.all(both)).toSorted()).toEqual(['made', 'start-link-over'])
      expect(await store.create(plan('r', { startLink: 'old' }), 9)).toBe('start-link-over')
      expect(await store.create(plan('r', { startLink: 'none' }), 9)).toBe('start-link-over')
      expect(await store.cardsOf('anna')).toHaveLength(1)
    })

    it('[STORE-23] changes people as decided on all of them, or not at all', async () => {
      const { store } = await withPlan()
      const ben = person('ben', { joinedAt: '2026-01-02T00:00:00.000Z' })
      const now = await store.changePeople('p', () => ({ put: [ben] }))
      expect(now.map(({ id }) => id)).toEqual(['anna', 'ben'])
      const undone = store.changePeople('p', () => {
        throw new Error('no')
      })
      await expect(undone).rejects.toThrow('no')
      const left = { id: 'ben', name: ben.name, removed: true, leftAt: 7 }
      await store.changePeople('p', (people) => {
        expect(people).toContainEqual(ben)
        return { gone: [left] }
      })
      expect([await store.roleOf('p', 'ben'), await store.formerOf('p')]).toEqual([null, [left]])
      await store.changePeople('p', (_, former) => {
        expect(former).toEqual([left])
        return { put: [ben] }
      })
      expect(await store.formerOf('p')).toEqual([])
    })

    it('[STORE-23] keeps two changes at once apart: each decides on what the other left', async () => {
      const { store } = await withPlan()
      const join = (id: string) =>
        store.changePeople('p', (people) => ({ put: [person(id, { colour: people.length })] }))
      await Promise.all(['b', 'c', 'd', 'e'].map(join))
      expect((await store.peopleOf('p')).map(({ colour }) => colour).toSorted()).toEqual([1, 2, 3, 3, 4])
    })

    it('[STORE-24] has one seat in a plan, moved in one change, and ends its links when it falls empty', async () => {
      const { store } = await withPlan()
      const anna = plan('p').owner
      await store.addInvitation(invitation('seat', { kind: 'seat' }), 9)
      await store.addInvitation(invitation('link'), 9)
      await store.changePeople('p', () => ({ put: [{ ...anna, seat: true, voice: 'person' }] }))
      const two = store.changePeople('p', () => ({ put: [person('ben', { seat: true })] }))
      await expect(two).rejects.toThrow()
      expect(await store.findInvitation('seat')).not.toBeNull()
      await store.changePeople('p', () => ({ put: [person('ben', { seat: true }), anna] }))
      expect(await store.findInvitation('seat')).not.toBeNull()
      await store.changePeople('p', () => ({ put: [person('ben')] }))
      expect([await store.findInvitation('seat'), (await store.findInvitation('link'))?.id]).toEqual([null, 'link'])
    })

    it('[STORE-24] has one owner in a plan, and moves ownership and seat in one change', async () => {
      const { store } = await withPlan()
      const two = store.changePeople('p', () => ({ put: [person('ben', { role: 'owner' })] }))
      await expect(two).rejects.toThrow()
      const anna = plan('p').owner
      const given = { ...anna, role: 'facilitator', seat: true } as const
      const now = await store.changePeople('p', () => ({ put: [person('ben', { role: 'owner' }), given] }))
      expect(now.map(({ id, role, seat }) => [id, role, seat])).toEqual([
        ['anna', 'facilitator', true],
        ['ben', 'owner', false],
      ])
      const back = await store.changePeople('p', () => ({
        put: [anna, person('ben', { role: 'facilitator', seat: true })],
      }))
      expect(back.map(({ id, role, seat }) => [id, role, seat])).toEqual([
        ['anna', 'owner', false],
        ['ben', 'facilitator', true],
      ])
    })

    it('[STORE-23] keeps the role somebody was set to, also when they leave', async () => {
      const { store } = await withPlan()
      const set = [{ id: 'ben', role: 'viewer', at: 7 }] as const
      await store.changePeople('p', () => ({ put: [person('ben')], set }))
      await store.changePeople('p', () => ({ gone: [{ id: 'ben', name: 'Ben', removed: false, leftAt: 9 }] }))
      await store.changePeople('p', (_, __, rolesSet) => {
        expect(rolesSet).toEqual(set)
        return { set: [{ id: 'ben', role: 'contributor', at: 11 }] }
      })
      await store.changePeople('p', (_, __, rolesSet) => {
        expect(rolesSet).toEqual([{ id: 'ben', role: 'contributor', at: 11 }])
        return {}
      })
    })

    it('[STORE-25] finds, counts, renews and ends invitations', async () => {
      const { store } = await withPlan()
      const code = invitation('code', { kind: 'code', codeHash: 'hash', madeAt: 2_000 })
      expect(await store.addInvitation(invitation('link'), 2)).toBe('kept')
      expect(await store.addInvitation(code, 2)).toBe('kept')
      expect(await store.addInvitation(invitation('third'), 2)).toBe('full')
      expect((await store.invitationsOf('p', 4_000)).map(({ id }) => id)).toEqual(['code', 'link'])
      expect(await store.invitationsOf('p', 5_000)).toEqual([])
      expect(await store.findCode('hash')).toEqual(code)
      const renewed = { ...code, generation: 2, codeHash: 'new', madeAt: 3_000, expiresAt: 9_000 }
      expect([await store.renewInvitation(renewed), await store.renewInvitation(renewed)]).toEqual([true, false])
      expect([await store.findCode('hash'), await store.findCode('new')]).toEqual([null, renewed])
      expect(await store.withdrawInvitation('q', 'code')).toBe(false)
      expect(await store.withdrawInvitation('p', 'code')).toBe(true)
      expect(await store.findInvitation('code')).toBeNull()
    })

    it('[STORE-25] refuses the same code twice, and forgets those that are over when one is made', async () => {
      const { store } = await withPlan()
      const code = (id: string, madeAt: number) =>
        invitation(id, { kind: 'code', codeHash: 'hash', madeAt, expiresAt: madeAt + 100 })
      expect(await store.addInvitation(code('a', 1_000), 9)).toBe('kept')
      expect(await store.addInvitation(code('b', 1_050), 9)).toBe('code-exists')
      expect(await store.addInvitation(code('c', 1_100), 9)).toBe('kept')
    })

    it('[STORE-26] lets people in with an invitation as it is at that moment, and counts them', async () => {
      const { store } = await withPlan()
      const link = invitation('link')
      await store.addInvitation(link, 9)
      const ben = () => ({ put: [person('ben')] })
      expect((await store.joinWith(link, 2_000, ben))?.map(({ id }) => id)).toEqual(['anna', 'ben'])
      expect((await store.findInvitation('link'))?.joined).toBe(1)
      expect(await store.joinWith({ ...link, generation: 2 }, 2_000, ben)).toBeNull()
      expect(await store.joinWith(link, 5_000, ben)).toBeNull()
      const refused = store.joinWith(link, 2_000, () => {
        throw new Error('full')
      })
      await expect(refused).rejects.toThrow('full')
      expect((await store.findInvitation('link'))?.joined).toBe(1)
    })

    it('[STORE-27] remembers devices until they are forgotten or long unseen', async () => {
      const { store } = await withPlan()
      for (const [hash, seenAt] of [
        ['a', 1_000],
        ['b', 2_000],
        ['c', 3_000],
      ] as const) {
        await store.sessions.start({ hash, person: 'anna', seenAt })
      }
      await store.sessions.seen('a', 4_000)
      expect(await store.sessions.find('a')).toEqual({ hash: 'a', person: 'anna', seenAt: 4_000 })
      await store.sessions.forget('c')
      await store.sessions.forgetUnseenSince(2_500)
      const left = await Promise.all(['a', 'b', 'c'].map((hash) => store.sessions.find(hash)))
      expect(left.map((row) => row?.hash)).toEqual(['a', undefined, undefined])
    })

    it('[STORE-28] gives the same way back until it is renewed', async () => {
      const { store } = await withPlan()
      expect(await store.wayBackNow('anna')).toBeNull()
      const asked = [await store.wayBack('anna', false, 1), await store.wayBack('anna', false, 2)]
      expect([...asked, await store.wayBack('anna', true, 3), await store.wayBackNow('anna')]).toEqual([1, 1, 2, 2])
    })

    it('[STORE-29] keeps one set of test answers for each person and action', async () => {
      const { store } = await withPlan()
      const answers = { informed: 'helps', confident: null, connected: 'harms', shows: null } as const
      const row = { item: 'i', person: 'anna', voice: 'carer', answers } as const
      expect(await store.answer('p', row, 1, 1)).toBe(true)
      expect(await store.answer('p', { ...row, answers: { ...answers, shows: 'not-sure' } }, 2, 1)).toBe(true)
      expect(await store.answer('p', { ...row, item: 'another' }, 3, 1)).toBe(false)
      await store.changePeople('p', () => ({ put: [person('ben')] }))
      expect(await store.answer('p', { ...row, item: 'another', person: 'ben' }, 3, 1)).toBe(true)
      const nothing = { informed: null, confident: null, connected: null, shows: null }
      expect(await store.answer('p', { ...row, item: 'another', person: 'ben', answers: nothing }, 3, 1)).toBe(true)
      expect(await store.answer('p', { ...row, item: 'third', answers: nothing }, 3, 1)).toBe(true)
      expect(await store.answersOf('p')).toEqual([{ ...row, answers: { ...answers, shows: 'not-sure' } }])
    })

    it('[A11Y-192] keeps one card for each person of a plan, and none for anybody else', async () => {
      const { store } = await withPlan()
      await store.create(plan('q'), 9)
      await store.changePeople('p', () => ({ put: [person('ben', { joinedAt: '2026-02-01T00:00:00.000Z' })] }))
      const card = { ticks: ['slow' as const], reach: 'Ring twice', words: '' }
      for (const who of ['ben', 'anna', 'stranger']) await store.keepCard('p', who, card, 1)
      await store.keepCard('p', 'ben', { ticks: [], words: 'Breaks' }, 2)
      expect(await store.cardsWith('p')).toEqual([
        { person: 'anna', card },
        { person: 'ben', card: { ticks: [], words: 'Breaks' } },
      ])
      expect([await store.cardOf('p', 'anna'), await store.cardOf('q', 'anna')]).toEqual([card, null])
      await store.keepCard('p', 'anna', null, 3)
      expect([await store.cardOf('p', 'anna'), (await store.cardsWith('p')).length]).toEqual([null, 1])
    })

    it('[A11Y-193] a card goes when its owner leaves the plan, and is not there when they come again', async () => {
      const { store } = await withPlan()
      const ben = person('ben')
      await store.changePeople('p', () => ({ put: [ben] }))
      await store.keepCard('p', 'ben', { ticks: ['slow'], words: '' }, 1)
      await store.changePeople('p', () => ({ put: [{ ...ben, name: 'Benjamin', role: 'viewer' }] }))
      expect(await store.cardOf('p', 'ben')).not.toBeNull()
      await store.changePeople('p', () => ({ gone: [{ id: 'ben', name: 'Ben', removed: true, leftAt: 2 }] }))
      await store.changePeople('p', () => ({ put: [ben] }))
      expect(await store.cardOf('p', 'ben')).toBeNull()
    })

    it('[STORE-17] can say whether it takes writes', async () => {
      const { store } = await make()
      await store.check()
      await store.close()
      await expect(store.check()).rejects.toThrow()
    })
  })
}
