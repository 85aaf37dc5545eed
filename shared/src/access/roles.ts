/** What a person may do in one plan. A suggester says things about its words, and writes none. */
export const ROLES = ['owner', 'facilitator', 'contributor', 'suggester', 'viewer'] as const
export type Role = (typeof ROLES)[number]

/** What a person says of themselves. Shown so, never as checked. `person` is the one seat of a support plan. */
export const VOICES = ['person', 'care', 'resident', 'carer', 'professional', 'supporter', 'group'] as const
export type Voice = (typeof VOICES)[number]

/** Voices whose answers to the tests come first in an area plan: those who live with what is decided. */
export const AFFECTED_VOICES: readonly Voice[] = ['person', 'care', 'resident', 'carer']
