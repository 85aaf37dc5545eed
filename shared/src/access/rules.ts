import type { Role } from './roles.ts'

/** Everything a role can allow. */
export type Action =
  | 'read'
  | 'write'
  | 'answer-tests'
  | 'take-part'
  | 'comment'
  | 'suggest'
  | 'take-away'
  | 'rename'
  | 'choose-shown-section'
  | 'run-workshop'
  | 'invite'
  | 'change-roles'
  | 'remove-people'
  | 'hand-over'
  | 'agree'
  | 'open-round'

const VIEWER: readonly Action[] = ['read', 'take-away', 'agree']
const SUGGESTER: readonly Action[] = [...VIEWER, 'comment', 'suggest', 'take-part']
const CONTRIBUTOR: readonly Action[] = [...SUGGESTER, 'write', 'answer-tests']
const FACILITATOR: readonly Action[] = [
  ...CONTRIBUTOR,
  'rename',
  'choose-shown-section',
  'run-workshop',
  'invite',
  'change-roles',
  'remove-people',
]
const OWNER: readonly Action[] = [...FACILITATOR, 'hand-over', 'open-round']

const ALLOWED: Record<Role, ReadonlySet<Action>> = {
  viewer: new Set(VIEWER),
  suggester: new Set(SUGGESTER),
  contributor: new Set(CONTRIBUTOR),
  facilitator: new Set(FACILITATOR),
  owner: new Set(OWNER),
}

/** The one rule of who may do what, used by both ends (SPEC ACCESS-1). */
export const can = (role: Role, action: Action): boolean => ALLOWED[role].has(action)

const RANK: Record<Role, number> = { viewer: 0, suggester: 1, contributor: 2, facilitator: 3, owner: 4 }

/**
 * Whether someone may give (or take away) this role: only roles up to their own, and ownership only by handing over
 * (SPEC ACCESS-2). Also the rule for the role an invitation carries.
 */
export const canGive = (role: Role, given: Role): boolean =>
  can(role, 'change-roles') && given !== 'owner' && RANK[given] <= RANK[role]
