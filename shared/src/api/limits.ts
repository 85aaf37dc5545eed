/** Longest input for each kind of field, in UTF-16 units, and how many of each thing. Both ends use these. */
export const LIMIT = {
  name: 60,
  title: 120,
  cellWords: 4_000,
  secret: 200,
  code: 40,
  peoplePerPlan: 500,
  invitationsPerPlan: 50,
  plansPerPerson: 200,
  testedActionsPerPerson: 2_000,
} as const
