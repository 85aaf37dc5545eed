import type { Role } from '@withy/shared/access'
import type { ChangeFate } from '@withy/shared/protocol'
import { describe, expect, it } from 'vitest'
import { Refusing } from '../http/refused.ts'
import { type ChangeNow, decide, needsOf } from './decide.ts'

const PEOPLE = new Map<string, Role>(
  ['rosa', 'ben', 'cara', 'sue'].map((id) => [id, id === 'sue' ? 'suggester' : 'viewer']),
)

const change = (id: string, owners: readonly string[] = [], more: Partial<ChangeNow> = {}): ChangeNow => ({
  ...{ id, owners, is: 'fits', yes: [], fate: null },
  ...more,
})
const fate = (is: ChangeFate['is']): ChangeFate => ({ is, by: 'cara', at: 1 })

type Says = { readonly role?: Role; readonly accept?: readonly string[]; readonly keep?: readonly string[] }

/** What comes of it where Sue suggested; the word that refuses it. */
function says(me: string, changes: readonly ChangeNow[], { role = 'viewer', accept = [], keep = [] }: Says) {
  try {
    return decide({ by: 'sue', changes }, { me, people: new Map([...PEOPLE, [me, role]]), accept, keep })
  } catch (err) {
    if (err instanceof Refusing) return err.refusal
    throw err
  }
}

const accepted = (...ids: string[]) => ({ accepted: ids, agreed: [], kept: [] })
const agreed = (...ids: string[]) => ({ accepted: [], agreed: ids, kept: [] })
const kept = (...ids: string[]) => ({ accepted: [], agreed: [], kept: ids })

