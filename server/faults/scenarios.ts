import type { Scenario } from './scenario.ts'
import { D03, D04, D05 } from './scenarios/disk.ts'
import { D11 } from './scenarios/fuzz.ts'
import { D12 } from './scenarios/gaps.ts'
import { D01 } from './scenarios/kill.ts'
import { D06 } from './scenarios/leaving.ts'
import { D08 } from './scenarios/old-data.ts'
import { D09 } from './scenarios/opening.ts'
import { order } from './scenarios/order.ts'
import { D02 } from './scenarios/stop.ts'
import { D21 } from './scenarios/storm.ts'
import { D13 } from './scenarios/undo.ts'
import { D19 } from './scenarios/weeks.ts'

/** Every scenario, in the order of the report. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  D01,
  D02,
  D03,
  D04,
  D05,
  D06,
  D08,
  D09,
  D11,
  D12,
  D13,
  D19,
  D21,
  order,
}

/** What is proved in another place, and where. */
export const ELSEWHERE: Readonly<Record<string, string>> = {}
