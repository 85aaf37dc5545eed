import type { Format } from '@withy/shared/api'
import type { PlanKind } from '@withy/shared/plan'

/** What each form is for, the ones most people want first. */
export const FORMAT_GROUPS = {
  read: ['pdf', 'html', 'txt'],
  write: ['docx', 'odt', 'md'],
  machines: ['csv', 'ics', 'json', 'fhir'],
} as const
export const GROUPS = ['read', 'write', 'machines'] as const satisfies readonly (keyof typeof FORMAT_GROUPS)[]

/** A plan about a place has no FHIR: it is about nobody (SPEC EXPORT-51). */
export const formatsIn = (group: (typeof GROUPS)[number], kind: PlanKind): readonly Format[] =>
  FORMAT_GROUPS[group].filter((format) => format !== 'fhir' || kind === 'support')
