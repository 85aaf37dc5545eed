import type { SuggestedChange } from '@withy/shared/protocol'
import { describe, expect, it } from 'vitest'
import { askedOf, type Fit, waitingSign } from './standing.ts'

const change = (needs: string[], yes: string[] = [], fate: SuggestedChange['fate'] = null): SuggestedChange => ({
  id: 'c',
  was: [],
  becomes: [],
  before: '',
  after: '',
  needs,
  yes,
  fate,
})
const asked = (one: SuggestedChange, me: string, mayWrite: boolean, fit: Fit = 'fits') =>
  askedOf(one, fit, 'ben', { me, mayWrite })

describe('what a change asks of somebody', () => {
  it('[TALK-64] the person whose words they are is asked, whatever their role; nobody else, whatever theirs', () => {
    expect(asked(change(['rosa']), 'rosa', false)).toMatchObject({ may: 'use-or-keep', isMine: true })
    expect(asked(change(['rosa']), 'owner', true)).toMatchObject({ may: null, isMine: false, waitsFor: ['rosa'] })
  })

  it('[TALK-64] words of nobody in the plan are for whoever may write', () => {
    expect(asked(change([]), 'kofi', true)).toMatchObject({ may: 'use-or-keep', isMine: false })
    expect(asked(change([]), 'kofi', false).may).toBeNull()
  })

  it('[TALK-64] of several people each is asked; who has said yes can still keep the words', () => {
    const both = change(['rosa', 'kofi'], ['rosa'])
    expect(asked(both, 'rosa', true)).toMatchObject({ may: 'keep', hasSaidYes: true, waitsFor: ['kofi'] })
    expect(asked(both, 'kofi', true)).toMatchObject({ may: 'use-or-keep', hasSaidYes: false })
  })

  it('[TALK-64] who offers it has said yes to their own words where it waits for others, and is asked where it does not', () => {
    expect(asked(change(['rosa', 'ben']), 'ben', true)).toMatchObject({ may: 'keep', waitsFor: ['rosa'] })
    expect(asked(change(['ben']), 'ben', false)).toMatchObject({ may: 'use-or-keep', waitsFor: ['ben'] })
  })

  it('[TALK-65] what no longer fits can be put to rest by whoever may write, and used by nobody', () => {
    expect(asked(change(['rosa']), 'kofi', true, 'gone')).toMatchObject({ may: 'keep' })
    expect(asked(change(['rosa']), 'rosa', false, 'gone').may).toBeNull()
  })

  it('[TALK-97] what the plan reads already is nobody’s yes: it can be put to rest by whoever may write', () => {
    expect(asked(change(['rosa']), 'kofi', true, 'there')).toMatchObject({ may: 'keep' })
    expect(asked(change(['rosa']), 'rosa', false, 'there').may).toBeNull()
  })

  it('[TALK-63] a suggestion says in one word whom it waits for', () => {
    const fate = { is: 'kept', by: 'rosa', at: 1 } as const
    const signOf = (changes: SuggestedChange[], me: string, mayWrite: boolean) =>
      waitingSign(changes.map((one) => asked(one, me, mayWrite)))
    expect(signOf([change(['rosa']), change(['kofi'])], 'rosa', false)?.who).toBe('me')
    expect(signOf([change(['rosa']), change(['kofi'])], 'owner', true)).toEqual({
      who: 'others',
      names: ['rosa', 'kofi'],
    })
    expect(signOf([change(['rosa'], [], fate), change([])], 'viewer', false)?.who).toBe('writer')
    expect(signOf([change(['rosa'], [], fate)], 'rosa', true)).toBeNull()
  })
})