describe('who decides about suggested words', () => {
  it('[TALK-22] is whose words they are, whatever their role, and nobody else', () => {
    const one = [change('one', ['rosa'])]
    expect(says('rosa', one, { accept: ['one'] })).toEqual(accepted('one'))
    expect(says('rosa', one, { keep: ['one'] })).toEqual(kept('one'))
    for (const asked of [{ accept: ['one'] }, { keep: ['one'] }]) {
      expect(says('ben', one, { role: 'owner', ...asked })).toBe('their-words')
      expect(says('sue', one, { role: 'suggester', ...asked })).toBe('their-words')
    }
  })

  it('[TALK-22] is each of them, and the last yes is the one that counts', () => {
    const waits = [change('one', ['rosa', 'ben'])]
    expect(says('rosa', waits, { accept: ['one'] })).toEqual(agreed('one'))
    const half = [change('one', ['rosa', 'ben'], { yes: ['rosa'] })]
    expect(says('rosa', half, { accept: ['one'] })).toEqual(agreed('one'))
    expect(says('ben', half, { accept: ['one'] })).toEqual(accepted('one'))
    expect(says('ben', half, { keep: ['one'] })).toEqual(kept('one'))
  })

  it('[TALK-22] counts no yes that somebody’s words have none of', () => {
    const others = [change('one', ['rosa', 'ben'], { yes: ['cara', 'ben'] })]
    expect(says('cara', others, { role: 'owner', accept: ['one'] })).toBe('their-words')
    expect(says('rosa', others, { accept: ['one'] })).toEqual(accepted('one'))
  })

  it('[TALK-22] is who may write, where the words are nobody’s who is in the plan', () => {
    for (const one of [change('one'), change('one', ['somebody-who-left'])]) {
      expect(says('ben', [one], { role: 'contributor', accept: ['one'] })).toEqual(accepted('one'))
      expect(says('ben', [one], { role: 'contributor', keep: ['one'] })).toEqual(kept('one'))
      for (const role of ['viewer', 'suggester'] as const) {
        expect(says('ben', [one], { role, accept: ['one'] })).toBe('not-allowed')
        expect(says('ben', [one], { role, keep: ['one'] })).toBe('not-allowed')
      }
    }
  })

  it('[TALK-22] asks who suggested for their own words only where they are theirs alone', () => {
    expect(says('sue', [change('one', ['sue'])], { role: 'contributor', accept: ['one'] })).toEqual(accepted('one'))
    expect(says('rosa', [change('one', ['sue', 'rosa'])], { accept: ['one'] })).toEqual(accepted('one'))
    expect(says('sue', [change('one', ['sue', 'rosa'])], { accept: ['one'] })).toEqual(agreed('one'))
  })

  it('[TALK-32] nobody can say yes to words that do not stand there any more; who writes can put them away', () => {
    const gone = [change('one', ['rosa'], { is: 'gone', yes: ['rosa'] })]
    expect(says('rosa', gone, { accept: ['one'] })).toBe('words-changed')
    expect(says('ben', gone, { role: 'owner', accept: ['one'] })).toBe('words-changed')
    expect(says('ben', gone, { role: 'contributor', keep: ['one'] })).toEqual(kept('one'))
    expect(needsOf(change('one', ['rosa'], { is: 'gone' }), PEOPLE, 'sue')).toEqual([])
    expect(needsOf(change('one', ['rosa', 'gone']), PEOPLE, 'sue')).toEqual(['rosa'])
  })

  it('[TALK-96] who may not write puts nothing in by a yes to themselves: who may write decides', () => {
    const own = [change('one', ['sue'])]
    expect(says('sue', own, { role: 'suggester', accept: ['one'] })).toBe('not-allowed')
    expect(says('rosa', own, { accept: ['one'] })).toBe('not-allowed')
    expect(says('ben', own, { role: 'contributor', accept: ['one'] })).toMatchObject({ accepted: ['one'] })
  })

  it('[TALK-97] what the plan reads already is nobody’s yes; who may write puts it away', () => {
    const there = [change('one', ['rosa'], { is: 'there' })]
    for (const me of ['rosa', 'ben']) expect(says(me, there, { role: 'owner', accept: ['one'] })).toBe('words-changed')
    expect(says('ben', there, { role: 'contributor', keep: ['one'] })).toEqual(kept('one'))
  })

  it('[TALK-30] what is decided stays: saying the same again is fine, saying the other is not', () => {
    const done = [change('in', ['rosa'], { fate: fate('accepted') }), change('out', ['rosa'], { fate: fate('kept') })]
    expect(says('rosa', done, { accept: ['in'], keep: ['out'] })).toEqual(kept())
    expect(says('ben', done, { role: 'owner', accept: ['in'] })).toEqual(kept())
    expect(says('rosa', done, { keep: ['in'] })).toBe('already-decided')
    expect(says('rosa', done, { accept: ['out'] })).toBe('already-decided')
    const back = [change('one', ['rosa'], { fate: fate('withdrawn') })]
    expect(says('rosa', back, { accept: ['one'] })).toBe('already-decided')
    expect(says('rosa', back, { keep: ['one'] })).toEqual(kept())
  })

  it('[TALK-30] takes all that is said together, or nothing of it', () => {
    const two = [change('mine', ['rosa']), change('yours', ['ben'])]
    expect(says('rosa', two, { accept: ['mine', 'yours'] })).toBe('their-words')
    expect(says('rosa', two, { accept: ['mine'], keep: ['yours'] })).toBe('their-words')
    const three = [change('a', ['rosa']), change('b', ['rosa', 'ben']), change('c', ['rosa'])]
    const said = says('rosa', three, { accept: ['a', 'b'], keep: ['c'] })
    expect(said).toEqual({ accepted: ['a'], agreed: ['b'], kept: ['c'] })
  })

  it('[TALK-30] says kindly that yes and no at once, nothing at all, or what is not there cannot be decided', () => {
    const one = [change('one', ['rosa'])]
    expect(says('rosa', one, { accept: ['one'], keep: ['one'] })).toBe('bad-request')
    expect(says('rosa', one, {})).toBe('bad-request')
    expect(says('rosa', one, { accept: ['two'] })).toBe('bad-request')
  })
})
