import type { Scenario } from './scenario.ts'
import { D03, D04, D05 } from './scenarios/disk.ts'
import { D01 } from './scenarios/kill.ts'
import { D06 } from './scenarios/leaving.ts'
import { order } from './scenarios/order.ts'
import { D02 } from './scenarios/stop.ts'

/** Every scenario, in the order of the report. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = { D01, D02, D03, D04, D05, D06, order }

/** What is proved in another place, and where. */
export const ELSEWHERE: Readonly<Record<string, string>> = {}
