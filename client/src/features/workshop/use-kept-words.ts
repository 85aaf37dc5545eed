import { useCallback, useEffect, useRef, useState } from 'react'
import { RefusedError } from '../../api/send.ts'

/** `waiting`: the server has not got them yet, and is asked again. */
export type Kept = 'kept' | 'keeping' | 'waiting'

type Needs = {
  /** What the server has now. */
  readonly server: string
  /** `was`: what the server had when these were begun. Throws what `send` throws, also where others are there by now. */
  readonly save: (words: string, was: string) => Promise<void>
  /** What of the words goes to the server; without it all of them. */
  readonly cut?: (words: string) => string
  /** How many letters the server takes: more stay here. */
  readonly max?: number
  /** Where the words lie on this page's own shelf until the server has them; none: only in the field. */
  readonly shelf?: string
  /** How long somebody has paused before their words go (ms). */
  readonly pause?: number
}

/** How long until the server is asked again where it did not take them (ms). */
const AGAIN = 4_000

/** As the server keeps words. */
const trimmed = (words: string): string => words.toWellFormed().trim().normalize('NFC')
const all = (words: string): string => words

/**
 * Words that are kept as they are typed: one sending at a time, and what did not get there goes again. What was written elsewhere
 * meanwhile stands in the field where nothing is written here, and else beside it: neither is written over (SPEC WORK-175).
 */
export function useKeptWords({ server, save, cut = all, max = Number.POSITIVE_INFINITY, shelf, pause = 800 }: Needs) {
  const [first] = useState(() => fromShelf(shelf) ?? { words: server, was: server })
  const [words, setWords] = useState(first.words)
  const [kept, setKept] = useState<Kept>('kept')
  const [theirs, setTheirs] = useState<string | null>(null)
  /** `base`: what the words were begun from. `sent`: all that went from here since; it may come back late. */
  const now = useRef({ words: first.words, base: first.was, sent: new Set<string>(), isSending: false, isAsked: false })
  const asSent = (words: string) => trimmed(cut(words))
  const needs = useRef({ server, save, asSent })
  needs.current = { server, save, asSent }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const show = useCallback((next: string) => {
    now.current.words = next
    setWords(next)
  }, [])

  /** What the server has, beside what is here. */
  const meet = useCallback(() => {
    const { server, asSent } = needs.current
    const { words, base, sent } = now.current
    const isOurs = server === asSent(words) || server === asSent(base) || sent.has(server)
    const isUnwritten = asSent(words) === asSent(base)
    if (!isOurs && isUnwritten) show(server)
    if (server === asSent(words) || (!isOurs && isUnwritten)) now.current.base = server
    now.current.isAsked = !isOurs && !isUnwritten
    setTheirs(now.current.isAsked ? server : null)
  }, [show])

  const keep = useCallback(async () => {
    clearTimeout(timer.current)
    const { words, base, sent, isSending, isAsked } = now.current
    const { asSent, save } = needs.current
    if (isSending || isAsked) return
    if (asSent(words) === asSent(base)) {
      setKept('kept')
      toShelf(shelf, null)
      return
    }
    if (asSent(words).length > max) {
      setKept('waiting')
      return
    }
    now.current.isSending = true
    let wait = pause
    sent.add(asSent(words))
    try {
      await save(words, asSent(base))
      now.current.base = words
    } catch (error) {
      wait = AGAIN
      // What is there is nothing of ours, whatever we sent before.
      if (error instanceof RefusedError && error.refused === 'written-meanwhile') {
        sent.clear()
        meet()
      }
    }
    now.current.isSending = false
    const isAll = asSent(now.current.words) === asSent(now.current.base)
    setKept(isAll ? 'kept' : wait === AGAIN ? 'waiting' : 'keeping')
    if (isAll) toShelf(shelf, null)
    else timer.current = setTimeout(keep, wait)
  }, [shelf, pause, max, meet])

  const write = useCallback(
    (next: string) => {
      show(next)
      setKept('keeping')
      toShelf(shelf, { words: next, was: now.current.base })
      clearTimeout(timer.current)
      timer.current = setTimeout(keep, pause)
    },
    [keep, show, shelf, pause],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: each time the server has other words
  useEffect(meet, [server])
  useEffect(() => {
    // What lay on the shelf never got there.
    void keep()
    return () => void keep()
  }, [keep])

  /** Decides between the words here and those that came meanwhile: the chosen ones go on from the others. */
  const choose = (chosen: string) => {
    now.current.base = needs.current.server
    now.current.isAsked = false
    setTheirs(null)
    write(chosen)
    void keep()
  }
  return { words, kept, write, theirs, keepMine: () => choose(words), takeTheirs: () => choose(server) }
}

type Shelved = { readonly words: string; readonly was: string }

function fromShelf(shelf: string | undefined): Shelved | null {
  try {
    const said: unknown = shelf === undefined ? null : JSON.parse(sessionStorage.getItem(shelf) ?? 'null')
    if (typeof said !== 'object' || said === null || !('words' in said) || !('was' in said)) return null
    return { words: String(said.words), was: String(said.was) }
  } catch {
    return null // Storage is blocked on this device, or holds something else.
  }
}

function toShelf(shelf: string | undefined, words: Shelved | null): void {
  try {
    if (shelf === undefined) return
    if (words === null) sessionStorage.removeItem(shelf)
    else sessionStorage.setItem(shelf, JSON.stringify(words))
  } catch {
    // Storage is blocked: the words stay in their field.
  }
}
