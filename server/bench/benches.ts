import type { Bench } from './bench.ts'
import { bench as comparing } from './benches/comparing.ts'
import { bench as ack } from './benches/engine/ack.ts'
import { bench as bigPlan } from './benches/engine/big-plan.ts'
import { bench as coldOpen } from './benches/engine/cold-open.ts'
import { fanOut, workshop200, workshop500, workshopCarets } from './benches/engine/crowds.ts'
import { bench as cursors } from './benches/engine/cursors.ts'
import { bench as idleMemory } from './benches/engine/idle-memory.ts'
import { bench as joinStorm } from './benches/engine/join-storm.ts'
import { bench as kill } from './benches/engine/kill.ts'
import { bench as quietBesideBusy } from './benches/engine/quiet-beside-busy.ts'
import { bench as typingLimit } from './benches/engine/typing-limit.ts'
import { bench as workshop } from './benches/engine/workshop.ts'
import { bench as exporting } from './benches/exporting.ts'
import { bench as history } from './benches/history.ts'
import { bench as opening } from './benches/opening.ts'
import { bench as saving } from './benches/saving.ts'
import { bench as sizes } from './benches/sizes.ts'
import { bench as talk } from './benches/talk.ts'
import { bench as typing } from './benches/typing.ts'
import { bench as typingBesideExports } from './benches/typing-beside-exports.ts'

type Benches = Readonly<Record<string, Bench>>

/** The product as people meet it: the server, the pages and a real browser. */
const product: Benches = { opening, typing, saving, sizes }

/** Plans as they are taken away, agreed, looked back on and talked about. */
const documents: Benches = {
  exporting,
  'typing-beside-exports': typingBesideExports,
  comparing,
  history,
  talk,
}

/** The server alone beside its peers, under a load generator. */
const engine: Benches = {
  'fan-out': fanOut,
  'workshop-200': workshop200,
  'workshop-500': workshop500,
  'workshop-cursors': workshopCarets,
  'quiet-beside-busy': quietBesideBusy,
  cursors,
  'join-storm': joinStorm,
  'cold-open': coldOpen,
  'idle-memory': idleMemory,
  'big-plan': bigPlan,
  'typing-limit': typingLimit,
  kill,
  ack,
  workshop,
}

export const GROUPS = { product, documents, engine }

/** Every bench, in the order of the README. */
export const BENCHES: Benches = { ...product, ...documents, ...engine }
