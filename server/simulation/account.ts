import * as Y from 'yjs'
import type { Durable } from './durable.ts'
import { aroundOf, idOf, pageOf, tokensIn } from './tokens.ts'

type Word = {
  /** Where it was first written. */
  readonly client: number
  readonly clock: number
  /** How often somebody put it in: once, and again by each undo of taking it out. */
  added: number
  isTakenOut: boolean
  readonly addedBy: Set<number>
  readonly takenOutBy: Set<number>
  /** Everything it ever stood in. */
  readonly around: Set<string>
}

export type Account = ReturnType<typeof createAccount>

/** Who put in which word and who took it out, told by nobody but the pages' own documents before and after each thing they do. */
export function createAccount(wrong: (what: string) => void) {
  const words = new Map<string, Word>()
  /** Blocks and items somebody deleted, with all that others were writing in them. */
  const deleted = new Set<string>()

  return {
    /** Lets a page do something, and remembers what became of the words. */
    watch<T>(page: number, doc: Y.Doc, isUndo: boolean, something: () => T): T {
      const before = tokensIn(doc)
      const listen = (transaction: Y.Transaction) =>
        Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
          if (struct instanceof Y.Item && struct.content instanceof Y.ContentType) deleted.add(idOf(struct.id))
        })
      doc.on('afterTransaction', listen)
      const done = something()
      doc.off('afterTransaction', listen)
      const after = tokensIn(doc)

      for (const [token, places] of after) {
        const more = places.length - (before.get(token)?.length ?? 0)
        if (more <= 0) continue
        const [first] = places
        if (!first) continue
        const { client, clock } = first.item.id
        const word: Word = words.get(token) ?? {
          client,
          clock: clock + first.offset,
          added: 0,
          isTakenOut: false,
          addedBy: new Set(),
          takenOutBy: new Set(),
          around: new Set(),
        }
        if (isUndo && !word.takenOutBy.has(page)) wrong(`undo put in ${token}, which nobody here took out`)
        words.set(token, word)
        word.added += more
        word.addedBy.add(page)
        for (const place of places) for (const id of aroundOf(place.item)) word.around.add(id)
      }
      for (const [token, places] of before) {
        if (places.length <= (after.get(token)?.length ?? 0)) continue
        const word = words.get(token)
        if (!word) continue
        if (isUndo && !word.addedBy.has(page)) wrong(`undo took out ${token}, which nobody here put in`)
        word.isTakenOut = true
        word.takenOutBy.add(page)
      }
      return done
    },

    /** Every word once: none lost without somebody taking it out, none doubled. `closed`: pages that went with unsaved words. */
    check(doc: Y.Doc, durable: Durable, closed: ReadonlySet<number>) {
      const found = tokensIn(doc)
      for (const token of found.keys()) if (!words.has(token)) wrong(`${token} was written by nobody`)
      for (const [token, word] of words) {
        const count = found.get(token)?.length ?? 0
        if (count > word.added) wrong(`${token} is there ${count} times`)
        const mayBeGone = word.isTakenOut || [...word.around].some((id) => deleted.has(id))
        const wasNeverKept = closed.has(pageOf(token)) && !durable.knows(word.client, word.clock)
        if (count === 0 && !mayBeGone && !wasNeverKept) wrong(`${token} is lost`)
      }
      return { words: words.size, there: found.size }
    },
  }
}
