import type { Voice } from '@withy/shared/access'

/** Who is cared for keeps their own words as they say them (SPEC A11Y-127). */
export const isCoached = (voice: Voice): boolean => voice !== 'person' && voice !== 'care'

/** The room of hints that are still to come, or they would push “Done” away from under a finger. */
export const CoachRoom = () => <span className="button button-quiet coach-room" aria-hidden="true" />
