import { endpoint } from './endpoint.ts'

/**
 * What a plan can be taken away as, by the ending of its file's address. Each is asked for with `?lang=en|cy` (of our words;
 * people's own stay as they are), `size=normal|large|largest` and `sections=` the ids of those that are wanted, with commas
 * between them; without it, all.
 */
export const FORMATS = ['html', 'pdf', 'docx', 'odt', 'md', 'txt', 'csv', 'ics', 'json', 'fhir'] as const
export type Format = (typeof FORMATS)[number]

export const takeAway = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/take-away/:format',
  does: `Gives the plan as it stands as a file (${FORMATS.join(', ')}), marked as a draft. An unknown format is not found.`,
  needs: 'take-away',
  refusals: ['sign-in', 'not-found', 'not-allowed', 'plan-unreadable', 'too-busy', 'fhir-about-a-person'],
})

export const takeAwaySealed = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/sealed/:number/take-away/:format',
  does: 'Gives a sealed version as a file in any of the same formats, with who agreed to it and its code on each page.',
  needs: 'take-away',
  refusals: ['sign-in', 'not-found', 'not-allowed', 'too-busy', 'fhir-about-a-person'],
})
