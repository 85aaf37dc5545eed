import type { Plan } from '@withy/shared/plan'
import { getWords } from '../api/plans.ts'
import { fromNewer } from '../plan-view/newer-plan.ts'

/** A plan's words as they are on the server, so that this page can draw them; the server may be newer than the page. */
export const wordsToRead = async (plan: string): Promise<Plan> => fromNewer((await getWords(plan)).plan as Plan)
