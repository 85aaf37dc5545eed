/** Something that happened, as data: how it is worded is the announcer's affair. */
export type Notice =
  | { readonly kind: 'joined' | 'left'; readonly person: string; readonly name: string }
  /** `name` null: nobody can tell for certain who. */
  | { readonly kind: 'changed'; readonly name: string | null; readonly section: string }
  /** Somebody said something about the plan. */
  | { readonly kind: 'said'; readonly name: string; readonly place: string; readonly isAnswer: boolean }
  /** Somebody suggests other words; `isAnswer`: has answered other words that this person suggests. */
  | { readonly kind: 'suggested'; readonly name: string; readonly place: string; readonly isAnswer: boolean }
  /** `kept`: this device holds all of it. */
  | { readonly kind: 'lost'; readonly unsaved: boolean; readonly kept?: boolean }
  | { readonly kind: 'not-saved'; readonly kept?: boolean }
  | { readonly kind: 'back' | 'removed' }
  | { readonly kind: 'shown'; readonly section: string }
  /** The answer to something this person just did: told at once, also in quiet. */
  | { readonly kind: 'done'; readonly sentence: string }

export type Entry = { readonly id: number; readonly at: number; readonly notice: Notice }
export type Spoken = { readonly id: number; readonly notices: readonly Notice[]; readonly urgent: boolean }

/** Speech loses a message when a key follows at once, so it waits for this long without one ... */
const AFTER_KEY = 1_000
/** ... but no longer than this. */
const LONGEST_WAIT = 10_000
const BETWEEN = 5_000
/** A little time for several people to come in together. */
const GATHER = 400
const SPOKEN_FOR = 7_000
const KEPT = 50

export type Announcements = {
  announce(notice: Notice): void
  /** Somebody pressed a key or typed. */
  key(): void
  /** Silences all but words at risk, what is urgent, and the answers to what one does. The list is kept all the same. */
  quiet(on: boolean): void
  /** What is to be in the live regions now. A new array whenever it changes. */
  spoken(): readonly Spoken[]
  /** The last 50 things that happened, newest first. */
  list(): readonly Entry[]
  onChange(listener: () => void): () => void
}

/**
 * The one queue of the page's announcements (SPEC A11Y-40 to A11Y-45). Notices of one kind are told together, at most
 * one message in 5 s, while nobody types; each stays in its live region for 7 s.
 */
export function createAnnouncements(): Announcements {
  let waiting: { notice: Notice; since: number }[] = []
  let list: readonly Entry[] = []
  let spoken: readonly Spoken[] = []
  let lastKey = Number.NEGATIVE_INFINITY
  let lastSpoken = Number.NEGATIVE_INFINITY
  let isQuiet = false
  /** Somebody was told that words are at risk, and not yet that they are not any more. */
  let isWarned = false
  let ids = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const listener of listeners) listener()
  }

  const speak = (notices: readonly Notice[], urgent: boolean) => {
    ids += 1
    const told: Spoken = { id: ids, notices, urgent }
    spoken = [...spoken, told]
    changed()
    setTimeout(() => {
      spoken = spoken.filter((each) => each !== told)
      changed()
    }, SPOKEN_FOR)
  }

  /** When the first notice may be told (ms since the epoch), given what is known now. */
  const due = (since: number) => {
    const unhurried = Math.max(since + GATHER, lastKey + AFTER_KEY)
    return Math.max(Math.min(unhurried, since + LONGEST_WAIT), lastSpoken + BETWEEN)
  }
  const plan = () => {
    clearTimeout(timer)
    const [first] = waiting
    if (first) timer = setTimeout(tellNext, Math.max(0, due(first.since) - Date.now()))
  }
  const tellNext = () => {
    const [first] = waiting
    if (!first) return
    if (due(first.since) > Date.now()) return plan()
    const together = waiting.filter(({ notice }) => notice.kind === first.notice.kind)
    waiting = waiting.filter((each) => !together.includes(each))
    lastSpoken = Date.now()
    speak(
      together.map(({ notice }) => notice),
      false,
    )
    plan()
  }

  return {
    announce(notice) {
      ids += 1
      const passes = !isQuiet || passesQuiet(notice, isWarned)
      isWarned = tellsOfRisk(notice) || (isWarned && notice.kind !== 'back')
      list = [{ id: ids, at: Date.now(), notice }, ...list].slice(0, KEPT)
      if (isUrgent(notice) || notice.kind === 'done') speak([notice], isUrgent(notice))
      else if (passes) waiting = withNext(waiting, { notice, since: Date.now() })
      changed()
      plan()
    },
    key() {
      lastKey = Date.now()
      if (waiting.length > 0) plan()
    },
    quiet(on) {
      isQuiet = on
      if (on) waiting = waiting.filter(({ notice }) => passesQuiet(notice, isWarned))
    },
    spoken: () => spoken,
    list: () => list,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const tellsOfRisk = (notice: Notice): boolean =>
  notice.kind === 'not-saved' || (notice.kind === 'lost' && notice.unsaved)

const isUrgent = (notice: Notice): boolean =>
  notice.kind === 'removed' || (notice.kind === 'lost' && notice.unsaved && !notice.kept)

const passesQuiet = ({ kind }: Notice, isWarned: boolean): boolean =>
  kind === 'not-saved' || (kind === 'back' && isWarned)

type Waiting = readonly { notice: Notice; since: number }[]

/** Adds a notice to what waits. Someone who left and came back before anyone was told has not been away. */
function withNext(waiting: Waiting, next: Waiting[number]): { notice: Notice; since: number }[] {
  const { notice } = next
  const opposite = notice.kind === 'joined' ? 'left' : notice.kind === 'left' ? 'joined' : null
  const undone = waiting.find(
    (each) =>
      each.notice.kind === opposite &&
      'person' in notice &&
      'person' in each.notice &&
      each.notice.person === notice.person,
  )
  if (undone) return waiting.filter((each) => each !== undone)
  const same = JSON.stringify(notice)
  return waiting.some((each) => JSON.stringify(each.notice) === same) ? [...waiting] : [...waiting, next]
}
