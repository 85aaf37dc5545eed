import type * as api from '@withy/shared/api'
import { planPath } from './plans.ts'
import { type AnswerOf, send } from './send.ts'

/** The key that locks what this device keeps of a plan, for one epoch of it. */
export const fetchDeviceKey = async (plan: string, epoch: string): Promise<string> =>
  (await send<AnswerOf<typeof api.deviceKey>>('GET', `${planPath(plan)}/device-key/${encodeURIComponent(epoch)}`)).key
