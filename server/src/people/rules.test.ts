import type { Role } from '@withy/shared/access'
import { ROLES } from '@withy/shared/access'
import type { Person } from '@withy/shared/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusing } from '../http/refused.ts'
import type { Decide, InvitationRow } from '../storage/people.ts'
import { changeRole, changeSelf, comeIn, giveOwnership, nextColour, takeOut } from './rules.ts'

const person = (id: string, role: Role, more: Partial<Person> = {}): Person => ({
  id,
  name: id,
  voice: 'resident',
  role,
  colour: 0,
  cameBy: 'link',
  joinedAt: '2026-01-01T00:00:00.000Z',
  seat: false,
  ...more,
})

const invitation = (more: Partial<InvitationRow> = {}): InvitationRow => ({
  id: 'i',
  plan: 'p',
  kind: 'link',
  role: 'contributor',
  voice: 'carer',
  generation: 1,
  codeHash: null,
  madeBy: 'a',
  madeAt: 1_000,
  expiresAt: 9_000,
  joined: 0,
  ...more,
})
const newcomer = (id: string) => ({ person: id, name: id, voice: undefined, plans: 0, now: 2_000 })

/** The people after a change, or the word of the no. */
const after = (people: readonly Person[], decide: Decide): readonly Person[] | string => {
  try {
    const { put = [], gone = [] } = decide(people, [], [])
    const replaced = new Set([...put.map(({ id }) => id), ...gone.map(({ id }) => id)])
    return [...people.filter(({ id }) => !replaced.has(id)), ...put]
  } catch (err) {
    if (err instanceof Refusing) return err.refusal
    throw err
  }
}

describe('the people of a plan', () => {
  it('[ACCESS-17] gives colours in the order people join, and the freed ones again', () => {
    const joined: { colour: number }[] = []
    for (let n = 0; n < 12; n++) joined.push({ colour: nextColour(joined) })
    expect(joined.map(({ colour }) => colour)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1])
    expect(nextColour(joined.slice(0, 10).filter(({ colour }) => colour !== 4))).toBe(4)
  })

  it('[ACCESS-10] always leaves exactly one owner and at most one seat, whatever people do at once', () => {
    const ids = ['a', 'b', 'c', 'd'] as const
    const id = fc.constantFrom(...ids)
    const step = fc.oneof(
      fc.tuple(id, id, fc.constantFrom(...ROLES)).map(([me, who, role]) => changeRole(me, who, role, 3_000)),
      fc.tuple(id, id).map(([me, who]) => takeOut(me, who, 3_000)),
      fc.tuple(id, id).map(([me, who]) => giveOwnership(me, who, 3_000)),
      fc.tuple(id, fc.constantFrom('carer', 'person')).map(([me, voice]) => changeSelf(me, me, { voice } as never)),
      fc
        .tuple(id, fc.constantFrom<Role>('facilitator', 'viewer'))
        .map(([me, role]) => comeIn(invitation({ role }), newcomer(me))),
      id.map((me) => comeIn(invitation({ kind: 'seat', role: 'owner', voice: 'person' }), newcomer(me))),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let people: readonly Person[] = [person('a', 'owner')]
        for (const decide of steps) {
          const next = after(people, decide)
          if (typeof next === 'string') continue
          people = next
          expect(people.filter(({ role }) => role === 'owner')).toHaveLength(1)
          expect(people.filter(({ seat }) => seat).length).toBeLessThanOrEqual(1)
          expect(people.every(({ seat, voice }) => seat === (voice === 'person'))).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('[ACCESS-4] lets nobody give or take more than their own role', () => {
    for (const mine of ROLES) {
      for (const theirs of ROLES) {
        for (const wanted of ROLES) {
          const people = [person('me', mine), person('them', theirs), person('o', 'owner')]
          const result = after(people, changeRole('me', 'them', wanted, 0))
          const mayAsk = mine === 'owner' || mine === 'facilitator'
          const isAllowed = wanted === theirs || (mayAsk && theirs !== 'owner' && wanted !== 'owner')
          expect([mine, theirs, wanted, typeof result !== 'string']).toEqual([mine, theirs, wanted, isAllowed])
        }
      }
    }
  })

  it('[ACCESS-11] lets nobody else lower or take out the person a support plan is about', () => {
    const people = [person('o', 'owner'), person('rosa', 'contributor', { seat: true, voice: 'person' })]
    expect(after(people, changeRole('o', 'rosa', 'viewer', 0))).toBe('not-allowed')
    expect(after(people, takeOut('o', 'rosa', 0))).toBe('not-allowed')
    expect(after(people, takeOut('rosa', 'rosa', 0))).toHaveLength(1)
  })

  it('[ACCESS-8] gives the seat to nobody who only says so, and back when they say otherwise', () => {
    const rosa = person('rosa', 'owner', { seat: true, voice: 'person' })
    expect(after([person('a', 'owner')], changeSelf('a', 'a', { voice: 'person' }))).toBe('not-allowed')
    expect(after([rosa], changeSelf('rosa', 'rosa', { voice: 'care' }))).toEqual([
      { ...rosa, voice: 'care', seat: false },
    ])
    const said = { ...newcomer('b'), voice: 'person' as const }
    expect(after([person('a', 'owner')], comeIn(invitation(), said))).toBe('not-allowed')
  })
})
