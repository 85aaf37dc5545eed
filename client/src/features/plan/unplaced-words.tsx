import { useWholePlan } from '../../live/whole-plan.ts'
import { Unplaced } from '../../plan-view/unplaced.tsx'

/** Words of the open plan that this version of Withy has no place for (SPEC PLAN-95). */
export const UnplacedWords = () => <Unplaced unplaced={useWholePlan().unplaced} />
