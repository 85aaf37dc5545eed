import type { Scenario } from './scenario.ts'
import { D03, D04, D05 } from './scenarios/disk.ts'
import { D28, D29, D30, D33 } from './scenarios/forged.ts'
import { D11 } from './scenarios/fuzz.ts'
import { D12 } from './scenarios/gaps.ts'
import { D01 } from './scenarios/kill.ts'
import { D06 } from './scenarios/leaving.ts'
import { D15, D31 } from './scenarios/memory.ts'
import { D08 } from './scenarios/old-data.ts'
import { D09 } from './scenarios/opening.ts'
import { order } from './scenarios/order.ts'
import { D22, D24 } from './scenarios/roles.ts'
import { D02 } from './scenarios/stop.ts'
import { D21 } from './scenarios/storm.ts'
import { D25, D26, D32 } from './scenarios/strangers.ts'
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
  D15,
  D19,
  D21,
  D22,
  D24,
  D25,
  D26,
  D28,
  D29,
  D30,
  D31,
  D32,
  D33,
  order,
}

/** What is proved in another place, and where. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  D07: 'server/src/storage (npm run backup, npm run restore)',
  D10: 'e2e: a page of another version',
  D14: 'with versions, which are still to come; a restore from back-up is D07',
  D16: 'e2e: lost connections; the server lets go of the silent in server/src/live/hostile.test.ts',
  D17: 'e2e: where websockets are blocked',
  D18: 'e2e: closing the page; client/src/live',
  D20: 'e2e: the device copy',
  D23: 'with comments, which are still to come',
  D27: 'server/src/people/code-tries.test.ts and invitations.test.ts',
}
