import type { PlanKind } from '@withy/shared/plan'
import * as Y from 'yjs'
import { createFolding } from '../live/fold.ts'
import { folded } from '../live/folded.ts'
import { gate, type Sender, type Verdict } from '../live/gate.ts'
import { createKnown } from '../live/known.ts'
import { LIVE_LIMITS } from '../live/limits.ts'
import { createPlanState } from '../live/plan-state.ts'

export const anna: Sender = { person: 'anna', role: 'contributor' }
export const ben: Sender = { person: 'ben', role: 'contributor' }
export const vera: Sender = { person: 'vera', role: 'viewer' }

/** A room's side of the gate without its storage: what a room does with a verdict, and nothing else. */
export function createGateRoom(kind: PlanKind = 'area', doc = new Y.Doc()) {
  // What those who read have; the gate knows the state alone.
  const { fold, difference } = createFolding()
  const state = createPlanState({
    base: folded([Y.encodeStateAsUpdate(doc)]),
    baseSeq: 0,
    tail: [],
    limits: LIVE_LIMITS,
    fold,
    difference,
    folded: () => undefined,
    unfit(why) {
      throw new Error(why)
    },
    notFolded: (problem) => {
      throw problem
    },
  })
  const known = createKnown(state, kind, new Map())

  /** Let in, its commit still to come. */
  function letIn(update: Uint8Array, sender: Sender): Verdict {
    const verdict = gate(update, sender, known, LIVE_LIMITS)
    const { person } = sender
    if (verdict.is === 'new')
      known.add(
        verdict.news,
        verdict.claims.map((client) => ({ client, person })),
      )
    return verdict
  }

  return {
    doc,
    known,
    /** What can only be seen in a document is known from here on. */
    look: state.look,
    ask: (update: Uint8Array, sender: Sender) => gate(update, sender, known, LIVE_LIMITS),
    letIn,
    /** Let in and stored. */
    take(update: Uint8Array, sender: Sender): Verdict {
      const verdict = letIn(update, sender)
      known.starting()
      if (verdict.is === 'new') {
        state.add(verdict)
        Y.applyUpdate(doc, verdict.bytes)
      }
      known.committed()
      return verdict
    },
  }
}

/** Somebody's copy of a document, with a client id of its own. */
export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
