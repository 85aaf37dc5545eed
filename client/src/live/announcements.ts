/** Something that happened, as data: how it is worded is the announcer's affair. */
export type Notice =
  | { readonly kind: 'joined' | 'left'; readonly person: string; readonly name: string }
  /** `name` null: nobody can tell for certain who. */
  | { readonly kind: 'changed'; readonly name: string | null; readonly section: string; readonly place: string }
  /** So many changes of others wait outside of what is seen. */
  | { readonly kind: 'waiting'; readonly count: number }
  /** Somebody said something about the plan. */
  | { readonly kind: 'said'; readonly name: string; readonly place: string; readonly isAnswer: boolean }
  /** Somebody suggests other words; `isAnswer`: has answered other words that this person suggests. */
  | { readonly kind: 'suggested'; readonly name: string; readonly place: string; readonly isAnswer: boolean }
  /** `kept`: this device holds all of it. */
  | { readonly kind: 'lost'; readonly unsaved: boolean; readonly kept?: boolean }
  | { readonly kind: 'not-saved'; readonly kept?: boolean }
  | { readonly kind: 'back' | 'removed' }
  | { readonly kind: 'shown'; readonly section: string }
  /** Something else that others did. */
  | { readonly kind: 'news'; readonly about: Heard; readonly sentence: string }
  /** The answer to something this person just did: told at once, also in quiet. */
  | { readonly kind: 'done'; readonly sentence: string }

/** What people can choose to be told of, or not. `rest`: all else that others do. */
export const HEARD = ['people', 'changes', 'comments', 'agreement', 'rest'] as const
export type Heard = (typeof HEARD)[number]

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
  /** Silences these. Words at risk, what is urgent and the answers to what one does are told, and the list is kept all the same. */
  quiet(about: readonly Heard[]): void
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
  let quiet: readonly Heard[] = []
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

  /** When a notice may be told (ms since the epoch), given what is known now. */
  const due = ({ notice, since }: Waiting[number]) => {
    const unhurried = Math.max(since + GATHER, lastKey + AFTER_KEY)
    const latest = isPatient(notice) ? Number.POSITIVE_INFINITY : since + LONGEST_WAIT
    return Math.max(Math.min(unhurried, latest), lastSpoken + BETWEEN)
  }
  /** The first that may be told: what is patient holds up nothing else. */
  const next = () => waiting.toSorted((a, b) => due(a) - due(b))[0]
  const plan = () => {
    clearTimeout(timer)
    const first = next()
    if (first) timer = setTimeout(tellNext, Math.max(0, due(first) - Date.now()))
  }
  const tellNext = () => {
    const first = next()
    if (!first) return
    if (due(first) > Date.now()) return plan()
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
      const passes = !isSilenced(notice, quiet, isWarned)
      isWarned = (tellsOfRisk(notice) && (passes || isUrgent(notice))) || (isWarned && notice.kind !== 'back')
      list = [{ id: ids, at: Date.now(), notice }, ...list.filter(isNotBefore(notice))].slice(0, KEPT)
      if (isUrgent(notice) || notice.kind === 'done') speak([notice], isUrgent(notice))
      else if (passes) waiting = withNext(waiting, { notice, since: Date.now() })
      changed()
      plan()
    },
    key() {
      lastKey = Date.now()
      if (waiting.length > 0) plan()
    },
    quiet(about) {
      quiet = about
      waiting = waiting.filter(({ notice }) => !isSilenced(notice, quiet, isWarned))
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

/** It comes in pieces while somebody works, and says nothing that cannot wait until they rest. */
const isPatient = ({ kind }: Notice): boolean => kind === 'changed' || kind === 'waiting'

/** The number that waits now takes the place of the one before. */
const isNotBefore =
  (next: Notice) =>
  ({ notice }: { readonly notice: Notice }): boolean =>
    next.kind !== 'waiting' || notice.kind !== 'waiting'

const HEARD_AS: Readonly<Partial<Record<Notice['kind'], Heard>>> = {
  joined: 'people',
  left: 'people',
  changed: 'changes',
  waiting: 'changes',
  said: 'comments',
  suggested: 'comments',
}

function isSilenced(notice: Notice, quiet: readonly Heard[], isWarned: boolean): boolean {
  if (notice.kind === 'not-saved' || (notice.kind === 'back' && isWarned)) return false
  return quiet.includes(notice.kind === 'news' ? notice.about : (HEARD_AS[notice.kind] ?? 'rest'))
}

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
  if (waiting.some((each) => JSON.stringify(each.notice) === same)) return [...waiting]
  return [...waiting.filter(isNotBefore(notice)), next]
}
