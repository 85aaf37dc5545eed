import type { Scenario } from './scenario.ts'
import { D01 } from './scenarios/kill.ts'

/** Every scenario, in the order of the report. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = { D01 }

/** What is proved in another place, and where. */
export const ELSEWHERE: Readonly<Record<string, string>> = {}
