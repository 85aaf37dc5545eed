import type { Talk } from '@withy/shared/api'
import {
  type AnsweredInShort,
  isAnswered,
  type Suggestion,
  type TalkChanged,
  type TalkPlace,
  type TalkThread,
  threadAfter,
} from '@withy/shared/protocol'
import { createListeners } from '../../live/listeners.ts'

/** What is said at one place of the plan: a box, or an item of a list with all its cells. The same object until it changes. */
export type TalkAt = {
  readonly threads: readonly TalkThread[]
  readonly suggestions: readonly Suggestion[]
  /** Those that were answered and whose words have not been fetched (SPEC TALK-95). */
  readonly answered: readonly AnsweredInShort[]
}

/** All of it, in the order it was begun. `isHere`: it has come from the server. */
export type TalkNow = TalkAt & { readonly isHere: boolean; readonly mine: ReadonlySet<string> }

const NOTHING: TalkAt = { threads: [], suggestions: [], answered: [] }
/** How many messages are kept to be put on top of an answer that is older than they are. */
const KEPT = 200

/**
 * What is said about a plan, as this page knows it: one answer from the server, and the messages that came after it, by their number.
 * A message changes what is drawn at its own place alone (SPEC TALK-40).
 */
/** @param plan its id */
export function createTalkState(plan: string) {
  const changed = createListeners<void>()
  const told = createListeners<Told>()
  const threads = new Map<string, TalkThread>()
  const suggestions = new Map<string, Suggestion>()
  const answered = new Map<string, AnsweredInShort>()
  const places = new Map<string, TalkAt>()
  /** How often each was told of. */
  const heard = new Map<string, number>()
  let mine: ReadonlySet<string> = new Set()
  let seq: number | null = null
  let recent: readonly TalkChanged[] = []
  let all: TalkNow = { ...NOTHING, isHere: false, mine }

  const drawAgain = (keys: Iterable<string>) => {
    const now = {
      threads: [...threads.values()],
      suggestions: [...suggestions.values()],
      answered: [...answered.values()],
    }
    for (const key of keys) {
      places.set(key, {
        threads: now.threads.filter(({ place }) => keyOf(place) === key),
        suggestions: now.suggestions.filter(({ place }) => keyOf(place) === key),
        answered: now.answered.filter(({ place }) => keyOf(place) === key),
      })
    }
    all = { ...now, isHere: seq !== null, mine }
    changed.tell()
  }
  const take = ({ thread, suggestion }: Said): string[] => {
    if (thread) threads.set(thread.id, thread)
    if (suggestion) suggestions.set(suggestion.id, suggestion)
    if (suggestion) answered.delete(suggestion.id)
    return [thread, suggestion].flatMap((one) => (one ? [keyOf(one.place)] : []))
  }
  /** The change that follows on what is known; the one it tells of, as it was before, is known too (SPEC TALK-9). */
  const next = ({ seq: now, thread, suggestion }: TalkChanged): string[] => {
    seq = now
    return take({
      ...(thread && { thread: threadAfter(threads.get(thread.id), thread) }),
      ...(suggestion && { suggestion }),
    })
  }
  /** Puts on what came after `seq`, as far as nothing is missing between. */
  const takeRecent = (): string[] =>
    recent.flatMap((message) => {
      if (message.seq !== (seq ?? 0) + 1) return []
      return next(message)
    })

  return {
    plan,
    all: (): TalkNow => all,
    at: (box: string, item: string | null): TalkAt => places.get(placeKey(box, item)) ?? NOTHING,
    onChange: changed.add,
    /** Calls with each message that told something new, once it is drawn. */
    onTold: told.add,

    /** The server's answer. false: something that was told since is missing between, ask again. */
    came(talk: Talk): boolean {
      const before = { threads: new Map(threads), suggestions: new Map(suggestions), answered: new Map(answered) }
      threads.clear()
      suggestions.clear()
      answered.clear()
      for (const each of talk.threads) threads.set(each.id, same(before.threads.get(each.id), each))
      for (const each of talk.suggestions) suggestions.set(each.id, same(before.suggestions.get(each.id), each))
      for (const each of talk.answered) {
        // Nothing becomes of what was answered: where its words are known they stay.
        const known = before.suggestions.get(each.id)
        if (known && isAnswered(known)) suggestions.set(each.id, known)
        else answered.set(each.id, same(before.answered.get(each.id), each))
      }
      // What one has asked stays one's own: an answer may be older than the question.
      mine = new Set([...mine, ...talk.mine])
      seq = talk.seq
      takeRecent()
      const there = [...threads.values(), ...suggestions.values(), ...answered.values()]
      // Places that nothing changed at keep what they have.
      const touched = new Set(
        [...before.threads.values(), ...before.suggestions.values(), ...before.answered.values(), ...there]
          .filter(
            (each) =>
              before.threads.get(each.id) !== threads.get(each.id) ||
              before.suggestions.get(each.id) !== suggestions.get(each.id) ||
              before.answered.get(each.id) !== answered.get(each.id),
          )
          .map(({ place }) => keyOf(place)),
      )
      drawAgain(touched)
      return (recent.at(-1)?.seq ?? seq) <= seq
    },
    /** Suggestions that were answered have come with their words. */
    words(whole: readonly Suggestion[]) {
      drawAgain(new Set(whole.filter(({ id }) => answered.has(id)).flatMap((suggestion) => take({ suggestion }))))
    },
    /** A message of the room. false: one was missed, ask for all. */
    hear(message: TalkChanged): boolean {
      const { thread, suggestion } = message
      if (message.mine !== undefined) mine = new Set([...mine, message.mine])
      // It only says how far talk is.
      if (!thread && !suggestion) return message.seq <= (seq ?? message.seq)
      recent = [...recent, message].slice(-KEPT)
      for (const one of [thread, suggestion]) if (one) heard.set(one.id, (heard.get(one.id) ?? 0) + 1)
      if (seq === null || message.seq <= seq) return true
      if (message.seq > seq + 1) return false
      const isNew = !threads.has(thread?.id ?? '')
      const before = suggestions.get(suggestion?.id ?? '') ?? null
      drawAgain(next(message))
      told.tell({ message, isNew, before })
      return true
    },
    /**
     * Sends something and takes what the server says became of `id`, unless the room has told of it since: that is newer.
     * @throws what `send` throws; then nothing is changed
     */
    async keep(id: string, send: () => Promise<Said>, isMine = false): Promise<void> {
      const before = heard.get(id)
      const said = await send()
      if (isMine) mine = new Set([...mine, id])
      drawAgain(heard.get(id) === before ? take(said) : [])
    },
  }
}

/** `isNew`: nothing was known of its thread before. */
export type Told = {
  readonly message: TalkChanged
  readonly isNew: boolean
  /** The suggestion it tells of as it was; null: nothing was known of it. */
  readonly before: Suggestion | null
}
export type TalkState = ReturnType<typeof createTalkState>
type Said = { readonly thread?: TalkThread; readonly suggestion?: Suggestion }

const placeKey = (box: string, item: string | null): string => `${box}\n${item ?? ''}`
const keyOf = ({ box, item }: TalkPlace): string => placeKey(box, item)

/** The one that is known where the other says the same: what is drawn from it stays. */
const same = <T>(known: T | undefined, came: T): T =>
  known !== undefined && JSON.stringify(known) === JSON.stringify(came) ? known : came
