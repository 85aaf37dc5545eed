import type { FollowUpAnswer } from '@withy/shared/api'

/** What somebody answers; null takes it back. */
export type Said = { readonly answer: FollowUpAnswer | null; readonly words: string }
