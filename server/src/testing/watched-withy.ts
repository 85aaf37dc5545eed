import type { Role } from '@withy/shared/access'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { movedIn } from '../moved-letters.ts'
import type { Accepting, SuggestionRow } from '../storage/suggestions.ts'
import { createStands } from '../talk/stands.ts'
import { createAuthors } from '../versions/authors.ts'
import type { Letter } from './letters-of.ts'
import type { Withy } from './open-withy.ts'
import type { TalkBooks } from './talk-books.ts'

export type Watched = {
  readonly plan: string
  readonly books: TalkBooks
  /** Who is in the plan. */
  roles(): ReadonlyMap<string, Role>
  /** Everybody who has the plan open gets this. */
  passOn(update: Uint8Array): void
}

type About = { readonly row: SuggestionRow; readonly accepting: Accepting }
type Change = {
  readonly before: Y.Doc
  readonly after: Y.Doc
  readonly by: string
  readonly edit: Parameters<Withy['live']['write']>[2]
  readonly yes: About | null
}

/** Looks at each change of a plan as the real server makes it, writes it down in books, and can hold the server up or let it die. */
export function createWatch({ plan, books, roles, passOn }: Watched) {
  let last: Y.Doc | null = null
  /** What a yes is about to do, what happens before that, and where the server dies. */
  let about: About | null = null
  let first: (() => Promise<void>) | null = null
  let dies: 'before' | 'after' | null = null
  let found: { readonly problem: unknown } | null = null
  const counts = { used: 0, heldUp: 0, died: 0 }

  function isDeadAt(place: typeof dies): boolean {
    if (dies !== place) return false
    dies = null
    counts.died++
    return true
  }

  /** Whose letters are, as the server knows when it is asked whose yes is needed. */
  async function record(withy: Withy) {
    const { authored, moved, shared, parts } = await createStands(withy).planNow(plan)
    const authors = createAuthors(authored, undefined, shared, [...moved, ...movedIn(parts)])
    return ({ client, clock }: Letter) => authors.owners[authors.putIn(client, clock, 1)[0]?.by ?? -1] ?? []
  }

  /** Writes a change of the plan down, and sees whether that may be. */
  async function look({ before, after, by, edit, yes }: Change, withy: Withy) {
    const seen = { before, after, record: await record(withy) }
    const [typed] = edit.writers?.values() ?? []
    if (!yes) return books.wasTyped(seen, by, typed?.saidFor ?? by)
    const { row, accepting } = yes
    books.wasAccepted(seen, { row, ids: accepting.changes, by, roles: roles() })
    counts.used += accepting.changes.length
  }

  /** From now on, of a server that has just begun. */
  async function watch(withy: Withy): Promise<void> {
    const { live, store } = withy
    const now = await live.current(plan)
    if (last) expect(Y.encodeStateAsUpdate(now), 'it is all there again').toEqual(Y.encodeStateAsUpdate(last))
    last = now
    const { write } = live
    const { accepting, changeSuggestion } = store
    live.write = async (id, by, edit) => {
      const yes = about
      about = null
      if (yes && isDeadAt('before')) throw new Error('the server died')
      const before = await live.current(plan)
      expect(vectorOf(before), 'nothing else has changed the plan').toEqual(vectorOf(last))
      await write(id, by, edit)
      const after = await live.current(plan)
      last = after
      passOn(edit.update)
      try {
        await look({ before, after, by, edit, yes }, withy)
      } catch (problem) {
        found ??= { problem }
      }
    }
    store.accepting = async (id, suggestion, now) => {
      const before = first
      first = null
      if (now && before) {
        counts.heldUp++
        await before()
      }
      const row = await store.suggestionAt(id, suggestion)
      await accepting(id, suggestion, now)
      about = row && now && { row, accepting: now }
    }
    store.changeSuggestion = (...given) =>
      isDeadAt('after') ? Promise.reject(new Error('the server died')) : changeSuggestion(...given)
  }

  return {
    watch,
    /** Something that happens just before the next yes changes the plan. */
    before(act: () => Promise<void>) {
      first = act
    },
    /** The server dies at the next yes, before or after that has changed the plan; null: it does not. */
    dies(at: typeof dies) {
      dies = at
    },
    /** Throws what was wrong with a change: a request that made it would only have been told that something went wrong. */
    see() {
      if (found) throw found.problem
    },
    record,
    counts,
  }
}

const vectorOf = (doc: Y.Doc | null) => doc && Y.encodeStateVector(doc)
