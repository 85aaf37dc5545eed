import type { Scenario } from './scenario.ts'
import { D36 } from './scenarios/agreed.ts'
import { D03, D04, D05 } from './scenarios/disk.ts'
import { D34 } from './scenarios/exports.ts'
import { D28, D29, D30, D33 } from './scenarios/forged.ts'
import { D11 } from './scenarios/fuzz.ts'
import { D12 } from './scenarios/gaps.ts'
import { D35 } from './scenarios/hostile-words.ts'
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
  D34,
  D35,
  D36,
  order,
}

/** What is proved in another place: the tests that do, and what none of them does yet. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  D07: 'a back-up made while people write, and put back: server/src/backup.test.ts, server/src/storage/sqlite/stage.test.ts',
  D10: 'a page of another version: e2e/journeys/old-bundle-after-deploy.spec.ts, client/src/plan-view/newer-plan.test.ts. The old page there is today’s, which says an older version; no older build is kept',
  D14: 'a version put back while others write: shared/src/plan/restore-plan.test.ts, e2e/journeys/history.spec.ts; a back-up put back while people have unsent words: e2e/journeys/device-copy.spec.ts. Not proved: a version put back while somebody is away with unsent words',
  D16: 'a connection that only looks open: e2e/journeys/phone-sleeps.spec.ts, client/src/live/network.test.ts; the server lets go: server/src/live/transports.test.ts. No browser is stopped (SIGSTOP): the test turns its clock on',
  D17: 'websockets blocked: e2e/journeys/blocked-websocket.spec.ts, client/src/live/reaching-socket.test.ts, streamed-socket.test.ts, server/src/live/transports.test.ts',
  D18: 'a page closed or killed with unsaved words: e2e/journeys/away-and-back.spec.ts, device-copy.spec.ts, client/src/features/link-state/link-state.test.tsx',
  D20: 'a device store that is missing, full, damaged or silent: e2e/journeys/device-copy.spec.ts, client/src/live/device-copy/broken-store.test.ts, device-copy.test.ts',
  D23: 'comments are rows beside the plan, and no comment writes in it: server/src/agreement/annex.test.ts; who may do what with whose: server/src/talk/routes.test.ts, server/src/http/role-matrix.test.ts. Who may only read and writes all the same is D22',
  D27: 'codes guessed, addresses made up: server/src/people/code-tries.test.ts, invitations.test.ts, lowered.test.ts. Not measured: whether a right code takes as long as a wrong one',
}
