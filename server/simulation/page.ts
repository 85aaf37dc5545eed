import type * as Y from 'yjs'
import { type LivePlan, openLivePlan } from '../../client/src/live/live-plan.ts'
import type { Account } from './account.ts'
import { PLAN } from './disk.ts'
import type { Durable } from './durable.ts'
import { EDITOR, edit } from './edits.ts'
import type { Step } from './script.ts'
import { tokenOf } from './tokens.ts'
import { type Accept, createWire } from './wire.ts'

export type Page = ReturnType<typeof openPage>

export type PageNeeds = {
  /** Which page this is, from 0: never the same twice in a run. */
  readonly number: number
  readonly accept: Accept
  readonly account: Account
  readonly durable: Durable
  readonly chance: () => number
  wrong(what: string): void
}

/** One open page: the client's own live plan, on a wire that can break. */
export function openPage({ number, accept, account, durable, chance, wrong }: PageNeeds) {
  const wire = createWire(accept, chance)
  const live: LivePlan = openLivePlan({ plan: PLAN, epoch: 'first', server: 'ws://here/plans', Socket: wire.Socket })
  const { doc, undo } = live
  undo.addTrackedOrigin(EDITOR)
  let words = 0
  let letGo: (() => void) | null = null

  const watch = (something: () => unknown, isUndo = false) => account.watch(number, doc, isUndo, something)

  function isSaved() {
    const link = live.link()
    return link.is === 'open' && link.saved === 'saved'
  }

  /** What must be so at any moment. */
  function look() {
    const link = live.link()
    if (link.is === 'ended') wrong(`page ${number} was closed for good: ${link.why}`)
    if (isSaved() && !durable.holdsAllOf(doc)) wrong(`page ${number} says Saved of words that are not on disk`)
  }
  live.onLink(look)

  const word = () => tokenOf(number, words++)

  function write({ what, a, b }: Step) {
    if (what !== 'burst') return edit(doc, what, { a, b, word })
    for (let i = 0; i <= a % 50; i++) edit(doc, 'type', { a, b: b + i, word })
  }

  return {
    number,
    wire,
    look,
    isSaved,
    doc: doc as Y.Doc,
    /** Does what a step says, if it is something a person does on a page. Before the plan has come nobody can. */
    do(step: Step) {
      if (live.link().is === 'opening') return
      const { what, a } = step
      if (what === 'undo') watch(() => undo.undo(), true)
      else if (what === 'redo') watch(() => undo.redo(), true)
      else if (what === 'compose') {
        letGo?.()
        letGo = live.hold()
        setTimeout(letGo, a)
      } else watch(() => write(step))
    },
    close() {
      live.close()
    },
  }
}
