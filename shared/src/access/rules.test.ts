import { describe, expect, it } from 'vitest'
import { AFFECTED_VOICES, ROLES, VOICES } from './roles.ts'
import { type Action, can, canGive } from './rules.ts'

const ALLOWED: Record<Action, string> = {
  read: 'owner facilitator contributor suggester viewer',
  'take-away': 'owner facilitator contributor suggester viewer',
  write: 'owner facilitator contributor',
  'answer-tests': 'owner facilitator contributor',
  'take-part': 'owner facilitator contributor suggester',
  comment: 'owner facilitator contributor suggester',
  suggest: 'owner facilitator contributor suggester',
  'run-workshop': 'owner facilitator',
  rename: 'owner facilitator',
  'choose-shown-section': 'owner facilitator',
  invite: 'owner facilitator',
  'change-roles': 'owner facilitator',
  'remove-people': 'owner facilitator',
  'hand-over': 'owner',
  agree: 'owner facilitator contributor suggester viewer',
  'open-round': 'owner',
}

describe('what a role allows', () => {
  it.each(Object.entries(ALLOWED))('[ACCESS-1] %s: %s', (action, roles) => {
    expect(ROLES.filter((role) => can(role, action as Action))).toEqual(roles.split(' '))
  })

  it('[ACCESS-2] gives no role above the giver’s, none without the right to, and ownership to nobody', () => {
    const given = Object.fromEntries(ROLES.map((role) => [role, ROLES.filter((other) => canGive(role, other))]))
    expect(given).toEqual({
      owner: ['facilitator', 'contributor', 'suggester', 'viewer'],
      facilitator: ['facilitator', 'contributor', 'suggester', 'viewer'],
      contributor: [],
      suggester: [],
      viewer: [],
    })
  })

  it('[ACCESS-71] counts as affected those who live with what is decided, not those who are paid or speak for others', () => {
    expect(VOICES.filter((voice) => AFFECTED_VOICES.includes(voice))).toEqual(['person', 'care', 'resident', 'carer'])
  })
})
