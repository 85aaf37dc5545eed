import { useSyncExternalStore } from 'react'
import { countOf, type Held, type HeldIn, holdChanges } from '../../live/held.ts'
import { createListeners } from '../../live/listeners.ts'
import type { LivePlan } from '../../live/live-plan.ts'
import type { WritingPlace } from '../../live/writing-place.ts'

/** `asked`: by the person, until they end it. `calm`: as long as they write in calm mode. */
export type HeldWhy = 'asked' | 'calm'

export type TogetherNow = {
  /** What waits; null where nothing is held. */
  readonly waiting: readonly HeldIn[] | null
  readonly isAsked: boolean
  /** Whom this person follows. */
  readonly follows: string | null
  /** The section they keep to themselves. */
  readonly alone: string | null
  /** Whose words they type. */
  readonly typesFor: string | null
}

/** How this person works beside others on the plan that is open. Ends with its page. */
export type Together = {
  /** The same object until something changes. */
  now(): TogetherNow
  onChange(listener: () => void): () => void
  hold(why: HeldWhy, on: boolean): void
  /** Lets in what waits. Returns how many changes that were. */
  letIn(): number
  follow(person: string | null): void
  keep(section: string | null): void
  /** From here on what this person types is kept as said by another (SPEC SYNC-161). */
  typeFor(person: string | null): void
  stop(): void
  readonly live: LivePlan
  readonly writing: WritingPlace
}

type TogetherNeeds = { readonly live: LivePlan; readonly writing: WritingPlace; readonly me: string }

const NOTHING: TogetherNow = { waiting: null, isAsked: false, follows: null, alone: null, typesFor: null }

export function createTogether({ live, writing, me }: TogetherNeeds): Together {
  const changes = createListeners<void>()
  const whys = new Set<HeldWhy>()
  let held: Held | null = null
  let now = NOTHING
  const become = (next: Partial<TogetherNow>) => {
    now = { ...now, ...next }
    changes.tell()
  }
  const begin = () => {
    const begun = holdChanges(live, me)
    begun.onChange(() => become({ waiting: begun.waiting() }))
    held = begun
  }
  const end = () => {
    held?.end()
    held = null
  }

  return {
    live,
    writing,
    now: () => now,
    onChange: changes.add,
    hold(why, on) {
      if (whys.has(why) === on) return
      if (on) whys.add(why)
      else whys.delete(why)
      if (whys.size === 0) end()
      else if (!held) begin()
      become({ waiting: held?.waiting() ?? null, isAsked: whys.has('asked') })
    },
    letIn() {
      const count = countOf(held?.waiting() ?? [])
      if (count > 0) held?.letIn()
      return count
    },
    follow(person) {
      live.say({ follows: person })
      become({ follows: person })
    },
    keep(section) {
      live.say({ alone: section })
      become({ alone: section })
    },
    typeFor(person) {
      live.typeFor(person)
      become({ typesFor: person })
    },
    stop() {
      live.typeFor(null)
      live.say({ follows: null, alone: null })
      whys.clear()
      end()
      now = NOTHING
    },
  }
}

export const useTogether = (state: Together): TogetherNow => useSyncExternalStore(state.onChange, state.now)
