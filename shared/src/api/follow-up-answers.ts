// Without a schema, so that the page of a plan does not bring what checks one.

/** What can be answered, six weeks after a workshop, to "did it happen?" about an action. */
export const FOLLOW_UP_ANSWERS = ['yes', 'partly', 'no', 'not-any-more'] as const
export type FollowUpAnswer = (typeof FOLLOW_UP_ANSWERS)[number]
