import type { Talk } from '@withy/shared/api'
import type { Suggestion, TalkChanged } from '@withy/shared/protocol'
import { createListeners } from '../../live/listeners.ts'
import { createKnownTalk, NOTHING, type Said, type TalkAt } from './known-talk.ts'

/** All of it, in the order it was begun. `isHere`: it has come from the server. */
export type TalkNow = TalkAt & { readonly isHere: boolean; readonly mine: ReadonlySet<string> }

/** How many messages are kept to be put on top of an answer that is older than they are. */
const KEPT = 200

/**
 * What is said about a plan, as this page knows it: one answer from the server, and the messages that came after it, by their number.
 * A message changes what is drawn at its own place alone (SPEC TALK-40).
 * @param plan its id
 */
export function createTalkState(plan: string) {
  const changed = createListeners<void>()
  const told = createListeners<Told>()
  const known = createKnownTalk()
  /** How often each was told of. */
  const heard = new Map<string, number>()
  let mine: ReadonlySet<string> = new Set()
  let seq: number | null = null
  let recent: readonly TalkChanged[] = []
  let all: TalkNow = { ...NOTHING, isHere: false, mine }

  const drawAgain = (keys: Iterable<string>) => {
    all = { ...known.draw(keys), isHere: seq !== null, mine }
    changed.tell()
  }
  const next = (message: TalkChanged): string[] => {
    seq = message.seq
    return known.takeNext(message)
  }

  return {
    plan,
    all: (): TalkNow => all,
    at: known.at,
    onChange: changed.add,
    /** Calls with each message that told something new, once it is drawn. */
    onTold: told.add,

    /** The server's answer. false: something that was told since is missing between, ask again. */
    came(talk: Talk): boolean {
      const before = known.replace(talk)
      // What one has asked stays one's own: an answer may be older than the question.
      mine = new Set([...mine, ...talk.mine])
      seq = talk.seq
      // What came after it, as far as nothing is missing between.
      for (const message of recent) if (message.seq === seq + 1) next(message)
      drawAgain(known.changedSince(before))
      return (recent.at(-1)?.seq ?? seq) <= seq
    },
    /** Suggestions that were answered have come with their words. */
    words(whole: readonly Suggestion[]) {
      const awaited = whole.filter(({ id }) => known.answered.has(id))
      drawAgain(new Set(awaited.flatMap((suggestion) => known.take({ suggestion }))))
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
      const isNew = !known.threads.has(thread?.id ?? '')
      const before = known.suggestions.get(suggestion?.id ?? '') ?? null
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
      drawAgain(heard.get(id) === before ? known.take(said) : [])
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
