import { endpoint } from './endpoint.ts'

/** `?lang=en|cy` chooses the language of our words; people's own words stay as they are. */
export const takeAwayHtml = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/take-away/html',
  does: 'Gives the plan as it stands as one accessible HTML file, marked as a draft.',
  needs: 'take-away',
  refusals: ['sign-in', 'not-found', 'not-allowed', 'plan-unreadable', 'too-busy'],
})

export const takeAwayPdf = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/take-away/pdf',
  does: 'Gives the plan as it stands as a tagged PDF/UA-1 file, marked as a draft on every page.',
  needs: 'take-away',
  refusals: ['sign-in', 'not-found', 'not-allowed', 'plan-unreadable', 'too-busy'],
})
